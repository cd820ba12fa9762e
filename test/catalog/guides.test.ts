import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { guidesOf } from '#catalog/guides.ts';
import { load } from '#catalog/load.ts';
import { libraryDir, temporary } from '../support.ts';

const library = await load(libraryDir);

/** Front matter that a guide cannot be made of, and what is said of it. */

test.each([
  ['# Retries\n\nWait.\n', 'guides/retries.md: the front matter has no title. Add it between two lines "---"'],
  ['---\ntitle: Retries\n---\nWait.\n', 'guides/retries.md: the front matter has no description.'],
  ['---\ntitle: A: b\n---\nWait.\n', 'guides/retries.md: the front matter must be YAML: Nested mappings'],
])('%j is refused', (text, message) => {
  const folder = temporary();
  mkdirSync(join(folder, 'guides'));
  writeFileSync(join(folder, 'guides/retries.md'), text);
  expect(() => guidesOf({ ...library, folder })).toThrow(message);
});
