import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { load } from '#catalog/load.ts';
import { ownTranslation } from '#catalog/translations/own.ts';
import { keptFolder } from '#emit/kept.ts';
import { pagesConfig } from '../config.ts';
import { clientModules } from '../vite.ts';
import { makeRenderer, openRenderer } from './make.ts';

/** Catalog -> the folder of its pages. */

/**
 * Writes all pages of a catalog, with their scripts and styles. Astro runs only when what it reads has changed: the
 * sources of the pages, `index.ts` or `translation.ts` of the catalog, or what the scripts know of the problem types.
 * @param root the folder that Astro works in
 * @param catalog the folder with the entries
 * @param target the folder to fill
 */
export async function writePages(root: string, catalog: string, target: string): Promise<void> {
  process.env.NODE_ENV ??= 'production';
  const loaded = await load(catalog);
  const own = ownTranslation(catalog);
  const texts = own && readFileSync(own, 'utf8');
  const input = [root, import.meta.dirname, loaded.folder, loaded.facts, texts, [...(await clientModules(loaded))]];
  const temporary = join(target, '.renderer');
  const folder = await keptFolder('renderer', JSON.stringify(input), temporary, async (next) =>
    makeRenderer(await pagesConfig({ root, catalog }), next),
  );
  const { entry, assets } = openRenderer(folder);
  cpSync(assets, target, { recursive: true });
  const { targets }: typeof import('./entry.ts') = await import(pathToFileURL(entry).href);
  for (const { file, render } of await targets(loaded)) {
    const path = join(target, file);
    mkdirSync(dirname(path), { recursive: true });
    await writePage(path, await render());
  }
  rmSync(temporary, { recursive: true, force: true });
}

/**
 * Writes what Astro made of a page, a part at a time.
 * @throws Error for a page that failed: Astro answers it with 500, and prints why
 */
export async function writePage(file: string, { status, body }: Response): Promise<void> {
  if (status >= 500) throw new Error(`${basename(file)} cannot be rendered.`);
  await writeFile(file, body ?? '');
}
