import { or, search, finder as words } from 'virtual:problem-catalog/translation';
import { pageOf } from '#diagnose/addresses.ts';
import type { FinderIndex } from '#diagnose/search/index.ts';
import { said } from '../said.ts';
import { hitLink } from '../search/hits.ts';
import { type Facet, facets } from './facets.ts';
import type { List } from './list.ts';
import { rowMaker } from './rows.ts';
import { isEmpty, type State, stateOfQuery } from './state.ts';

/** Rows that are shown at once, and with each "Show more". */
const step = 100;

/** The parts of the page that change. */
export function viewOf(root: HTMLElement, form: HTMLFormElement) {
  const part = <Part extends Element = HTMLElement>(selector: string) => root.querySelector(selector) as Part;
  const box = part<HTMLInputElement>('[name=q]');
  const table = part<HTMLTableElement>('.types');
  const own = [...table.tBodies];
  const choices = [...root.querySelectorAll<HTMLInputElement>('fieldset input')];
  const about = part<HTMLAnchorElement>('[data-about]');
  const inspect = part<HTMLAnchorElement>('[data-inspect]');
  const clear = part<HTMLAnchorElement>('.clear');
  const more = part<HTMLButtonElement>('.more');
  const none = part('.none');
  let showMore = () => {};
  more.addEventListener('click', () => showMore());

  /** The box, and the links of the results. */
  const stops = (): HTMLElement[] => [
    box,
    ...root.querySelectorAll<HTMLElement>('.hit-list:not([hidden]) a, .types .what a'),
  ];
  const say = (text: string) => {
    part('.found').textContent = text;
  };
  const set = (name: string, value: string) => {
    (form.elements.namedItem(name) as HTMLInputElement).value = value;
  };

  return {
    box,
    clear,
    inspect,
    stops,
    say,

    focusFirst(): void {
      const [, first] = stops();
      first?.focus();
    },

    state(): State {
      const entries = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
      return stateOfQuery(new URLSearchParams(entries));
    },

    fill({ text, sort, isDown, filters }: State): void {
      box.value = text;
      set('sort', sort ?? '');
      set('order', isDown ? 'down' : '');
      for (const choice of choices) choice.checked = filters[choice.name as Facet].includes(choice.value);
    },

    show(index: FinderIndex, list: List, state: State): void {
      say(list.sentence);
      clear.hidden = isEmpty(state);
      showFacets(list, state);
      showHeads(state);
      showLinks(index, list);
      showHits(index, list);
      table.classList.toggle('sure', list.isSure);
      if (isEmpty(state)) restore();
      else showRows(index, list, step);
    },
  };

  function showFacets({ counts }: List, { filters }: State): void {
    for (const choice of choices) {
      const count = counts[choice.name as Facet].get(choice.value) ?? 0;
      const label = choice.closest('label') as HTMLElement;
      (label.querySelector('i') as HTMLElement).textContent = String(count);
      label.classList.toggle('idle', count === 0 && !choice.checked);
    }
    const active = facets.reduce((sum, facet) => sum + filters[facet].length, 0);
    part('[data-active]').textContent = active > 0 ? String(active) : '';
  }

  function showHeads({ sort, isDown }: State): void {
    for (const head of table.querySelectorAll<HTMLElement>('th[data-sort]'))
      head.ariaSort = head.dataset.sort !== sort ? 'none' : isDown ? 'descending' : 'ascending';
  }

  /** Links to the page about what was asked, and to the inspector for a response. */
  function showLinks(index: FinderIndex, { answer }: List): void {
    const isResponse = answer?.isResponse ?? false;
    part('.page').hidden = !answer?.page && !isResponse;
    inspect.hidden = !isResponse;
    about.hidden = !answer?.page;
    if (!answer?.page) return;
    about.href = `${index.path}/${answer.page}`;
    about.textContent = words.about(said(answer.by));
  }

  /** What is not one of the types below: causes, guides, settings and other pages. */
  function showHits(index: FinderIndex, { found }: List): void {
    const place = part('.hit-list');
    const others = (found?.hits ?? []).filter(({ document: { kind } }) => kind !== 'type').slice(0, 8);
    const links = others.map((hit) => {
      const item = document.createElement('li');
      item.append(hitLink(index, hit));
      return item;
    });
    const isBest = found?.isSure === true && others[0] === found.hits[0];
    part('.hit-list ol').replaceChildren(...links);
    part('.hit-list h2').textContent = isBest ? search.best : found?.isSure ? words.causes : search.maybe;
    place.classList.toggle('sure', isBest);
    place.hidden = links.length === 0;
  }

  /** The lists that the page came with. */
  function restore(): void {
    for (const body of [...table.tBodies]) body.remove();
    table.append(...own);
    table.hidden = own.length === 0;
    root.querySelector('.groups')?.removeAttribute('hidden');
    more.hidden = true;
    none.hidden = true;
  }

  function showRows(index: FinderIndex, list: List, limit: number): void {
    const row = rowMaker(index, part<HTMLTemplateElement>('template'));
    const total = list.groups.reduce((sum, { length }) => sum + length, 0);
    let left = limit;
    const bodies = list.groups.map((group, place) => {
      const body = document.createElement('tbody');
      const rows = group.slice(0, left);
      if (place > 0 && rows.length > 0) body.append(groupHead(words.alsoAbout));
      body.append(...rows.map(row));
      left -= rows.length;
      return body;
    });
    for (const body of [...table.tBodies]) body.remove();
    table.append(...bodies);
    table.hidden = total === 0;
    none.hidden = total > 0;
    none.replaceChildren(...(total > 0 ? [] : instead(index, list)));
    root.querySelector('.groups')?.setAttribute('hidden', '');
    more.hidden = total <= limit;
    more.textContent = words.more(total);
    showMore = () => {
      showRows(index, list, limit + step);
      stops()[limit + 1]?.focus();
    };
  }
}

/** What stands in place of the rows when there are none. */
function instead(index: FinderIndex, { hidden, near }: List): (string | Node)[] {
  if (hidden > 0) return [words.hidden(hidden)];
  if (near.length === 0) return [words.fewer];
  const links = near.map((at) => {
    const link = document.createElement('a');
    const type = index.types[at];
    link.href = type ? pageOf(type, index.path) : index.path;
    link.textContent = type?.title ?? '';
    return link;
  });
  const before = (at: number) => (at === 0 ? words.meant : at < links.length - 1 ? ', ' : or);
  return [...links.flatMap((link, at) => [before(at), link]), '?'];
}

function groupHead(text: string): HTMLElement {
  const row = document.createElement('tr');
  const head = document.createElement('th');
  row.className = 'group';
  head.scope = 'rowgroup';
  head.colSpan = 4;
  head.textContent = text;
  row.append(head);
  return row;
}
