import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Accent, accentFindings, accentOf, backgrounds } from '#catalog/accent.ts';
import { contrast } from '#catalog/color.ts';
import type { Facts } from '#catalog/facts.ts';
import { findingText } from '#catalog/finding.ts';
import { root } from '../support.ts';

/** The colors that a catalog gives its pages: what is made of them, and what is refused. */

const scheme = (light: string, dark: string) => ({ light, dark });

test.each<[accent: Facts['accent'], made: Accent | undefined]>([
  [undefined, undefined],
  ['#0B5A68', { text: scheme('#0b5a68', '#17bad7'), soft: scheme('#e4ecec', '#142f34') }],
  ['#05C', { text: scheme('#0055cc', '#70acff'), soft: scheme('#e3ebf6', '#212d3a') }],
  [scheme('#6d6d6d', '#868686'), { text: scheme('#6d6d6d', '#868686'), soft: scheme('#f1f1f0', '#1c2022') }],
  [scheme('#757575', '#7f7f7f'), { text: scheme('#757575', '#7f7f7f'), soft: scheme('#fcfcfb', '#14181a') }],
])('of %j the colors of pages are made', (accent, made) => {
  expect(accentOf({ accent })).toEqual(made);
});

test.each(['#0b5a68', '#c8102e', '#0000ff', '#333', '#6d28d9', '#7a6600', '#000'])(
  'of %s alone, colors are made that can be read on every background',
  (accent) => {
    expect(accentFindings({ accent }, 'index.ts')).toEqual([]);
    const made = accentOf({ accent });
    for (const scheme of ['light', 'dark'] as const)
      for (const background of [...Object.values(backgrounds[scheme]), made?.soft[scheme] ?? ''])
        expect(contrast(made?.text[scheme] ?? '', background), `${scheme} ${background}`).toBeGreaterThanOrEqual(4.5);
  },
);

const poor = (place: string, scheme: string, background: string, was: string) =>
  `index.ts: ${place} must have a contrast of 4.5:1 or more with ${background}, a background of ${scheme} pages (was ${was}).`;

test.each<[accent: Facts['accent'], ...findings: string[]]>([
  [undefined],
  ['#0b5a68'],
  [scheme('#6d6d6d', '#868686')],
  [
    '#FFD400',
    `${poor('accent', 'light', '#f3f4f2', '#ffd400, 1.29:1')} Write accent: { light: '#856e00', dark: '#ffd400' }, or a darker color.`,
  ],
  [
    scheme('#05c', '#05c'),
    `${poor('accent.dark', 'dark', '#1b2023', '#0055cc, 2.48:1')} Write accent: { light: '#0055cc', dark: '#2e85ff' }, or a lighter color.`,
  ],
  [
    scheme('#228122', '#000'),
    `${poor('accent.light', 'light', '#f3f4f2', '#228122, 4.49:1')} Write accent: { light: '#217d21', dark: '#878787' }, or a darker color.`,
    `${poor('accent.dark', 'dark', '#1b2023', '#000000, 1.27:1')} Write accent: { light: '#217d21', dark: '#878787' }, or a lighter color.`,
  ],
])('what is said of %j', (accent, ...findings) => {
  expect(accentFindings({ accent }, 'index.ts').map(findingText)).toEqual(findings);
});

test('the backgrounds are those of the style sheets', () => {
  const tokens = readFileSync(join(root, 'src/site/styles/tokens.css'), 'utf8');
  for (const name of ['paper', 'inset'] as const)
    expect(tokens).toContain(`--${name}: light-dark(${backgrounds.light[name]}, ${backgrounds.dark[name]});`);
});
