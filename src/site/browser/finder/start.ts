/** All that the finder does before it is used; its code and its index come with the first use. */
export function startFinder(): void {
  const form = document.querySelector<HTMLFormElement>('#finder');
  const box = form?.querySelector<HTMLInputElement>('[name=q]');
  const root = form?.closest<HTMLElement>('.finder');
  if (!form || !box || !root) return;
  let app: Promise<import('./app.ts').Finder> | undefined;
  const start = () => {
    app ??= import('./app.ts').then(({ finder }) => finder(root, form));
    return app;
  };

  // Within another site there is never so much room.
  const wide = matchMedia(root.closest('.problem-catalog') ? 'not all' : '(min-width: 80rem)');
  const details = root.querySelector('details');
  const unfold = () => details?.toggleAttribute('open', wide.matches);
  wide.addEventListener('change', unfold);
  unfold();

  for (const head of root.querySelectorAll<HTMLElement>('th[data-sort]')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    head.ariaSort = 'none';
    button.addEventListener('click', async () => (await start()).sortBy(head.dataset.sort ?? ''));
  }
  root.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLInputElement) start();
  });
  root.addEventListener('change', async ({ target }) => {
    if (target instanceof HTMLInputElement && target.type === 'checkbox') (await start()).filter();
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    (await start()).enter();
  });
  box.addEventListener('paste', async (event) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const isWhole = (box.selectionEnd ?? 0) - (box.selectionStart ?? 0) === box.value.length;
    if (!isWhole || !(text.includes('\n') || text.length > 300)) return;
    event.preventDefault();
    (await start()).take(text, false);
  });
  const given = new URLSearchParams(location.hash.slice(1)).get('q');
  if (given) {
    history.replaceState(null, '', location.pathname);
    start().then((finder) => finder.take(given, true));
  } else if (location.search.length > 1) start();
  else if (isUnknown(location.hash)) start().then((finder) => finder.take(decoded(location.hash), true));
}

/** A type URI with a fragment leads here, and a long list has no row to go to. */
function isUnknown(hash: string): boolean {
  return hash.length > 1 && document.getElementById(decoded(hash)) === null;
}

function decoded(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return hash.slice(1);
  }
}
