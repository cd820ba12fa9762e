import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { CatalogError, findingText } from '#catalog/finding.ts';
import { examine, load, loadFacts } from '#catalog/load.ts';
import { copyOfLibrary } from '../support.ts';

/** The look that a catalog gives its site: what of it is taken, and what is refused with file, fact and fix. */

const circle = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 24"><circle cx="12" cy="12" r="9"/></svg>';
const png = await sharp({ create: { width: 8, height: 4, channels: 3, background: 'teal' } })
  .png()
  .toBuffer();

/** A catalog with more facts and files. */
function catalogWith(facts: string, files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = copyOfLibrary();
  const index = join(folder, 'index.ts');
  writeFileSync(index, readFileSync(index, 'utf8').replace(/(?=\} satisfies CatalogFacts)/, `${facts},\n`));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

test('pictures are read with their size, and files of theirs are not taken for entries', async () => {
  const folder = catalogWith("logo: { light: 'logo.svg', dark: 'dark/logo.png' }, favicon: 'icon.png'", {
    'logo.svg': circle,
    'dark/logo.png': png,
    'icon.png': png,
  });
  const { pictures } = await load(folder);
  expect(pictures).toEqual({
    logo: {
      light: { file: join(folder, 'logo.svg'), format: 'svg', width: 48, height: 24 },
      dark: { file: join(folder, 'dark/logo.png'), format: 'png', width: 8, height: 4 },
    },
    favicon: { file: join(folder, 'icon.png'), format: 'png', width: 8, height: 4 },
  });
  writeFileSync(join(folder, 'logo.svg'), circle.replace('0 0 48 24', '0 0 96 24'));
  expect((await load(folder)).pictures.logo?.light.width).toBe(96);
});

test('a look that is refused is an error of the facts', async () => {
  await expect(loadFacts(catalogWith("accent: 'teal'"))).rejects.toThrow(
    new CatalogError([
      {
        file: 'library/index.ts',
        fact: 'accent must be a color in hexadecimal (was "teal")',
        fix: 'Write it as in #0b5a68.',
      },
    ]),
  );
});

test('a catalog whose look is refused is told of it with all else', async () => {
  const { findings } = await examine(
    catalogWith("favicon: 'a.svg', accent: '#fff'", { 'b.svg': circle, 'card-2.ts': 'export default {};' }),
  );
  const told = findings.map(findingText).join('\n');
  for (const each of [
    'favicon must name a file',
    'accent must have a contrast',
    'b.svg: it is not an entry',
    'title is missing',
  ])
    expect(told).toContain(each);
});
