import { contrast, longColor, mixed, readable } from './color.ts';
import type { Facts } from './facts.ts';
import type { Finding } from './finding.ts';

/** The accent of a catalog: its colors on light and on dark pages. */

/** The backgrounds of pages; of those with text on them, `inset` is nearest to the text. */
export const backgrounds = {
  light: { paper: '#fcfcfb', inset: '#f3f4f2' },
  dark: { paper: '#14181a', inset: '#1b2023' },
} as const;

type Scheme = keyof typeof backgrounds;
const schemes: readonly Scheme[] = ['light', 'dark'];

/** WCAG 2.2, success criterion 1.4.3. */
const least = 4.5;
/** What a derived color has. */
const ample = 7;

/** A color of text and lines, and a soft one behind text. */
export interface Accent {
  readonly text: Readonly<Record<Scheme, string>>;
  readonly soft: Readonly<Record<Scheme, string>>;
}

/** Returns the accent of a catalog; undefined where it has none of its own. */
export function accentOf({ accent }: Pick<Facts, 'accent'>): Accent | undefined {
  if (accent === undefined) return undefined;
  const text = textColors(accent);
  return { text, soft: { light: soft(text.light, 'light'), dark: soft(text.dark, 'dark') } };
}

/** Reports an accent that cannot be read on the pages. */
export function accentFindings({ accent }: Pick<Facts, 'accent'>, file: string): Finding[] {
  if (accent === undefined) return [];
  const text = textColors(accent);
  const poor = schemes.filter((scheme) => ratio(text[scheme], scheme) < least);
  const enough = schemes.map((scheme) => `${scheme}: '${readable(text[scheme], backgrounds[scheme].inset, least)}'`);
  return poor.map((scheme) => ({
    file,
    fact: `accent${typeof accent === 'string' ? '' : `.${scheme}`} must have a contrast of ${least}:1 or more with ${backgrounds[scheme].inset}, a background of ${scheme} pages (was ${text[scheme]}, ${roundedDown(ratio(text[scheme], scheme))}:1)`,
    fix: `Write accent: { ${enough.join(', ')} }, or ${scheme === 'light' ? 'a darker' : 'a lighter'} color.`,
  }));
}

function textColors(accent: NonNullable<Facts['accent']>): Record<Scheme, string> {
  if (typeof accent !== 'string') return { light: longColor(accent.light), dark: longColor(accent.dark) };
  const light = longColor(accent);
  return { light, dark: readable(light, backgrounds.dark.inset, ample) };
}

/** As much of a color behind text as leaves text of the same color readable. */
function soft(color: string, scheme: Scheme): string {
  const { paper } = backgrounds[scheme];
  for (let percent = scheme === 'light' ? 10 : 14; percent > 0; percent -= 1) {
    const found = mixed(color, paper, percent / 100);
    if (contrast(color, found) >= least) return found;
  }
  return paper;
}

function ratio(color: string, scheme: Scheme): number {
  return contrast(color, backgrounds[scheme].inset);
}

/** 4.49 is not 4.5. */
function roundedDown(value: number): number {
  return Math.floor(value * 100) / 100;
}
