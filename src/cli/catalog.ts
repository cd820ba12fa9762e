import { readFileSync } from 'node:fs';
import type { CatalogData, ProblemData } from '#catalog/data.ts';
import { commandOf } from '#catalog/names.ts';
import { Failure } from './failure.ts';

/** The published catalog, as `catalog.json` beside the command holds it. */

/** One problem type as data. */
export type CatalogEntry = ProblemData;
export type Catalog = CatalogData;

/** The catalog, and what the command is called: the name of the package without its scope. */
export interface Home {
  readonly catalog: Catalog;
  readonly program: string;
  readonly packageName: string;
  readonly version: string;
  /** The Markdown version of the page of a problem type. */
  markdown(entry: CatalogEntry): string;
}

/** @param folder URL of the folder that holds `catalog.json`, with a final slash */
export function openHome(folder: URL): Home {
  const catalog = parse(new URL('catalog.json', folder)) as Catalog;
  const { name, version } = parse(new URL('package.json', folder)) as { name: string; version: string };
  return {
    catalog,
    program: commandOf(name),
    packageName: name,
    version,
    markdown: (entry) => read(new URL(`problems/${entry.name}.md`, folder)),
  };
}

function read(url: URL): string {
  try {
    return readFileSync(url, 'utf8');
  } catch {
    const file = decodeURIComponent(url.pathname);
    throw new Failure(`${file}: the file is missing. Install the package again.`);
  }
}

function parse(url: URL): unknown {
  return JSON.parse(read(url));
}
