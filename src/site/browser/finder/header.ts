/**
 * Search boxes outside of the finder hand over to it, in the fragment: a text may hold secrets, and none is sent. "/" goes
 * to the page's own box, or to the one in the header.
 */
export function headerSearch(): void {
  const box =
    document.querySelector<HTMLInputElement>('main [name=q]') ??
    document.querySelector<HTMLInputElement>('.top [name=q]');
  addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey, target } = event;
    const isTyping = target instanceof Element && target.closest('input, textarea, select');
    if (key !== '/' || ctrlKey || metaKey || altKey || isTyping || !box?.form) return;
    event.preventDefault();
    if (box.checkVisibility()) box.select();
    else location.assign(box.form.action);
  });
  for (const own of document.querySelectorAll<HTMLInputElement>('[data-hands-over]')) {
    const { form } = own;
    if (!form) continue;
    const handOver = (event: Event, text: string) => {
      event.preventDefault();
      location.assign(`${form.action}${text && '#q='}${encodeURIComponent(text.slice(0, 100_000))}`);
    };
    form.addEventListener('submit', (event) => handOver(event, own.value.trim()));
    own.addEventListener('paste', (event) => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text.includes('\n') || text.length > 300) handOver(event, text);
    });
  }
}
