/** Code that is wider than its box can be scrolled by keyboard. */
export function scrollers(): void {
  const sized = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth) {
        target.setAttribute('tabindex', '0');
        target.setAttribute('role', 'region');
      } else {
        target.removeAttribute('tabindex');
        target.removeAttribute('role');
      }
    }
  });
  for (const pre of document.querySelectorAll('pre')) sized.observe(pre);
}
