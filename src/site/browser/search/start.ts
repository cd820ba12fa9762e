/**
 * Search boxes before their first use. "/" and Ctrl/Cmd+K go to the page's own box, or to the one in the header. What is
 * entered before the code is there goes to the page of all types, in the fragment: a text may hold secrets, and none is
 * sent.
 */
export function startSearch(): void {
  const boxes = document.querySelectorAll<HTMLInputElement>('[data-suggests]');
  const main = document.querySelector<HTMLInputElement>('main [name=q]') ?? boxes[0];
  addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey, target } = event;
    const isTyping = target instanceof Element && target.closest('input, textarea, select');
    const isSlash = key === '/' && !ctrlKey && !metaKey && !altKey && !isTyping;
    const isPalette = key.toLowerCase() === 'k' && (ctrlKey || metaKey) && !altKey;
    if (!main || !(isSlash || isPalette)) return;
    event.preventDefault();
    show(main);
  });
  document.querySelector('.find-button')?.addEventListener('click', (event) => {
    const box = document.querySelector<HTMLInputElement>('.seek [name=q]');
    if (!box) return;
    event.preventDefault();
    show(box);
  });
  for (const box of boxes) {
    const { form } = box;
    if (!form) continue;
    let used: Promise<import('./box.ts').Box> | undefined;
    const use = () => {
      used ??= import('./box.ts').then(({ suggestions }) => suggestions(box, form, { hide, handOver }));
      return used;
    };
    box.addEventListener('focus', () => use().catch(() => {}));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      use()
        .then(({ submit }) => submit())
        .catch(() => handOver(form, box.value));
    });
    box.addEventListener('paste', (event) => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (!(text.includes('\n') || text.length > 300)) return;
      event.preventDefault();
      handOver(form, text);
    });
    form.addEventListener('click', ({ target }) => {
      if (target instanceof Element && target.closest('.cancel')) hide();
    });
  }
}

/** A box that is hidden on small screens takes the whole of them. */
function show(box: HTMLInputElement): void {
  if (box.closest('.seek')) document.documentElement.classList.add('searching');
  box.select();
  box.focus();
}

/** Gives the screen back to the page. */
function hide(): void {
  document.documentElement.classList.remove('searching');
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

/** Leads to the page of all types, which shows every result. */
function handOver(form: HTMLFormElement, text: string): void {
  location.assign(`${form.action}${text.trim() && '#q='}${encodeURIComponent(text.trim().slice(0, 100_000))}`);
}
