// Turns the screens of a presentation by keys and by swipes to the side, and keeps the address at the screen that is
// shown. Without this script they scroll, and links lead from one to the next.
(() => {
  const screens = [...document.querySelectorAll('.screen')];
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  const isRtl = document.documentElement.dir === 'rtl';
  const steps = { ArrowDown: 1, PageDown: 1, ' ': 1, ArrowUp: -1, PageUp: -1, ArrowRight: isRtl ? -1 : 1, ArrowLeft: isRtl ? 1 : -1 };
  const MARGIN = 48; // What is left out of sight at the edge of a screen is only air.
  let heading = null; // The screen that a key is leading to, while it has not arrived.
  const arrive = () => { heading = null; };
  for (const name of ['scrollend', 'wheel', 'touchstart', 'pointerdown']) addEventListener(name, arrive, { passive: true });

  const shown = () => {
    const middle = innerHeight / 2;
    const index = screens.findIndex((screen) => screen.getBoundingClientRect().bottom > middle);
    return index < 0 ? screens.length - 1 : index;
  };
  const go = (index) => {
    heading = index;
    screens[index].scrollIntoView({ behavior: calm.matches ? 'auto' : 'smooth', block: 'start' });
    screens[index].focus({ preventScroll: true });
  };
  /** Where a key leads; none where the browser should scroll instead, so that a tall screen is read to its end. */
  const target = ({ key, shiftKey }) => {
    if (key === 'Home') return 0;
    if (key === 'End') return screens.length - 1;
    const step = key === ' ' && shiftKey ? -1 : steps[key];
    if (!step) return -1;
    const at = heading ?? shown();
    const { top, bottom } = screens[at].getBoundingClientRect();
    const isSideways = key === 'ArrowLeft' || key === 'ArrowRight';
    if (heading === null && !isSideways) {
      if (step > 0 && top > 8) return at;
      if (step > 0 ? bottom > innerHeight + MARGIN : top < -MARGIN) return -1;
    }
    return at + step;
  };
  addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.target.closest?.('input, textarea, select, button, summary')) return;
    const index = target(event);
    if (!screens[index]) return;
    event.preventDefault();
    go(index);
  });

  const SWIPE = 50; // Less is a tap.
  let touch = null; // Where a single finger began, outside of what scrolls sideways itself.
  addEventListener('touchstart', ({ touches, target }) => {
    touch = touches.length === 1 && !target.closest?.('.scroll') ? touches[0] : null;
  }, { passive: true });
  addEventListener('touchend', ({ changedTouches: [end] }) => {
    if (!touch) return;
    const [across, along] = [end.clientX - touch.clientX, end.clientY - touch.clientY];
    touch = null;
    if (Math.abs(across) < Math.max(SWIPE, 2 * Math.abs(along))) return;
    const index = shown() + (across < 0 === isRtl ? -1 : 1);
    if (screens[index]) go(index);
  });

  const seen = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target: { id } } of entries) {
      const isStart = !location.hash && id === screens[0].id;
      if (isIntersecting && !isStart && location.hash !== `#${id}`) history.replaceState(null, '', `#${id}`);
    }
  }, { rootMargin: '-50% 0px' });
  for (const screen of screens) {
    screen.tabIndex = -1;
    seen.observe(screen);
  }
})();
