/** The menu of small screens closes when it has led to a section of the page. */
export function menu(): void {
  const sheet = document.getElementById('menu');
  sheet?.addEventListener('click', ({ target }) => {
    if (target instanceof HTMLAnchorElement && sheet.matches(':popover-open')) sheet.hidePopover();
  });
}
