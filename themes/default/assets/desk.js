// Copies a text that is ready to send. Without this script a reader selects it by hand.
(() => {
  if (!navigator.clipboard) return;
  // On the document, so that it holds for texts that the preview brings later.
  document.documentElement.dataset.copies = '';
  document.addEventListener('click', async (event) => {
    const button = event.target.closest?.('.copy');
    if (!button) return;
    const box = button.closest('details');
    await navigator.clipboard.writeText(box.querySelector('pre').textContent);
    box.querySelector('[role=status]').textContent = button.dataset.copied;
  });
})();
