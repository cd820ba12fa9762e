import { expect, test } from 'vitest';
import { finderIndex } from '#diagnose/search/make-index.ts';
import { searcher } from '#diagnose/search/search.ts';
import type { Piece } from '#diagnose/search/snippet.ts';
import { asked } from './tables/asked.ts';
import { guides, site } from './tables/parcels.ts';

/** What people type into the search, and all that is found: the order, how sure it is, and why. */

// As text, so that a table can be read.
expect.addSnapshotSerializer({ test: (value) => typeof value === 'string', print: String });

const index = finderIndex(site, guides);
const { resolve, near, search } = searcher(index);
// What the first search prepares belongs to no test alone.
search('parcel');
const nameAt = (at: number) => index.types[at]?.name;
const shown = (pieces: readonly Piece[]) =>
  pieces.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text)).join('');

test.each(asked)('%s', (text) => {
  const { by, types, also, message, ...rest } = resolve(text);
  const answer = [by, ...Object.entries(rest).flatMap(([name, value]) => (value ? `${name} ${value}` : []))];
  const { hits, isSure, isResponse } = search(text);
  const close = near(text);
  expect(
    [
      answer.join(' | '),
      `types ${types.map(nameAt).join(', ')}`,
      also && also.length > 0 && `also ${also.map(nameAt).join(', ')}`,
      message && `message ${message.label}`,
      close.length > 0 && `near ${close.map(nameAt).join(', ')}`,
      `${hits.length} hits${isSure ? ', sure' : ''}${isResponse ? ', a response' : ''}`,
      ...hits
        .slice(0, 5)
        .map(
          ({ document, title, why, isAsked }) =>
            `${document.path} ${shown(title)} | ${isAsked ? 'asked ' : ''}${shown(why)}`,
        ),
      hits.length > 5 &&
        `… ${hits
          .slice(5)
          .map(({ document }) => document.path.replace(/^.*\//, ''))
          .join(' ')}`,
    ]
      .filter(Boolean)
      .join('\n'),
  ).toMatchSnapshot();
});
