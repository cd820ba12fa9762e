import { search as words } from 'virtual:problem-catalog/translation';
import type { Found } from '#diagnose/search/search.ts';
import { hitLink } from './hits.ts';
import { type Sources, sourcesAt } from './source.ts';

/** A search box with suggestions while typing: the combobox of the ARIA Authoring Practices Guide. */
export interface Box {
  /** Opens the chosen suggestion, or the answer; everything else is for the page of all results. */
  submit(): Promise<void>;
}

/** The ways out of a box. */
export interface Ways {
  /** Gives the screen back to the page. */
  hide(): void;
  /** Leads to the page of all types, which shows every result. */
  handOver(form: HTMLFormElement, text: string): void;
}

/** Most suggestions. */
const most = 8;

export async function suggestions(
  box: HTMLInputElement,
  form: HTMLFormElement,
  { hide, handOver }: Ways,
): Promise<Box> {
  const panel = document.createElement('div');
  const list = document.createElement('div');
  const said = document.createElement('p');
  const id = `${box.id}-hits`;
  panel.className = 'hits';
  panel.hidden = true;
  Object.assign(list, { id, role: 'listbox', ariaLabel: words.suggestions });
  said.className = 'keys';
  said.setAttribute('role', 'status');
  panel.append(list, said);
  form.append(panel);
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-controls': id,
    'aria-expanded': 'false',
    'aria-autocomplete': 'list',
  }))
    box.setAttribute(name, value);

  let sources: Promise<Sources> | undefined;
  let shown = '';
  let chosen = -1;
  const options = () => [...list.querySelectorAll<HTMLAnchorElement>('[role=option]')];

  box.addEventListener('input', () => suggest());
  box.addEventListener('focus', () => suggest());
  box.addEventListener('keydown', keyPressed);
  form.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && form.contains(relatedTarget))) close();
  });
  // A click takes the focus from the box, which would close the list before the link is followed.
  panel.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('a')) hide();
  });
  await suggest();
  return { submit };

  async function suggest(): Promise<void> {
    const text = box.value.trim();
    if (text === shown && !panel.hidden) return;
    if (text === '') return close();
    sources ??= sourcesAt(form.dataset.index ?? '');
    try {
      const { index, search } = await (await sources)(text);
      if (box.value.trim() !== text) return;
      shown = text;
      show(search.search(text), (hit) => hitLink(index, hit));
    } catch {
      sources = undefined;
      open([]);
      said.textContent = words.failed;
    }
  }

  function show({ hits, isSure }: Found, linkOf: (hit: Found['hits'][number]) => HTMLAnchorElement): void {
    const links = hits.slice(0, most).map(linkOf);
    const [first, ...others] = links;
    const groups =
      isSure && first ? [group(words.best, [first]), group(words.also, others)] : [group(words.maybe, links)];
    open(groups.filter((each) => each.querySelector('a')));
    choose(isSure ? 0 : -1);
    said.textContent = links.length === 0 ? words.nothing : words.found(links.length, isSure);
  }

  function group(label: string, links: readonly HTMLAnchorElement[]): HTMLElement {
    const element = document.createElement('div');
    const head = document.createElement('p');
    element.setAttribute('role', 'group');
    element.ariaLabel = label;
    head.className = 'g';
    head.ariaHidden = 'true';
    head.textContent = label;
    element.append(head, ...links);
    return element;
  }

  function open(groups: readonly HTMLElement[]): void {
    list.replaceChildren(...groups);
    for (const [at, option] of [...list.querySelectorAll('a')].entries()) {
      option.id = `${id}-${at}`;
      option.setAttribute('role', 'option');
      option.tabIndex = -1;
    }
    panel.hidden = false;
    box.setAttribute('aria-expanded', String(groups.length > 0));
    choose(-1);
  }

  function close(): void {
    panel.hidden = true;
    shown = '';
    choose(-1);
    box.setAttribute('aria-expanded', 'false');
  }

  function choose(at: number): void {
    chosen = at;
    for (const [place, option] of options().entries()) option.setAttribute('aria-selected', String(place === at));
    const option = options()[at];
    if (option) {
      box.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    } else box.removeAttribute('aria-activedescendant');
  }

  function keyPressed(event: KeyboardEvent): void {
    const { key } = event;
    const count = options().length;
    if (key === 'Escape') {
      event.preventDefault();
      if (panel.hidden) {
        box.value = '';
        hide();
      } else close();
      return;
    }
    if (panel.hidden && key === 'ArrowDown') suggest();
    if (panel.hidden || count === 0 || !(key === 'ArrowDown' || key === 'ArrowUp')) return;
    event.preventDefault();
    const step = key === 'ArrowDown' ? 1 : -1;
    choose(chosen < 0 && step < 0 ? count - 1 : (chosen + step + count) % count);
  }

  async function submit(): Promise<void> {
    if (box.value.trim() !== shown) await suggest();
    const option = options()[chosen];
    if (panel.hidden || !option) return handOver(form, box.value);
    hide();
    close();
    location.assign(option.href);
  }
}
