import { copy } from 'virtual:problem-catalog/page-texts';

/** What is wider than its box can be scrolled by keyboard. */
export function scrollers(): void {
  const sized = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const name = target.parentElement?.querySelector('.copy .sr-only')?.textContent?.trim();
      if (target.scrollWidth > target.clientWidth) {
        target.setAttribute('tabindex', '0');
        target.setAttribute('role', 'group');
        target.setAttribute('aria-label', name || copy.wide);
      } else {
        for (const attribute of ['tabindex', 'role', 'aria-label']) target.removeAttribute(attribute);
      }
    }
  });
  for (const box of document.querySelectorAll('pre, .scroll')) sized.observe(box);
}
