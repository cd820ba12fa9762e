import type { Fixer } from '#catalog/entry.ts';
import type { InspectorIndex, TypeFacts } from '#diagnose/facts.ts';
import type { Inspected } from '#diagnose/result.ts';
import type { Cause } from '#runtime/causes/cause.ts';
import { findCausesOf } from '#runtime/causes/find.ts';
import { h, prose } from './dom.ts';

/** How many causes are shown when none is proved. */
const most = 3;

/** The cause that the response proves; else the most frequent ones, with how to tell them apart. */
export function causes(
  index: InspectorIndex,
  facts: TypeFacts,
  { body, status, url, method }: Inspected,
  page: string,
  linkOf: (name: string) => string | undefined,
): HTMLElement {
  const found = findCausesOf(facts, body, { status, url, method });
  const proved = found.by === 'text' ? [...found.sure, ...found.possible] : [];
  const shown = proved.length > 0 ? proved : [...found.sure, ...found.possible].slice(0, most);
  const rest = facts.causes.length - shown.length;
  const heading =
    proved.length === 1 ? 'The cause' : proved.length > 1 ? 'One of these causes' : 'What can have caused it';
  const item = ({ cause, tell, fixedBy }: Cause) =>
    h(
      'li',
      { class: proved.length > 0 ? 'fits' : '' },
      h(
        'p',
        { class: 'cause' },
        prose(cause, linkOf),
        fixedBy !== facts.fixedBy && h('span', { class: 'fixer' }, index.words.fixer[fixedBy as Fixer]),
      ),
      tell !== undefined && proved.length !== 1 && h('p', {}, h('b', {}, 'How to tell'), ' ', prose(tell, linkOf)),
    );
  return h(
    'section',
    { class: 'cause-section' },
    h('h3', {}, heading),
    proved.length > 0 && h('p', { class: 'note' }, 'Your response fits ', proved.length === 1 ? 'it' : 'them', '.'),
    h('ul', { class: 'causes' }, shown.map(item)),
    rest > 0 &&
      h(
        'p',
        { class: 'read-on' },
        h(
          'a',
          { href: `${page}#causes` },
          proved.length > 0 ? `${rest} other cause${rest === 1 ? '' : 's'}` : `All ${facts.causes.length} causes`,
        ),
      ),
  );
}
