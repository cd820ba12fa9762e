import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { rooms } from 'virtual:problem-catalog';
import satori, { type Font } from 'satori';
import { kept } from '#emit/kept.ts';
import { pngOf } from '#emit/png.ts';
import tokens from '../styles/tokens.css?raw';

/** The picture that stands beside a shared link: Open Graph, 1200 by 630. */

export const cardSize = { width: 1200, height: 630 } as const;

/** What a card says. */
export interface Card {
  /** Name of the site. */
  readonly site: string;
  /** The picture before it, as a `data:` URL, and its width where the height is 1. */
  readonly logo: { readonly url: string; readonly ratio: number };
  /** Color of the accent; absent: that of the style sheets. */
  readonly accent?: string | undefined;
  readonly title: string;
  readonly summary: string;
  /** At the foot: how much there is, and where. */
  readonly count: string;
  readonly address: string;
}

const require = createRequire(`${rooms}/`);
const fontFile = (subset: string, weight: number) =>
  readFileSync(require.resolve(`@fontsource/ibm-plex-sans/files/ibm-plex-sans-${subset}-${weight}-normal.woff`));
let fonts: Font[] | undefined;

/** @returns the bytes of a PNG */
export function cardImage(card: Card): Promise<Uint8Array<ArrayBuffer>> {
  return kept('cards', JSON.stringify(card), () => draw(card));
}

async function draw(card: Card): Promise<Uint8Array> {
  fonts ??= ['latin', 'latin-ext'].flatMap((subset) =>
    ([400, 600] as const).map((weight) => ({ name: subset, data: fontFile(subset, weight), weight })),
  );
  const svg = await satori(cardElement(card), { ...cardSize, fonts });
  return pngOf(svg);
}

interface Element {
  type: string;
  props: Record<string, unknown>;
}

function cardElement({ site, logo, accent = color('accent'), title, summary, count, address }: Card): Element {
  const foot = row({ justifyContent: 'space-between', fontSize: 28, color: color('ink-2') }, [
    text({ color: accent, fontWeight: 600 }, count),
    text({}, address),
  ]);
  return column(
    {
      boxSizing: 'border-box',
      width: '100%',
      height: '100%',
      justifyContent: 'space-between',
      padding: '72px 80px 64px',
      background: color('paper'),
      color: color('ink'),
      fontFamily: 'latin, latin-ext',
      borderLeft: `16px solid ${accent}`,
    },
    [
      row({ alignItems: 'center', fontSize: 34, color: color('ink-2') }, [
        { type: 'img', props: { src: logo.url, width: Math.round(56 * logo.ratio), height: 56 } },
        text({ marginLeft: 20 }, site),
      ]),
      column({}, [
        text(
          {
            fontSize: title.length > 30 ? 64 : 88,
            fontWeight: 600,
            lineHeight: 1.1,
            letterSpacing: -1,
            textWrap: 'balance',
          },
          title,
        ),
        text(
          {
            marginTop: 26,
            fontSize: summary.length > 110 ? 32 : 36,
            lineHeight: 1.35,
            color: color('ink-2'),
            lineClamp: 3,
          },
          summary,
        ),
      ]),
      column({ borderTop: `2px solid ${color('line')}`, paddingTop: 30 }, [foot]),
    ],
  );
}

/** A color of the light theme. */
function color(name: string): string {
  const [, after = ''] = tokens.split(`--${name}: light-dark(`);
  const value = /^(#\w+),/.exec(after)?.[1];
  if (!value) throw new Error(`src/site/styles/tokens.css: --${name} must be light-dark(#…, #…). The cards use it.`);
  return value;
}

type Style = Readonly<Record<string, string | number>>;

const text = (style: Style, children: string): Element => ({
  type: 'div',
  props: { style: { display: 'block', ...style }, children },
});
const row = (style: Style, children: Element[]): Element => ({
  type: 'div',
  props: { style: { display: 'flex', ...style }, children },
});
const column = (style: Style, children: Element[]): Element => row({ flexDirection: 'column', ...style }, children);
