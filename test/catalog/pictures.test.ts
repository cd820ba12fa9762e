// cspell:ignore cript
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { pictureFiles, readPictures } from '#catalog/pictures.ts';
import { temporary } from '../support.ts';

/** The pictures that facts name: which are taken with their size, and which are refused with a fix. */

const folder = temporary();
const circle = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 24"><circle cx="12" cy="12" r="9"/></svg>';
const png = await sharp({ create: { width: 8, height: 4, channels: 3, background: 'teal' } })
  .png()
  .toBuffer();
mkdirSync(join(folder, 'folder.svg'));
writeFileSync(join(folder, 'a.svg'), circle);
writeFileSync(join(folder, 'a.png'), png);
const svg = { file: join(folder, 'a.svg'), format: 'svg', width: 48, height: 24 };
const bitmap = { file: join(folder, 'a.png'), format: 'png', width: 8, height: 4 };

test.each([
  [{}, {}],
  [{ logo: 'a.svg' }, { logo: { light: svg } }],
  [
    { logo: { light: 'a.png' }, favicon: 'a.svg' },
    { logo: { light: bitmap }, favicon: svg },
  ],
  [{ logo: { light: 'a.svg', dark: 'a.png' } }, { logo: { light: svg, dark: bitmap } }],
])('%j are read with their size', async (facts, pictures) => {
  expect(await readPictures(folder, facts, 'index.ts')).toEqual({ pictures, findings: [] });
});

test('files are named by their facts', () => {
  expect([...pictureFiles({ logo: { light: 'a', dark: 'b' }, favicon: 'c' })]).toEqual([
    ['logo.light', 'a'],
    ['logo.dark', 'b'],
    ['favicon', 'c'],
  ]);
  expect([...pictureFiles({ logo: 'a' })]).toEqual([['logo', 'a']]);
});

test('each that is refused is told with its fact', async () => {
  const fix = 'Put the file into the folder of the entries, or correct the path.';
  const facts = { logo: { light: 'none.svg', dark: 'folder.svg' }, favicon: 'a.svg' };
  expect(await readPictures(folder, facts, 'problems/index.ts')).toEqual({
    pictures: { favicon: svg },
    findings: [
      { file: 'problems/index.ts', fact: 'logo.light must name a file (was "none.svg")', fix },
      { file: 'problems/index.ts', fact: 'logo.dark must name a file (was "folder.svg")', fix },
    ],
  });
});

const inSvg = (part: string) => circle.replace('<circle', `${part}<circle`);
const asSvg = [
  'must be a picture in the format SVG',
  'Export the picture again in this format, with a size or a viewBox.',
];
const asPng = ['must be a picture in the format PNG', String(asSvg[1])];
const noScript = [
  'must be an SVG without scripts',
  'Remove each <script>, each on… attribute and each javascript: address.',
];
const noEntity = ['must be an SVG in UTF-8 without entities of its own', 'Export the picture again as plain SVG.'];
const loads = (url: string) => [
  `must be an SVG that loads nothing, and loads ${url}`,
  'Put the content of that file into the SVG.',
];

const contents: [what: string, content: string | Uint8Array, fault?: string[], suffix?: 'png'][] = [
  ['as many bytes as there may be', circle.padEnd(100_000)],
  [
    'a byte more',
    circle.padEnd(100_001),
    [
      'must have 100000 bytes or fewer, since every page loads it, and has 100001',
      'Make the picture smaller, or draw it as an SVG.',
    ],
  ],
  ['text', 'hello', asSvg],
  ['an SVG that is cut', circle.slice(0, -9), asSvg],
  ['a PNG', png, asSvg],
  ['an SVG in UTF-16', Buffer.from(`\ufeff${circle}`, 'utf16le'), asSvg],
  ['an SVG in UTF-16 without a mark', Buffer.from(circle, 'utf16le'), noEntity],
  [
    'an SVG in Latin-1',
    Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${inSvg('<title>caf\u00e9</title>')}`, 'latin1'),
    asSvg,
  ],
  ['an SVG', circle, asPng, 'png'],
  ['a PNG that is cut', png.subarray(0, 60), asPng, 'png'],
  ...[
    ['<script>a()</script>'],
    ['<S-1:Script xmlns:S-1="http://www.w3.org/2000/svg"/>'],
    ['<g onload="a()"/>'],
    ["<g\nonload\n='a()'/>"],
    ['<a href="javascript:a()"><path/></a>'],
    ['<a href="&#106;ava&#115;cript:a()"><path/></a>'],
    ['<a href="java&#x73;cript&#X3a;a()"><path/></a>'],
    ['<set attributeName="onclick" to="a()"/>'],
    ["<set attributeName  =  '  onclick' to='a()'/>"],
  ].map(([part = '']): [string, string, string[]] => [part, inSvg(part), noScript]),
  ['an entity', `<!DOCTYPE svg [<!entity a "b">]>${circle}`, noEntity],
  ['a zero', inSvg('<g id="&#0;"/>'), noEntity],
  ...[
    ['<image href="https://cdn.example/a.png"/>', 'https://cdn.example/a.png'],
    ["<image x='1' xlink:href  =  '  http://cdn.example/a.png' y='1'/>", 'http://cdn.example/a.png'],
    ['<animate-1:b href="//cdn.example/a"/>', '//cdn.example/a'],
    ['<style>@import "//cdn.example/a.css";</style>', '//cdn.example/a.css'],
    ["<style>@import url('https://cdn.example/a.css');</style>", 'https://cdn.example/a.css'],
    ['<g fill="url(http://cdn.example/#a)"/>', 'http://cdn.example/#a'],
    ['<g fill="url(  \'  //cdn.example/#a\')"/>', '//cdn.example/#a'],
  ].map(([part = '', url = '']): [string, string, string[]] => [part, inSvg(part), loads(url)]),
  ...[
    '<a href="https://example.org/"><path/></a>',
    '<scripted data-once="1" data_href="//cdn.example/a"/>',
    '<set attributeName="opacity" to="on"/>',
    '<use href="#a"/><g fill="url(#a)" id="&#120;&#x41;"/>',
    '<style>@import "a.css";</style><g href="/a//b" id="//a"/>',
  ].map((part): [string, string] => [part, inSvg(part)]),
];
const files = contents.map(([, content, , suffix = 'svg'], at) => {
  writeFileSync(join(folder, `${at}.${suffix}`), content);
  return `${at}.${suffix}`;
});

test.each(contents.map(([what, , fault], at) => ({ what, fault, at })))('$what', async ({ fault, at }) => {
  const favicon = String(files[at]);
  const { pictures, findings } = await readPictures(folder, { favicon }, 'index.ts');
  expect(findings).toEqual(
    fault ? [{ file: 'index.ts', fact: `favicon ${fault[0]} (was "${favicon}")`, fix: fault[1] }] : [],
  );
  expect(pictures.favicon).toEqual(fault ? undefined : { ...svg, file: join(folder, favicon) });
});
