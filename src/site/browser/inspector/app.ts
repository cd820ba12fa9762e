import { inspector as words } from 'virtual:problem-catalog/translation';
import { pageOf } from '#diagnose/addresses.ts';
import { detailIn } from '#diagnose/diagnosis.ts';
import type { InspectorIndex, TypeFacts } from '#diagnose/facts.ts';
import { hinted } from '#diagnose/hints.ts';
import { seen } from '#diagnose/input/colors.ts';
import { masked } from '#diagnose/input/secrets.ts';
import { inspect, type LoadValidator, maxBytes } from '#diagnose/inspect.ts';
import type { Inspected, Result } from '#diagnose/result.ts';
import type { FinderIndex } from '#diagnose/search/index.ts';
import { indexFor } from '#diagnose/search/parts.ts';
import { scrollers } from '../page/scrollers.ts';
import { said } from '../said.ts';
import { h } from './dom.ts';
import { failureList, largest, readLarge } from './large.ts';
import { resultOf } from './result.ts';
import { textOfFragment } from './share.ts';
import { shareBar } from './share-bar.ts';
import { sourceListing } from './source-listing.ts';

/** The inspector in use: from the form to the result. Each action gives a sentence that says what came of it. */

const cache = new Map<string, Promise<unknown>>();

function fetched<Value>(address: string): Promise<Value> {
  const known = cache.get(address);
  if (known) return known as Promise<Value>;
  const answer = fetch(address).then((response) => {
    if (!response.ok) throw new Error(`${address} answered ${response.status}`);
    return response.json();
  });
  answer.catch(() => cache.delete(address));
  cache.set(address, answer);
  return answer;
}

const indexOf = (form: HTMLFormElement) => fetched<InspectorIndex>(form.dataset.index ?? '');
const factsOf = (index: InspectorIndex, name: string) => {
  const type = index.types.find((each) => each.name === name) ?? { name };
  return fetched<TypeFacts>(`${pageOf(type, index.index)}.json`);
};

/** Loads the validator of a type from a file of its own. Without it, members are not checked. */
const validatorsOf =
  ({ index }: InspectorIndex): LoadValidator =>
  (name) =>
    import(/* @vite-ignore */ `${index}/validators/${name}.js`).then((module) => module.default).catch(() => undefined);

let latest = 0;

interface Options {
  /** Which response of the text. */
  readonly choice?: number;
  /** Whether the text came with a link. */
  readonly shared?: boolean;
  /** What stays above the result. */
  readonly above?: HTMLElement;
}

/** Inspects a text and shows the result. */
export async function run(form: HTMLFormElement, given: string, options: Options = {}): Promise<string> {
  if (!options.above && new Blob([given]).size > maxBytes) return openLarge(form, new Blob([given]), words.theText);
  latest += 1;
  const mine = latest;
  const text = seen(given);
  const index = await indexOf(form);
  const result = await hinted(text, await inspect(text, index, options.choice, validatorsOf(index)), async () => {
    const head = await fetched<FinderIndex>(index.finder);
    return indexFor(head, text, (file) => fetched(`${index.finder.replace(/\.json$/, '')}/${file}.json`));
  });
  const name = nameIn(result);
  const facts = name === undefined ? undefined : await factsOf(index, name);
  return mine === latest ? show(form, index, text, result, facts, options) : '';
}

function nameIn(result: Result): string | undefined {
  if (result.kind === 'name') return result.name;
  return result.kind === 'response' && result.identity && 'name' in result.identity ? result.identity.name : undefined;
}

function show(
  form: HTMLFormElement,
  index: InspectorIndex,
  text: string,
  result: Result,
  facts: TypeFacts | undefined,
  { choice, shared, above }: Options,
): string {
  const place = document.querySelector<HTMLElement>('#result');
  const fault = form.querySelector<HTMLElement>('#inspect-fault');
  const field = form.querySelector('textarea');
  if (!place || !fault || !field) return '';
  field.setAttribute('aria-invalid', String(result.kind === 'fault'));
  if (result.kind === 'fault') {
    const where = result.position ? ` ${words.place(result.position.line, result.position.column)}.` : '';
    fault.textContent = masked(said(result.message)) + where;
    const focus = result.marks[0] ?? { start: 0, end: 0 };
    place.replaceChildren(
      ...(result.marks.length > 0
        ? [h('div', { class: 'faulty' }, sourceListing(text, result.marks, [], focus, undefined))]
        : []),
    );
    place.hidden = result.marks.length === 0;
    field.focus();
    return fault.textContent;
  }
  fault.textContent = '';
  const about = result.kind === 'name' ? nameResult(result.name, text, facts) : result;
  const shown = resultOf(index, text, about, facts);
  const { title, element } = shown;
  if (result.kind === 'name') element.querySelector('.yours')?.remove();
  const bar = shareBar(text, about, shown, facts);
  if (shared) element.prepend(h('p', { class: 'banner' }, words.fromLink));
  const chooser = about.choices.length > 1 ? choices(form, text, about) : undefined;
  const before = [above, chooser].filter((each) => each !== undefined);
  place.replaceChildren(...before, element, ...(result.kind === 'name' ? [] : [bar]));
  place.hidden = false;
  for (const link of element.querySelectorAll<HTMLAnchorElement>('a[href^="#finding-"]'))
    link.addEventListener('click', jump);
  scrollers();
  const counts = element.querySelector('.count')?.textContent ?? '';
  if (choice === undefined) element.querySelector<HTMLElement>('#result-title')?.focus({ preventScroll: true });
  else chooser?.querySelector('select')?.focus({ preventScroll: true });
  place.scrollIntoView({ block: 'start' });
  return [title, counts].filter(Boolean).join(': ');
}

/** Fragments of this page hold texts, so a jump inside the page leaves the address alone. */
function jump(event: Event): void {
  event.preventDefault();
  const link = event.currentTarget as HTMLAnchorElement;
  const target = document.querySelector<HTMLElement>(link.hash);
  target?.focus({ preventScroll: true });
  target?.scrollIntoView({ block: 'center' });
}

/** Only a name was pasted: there is no response to judge. */
function nameResult(name: string, text: string, facts: TypeFacts | undefined): Inspected {
  return {
    kind: 'response',
    isProblem: true,
    identity: { how: 'exact', name },
    status: undefined,
    contentType: '',
    body: facts ? detailIn(facts, text.slice(0, 2000)) : {},
    cause: /#([\w.-]+)["'>\s]*$/.exec(text.trim().slice(-200))?.[1],
    findings: [],
    marks: [],
    focus: { start: 0, end: 0 },
    replies: [],
    isHtml: false,
    notJudged: '',
    requestId: undefined,
    retryAfter: undefined,
    exchange: {},
    choices: [],
    choice: 0,
  };
}

function choices(form: HTMLFormElement, text: string, { choices: labels, choice }: Inspected): HTMLElement {
  const select = h(
    'select',
    { id: 'response-choice' },
    labels.map((label, at) => h('option', { value: String(at) }, `${at + 1}. ${masked(said(label))}`.slice(0, 120))),
  );
  select.value = String(choice);
  select.addEventListener('change', () => run(form, text, { choice: Number(select.value) }));
  return h(
    'p',
    { class: 'choices' },
    h('label', { for: 'response-choice' }, words.responses(labels.length)),
    ' ',
    select,
  );
}

/** Shows one of the examples. */
export async function example(form: HTMLFormElement, number: number): Promise<string> {
  const { examples } = await indexOf(form);
  return fill(form, examples[number]?.text ?? '');
}

export async function clear(form: HTMLFormElement): Promise<string> {
  form.reset();
  const place = document.querySelector<HTMLElement>('#result');
  const fault = form.querySelector('#inspect-fault');
  if (place) place.hidden = true;
  place?.replaceChildren();
  if (fault) fault.textContent = '';
  const field = form.querySelector('textarea');
  field?.removeAttribute('aria-invalid');
  field?.focus();
  if (location.hash || location.search) history.replaceState(null, '', location.pathname);
  return words.cleared;
}

async function fill(form: HTMLFormElement, text: string, options: Options = {}): Promise<string> {
  const field = form.querySelector('textarea');
  if (field) field.value = text;
  return run(form, text, options);
}

/** Reads a file that was chosen or dropped. */
export async function readFile(form: HTMLFormElement, file: File): Promise<string> {
  if (file.size > maxBytes) return openLarge(form, file, file.name);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  return fill(form, new TextDecoder(encoding).decode(bytes));
}

/** Lists the failing responses of a file or a text that is too large to be shown. The field stays empty until one is chosen. */
export async function openLarge(form: HTMLFormElement, file: Blob, name: string): Promise<string> {
  latest += 1;
  const mine = latest;
  const place = document.querySelector<HTMLElement>('#result');
  const fault = form.querySelector('#inspect-fault');
  if (!place || !fault) return '';
  form.reset();
  fault.textContent = '';
  const refuse = (text: string) => {
    place.hidden = true;
    fault.textContent = text;
    return text;
  };
  if (file.size > largest) return refuse(words.tooLarge(largest / 1024 / 1024));
  const found = await readLarge(file, name, place);
  if (mine !== latest) return '';
  const [first] = found.failing;
  if (!first) return refuse(found.fault ? said(found.fault) : words.noneFailed(found.responses, name));
  const above = failureList(found, name, ({ text }) => fill(form, text, { above }));
  if (found.failing.length === 1) return fill(form, first.text, { above });
  place.replaceChildren(above);
  above.querySelector('summary')?.focus({ preventScroll: true });
  place.scrollIntoView({ block: 'start' });
  return above.querySelector('summary')?.textContent ?? '';
}

/** A shared text. */
export async function openFragment(form: HTMLFormElement, fragment: string): Promise<string> {
  const text = await textOfFragment(fragment, maxBytes);
  if (text !== undefined) return fill(form, text, { shared: true });
  const fault = form.querySelector('#inspect-fault');
  if (fault) fault.textContent = words.damaged;
  return '';
}

/** The example of a problem type. */
export async function exampleOf(form: HTMLFormElement, name: string): Promise<string> {
  const index = await indexOf(form);
  const isKnown = index.types.some((type) => type.name === name);
  return isKnown ? fill(form, exampleText(index, await factsOf(index, name))) : '';
}

function exampleText({ reasons }: InspectorIndex, { statuses, headers = {}, example: body }: TypeFacts): string {
  const status = statuses[0] ?? 500;
  const fields = Object.entries(headers).flatMap(([name, template]) => {
    const value = template.replace(/\{(\w+)\}/g, (all, member: string) => String(body[member] ?? all));
    return /\{\w+\}/.test(value) ? [] : [`${name}: ${value}`];
  });
  const head = [
    `HTTP/1.1 ${status} ${reasons[status] ?? ''}`.trim(),
    'Content-Type: application/problem+json',
    ...fields,
  ];
  return `${head.join('\n')}\n\n${JSON.stringify(body, null, 2)}`;
}
