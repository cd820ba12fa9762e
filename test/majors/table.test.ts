import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { majors } from './matrix.ts';
import { readResults } from './reporter.ts';
import { pages } from './table.ts';

/** What the manual says was tried: `npm run test:long` tries it. */

const results = readResults();

test.each(majors)('$id was tried with the versions of the matrix, on the oldest Node.js that it needs', (major) => {
  const { versions, nodes } = results[major.id] ?? {};
  expect(versions, 'Run "npm run test:long".').toEqual(major.install);
  expect(nodes).toContain(major.node);
});

test('no result is for a major that is not in the matrix', () => {
  expect(Object.keys(results)).toEqual(majors.map(({ id }) => id));
});

test.each(pages)('$file has the table of what is tried', ({ file, table }) => {
  expect(readFileSync(file, 'utf8'), 'Run "node test/majors/table.ts".').toContain(`\n${table()}\n`);
});
