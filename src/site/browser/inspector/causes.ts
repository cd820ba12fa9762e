import { label, problem, inspector as words } from 'virtual:problem-catalog/translation';
import type { Fixer, Retry } from '#catalog/entry.ts';
import type { DiagnosedCause, Diagnosis } from '#diagnose/diagnosis.ts';
import { type Child, h, prose } from './dom.ts';
import { type About, fix } from './fix.ts';

/** The causes of a response, each with its own fix: those that it proves, and those to choose from. */

export interface CausesShown {
  readonly elements: readonly HTMLElement[];
  /** The cause that the reader chose among the possible ones. */
  chosen(): DiagnosedCause | undefined;
}

export function causes(about: About, { sure, possible, by }: Diagnosis): CausesShown {
  const heading = words.cause(sure.length);
  const proved = sure.map((cause, at) => section(about, cause, at === 0 ? heading : undefined));
  const [only] = possible;
  if (!only) return { elements: proved, chosen: () => undefined };
  if (possible.length === 1) {
    const likely = section(about, only, sure.length > 0 ? words.another : words.likely, true);
    return { elements: [...proved, likely], chosen: () => undefined };
  }
  const { element, chosen } = choice(about, possible, by === 'text');
  return { elements: [...proved, element], chosen };
}

function section(about: About, cause: DiagnosedCause, heading: string | undefined, tells = false): HTMLElement {
  return h(
    'section',
    { class: 'cause-section' },
    heading !== undefined && h('h3', {}, heading),
    h('p', { class: 'cause' }, prose(cause.cause, about.linkOf)),
    factsOf(about, cause, tells),
    fix(about, cause),
  );
}

/** A group of radio buttons, the likeliest cause first; the fix of the chosen one stands below it. */
function choice(
  about: About,
  possible: readonly DiagnosedCause[],
  isSaid: boolean,
): { element: HTMLElement; chosen: () => DiagnosedCause | undefined } {
  let cause = possible[0] as DiagnosedCause;
  let isChosen = false;
  const place = h('div', { class: 'chosen', 'aria-live': 'polite' });
  const show = () =>
    place.replaceChildren(
      h('div', {}, h('p', { class: 'cause' }, prose(cause.cause, about.linkOf)), factsOf(about, cause, false)),
      fix(about, cause),
    );
  const row = (each: DiagnosedCause, at: number) => {
    const input = h('input', { type: 'radio', name: 'cause', value: each.name, checked: at === 0 ? '' : undefined });
    input.addEventListener('change', () => {
      cause = each;
      isChosen = true;
      show();
    });
    return h(
      'label',
      {},
      input,
      h(
        'span',
        {},
        h(
          'b',
          {},
          prose(each.short ?? each.cause.replace(/\.$/, ''), () => undefined),
        ),
        at === 0 && h('span', { class: 'fixer' }, words.likeliest),
        each.tell !== undefined &&
          h(
            'span',
            { class: 'tell' },
            prose(each.tell, () => undefined),
          ),
      ),
    );
  };
  show();
  const element = h(
    'section',
    { class: 'cause-section' },
    h(
      'fieldset',
      { class: 'choice' },
      h('legend', {}, h('h3', {}, words.which)),
      h('p', { class: 'note' }, isSaid ? words.fitsEach : words.tellsNothing),
      possible.map(row),
      h('p', { class: 'read-on' }, h('a', { href: `${about.page}#none` }, problem.none)),
    ),
    place,
  );
  return { element, chosen: () => (isChosen ? cause : undefined) };
}

/** What differs from the type: who can fix it, and whether to retry. */
function factsOf({ index, facts, linkOf }: About, { tell, fixedBy, retry }: DiagnosedCause, tells: boolean): Child {
  const row = (label: string, ...content: Child[]) => [h('dt', {}, label), h('dd', {}, ...content)];
  const rows = [
    tells && tell !== undefined && row(label.tell, prose(tell, linkOf)),
    fixedBy !== facts.fixedBy && row(label.fixer, index.words.fixer[fixedBy as Fixer]),
    retry.when !== facts.retry.when &&
      row(label.retry, index.words.retry[retry.when as Retry], '. ', prose(retry.because, linkOf)),
  ].filter((each) => each !== false);
  return rows.length > 0 ? h('dl', { class: 'cause-facts' }, rows) : undefined;
}
