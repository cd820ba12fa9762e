import { secretsIn } from '#diagnose/input/secrets.ts';
import type { FinderIndex } from '#diagnose/search/index.ts';
import { resolver } from '#diagnose/search/resolve.ts';
import { sorts } from './facets.ts';
import { type List, listOf } from './list.ts';
import { isEmpty, queryOfState, type State, stateOfQuery } from './state.ts';
import { viewOf } from './view.ts';

/** The finder at work: the form is the state, the address keeps it, the table shows what it leaves. */
export interface Finder {
  /** Shows what a text names that was pasted, or handed over by another page. */
  take(text: string, isHandedOver: boolean): void;
  filter(): void;
  sortBy(column: string): void;
  openFirst(): void;
}

/** A longer text is kept out of the address. */
const longestAddress = 300;
/** Time after the last key before the list changes, in milliseconds. */
const pause = 120;

export async function finder(root: HTMLElement, form: HTMLFormElement): Promise<Finder> {
  const view = viewOf(root, form);
  let pasted: { raw: string; shown: string } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isTyping = false;
  if (location.search.length > 1 && isEmpty(view.state())) view.fill(stateOfQuery(location.search));

  const index = await indexAt(form.dataset.index ?? '').catch((error) => {
    view.say('The search could not be loaded. The lists on this page are complete without it.');
    throw error;
  });
  const find = resolver(index);

  view.box.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => changed(true), pause);
  });
  addEventListener('popstate', () => {
    pasted = undefined;
    isTyping = false;
    view.fill(stateOfQuery(location.search));
    show();
  });
  view.clear.addEventListener('click', (event) => {
    event.preventDefault();
    view.fill(stateOfQuery(''));
    changed(false);
    view.box.focus();
  });
  view.inspect.addEventListener('click', async (event) => {
    event.preventDefault();
    const [{ masked }, { fragmentOf }] = await Promise.all([
      import('#diagnose/input/secrets.ts'),
      import('../inspector/share.ts'),
    ]);
    const fragment = await fragmentOf(masked(current().text));
    location.assign(fragment ? `${view.inspect.href}#${fragment}` : view.inspect.href);
  });
  root.addEventListener('keydown', (event) => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!move || !view.stops().includes(event.target as HTMLElement)) return;
    flush();
    const stops = view.stops();
    const target = stops[stops.indexOf(event.target as HTMLElement) + move];
    if (!target) return;
    event.preventDefault();
    target.focus();
  });
  if (location.search.length > 1) show();
  else changed(true);

  return {
    take(text, isHandedOver) {
      const shown = text.replace(/\s+/g, ' ').trim().slice(0, 200);
      view.box.value = shown;
      pasted = text === shown ? undefined : { raw: text, shown };
      // The address of the hand-over gives way to that of the answer.
      isTyping = isHandedOver;
      changed(isHandedOver);
    },
    filter: () => changed(false),
    sortBy(column) {
      const state = current();
      const sort = sorts.find((each) => each === column);
      const isSame = state.sort === sort;
      view.fill({ ...view.state(), sort: isSame && state.isDown ? undefined : sort, isDown: isSame && !state.isDown });
      changed(false);
    },
    openFirst() {
      flush();
      const [, first] = view.stops();
      if (first instanceof HTMLAnchorElement && !isEmpty(current())) location.assign(first.href);
    },
  };

  /** The form, with the whole of a pasted text. */
  function current(): State {
    const state = view.state();
    return pasted && pasted.shown === state.text ? { ...state, text: pasted.raw } : state;
  }

  function flush(): void {
    if (timer === undefined) return;
    clearTimeout(timer);
    changed(true);
  }

  function show(): List {
    const list = listOf(index, find, current());
    view.show(index, list, current());
    return list;
  }

  /** One entry of the history for a run of keys, one for every other change. */
  function changed(byKey: boolean): void {
    timer = undefined;
    const query = queryOfState(addressable(current(), show()));
    const address = location.pathname + (query === '' ? '' : `?${query}`);
    if (address !== location.pathname + location.search) {
      if (byKey && isTyping) history.replaceState(null, '', address);
      else history.pushState(null, '', address);
    }
    isTyping = byKey;
  }

  /** A text with secrets must not, and a long one cannot be in the address: its type's name stands for it. */
  function addressable(state: State, { answer }: List): State {
    const { text } = state;
    if (text.length <= longestAddress && text !== pasted?.raw && secretsIn(text).length === 0) return state;
    const [first = -1, ...others] = answer?.types ?? [];
    return { ...state, text: (others.length === 0 && index.types[first]?.name) || '' };
  }
}

async function indexAt(address: string): Promise<FinderIndex> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response.json();
}
