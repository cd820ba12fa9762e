import { runtime } from 'virtual:problem-catalog';
import type { Files } from '#emit/files.ts';
import { singleValidators } from '#emit/package/validators/single.ts';
import { type Catalog, site } from './context.ts';
import { mostBundled } from './most-bundled.ts';

/** The files from which the inspector loads the validator of one type, where the catalog is too large to load all. */

const made = new WeakMap<Catalog, Promise<Files>>();

export async function validatorFiles(): Promise<Files> {
  const { catalog } = await site();
  if (catalog.problems.length <= mostBundled) return new Map();
  const known = made.get(catalog) ?? singleValidators(catalog, runtime);
  made.set(catalog, known);
  return known;
}
