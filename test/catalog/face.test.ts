// cspell:ignore svgz
import { expect, test } from 'vitest';
import { z } from 'zod';
import { face } from '#catalog/face.ts';
import { saidOf } from './said.ts';

/** The look that a catalog gives its site, as authors write it: what is taken, and what is said of the rest. */

const look = z.strictObject(face);
const change = 'Change the value; your editor says what the field holds.';
const header = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`Link ${at}`, '/a']));
const long = 'a'.repeat(30);

test.each<[field: string, values: unknown[]]>([
  [
    'logo',
    ['logo.svg', 'a.b/C-d/_e.f.png', { light: 'logo.svg' }, { light: 'a/b.png', dark: 'c.svg', replacesName: true }],
  ],
  ['favicon', ['icon.png']],
  ['accent', ['#0AF', '#0b5a68', { light: '#000', dark: '#FFFFFF' }]],
  [
    'links',
    [
      {},
      { header: header(3), footer: header(4) },
      ...['/', '/terms', '/a//b', 'https://a.example', 'http://a', 'https://a.example/b?c#d'].map((address) => ({
        footer: { [long]: address },
      })),
    ],
  ],
])('%s can be each of %j', (field, values) => {
  expect(values.map((value) => look.parse({ [field]: value }))).toEqual(values.map((value) => ({ [field]: value })));
});

test('a catalog needs no look', () => {
  expect(look.parse({})).toEqual({});
});

const svg = 'must be the path of an SVG or PNG file in the folder of the entries';
const asSvg = 'Write it as in logo.svg.';
const hex = 'must be a color in hexadecimal';
const asHex = 'Write it as in #0b5a68.';
const url = 'must be an https or http URL, or a path';
const asUrl = 'Write it as in https://status.example.com or /terms.';

test.each<[field: string, values: string[], fact: string, fix: string]>([
  [
    'favicon',
    [
      '',
      'icon',
      '.svg',
      '/icon.svg',
      '../icon.svg',
      'a/../icon.svg',
      'a//b.svg',
      '-a.svg',
      'a b.svg',
      'icon.webp',
      'icon.SVG',
      'icon.svgz',
      'a\\b.svg',
      '-a/b.svg',
    ],
    svg,
    asSvg,
  ],
  ['logo', ['logo.webp'], svg, asSvg],
  ['accent', ['teal', '#12', '#1234', '#12345', '#1234567', '#ggg', 'a#123', '#12345g', '123456'], hex, asHex],
])('%s can be none of %j', (field, values, fact, fix) => {
  expect(values.map((value) => saidOf(look, { [field]: value }))).toEqual(
    values.map((value) => [`${field} ${fact} (was "${value.replaceAll('\\', '\\\\')}"). ${fix}`]),
  );
});

test.each<[what: string, written: object, ...said: string[]]>([
  [
    'a logo without a picture for light pages',
    { logo: { dark: 'a.svg', file: 'b.svg', replacesName: 'yes' } },
    'logo.light is missing. Add it, as a string; your editor says what it holds.',
  ],
  ['another format for light pages', { logo: { light: 'logo.webp' } }, `logo.light ${svg} (was "logo.webp"). ${asSvg}`],
  ['a logo of another kind', { logo: 1 }, `logo must be a string or an object (was 1). ${change}`],
  [
    'one color of two',
    { accent: { light: '#000' } },
    'accent.dark is missing. Add it, as a string; your editor says what it holds.',
  ],
  [
    'a color by its name for dark pages',
    { accent: { light: '#000', dark: 'teal' } },
    `accent.dark ${hex} (was "teal"). ${asHex}`,
  ],
  [
    'more links than the header has room for',
    { links: { header: header(4) } },
    `links.header must be 3 links or fewer (was ${JSON.stringify(header(4))}). Move the others to links.footer.`,
  ],
  [
    'a long text of a link',
    { links: { footer: { [`${long}a`]: '/a' } } },
    `links.footer.${long}a has a name that must be 30 characters or fewer (was "${long}a"). ${change}`,
  ],
  [
    'links elsewhere',
    { links: { side: {} } },
    'links has the unknown field "side". Correct the name, or remove it; your editor lists the fields.',
  ],
  ...[
    '',
    'terms',
    './terms',
    '//a.example',
    '/\\a.example',
    'javascript:alert(1)',
    'https:///a',
    'https://',
    'ftp://a.example',
    '/a b',
    ' /a',
    'xhttp://a',
    'http://a:b',
    'http://[',
    'https://a.example/ b',
  ].map((address): [string, object, string] => [
    `an address ${address}`,
    { links: { header: { A: address } } },
    `links.header.A ${url} (was ${JSON.stringify(address)}). ${asUrl}`,
  ]),
])('%s is refused', (_, written, ...said) => {
  expect(saidOf(look, written)).toEqual(said);
});
