import { describe, expect, test, vi } from 'vitest';
import { failuresIn } from '#diagnose/failures.ts';
import { hinted } from '#diagnose/hints.ts';
import { inspect } from '#diagnose/inspect.ts';
import { inspectorIndex } from '#diagnose/make-index.ts';
import { finderIndex } from '#diagnose/search/make-index.ts';
import { guides, replies, site } from './tables/parcels.ts';
import { pasted } from './tables/pasted.ts';
import { brief, shownLines, shownResult } from './tables/show.ts';

/** What people paste, and all that is made of it. */

vi.mock('#runtime/generated/validators.ts', () => ({ validators: [] }));

// As text, so that a table can be read.
expect.addSnapshotSerializer({ test: (value) => typeof value === 'string', print: String });

const index = inspectorIndex(site, replies);
const finder = finderIndex(site, guides);

describe.each(Object.entries(pasted))('%s', (_, text) => {
  test('is diagnosed', async () => {
    const result = await inspect(text, index);
    expect(`${shownResult(text, result)}\n\n${shownLines(text, result)}`).toMatchSnapshot();
  });
});

test.each([
  'curl -iv',
  'a HAR of Chrome',
  'a HAR without content',
  'an empty HAR',
  'the error of axios',
  'lines of JSON',
  'XML',
  'a success',
  'HTTPie',
  'words of nobody',
])('%s has failures', (name) => {
  const { failing, responses, failed, fault } = failuresIn(pasted[name] ?? '', 'x');
  const shown = failing.map(({ text, ...facts }) => `${brief(facts)}\n${text}`);
  expect([`${failed} of ${responses} ${fault ?? ''}`, ...shown].join('\n')).toMatchSnapshot();
});

test('a long archive has failures, cut where they get too many or too long', () => {
  const title = 'x'.repeat(300);
  const body = (at: number) =>
    JSON.stringify({ type: 'about:blank', title, status: 400, at, rest: 'y'.repeat(at === 0 ? 100_000 : 1) });
  const entries = Array.from({ length: 502 }, (_, at) => ({
    response: { status: 400, headers: [], content: { text: body(at) } },
  }));
  const { failing, responses, failed } = failuresIn(JSON.stringify({ log: { entries } }), 'x');
  const shown = failing.map(({ title, text }) => `${title?.length} ${text.length}`);
  expect([responses, failed, failing.length, ...new Set(shown)]).toEqual([
    502,
    502,
    500,
    '200 100133',
    '200 498',
    '200 499',
    '200 500',
  ]);
  const bare = failuresIn(JSON.stringify({ type: 'about:blank', title: 'x', rest: 'y'.repeat(100_000) }), 'x');
  expect(bare.failing.map(({ text }) => text.length)).toEqual([100_000]);
});

test.each([
  'a HAR of HEAD',
  'a status',
  'a line of words with a detail',
  'gRPC',
  'broken JSON',
  'broken JSON of a list',
  'XML that is cut off',
  'the page of a proxy',
  'a message',
  'a success',
  'words of nobody',
  'an access log',
  'a request alone',
  'a name',
])('%s is diagnosed with what the search knows', async (name) => {
  const text = pasted[name] ?? '';
  expect(shownResult(text, await hinted(text, await inspect(text, index), async () => finder))).toMatchSnapshot();
});
