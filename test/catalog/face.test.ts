import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { accentFindings } from '#catalog/accent.ts';
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

/** What is told of facts of the look. */
async function toldOf(folder: string): Promise<string> {
  try {
    const facts = await loadFacts(folder);
    return accentFindings(facts, 'index.ts').map(findingText).join('\n');
  } catch (error) {
    if (error instanceof CatalogError) return error.message;
    throw error;
  }
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

const mistakes: [what: string, facts: string, told: string][] = [
  [
    'a path out of the folder',
    "favicon: '../icon.svg'",
    'favicon must be the path of an SVG or PNG file in the folder',
  ],
  ['another format', "logo: { light: 'logo.webp' }", 'logo.light must be the path of an SVG or PNG file'],
  ['an unknown field of a logo', "logo: { file: 'a.svg' }", 'logo.light is missing'],
  [
    'a color by its name',
    "accent: 'teal'",
    'accent must be a color in hexadecimal (was "teal"). Write it as in #0b5a68.',
  ],
  ['one color of two', "accent: { light: '#0b5a68' }", 'accent.dark is missing'],
  [
    'an address of a script',
    "links: { footer: { Terms: 'javascript:alert(1)' } }",
    'links.footer.Terms must be an https',
  ],
  [
    'an address that begins with a host',
    "links: { footer: { Terms: '//acme.example' } }",
    'must be an https or http URL, or a path',
  ],
  [
    'a relative path',
    "links: { header: { Terms: 'terms' } }",
    'links.header.Terms must be an https or http URL, or a path (was "terms"). Write it as in https://',
  ],
  [
    'more links than the header has room for',
    "links: { header: { A: '/a', B: '/b', C: '/c', D: '/d' } }",
    'links.header must be 3 links or fewer',
  ],
  ['a long text of a link', `links: { footer: { '${'a'.repeat(31)}': '/a' } }`, 'must be 30 characters or fewer'],
];

test.each(mistakes)('%s is refused: %s', async (_, facts, told) => {
  expect(await toldOf(catalogWith(facts))).toContain(told);
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
