/** The search box of the header: "/" goes there, or to the finder's own box. A long text travels in the fragment. */
export function headerSearch(): void {
  const own = document.querySelector<HTMLInputElement>('#seek');
  const box = document.querySelector<HTMLInputElement>('#finder-text') ?? own;
  addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey, target } = event;
    const isTyping = target instanceof Element && target.closest('input, textarea, select');
    if (key !== '/' || ctrlKey || metaKey || altKey || isTyping || !box?.form) return;
    event.preventDefault();
    if (box.checkVisibility()) box.select();
    else location.assign(box.form.action);
  });
  own?.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!own.form || !(text.includes('\n') || text.length > 300)) return;
    event.preventDefault();
    location.assign(`${own.form.action}#q=${encodeURIComponent(text.slice(0, 100_000))}`);
  });
}
