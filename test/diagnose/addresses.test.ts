import { describe, expect, test } from 'vitest';
import {
  askedForms,
  bareUri,
  formsOf,
  pageOf,
  partsOfUri,
  placedIn,
  typeUriOf,
  writtenForms,
} from '#diagnose/addresses.ts';
import { inspectorIndex } from '#diagnose/make-index.ts';
import { replies, site } from './tables/parcels.ts';
import { brief, outcomeOf } from './tables/show.ts';

/** Addresses of types and pages. */

// As text, so that a table can be read.
expect.addSnapshotSerializer({ test: (value) => typeof value === 'string', print: String });

const index = inspectorIndex(site, replies);
const base = index.baseUri;
const placed = index.types.map(({ name, type, path }) => ({ name, ...(type && { type }), ...(path && { path }) }));

describe('addresses', () => {
  test('of the types of a catalog', () => {
    const lines = site.catalog.problems.map((problem, at) => {
      const type = placed[at] as (typeof placed)[number];
      return [
        brief(placedIn(site, problem)),
        typeUriOf(type, base),
        pageOf(type, '/list'),
        formsOf(type, base).join(' '),
      ].join(' | ');
    });
    expect(lines.join('\n')).toMatchSnapshot();
  });

  test.each(['https://A.b/c/d.html?e#f/', 'urn:a:b/', '//a.b/c.schema.json', '/a/b.md', 'http://a.json', 'tag:a,1:b#'])(
    '%s',
    (uri) => {
      expect(
        outcomeOf(
          uri,
          (each) =>
            `${bareUri(each)} | ${writtenForms(each).join(' ')} | ${askedForms(each).join(' ')} | ${partsOfUri(each).join(' ')}`,
        ),
      ).toMatchSnapshot();
    },
  );
});

test('the address of a type that is where its name says', () => {
  const own = { catalog: { facts: { baseUri: 'https://x/e' } }, paths: { index: '/e' } } as unknown as typeof site;
  const type = (typeUri: string, path: string) => ({ name: 'a', path, typeUri }) as Parameters<typeof placedIn>[1];
  const made = [type('https://x/e/a', '/e/a'), type('https://x/e/a', '/d/a'), type('urn:a', '/e/a')];
  expect(made.map((each) => placedIn(own, each))).toEqual([{}, { path: '/d/a' }, { type: 'urn:a', path: '/e/a' }]);
  expect([
    typeUriOf({ name: 'a' }, 'https://x/e'),
    pageOf({ name: 'a' }, '/e'),
    formsOf({ name: 'a' }, 'https://x/e'),
  ]).toEqual(['https://x/e/a', '/e/a', ['x/e/a', '/e/a', 'e/a']]);
});

test.each([
  ['', '', [''], []],
  ['/', '', [''], []],
  ['//a/b', 'a/b', ['a/b'], ['a/b']],
  ['/a', '/a', ['/a'], ['/a']],
  ['#a', '#a', ['#a'], ['#a']],
  ['?a', '?a', ['?a'], ['?a']],
  ['http://A/b', 'a/b', ['a/b', '/b', 'b'], ['a/b']],
  ['HTTPS://a', 'a', ['a'], ['a']],
  ['xhttps://a/b', 'xhttps://a/b', ['xhttps://a/b'], ['xhttps://a/b']],
  ['https:a/b', 'https:a/b', ['https:a/b', '/b', 'b'], ['https:a/b']],
  ['a.json.b', 'a.json.b', ['a.json.b'], ['a.json.b']],
  ['a/b.md?c.md', 'a/b?c.md', ['a/b?c.md'], ['a/b?c.md', 'a/b']],
  ['a?b#c?d', 'a?b#c?d', ['a?b#c?d'], ['a?b#c?d', 'a?b', 'a']],
  ['a#b\nc', 'a#b\nc', ['a#b\nc'], ['a#b\nc', 'a']],
])('the forms of %j', (uri, bare, written, askedFor) => {
  expect([bareUri(uri), writtenForms(uri), askedForms(uri)]).toEqual([bare, written, askedFor]);
});
