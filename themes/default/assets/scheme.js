// Lets a reader switch between light and dark, and remembers it. Without this script the system's choice counts.
(() => {
  const root = document.documentElement;
  const button = document.querySelector('.scheme');
  const system = matchMedia('(prefers-color-scheme: dark)');
  const isDark = () => (root.dataset.scheme ? root.dataset.scheme === 'dark' : system.matches);
  const show = () => button?.setAttribute('aria-pressed', String(isDark()));
  try {
    const kept = localStorage.getItem('scheme');
    if (kept === 'dark' || kept === 'light') root.dataset.scheme = kept;
  } catch { /* A browser that keeps nothing still switches. */ }
  if (button) {
    button.hidden = false;
    button.addEventListener('click', () => {
      root.dataset.scheme = isDark() ? 'light' : 'dark';
      try { localStorage.setItem('scheme', root.dataset.scheme); } catch { /* As above. */ }
      show();
    });
  }
  system.addEventListener('change', show);
  show();
})();
