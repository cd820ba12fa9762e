import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Facts } from './facts.ts';
import type { Finding } from './finding.ts';

/** The pictures that the facts of a catalog name: logo and favicon. */

/** A picture that browsers can show. */
export interface Picture {
  /** Path of the file, absolute. */
  readonly file: string;
  readonly format: 'svg' | 'png';
  /** Size in pixels. Of an SVG, only their ratio counts. */
  readonly width: number;
  readonly height: number;
}

/** By what they are for. A logo that has no other one for dark pages has `light` alone. */
export interface Pictures {
  readonly logo?: { readonly light: Picture; readonly dark?: Picture };
  readonly favicon?: Picture;
}

/** Every page loads the logo. */
const mostBytes = 100_000;

/** Returns the paths of all files that the facts name, from the folder of the entries, by the names of their facts. */
export function pictureFiles({ logo, favicon }: Pick<Facts, 'logo' | 'favicon'>): ReadonlyMap<string, string> {
  const logos = typeof logo === 'string' ? { logo } : { 'logo.light': logo?.light, 'logo.dark': logo?.dark };
  return new Map(
    Object.entries({ ...logos, favicon }).flatMap(([fact, path]) => (path === undefined ? [] : [[fact, path]])),
  );
}

/**
 * Reads the pictures of a catalog.
 * @param folder the folder of the entries
 * @param indexFile path of `index.ts`, for findings
 */
export async function readPictures(
  folder: string,
  facts: Pick<Facts, 'logo' | 'favicon'>,
  indexFile: string,
): Promise<{ pictures: Pictures; findings: Finding[] }> {
  const findings: Finding[] = [];
  const read = new Map<string, Picture>();
  for (const [fact, path] of pictureFiles(facts)) {
    const found = await readPicture(join(folder, path));
    if ('format' in found) read.set(fact, found);
    else findings.push({ file: indexFile, fact: `${fact} ${found.fact} (was "${path}")`, fix: found.fix });
  }
  const light = read.get('logo') ?? read.get('logo.light');
  const dark = read.get('logo.dark');
  const favicon = read.get('favicon');
  const logo = light && { light, ...(dark && { dark }) };
  return { pictures: { ...(logo && { logo }), ...(favicon && { favicon }) }, findings };
}

type Fault = Pick<Finding, 'fact' | 'fix'>;

async function readPicture(file: string): Promise<Picture | Fault> {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile())
    return { fact: 'must name a file', fix: 'Put the file into the folder of the entries, or correct the path.' };
  const bytes = readFileSync(file);
  if (bytes.length > mostBytes) {
    const fact = `must have ${mostBytes} bytes or fewer, since every page loads it, and has ${bytes.length}`;
    return { fact, fix: 'Make the picture smaller, or draw it as an SVG.' };
  }
  const format = extname(file) === '.png' ? 'png' : 'svg';
  const isText = isUtf8(bytes);
  const fault = format === 'svg' && isText ? activeContent(bytes.toString()) : undefined;
  if (fault) return fault;
  // It takes long to load, and few catalogs have pictures.
  const { default: sharp } = await import('sharp');
  try {
    const { format: found, width, height } = await sharp(bytes).metadata();
    // The metadata is at the start of a file that may be cut.
    await sharp(bytes, { failOn: 'error' }).resize(16, 16).toBuffer();
    if (found === format && isText === (format === 'svg')) return { file, format, width, height };
  } catch {
    // Told below.
  }
  return {
    fact: `must be a picture in the format ${format.toUpperCase()}`,
    fix: 'Export the picture again in this format, with a size or a viewBox.',
  };
}

/** Scripts, and what a browser does not load for a picture. */
function activeContent(svg: string): Fault | undefined {
  const text = svg.replace(/&#(?:x([0-9a-f]+)|(\d+));/gi, (_, hex: string, decimal: string) =>
    String.fromCharCode(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)),
  );
  if (/<(?:[\w-]+:)?script\b|\son\w+\s*=|javascript:|attributeName\s*=\s*["']\s*on/i.test(text))
    return {
      fact: 'must be an SVG without scripts',
      fix: 'Remove each <script>, each on… attribute and each javascript: address.',
    };
  if (/<!ENTITY|\0/i.test(text))
    return {
      fact: 'must be an SVG in UTF-8 without entities of its own',
      fix: 'Export the picture again as plain SVG.',
    };
  const [, url] =
    /<(?!a\b)[\w:-]+\s[^<>]*\bhref\s*=\s*["']\s*((?:https?:)?\/\/[^"']*)/i.exec(text) ??
    /(?:url\(|@import)\s*(?:["']\s*)?((?:https?:)?\/\/[^"')]*)/i.exec(text) ??
    [];
  return url === undefined
    ? undefined
    : {
        fact: `must be an SVG that loads nothing, and loads ${url}`,
        fix: 'Put the content of that file into the SVG.',
      };
}
