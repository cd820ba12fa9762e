/* cspell:disable */
import { describe, expect, test } from 'vitest';
import { identify, identifyName, nameOf } from '#diagnose/identify.ts';
import { inspectorIndex } from '#diagnose/make-index.ts';
import { replies, site } from './tables/parcels.ts';
import { brief, outcomeOf } from './tables/show.ts';

/** Which type a text or a body is about. */

// As text, so that a table can be read.
expect.addSnapshotSerializer({ test: (value) => typeof value === 'string', print: String });

const index = inspectorIndex(site, replies);
const base = index.baseUri;

describe('a type is told', () => {
  const types = [
    'urn:parcels:depot-full',
    `${base}#invalidParcel`,
    'https://limits.example/problems/rate-limited/',
    'DEPOT_CAPACITY',
    'about:blank',
    ' urn:parcels:depot-full ',
    '',
    'https://x.example/depot-fulll?a',
    7,
    undefined,
    'urn:x:nothing',
    'docs/parcel-archived',
    `${base}/label_used`,
  ];
  const titles = ['Depot Full', 'Depot Exhausted', 'depot-full!', 'Rate Limted', 7, undefined, 'Nothing'];
  test('by type, title and status', () => {
    const lines = types.flatMap((type) =>
      titles.flatMap((title) =>
        [409, 405, 418, undefined].map(
          (status) => `${brief([type, title, status])} ${brief(identify(index, { type, title, status }))}`,
        ),
      ),
    );
    expect(lines.join('\n')).toMatchSnapshot();
  });

  test.each([
    'urn:parcels:depot-full',
    'DEPOT_CAPACITY',
    'Unknown Parcel',
    'errors/invalid-parcel',
    ' depot-full ',
    'a: b',
  ])('by %s alone', (text) => {
    expect(outcomeOf(text, (each) => String(identifyName(index, each)))).toMatchSnapshot();
    expect(nameOf(index, text)).toBe(text === 'urn:parcels:depot-full' ? 'depot-full' : undefined);
  });

  test('by no long text, and by none over several lines', () => {
    expect(
      [
        'depot-full\n',
        'depot\nfull',
        '{depot-full',
        `${'-'.repeat(290)}depot-full`,
        `${'-'.repeat(291)}depot-full`,
      ].map((text) => identifyName(index, text)),
    ).toEqual(['depot-full', undefined, undefined, 'depot-full', undefined]);
    expect(nameOf(index, 'about:blank')).toBeUndefined();
  });

  test('by a name that is near', () => {
    const near = (type: string, title?: string) => brief(identify(index, { type, title }));
    expect(outcomeOf('x:depot-ful', (each) => near(each))).toMatchSnapshot();
    expect(outcomeOf('Rate Limitd', (each) => near('urn:zzzzzzz', each))).toMatchSnapshot();
  });
});

const named = (...names: string[]) => ({
  baseUri: 'https://x/e',
  types: names.map((name) => ({
    name,
    title: `Title of ${name}`,
    statuses: [400],
    aliases: [],
    titles: ['Shared', name.repeat(2)],
  })),
});

test('names that are near', () => {
  const near = (type: string, title?: string) =>
    identify(named('aaaaaaaa', 'aaaaaaab', 'aaaaaabb', 'aaaaabbb', 'aaaabbbb', 'zz'), { type, title });
  expect(
    ['x:aaaaaaaa', 'x:aaaabbbbb', 'x/aaaaaaab/?y/z', 'x:aaaa', 'x/y/?a', 'x:zzz', 'x:AAAAAAAA'].map((type) =>
      near(type),
    ),
  ).toMatchSnapshot();
  expect(
    ['zzzz', 'title of zz!', 'shared', 'shareb', 'aaaaaaaaaaaaaaab'].map((title) => near('x:qqqqqqqqqqqqqqq', title)),
  ).toMatchSnapshot();
  expect(near(`x:${'a'.repeat(200)}`, 'b'.repeat(200))).toMatchSnapshot();
});

test('a title that several types have', () => {
  const index = named('aa', 'bb');
  expect(identify(index, { title: 'Shared', status: 400 })).toEqual({ how: 'blank' });
  expect(identify(index, { title: 'title of AA' })).toEqual({ how: 'guess', name: 'aa', by: 'its title and status' });
  expect(identify(index, { title: 'Title of aa', status: 500 })).toEqual({ how: 'blank' });
  expect(identify(index, { type: '  ', title: 'aaaa' })).toEqual({
    how: 'guess',
    name: 'aa',
    by: 'its title and status',
  });
  expect(identify(index, { type: ' https://x/e/aa' })).toEqual({
    how: 'guess',
    name: 'aa',
    by: 'a type URI that is almost the same',
  });
});
