import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parse } from 'yaml';
import { CatalogError } from './finding.ts';

/** A prose page of a catalog, as written: front matter, then Markdown. */
export interface Guide {
  /** File name without `.md`. */
  readonly name: string;
  /** The folder that it is in: those of `guides` are about the product, those of `manual` about package and site. */
  readonly collection: 'guides' | 'manual';
  readonly title: string;
  readonly description: string;
  readonly order: number;
  /** Words that people ask with. */
  readonly asked?: readonly string[];
  readonly body: string;
}

/**
 * Returns the prose pages of a catalog in their order: its own guides, then those on using the package.
 * @param folder the folder of the entries
 */
export function guidesOf(folder: string): Guide[] {
  return (['guides', 'manual'] as const).flatMap((name) => guidesIn(join(folder, name), name));
}

function guidesIn(folder: string, collection: Guide['collection']): Guide[] {
  if (!existsSync(folder)) return [];
  const guides = readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .map((file): Guide => {
      const { title = '', description = '', order = 0, asked, body } = read(join(folder, file));
      const missing = title === '' ? 'title' : description === '' ? 'description' : undefined;
      if (missing)
        refuse(join(folder, file), `the front matter has no ${missing}`, `Add it between two lines "---" at the top.`);
      const facts = { name: file.slice(0, -3), collection, title, description, order, body };
      return asked ? { ...facts, asked } : facts;
    });
  return guides.sort((a, b) => a.order - b.order || (a.name < b.name ? -1 : 1));
}

type Matter = Partial<Pick<Guide, 'title' | 'description' | 'order' | 'asked'>>;

/** Front matter and text; with `from`, both are those of another file, except for what stands beside `from`. */
function read(file: string): Matter & { body: string } {
  const text = readFileSync(file, 'utf8');
  const [whole = '', matter = ''] = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/.exec(text) ?? [];
  const { from, ...facts } = matterOf(file, matter);
  if (from === undefined) return { ...facts, body: text.slice(whole.length) };
  const source = join(file, '..', from);
  if (!existsSync(source)) refuse(file, `from must name a file (was "${from}")`, 'Write its path from this file.');
  return { ...read(source), ...facts };
}

function matterOf(file: string, matter: string): Matter & { from?: string } {
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
