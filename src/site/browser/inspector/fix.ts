import { stepsOf } from '#catalog/causes.ts';
import type { Request } from '#catalog/entry.ts';
import type { InspectorIndex, TypeFacts } from '#diagnose/facts.ts';
import { type OwnRequest, type OwnValues, withOwnValues } from '#diagnose/own-values.ts';
import type { CauseStep } from '#runtime/causes/cause.ts';
import { languages } from '../../languages.ts';
import { type Child, copyButton, h, prose } from './dom.ts';

/** How many steps are shown; one more when it is the last. The page has them all. */
const most = 2;

type LinkOf = (name: string) => string | undefined;

/** The first steps of the fix, with the reader's own values in their requests. */
export function fix(
  index: InspectorIndex,
  facts: TypeFacts,
  page: string,
  values: OwnValues,
  linkOf: LinkOf,
): HTMLElement {
  const steps = stepsOf(facts);
  const shown = steps.slice(0, steps.length === most + 1 ? steps.length : most);
  const requests = shown.map(
    ({ request }) => request && withOwnValues(request as Request, values, index.routes, index.server.url),
  );
  const own = [...new Set(requests.flatMap((made) => made?.own ?? []))];
  const text = JSON.stringify(shown);
  const placeholders = Object.entries(index.placeholders).filter(([name]) => text.includes(`<${name}>`));
  return h(
    'section',
    { class: 'fix' },
    h('h3', {}, 'Fix it'),
    own.length > 0 &&
      h(
        'p',
        { class: 'note' },
        'With values from your response: ',
        own.map((value, at) => [at > 0 && ', ', h('mark', { class: 'own' }, value)]),
        '.',
      ),
    h(
      'ol',
      { class: 'steps' },
      shown.map((step, at) => stepOf(index, step, requests[at], linkOf)),
    ),
    placeholders.length > 0 &&
      h(
        'details',
        {},
        h('summary', {}, 'What to put in the angle brackets'),
        h(
          'dl',
          { class: 'pairs' },
          placeholders.map(([name, meaning]) => [
            h('dt', {}, h('code', {}, h('mark', {}, `<${name}>`))),
            h('dd', {}, prose(meaning, linkOf)),
          ]),
        ),
      ),
    h(
      'p',
      { class: 'read-on' },
      h(
        'a',
        { href: `${page}#causes` },
        steps.length > shown.length ? `All ${steps.length} steps` : 'The steps on its page',
      ),
      ' · ',
      h('a', { href: `${page}#code` }, 'Handle it in code'),
    ),
  );
}

function stepOf(
  index: InspectorIndex,
  { step, when, expect, note }: CauseStep,
  made: OwnRequest | undefined,
  linkOf: LinkOf,
): HTMLElement {
  return h(
    'li',
    {},
    when !== undefined && h('p', { class: 'when' }, prose(when.charAt(0).toUpperCase() + when.slice(1), linkOf)),
    h('p', { class: 'step' }, prose(step, linkOf)),
    made && samples(made),
    expect !== undefined &&
      h(
        'p',
        { class: 'expect' },
        'It worked when the answer is ',
        h('code', {}, `${expect} ${index.reasons[expect] ?? ''}`.trim()),
        '.',
      ),
    note !== undefined && h('p', { class: 'note' }, prose(note, linkOf)),
  );
}

function samples({ request, server, own }: OwnRequest): HTMLElement {
  return h(
    'div',
    { class: 'request' },
    h(
      'p',
      { class: 'labels' },
      languages.map(({ key, title }) => h('label', { for: `language-${key}`, 'data-language': key }, title)),
    ),
    languages.map(({ key, what, write }) =>
      h(
        'div',
        { 'data-language': key },
        h(
          'div',
          { class: 'code' },
          h('pre', { 'aria-label': what }, h('code', {}, marked(write(request, server), own))),
          copyButton(what),
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
