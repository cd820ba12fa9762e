import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CatalogError, findingText } from '#catalog/finding.ts';
import { lint } from '#catalog/lint.ts';
import { load } from '#catalog/load.ts';
import * as en from '#catalog/translations/en.ts';
import type { Translation } from '#catalog/translations/index.ts';
import { problemMarkdown } from '#emit/markdown/twin.ts';
import { catalogPlugin } from '#site/vite.ts';
import { copyOfLibrary, root } from '../support.ts';

/** The texts of the frame in a file of the catalog's own, and in none. */

/** A copy of the library catalog in a language, with a translation: the English one with some changes. */
function libraryIn(language: string, changes?: string): string {
  const folder = copyOfLibrary();
  const index = join(folder, 'index.ts');
  writeFileSync(index, readFileSync(index, 'utf8').replace("  name: '", `  language: '${language}',\n  name: '`));
  const file = JSON.stringify(join(root, 'src/catalog/translations/index.ts'));
  const text = `import { translationOf } from ${file};\nconst en = translationOf({});\nexport default ${changes};\n`;
  if (changes !== undefined) writeFileSync(join(folder, 'translation.ts'), text);
  return folder;
}

async function faults(folder: string): Promise<string[]> {
  const error: unknown = await load(folder).catch((caught) => caught);
  return error instanceof CatalogError ? error.findings.map(findingText) : [];
}

test('a catalog says everything in the words of its own file', async () => {
  const folder = libraryIn('fr', "{ ...en, label: { ...en.label, now: 'À faire' } }");
  const catalog = await load(folder);
  expect(catalog.frameLanguage).toBe('fr');
  const [problem] = catalog.problems;
  expect(problem && problemMarkdown(catalog, problem)).toContain('- **À faire:** ');
  expect((await lint(catalog)).filter(({ file }) => /index|translation/.test(file))).toEqual([]);
  const { load: moduleText } = catalogPlugin(folder) as { load: (id: string) => Promise<string> };
  const script = await moduleText('\0virtual:problem-catalog/translation');
  expect(script).toContain(`import own from ${JSON.stringify(join(folder, 'translation.ts'))};`);
  for (const name of Object.keys(en)) expect(script).toContain(`export const ${name} = own.${name};`);
});

test('a file that lacks texts is refused with them', async () => {
  expect(await faults(libraryIn('fr', '{ ...en, retry: undefined }'))).toEqual([
    expect.stringMatching(
      /^library\/translation\.ts: it lacks the texts retry\.never, .*\. Correct it; the type Trans/,
    ),
  ]);
});

test('a translation that lacks a text does not compile', () => {
  const { now: _, ...label } = en.label;
  // @ts-expect-error: label.now is missing
  expect({ ...en, label } satisfies Translation).not.toEqual(en);
});

test('check tells of a language that the frame does not know', async () => {
  const found = async (language: string) => (await lint(await load(libraryIn(language)))).map(findingText);
  expect(await found('de-AT')).toEqual([]);
  expect(await found('pl')).toEqual([
    expect.stringMatching(
      /^library\/index\.ts: warning: language is "pl".* English ones\. Write them in translation\.ts/,
    ),
  ]);
});
