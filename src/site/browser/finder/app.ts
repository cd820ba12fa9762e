import { finder as words } from 'virtual:problem-catalog/translation';
import { secretsIn } from '#diagnose/input/secrets.ts';
import { type Source, sourcesAt } from '../search/source.ts';
import { sorts } from './facets.ts';
import { type List, listOf } from './list.ts';
import { isEmpty, queryOfState, type State, stateOfQuery } from './state.ts';
import { viewOf } from './view.ts';

/** The finder at work: the form is the state, the address keeps it, the table shows what it leaves. */
export interface Finder {
  /** Shows what a text names that was pasted, or handed over by another page. */
  take(text: string, isHandedOver: boolean): Promise<void>;
  filter(): void;
  sortBy(column: string): void;
  /** Opens the answer, or leads to the first of the results. */
  enter(): Promise<void>;
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

  const sources = await sourcesAt(form.dataset.index ?? '').catch((error) => {
    view.say(words.failed);
    throw error;
  });
  let last: { readonly source: Source; readonly list: List } | undefined;

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
  root.addEventListener('keydown', async (event) => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!move || !view.stops().includes(event.target as HTMLElement)) return;
    event.preventDefault();
    if (timer !== undefined) {
      clearTimeout(timer);
      await changed(true);
    }
    const stops = view.stops();
    stops[stops.indexOf(event.target as HTMLElement) + move]?.focus();
  });
  if (location.search.length > 1) await show();
  else await changed(true);

  return {
    take(text, isHandedOver) {
      const shown = text.replace(/\s+/g, ' ').trim().slice(0, 200);
      view.box.value = shown;
      pasted = text === shown ? undefined : { raw: text, shown };
      // The address of the hand-over gives way to that of the answer.
      isTyping = isHandedOver;
      return changed(isHandedOver).then(() => {
        if (isHandedOver) view.focusFirst();
      });
    },
    filter: () => changed(false),
    sortBy(column) {
      const state = current();
      const sort = sorts.find((each) => each === column);
      const isSame = state.sort === sort;
      view.fill({ ...view.state(), sort: isSame && state.isDown ? undefined : sort, isDown: isSame && !state.isDown });
      changed(false);
    },
    async enter() {
      clearTimeout(timer);
      await changed(true);
      const { found, groups } = last?.list ?? {};
      if (found?.isSure && found.hits[0] && !current().sort && groups?.length)
        location.assign(found.hits[0].document.path);
      else if (!isEmpty(current())) view.focusFirst();
    },
  };

  /** The form, with the whole of a pasted text. */
  function current(): State {
    const state = view.state();
    return pasted && pasted.shown === state.text ? { ...state, text: pasted.raw } : state;
  }

  async function show(): Promise<void> {
    const state = current();
    const source = await sources(state.text);
    if (state.text !== current().text) return;
    const list = listOf(source, state);
    last = { source, list };
    view.show(source.index, list, state);
  }

  /** One entry of the history for a run of keys, one for every other change. */
  async function changed(byKey: boolean): Promise<void> {
    timer = undefined;
    await show();
    const query = queryOfState(addressable(current()));
    const address = location.pathname + (query === '' ? '' : `?${query}`);
    if (address !== location.pathname + location.search) {
      if (byKey && isTyping) history.replaceState(null, '', address);
      else history.pushState(null, '', address);
      isTyping = byKey;
    } else if (!byKey) isTyping = false;
  }

  /** A text with secrets must not, and a long one cannot be in the address: its type's name stands for it. */
  function addressable(state: State): State {
    const { text } = state;
    if (text.length <= longestAddress && text !== pasted?.raw && secretsIn(text).length === 0) return state;
    const [first = -1, ...others] = last?.list.answer?.types ?? [];
    return { ...state, text: (others.length === 0 && last?.source.index.types[first]?.name) || '' };
  }
}
