import { readFileSync } from 'node:fs';
import { accentOf } from '#catalog/accent.ts';
import type { Catalog } from '#catalog/catalog.ts';
import type { Picture } from '#catalog/pictures.ts';
import mark from './favicon.svg?raw';
import type { HeadTag } from './head.ts';
import styles from './styles/face.css?inline';

/** The look of a catalog that has one of its own: pictures, colors, links. */

const png = 'image/png';
const svg = 'image/svg+xml';

/** A picture as the site has it. */
export interface SitePicture {
  /** Name of the file, below the first page. */
  readonly name: string;
  readonly type: string;
  /** Width where the height is 1. */
  readonly ratio: number;
  read(): Uint8Array<ArrayBuffer>;
}

/** Returns the icon of the site. */
export function iconOf({ pictures }: Catalog): SitePicture {
  const icon = pictures.favicon ?? pictures.logo?.light;
  return icon
    ? pictureOf('favicon', icon)
    : { name: 'favicon.svg', type: svg, ratio: 1, read: () => new TextEncoder().encode(mark) };
}

/** The pictures before the name of the site. */
export interface Logos {
  readonly light: SitePicture;
  /** Another one for dark pages. */
  readonly dark: SitePicture | undefined;
  /** Whether they show the name. */
  readonly showName: boolean;
}

/** Returns the pictures before the name of the site. */
export function logosOf(catalog: Catalog): Logos {
  const { light, dark } = catalog.pictures.logo ?? {};
  const written = catalog.facts.logo;
  return {
    light: light && catalog.pictures.favicon ? pictureOf('logo', light) : iconOf(catalog),
    dark: dark && pictureOf('logo-dark', dark),
    showName: typeof written === 'object' && written.replacesName === true,
  };
}

/** Returns every picture of the site, each once. */
export function picturesOf(catalog: Catalog): SitePicture[] {
  const { light, dark } = logosOf(catalog);
  const named = new Map([iconOf(catalog), light, ...(dark ? [dark] : [])].map((picture) => [picture.name, picture]));
  return [...named.values()];
}

/** Returns the styles that the catalog asks for; none where it has no look of its own. */
export function styleTags({ facts, pictures }: Catalog): HeadTag[] {
  const accent = accentOf(facts);
  const colors =
    accent &&
    `:root{--accent:light-dark(${accent.text.light},${accent.text.dark});--accent-soft:light-dark(${accent.soft.light},${accent.soft.dark});--accent-line:var(--accent)}`;
  const content = `${colors ?? ''}${pictures.logo || facts.links ? styles.trim() : ''}`;
  return content === '' ? [] : [{ tag: 'style', content }];
}

function pictureOf(name: string, { file, format, width, height }: Picture): SitePicture {
  return {
    name: `${name}.${format}`,
    type: format === 'png' ? png : svg,
    ratio: width / height,
    read: () => new Uint8Array(readFileSync(file)),
  };
}
