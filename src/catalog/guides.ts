import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parse } from 'yaml';
import type { Catalog } from './catalog.ts';
import { CatalogError, type Finding, shown } from './finding.ts';
import { rendered } from './manual/render.ts';
import { valuesOf } from './manual/values.ts';

/** A prose page of a catalog, as written: front matter, then Markdown. */
export interface Guide {
  /** File name without `.md`. */
  readonly name: string;
  /** Where it is from: `guides` of the catalog are about the product, those of the toolkit about package and site. */
  readonly collection: 'guides' | 'manual';
  readonly title: string;
  readonly description: string;
  readonly order: number;
  /** Words that people ask with. */
  readonly asked?: readonly string[];
  /** Its language, where that is not the language of the catalog. */
  readonly language?: string;
  readonly body: string;
}

/** Guides of the toolkit on its package: templates, in which values of the catalog are put. */
const manualFolder = join(import.meta.dirname, '../toolkit/guides');

/** Returns the prose pages of a catalog in their order: its own guides, then those on using the package. */
export function guidesOf(catalog: Catalog): Guide[] {
  const own = guidesIn(join(catalog.folder, 'guides')).map(({ audience: _, ...guide }) => guide);
  return [...own, ...manualOf(catalog, new Set(own.map(({ name }) => name)))];
}

/** Names of the guides of the toolkit. */
export function manualNames(): string[] {
  return guidesIn(manualFolder).map(({ name }) => name);
}

function manualOf(catalog: Catalog, own: ReadonlySet<string>): Guide[] {
  const { language = 'en', manual = {} } = catalog.facts;
  const isEnglish = /^en(?:-|$)/i.test(language);
  const isAsked = ({ name, audience }: Read) =>
    manual.guides === 'all' || (manual.guides?.includes(name) ?? (isEnglish && audience === undefined));
  const all = guidesIn(manualFolder);
  const asked = all.filter((guide) => isAsked(guide) && !own.has(guide.name));
  if (asked.length === 0) return [];
  const names = new Set([...own, ...asked.map(({ name }) => name)]);
  const words = new Set(all.flatMap(({ body }) => wordsOfCode(body)));
  const values = valuesOf(catalog, words);
  if (values === undefined) return [];
  return asked.map(({ audience: _, ...guide }) => ({
    ...guide,
    collection: 'manual',
    body: linked(rendered(guide.body, values), all, names),
    ...(isEnglish ? {} : { language: 'en' }),
  }));
}

/** The text without its links to guides that the site does not have. */
function linked(text: string, all: readonly Read[], shown: ReadonlySet<string>): string {
  const missing = all.filter(({ name }) => !shown.has(name)).map(({ name }) => `](${name})`);
  return text.replace(/\[([^[\]]+)(\]\([a-z0-9-]+\))/g, (whole, words: string, target: string) =>
    missing.includes(target) ? words : whole,
  );
}

/** Words in the blocks of code of a template that name a type of the catalog. */
function wordsOfCode(body: string): string[] {
  const blocks = body
    .split(/^```/m)
    .filter((part) => /^(?:type|java)script\n/.test(part) && /\{\{(?!package)/.test(part));
  return blocks.flatMap((code) => code.replace(/\{\{[^{}]*\}\}/g, ' ').match(/\w+/g) ?? []);
}

interface Read extends Guide {
  /** For whom it is, where that is not who uses the package. */
  readonly audience?: string;
}

const isText = (value: unknown) => typeof value === 'string';
const kinds = {
  title: ['a text', isText, 'Put it in quotes.'],
  description: ['a text', isText, 'Put it in quotes.'],
  order: ['a number', Number.isFinite, 'Write it as in order: 10.'],
  asked: [
    'a list of texts',
    (value: unknown) => Array.isArray(value) && value.every(isText),
    'Write it as in asked: [first words, other words].',
  ],
} as const;

function guidesIn(folder: string): Read[] {
  if (!existsSync(folder)) return [];
  const findings: Finding[] = [];
  const files = readdirSync(folder).filter((file) => /^[^.].*\.md$/.test(file));
  const guides = files.flatMap((file) => {
    try {
      return [guideIn(folder, file)];
    } catch (error) {
      if (!(error instanceof CatalogError)) throw error;
      findings.push(...error.findings);
      return [];
    }
  });
  if (findings.length > 0) throw new CatalogError(findings);
  return guides.sort((a, b) => a.order - b.order || (a.name < b.name ? -1 : 1));
}

function guideIn(folder: string, file: string): Read {
  const path = join(folder, file);
  const name = file.slice(0, -3);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name))
    refuse(path, 'the file name must be kebab-case', 'Write lower-case words joined by "-".');
  if (!existsSync(path)) refuse(path, 'it is a link to no file', 'Correct the link, or remove it.');
  const { title = '', description = '', order = 0, asked, audience, body } = read(path);
  const missing = title === '' ? 'title' : description === '' ? 'description' : undefined;
  if (missing) refuse(path, `the front matter has no ${missing}`, `Add it between two lines "---" at the top.`);
  for (const [field, value] of Object.entries({ title, description, order, asked: asked ?? [] })) {
    const [kind, fits, fix] = kinds[field as keyof typeof kinds];
    const fact = `${field} in the front matter must be ${kind} (was ${shown(value)})`;
    if (!fits(value)) refuse(path, fact, fix);
  }
  const facts = { name, collection: 'guides' as const, title, description, order, body };
  return { ...facts, ...(asked && { asked }), ...(audience && { audience }) };
}

type Matter = Partial<Pick<Read, 'title' | 'description' | 'order' | 'asked' | 'audience'>>;

function read(file: string): Matter & { body: string } {
  const text = readFileSync(file, 'utf8');
  const [whole = '', matter = ''] = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/.exec(text) ?? [];
  return { ...matterOf(file, matter), body: text.slice(whole.length) };
}

function matterOf(file: string, matter: string): Matter {
  try {
    return parse(matter) ?? {};
  } catch (error) {
    const [fact = ''] = (error as Error).message.split(/:?\n/);
    return refuse(file, `the front matter must be YAML: ${fact}`, 'Put a text with ": " in it into quotes.');
  }
}

function refuse(file: string, fact: string, fix: string): never {
  throw new CatalogError([{ file: `${basename(dirname(file))}/${basename(file)}`, fact, fix }]);
}
