/** The rows of the chooser: the address follows the open one, which stays in view; a wide screen always shows one. */
export function causeRows(): void {
  const rows = [...document.querySelectorAll<HTMLDetailsElement>('details.cause')];
  if (rows.length === 0) return;
  // Within another site there is never so much room.
  const wide = matchMedia(document.querySelector('.problem-catalog') ? 'not all' : '(min-width: 64rem)');
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let place = target?.closest('details'); place; place = place.parentElement?.closest('details'))
      place.open = true;
  };
  reveal();
  addEventListener('hashchange', reveal);
  const [first] = rows;
  if (wide.matches && first && !rows.some((row) => row.open)) first.open = true;

  for (const row of rows) {
    const summary = row.querySelector('summary');
    summary?.addEventListener('click', (event) => {
      if (wide.matches && row.open) return event.preventDefault();
      const id = row.querySelector('.fix')?.id;
      if (id && !row.open) history.replaceState(null, '', `#${id}`);
    });
    row.addEventListener('toggle', () => {
      const { top } = row.getBoundingClientRect();
      // Another row above may have closed at the same time.
      if (row.open && !wide.matches && (top < 0 || top > innerHeight / 2)) summary?.scrollIntoView({ block: 'start' });
    });
  }
}
