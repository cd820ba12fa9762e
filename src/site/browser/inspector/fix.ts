import { copies, label, inspector as words } from 'virtual:problem-catalog/translation';
import type { Request } from '#catalog/entry.ts';
import type { DiagnosedCause } from '#diagnose/diagnosis.ts';
import type { InspectorIndex, TypeFacts } from '#diagnose/facts.ts';
import type { CauseStep } from '#runtime/causes/cause.ts';
import { languages } from '../../languages.ts';
import { type Child, copyButton, h, prose } from './dom.ts';

/** What the fixes of a response are shown with. */
export interface About {
  readonly index: InspectorIndex;
  readonly facts: TypeFacts;
  /** Path of the page of the type. */
  readonly page: string;
  readonly linkOf: (name: string) => string | undefined;
  /** Origin of the reader's server, where it is known. */
  readonly server: string | undefined;
}

/** The steps against one cause, with the reader's own values in their requests. */
export function fix(about: About, cause: DiagnosedCause): HTMLElement {
  const { index, facts, page, linkOf, server } = about;
  const { fix: steps, name, own } = cause;
  const hasRequest = steps.some(({ request }) => request);
  const values = [...(server !== undefined && server !== index.server.url && hasRequest ? [server] : []), ...own];
  const text = JSON.stringify(steps);
  const placeholders = Object.entries(index.placeholders).filter(([placeholder]) => text.includes(`<${placeholder}>`));
  const cases = new Set(steps.map(({ when }) => when));
  const areAlternatives = steps.length > 1 && cases.size === steps.length && !cases.has(undefined);
  return h(
    'div',
    { class: 'fix' },
    h('h4', {}, words.fix),
    values.length > 0 &&
      h(
        'p',
        { class: 'note' },
        words.ownValues,
        values.map((value, at) => [at > 0 && ', ', h('mark', { class: 'own' }, value)]),
        '.',
      ),
    h(
      areAlternatives || steps.length === 1 ? 'ul' : 'ol',
      { class: 'steps' },
      steps.map((step) => stepOf(about, step, values)),
    ),
    placeholders.length > 0 &&
      h(
        'details',
        {},
        h('summary', {}, words.placeholders),
        h(
          'dl',
          { class: 'pairs' },
          placeholders.map(([placeholder, meaning]) => [
            h('dt', {}, h('code', {}, h('mark', {}, `<${placeholder}>`))),
            h('dd', {}, prose(meaning, linkOf)),
          ]),
        ),
      ),
    h(
      'p',
      { class: 'read-on' },
      h('a', { href: `${page}#${name}` }, h('code', {}, facts.name, h('b', {}, `#${name}`))),
      ' · ',
      h('a', { href: `${page}#code` }, words.handle),
    ),
  );
}

function stepOf(
  { index, linkOf, server }: About,
  { step, when, request, expect, note, settings = [] }: CauseStep,
  own: readonly string[],
): HTMLElement {
  return h(
    'li',
    {},
    when !== undefined && h('p', { class: 'when' }, prose(when.charAt(0).toUpperCase() + when.slice(1), linkOf)),
    h('p', { class: 'step' }, prose(step, linkOf)),
    request && samples(request as Request, server ?? index.server.url, own),
    (expect !== undefined || note !== undefined) &&
      h(
        'p',
        { class: 'note' },
        expect !== undefined && [
          `${label.expected}: `,
          h('code', {}, `${expect} ${index.reasons[expect] ?? ''}`.trim()),
          '. ',
        ],
        note !== undefined && prose(note, linkOf),
      ),
    settings.length > 0 &&
      h(
        'p',
        { class: 'note' },
        `${label.settings}: `,
        settings.map((name, at) => [at > 0 && ', ', h('code', {}, name)]),
        '.',
      ),
  );
}

function samples(request: Request, server: string, own: readonly string[]): HTMLElement {
  return h(
    'div',
    { class: 'request' },
    h(
      'p',
      { class: 'labels' },
      languages.map(({ key, title }) => h('label', { for: `language-${key}` }, title)),
    ),
    languages.map(({ key, write }) =>
      h(
        'div',
        { 'data-language': key },
        h(
          'div',
          { class: 'code' },
          h('pre', { 'aria-label': copies[key] }, h('code', {}, marked(write(request, server), own))),
          copyButton(copies[key]),
        ),
      ),
    ),
  );
}

/** Own values and placeholders stand out. */
function marked(code: string, own: readonly string[]): Child[] {
  const values = own.flatMap((value) => [value, encodeURIComponent(value)]).filter((value) => value.length > 1);
  const texts = new Set([...values, ...(code.match(/<[\w ]+>/g) ?? [])]);
  const pieces: Child[] = [];
  let from = 0;
  for (;;) {
    const [next] = [...texts]
      .map((text) => ({ text, at: code.indexOf(text, from) }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at || b.text.length - a.text.length);
    if (!next) return [...pieces, code.slice(from)];
    const { text, at } = next;
    pieces.push(code.slice(from, at), h('mark', text.startsWith('<') ? {} : { class: 'own' }, text));
    from = at + text.length;
  }
}
