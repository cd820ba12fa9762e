// cspell:ignore cript

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { accentFindings } from '#catalog/accent.ts';
import { CatalogError, findingText } from '#catalog/finding.ts';
import { examine, load, loadFacts } from '#catalog/load.ts';
import { readPictures } from '#catalog/pictures.ts';
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

/** What is told of the look alone. */
async function toldOf(folder: string): Promise<string> {
  try {
    const facts = await loadFacts(folder);
    const { findings } = await readPictures(folder, facts, 'index.ts');
    return [...findings, ...accentFindings(facts, 'index.ts')].map(findingText).join('\n');
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

const inSvg = (part: string) => circle.replace('<circle', `${part}<circle`);
const svgFaults: [part: string, told: string][] = [
  ['<script>alert(1)</script>', 'must be an SVG without scripts (was "logo.svg"). Remove each <script>'],
  ['<s:script xmlns:s="http://www.w3.org/2000/svg"/>', 'must be an SVG without scripts'],
  ['<g onload="alert(1)"/>', 'must be an SVG without scripts'],
  ['<a href="java&#115;cript:alert(1)"><path/></a>', 'must be an SVG without scripts'],
  ['<set attributeName="onclick" to="alert(1)"/>', 'must be an SVG without scripts'],
  [
    '<image href="https://cdn.example/a.png"/>',
    'must be an SVG that loads nothing, and loads https://cdn.example/a.png',
  ],
  ['<style>@import "//cdn.example/a.css";</style>', 'must be an SVG that loads nothing, and loads //cdn.example/a.css'],
  ['<g fill="url(http://cdn.example/#a)"/>', 'must be an SVG that loads nothing, and loads http://cdn.example/#a'],
  ['<g>', 'must be a picture in the format SVG (was "logo.svg"). Export the picture again'],
];

const logo = "logo: 'logo.svg'";
const mistakes: [what: string, facts: string, told: string, files?: Readonly<Record<string, string | Uint8Array>>][] = [
  ['a logo that is not there', logo, 'logo must name a file (was "logo.svg"). Put the file into the folder'],
  ['a folder for a logo', logo, 'logo must name a file (was "logo.svg")', { 'logo.svg/a.txt': '' }],
  [
    'a path out of the folder',
    "favicon: '../icon.svg'",
    'favicon must be the path of an SVG or PNG file in the folder',
  ],
  ['another format', "logo: { light: 'logo.webp' }", 'logo.light must be the path of an SVG or PNG file'],
  ['a text', logo, 'logo must be a picture in the format SVG', { 'logo.svg': 'hello' }],
  ['a PNG with another suffix', logo, 'logo must be a picture in the format SVG', { 'logo.svg': png }],
  [
    'a PNG that is cut',
    "favicon: 'icon.png'",
    'favicon must be a picture in the format PNG (was "icon.png")',
    { 'icon.png': png.subarray(0, 60) },
  ],
  [
    'a large picture',
    logo,
    'logo must have 100000 bytes or fewer, since every page loads it, and has 100001 (was "logo.svg"). Make the picture smaller',
    { 'logo.svg': circle.padEnd(100_001) },
  ],
  ...svgFaults.map(([part, told]): (typeof mistakes)[number] => [
    part,
    logo,
    `logo ${told}`,
    { 'logo.svg': inSvg(part) },
  ]),
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

test.each(mistakes)('%s is refused: %s', async (_, facts, told, files) => {
  expect(await toldOf(catalogWith(facts, files))).toContain(told);
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
