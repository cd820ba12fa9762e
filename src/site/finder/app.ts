import { counted } from '../markup/text.ts';
import type { Answer } from './answer.ts';
import { countsOf, type Facet, facets, filtered, sorted, sorts } from './facets.ts';
import { resolver } from './resolve.ts';
import { rowMaker } from './rows.ts';
import type { FinderIndex } from './shape.ts';
import { isEmpty, queryOfState, type State, stateOfQuery } from './state.ts';
import { parts } from './view.ts';

/** The finder at work: the form is the state, the address keeps it, the table shows what it leaves. */
export interface Finder {
  /** Shows what a pasted text names. */
  take(text: string): void;
  filter(): void;
  sortBy(column: string): void;
  openFirst(): void;
}

/** Rows that are shown at once, and with each "Show more". */
const step = 100;
/** A longer text is kept out of the address. */
const longestAddress = 300;
/** Time after the last key before the list changes, in milliseconds. */
const pause = 120;

export async function finder(root: HTMLElement, form: HTMLFormElement, box: HTMLInputElement): Promise<Finder> {
  const view = parts(root);
  let pasted: { raw: string; shown: string } | undefined;
  let limit = step;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isTyping = false;
  if (location.search.length > 1 && box.value === '') fill(stateOfQuery(location.search));

  const index = await indexAt(form.dataset.index ?? '').catch((error) => {
    view.found.textContent = 'The search could not be loaded. The lists on this page are complete without it.';
    throw error;
  });
  const { resolve, near } = resolver(index);
  const row = rowMaker(index, view.template);
  const everything = index.types.map((_, at) => at);

  box.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => changed(true), pause);
  });
  addEventListener('popstate', () => {
    pasted = undefined;
    isTyping = false;
    fill(stateOfQuery(location.search));
    limit = step;
    show();
  });
  view.more.addEventListener('click', () => {
    const before = view.table.querySelectorAll('td.what a').length;
    limit += step;
    show();
    view.table.querySelectorAll<HTMLElement>('td.what a')[before]?.focus();
  });
  view.clear.addEventListener('click', (event) => {
    event.preventDefault();
    fill(stateOfQuery(''));
    changed(false);
    box.focus();
  });
  view.inspect.addEventListener('click', async (event) => {
    event.preventDefault();
    const [{ masked }, { fragmentOf }] = await Promise.all([
      import('../inspector/secrets.ts'),
      import('../inspector/share.ts'),
    ]);
    const fragment = await fragmentOf(masked(current().text));
    location.assign(fragment ? `${view.inspect.href}#${fragment}` : view.inspect.href);
  });
  root.addEventListener('keydown', (event) => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops: HTMLElement[] = [box, ...view.table.querySelectorAll<HTMLElement>('td.what a')];
    const from = stops.indexOf(event.target as HTMLElement);
    if (!move || from < 0 || view.table.hidden) return;
    flush();
    const target = from === 0 ? view.table.querySelector<HTMLElement>('td.what a') : stops[from + move];
    if (!target || (from === 0 && move < 0)) return;
    event.preventDefault();
    target.focus();
  });
  show();

  return {
    take(text) {
      const shown = text.replace(/\s+/g, ' ').trim().slice(0, 200);
      box.value = shown;
      pasted = { raw: text, shown };
      changed(false);
    },
    filter: () => changed(false),
    sortBy(column) {
      const { sort, isDown } = current();
      const next = sorts.find((each) => each === column);
      set('sort', sort === next && isDown ? '' : (next ?? ''));
      set('order', sort === next && !isDown ? 'down' : '');
      changed(false);
    },
    openFirst() {
      flush();
      const first =
        view.table.hidden || isEmpty(current()) ? undefined : view.table.querySelector<HTMLAnchorElement>('td.what a');
      if (first) location.assign(first.href);
    },
  };

  /** The form, with the whole of a pasted text. */
  function current(): State {
    const state = stateOfQuery(new URLSearchParams(new FormData(form) as unknown as Record<string, string>));
    return pasted && pasted.shown === box.value ? { ...state, text: pasted.raw } : state;
  }

  function flush(): void {
    if (timer === undefined) return;
    clearTimeout(timer);
    changed(true);
  }

  /** One entry of the history for a run of keys, one for every other change. */
  function changed(byKey: boolean): void {
    timer = undefined;
    limit = step;
    const query = queryOfState(addressable(current(), show()));
    const address = location.pathname + (query === '' ? '' : `?${query}`);
    if (address !== location.pathname + location.search) {
      if (byKey && isTyping) history.replaceState(null, '', address);
      else history.pushState(null, '', address);
    }
    isTyping = byKey;
  }

  /** A long text may hold secrets and does not fit: its type's name stands for it. */
  function addressable(state: State, answer: Answer | undefined): State {
    const isLong = state.text.length > longestAddress || state.text.includes('\n') || state.text === pasted?.raw;
    const name = answer?.types.length === 1 ? index.types[answer.types[0] ?? -1]?.name : undefined;
    return isLong ? { ...state, text: name ?? '' } : state;
  }

  function fill(state: State): void {
    box.value = state.text;
    set('sort', state.sort ?? '');
    set('order', state.isDown ? 'down' : '');
    for (const choice of checkboxes()) choice.checked = state.filters[choice.name as Facet].includes(choice.value);
  }

  function set(name: string, value: string): void {
    (form.elements.namedItem(name) as HTMLInputElement).value = value;
  }

  function checkboxes(): HTMLInputElement[] {
    return [...root.querySelectorAll<HTMLInputElement>('fieldset input')];
  }

  function show(): Answer | undefined {
    const state = current();
    const answer = state.text.trim() === '' ? undefined : resolve(state.text);
    const sure = answer?.types ?? everything;
    const all = answer ? [...sure, ...(answer.also ?? [])] : everything;
    const kept = filtered(index, all, state.filters);
    const isSure = new Set(sure);
    const groups = state.sort
      ? [sorted(index, kept, state.sort, state.isDown)]
      : [kept.filter((at) => isSure.has(at)), kept.filter((at) => !isSure.has(at))];

    const counts = countsOf(index, all, state.filters);
    for (const choice of checkboxes()) {
      const count = counts[choice.name as Facet].get(choice.value) ?? 0;
      const label = choice.parentElement as HTMLElement;
      (label.querySelector('i') as HTMLElement).textContent = String(count);
      label.classList.toggle('idle', count === 0 && !choice.checked);
    }
    const active = facets.reduce((sum, facet) => sum + state.filters[facet].length, 0);
    view.active.textContent = active > 0 ? String(active) : '';
    view.clear.hidden = isEmpty(state);
    view.heads(state.sort, state.isDown);
    const about = answer?.page && { href: `${index.path}/${answer.page}`, text: `All about ${answer.by}` };
    view.links(about || undefined, answer?.isResponse ?? false);
    view.rows(
      isEmpty(state) ? undefined : groups.map((group, place) => ({ heading: heading(place, groups), rows: group })),
      row,
      limit,
    );
    view.found.textContent = sentence(state, answer, kept.length, isSure, kept);
    view.nothing(kept.length > 0 ? undefined : emptyState(state, all.length, answer));
    return answer;
  }

  function heading(place: number, groups: readonly (readonly number[])[]): string | undefined {
    return place === 1 && (groups[0]?.length ?? 0) > 0 ? 'Also about it' : undefined;
  }

  function sentence(
    state: State,
    answer: Answer | undefined,
    count: number,
    isSure: ReadonlySet<number>,
    kept: readonly number[],
  ): string {
    if (isEmpty(state)) return counted(index.types.length, 'problem type');
    if (!answer) return `${count} of ${counted(index.types.length, 'problem type')}`;
    const sure = kept.filter((at) => isSure.has(at)).length;
    if (count === 0) return `No problem type found by ${answer.by}`;
    if (sure === 0)
      return `${counted(count, 'problem type')} found by ${answer.types.length === 0 ? answer.by : 'its words'}`;
    return `${counted(sure, 'problem type')} found by ${answer.by}${count > sure ? `, ${count - sure} more about it` : ''}`;
  }

  function emptyState(
    state: State,
    unfiltered: number,
    answer: Answer | undefined,
  ): { hidden: number; near: { href: string; text: string }[] } {
    const closest = answer && unfiltered === 0 ? near(state.text) : [];
    return {
      hidden: unfiltered,
      near: closest.flatMap((at) => {
        const type = index.types[at];
        return type ? [{ href: `${index.path}/${type.name}`, text: type.title }] : [];
      }),
    };
  }
}

async function indexAt(address: string): Promise<FinderIndex> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response.json();
}
