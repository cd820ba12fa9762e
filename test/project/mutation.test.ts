import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../support.ts';
import { roomsOf } from '../tools/mutation/rooms.ts';

/** What the tests notice of each source, as `npm run mutation` noted it. */

const results: Record<string, { score: number }> = JSON.parse(
  readFileSync(join(root, 'test/tools/mutation/results.json'), 'utf8'),
);

test('at least 90 % of the changes of each file are noticed', () => {
  expect(Object.entries(results).filter(([, { score }]) => score < 90)).toEqual([]);
});

test('each file that has a score is there', () => {
  expect(Object.keys(results).filter((file) => !existsSync(join(root, file)))).toEqual([]);
});

test('each source of the package, the catalog and the diagnosis has tests that are to notice its changes', () => {
  const sources = ['src/runtime', 'src/catalog', 'src/diagnose'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.startsWith('generated'))
      .map((file) => `${folder}/${file.replaceAll('\\', '/')}`),
  );
  expect(sources.filter((file) => roomsOf([file]).length === 0).sort()).toEqual([
    // Types and tables of texts.
    'src/catalog/data.ts',
    'src/catalog/translations/de.ts',
    'src/catalog/translations/en.ts',
    'src/catalog/translations/sayings.ts',
    // Code that runs once, when it is loaded.
    'src/runtime/causes/jest.ts',
    'src/runtime/causes/vitest.ts',
    'src/runtime/index.ts',
    'src/runtime/jest.ts',
    'src/runtime/vitest.ts',
  ]);
});
