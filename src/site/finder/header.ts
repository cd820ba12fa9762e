import { leaveText } from './hand-over.ts';

/** The search box of the header: "/" goes there, or to the finder's own box; a long text is not put into an address. */
export function startHeaderSearch(): void {
  const box = document.querySelector<HTMLInputElement>('.top [name=q]');
  addEventListener('keydown', (event) => {
    const isTyping =
      event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]');
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
    const target = document.querySelector<HTMLInputElement>('#finder [name=q]') ?? box;
    if (!target) return;
    event.preventDefault();
    if (target.checkVisibility()) {
      target.focus();
      target.select();
    } else if (target.form) location.assign(target.form.action);
  });
  box?.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!(text.includes('\n') || text.length > 300) || !box.form || !leaveText(text)) return;
    event.preventDefault();
    location.assign(box.form.action);
  });
}
