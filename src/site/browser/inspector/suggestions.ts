import { label, inspector as words } from 'virtual:problem-catalog/translation';
import type { InspectorIndex, Reply } from '#diagnose/facts.ts';
import { type Child, h, prose } from './dom.ts';

/** Where to read on when a response does not name its problem type. */

export function replies(
  index: InspectorIndex,
  found: readonly Reply[],
  linkOf: (name: string) => string | undefined,
): Child {
  if (found.length === 0) {
    return index.guide !== undefined && h('p', { class: 'read-on' }, h('a', { href: index.guide }, words.knownReplies));
  }
  return h(
    'section',
    { class: 'reply' },
    h('h3', {}, words.knownReply(found.length)),
    found.slice(0, 3).map(({ heading, anchor: id, advice }) =>
      h(
        'div',
        { class: 'known' },
        h(
          'p',
          { class: 'cause' },
          h(
            'a',
            { href: `${index.guide}#${id}` },
            prose(heading, () => undefined),
          ),
        ),
        advice.slice(0, 3).map((paragraph) => h('p', {}, prose(paragraph, linkOf))),
      ),
    ),
  );
}

export function near(
  index: InspectorIndex,
  heading: string,
  names: readonly string[],
  linkOf: (name: string) => string | undefined,
  note?: string,
): Child {
  return h(
    'section',
    { class: 'near' },
    h('h3', {}, heading),
    note !== undefined && h('p', { class: 'note' }, note),
    names.length > 0 &&
      h(
        'ul',
        {},
        names.map((name) =>
          h(
            'li',
            {},
            h('a', { href: linkOf(name) }, index.types.find((type) => type.name === name)?.title ?? name),
            ' ',
            h('code', {}, name),
          ),
        ),
      ),
    h('p', { class: 'read-on' }, h('a', { href: index.index }, label.allTypes)),
  );
}
