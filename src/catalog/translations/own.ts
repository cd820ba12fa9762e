import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as en from './en.ts';
import { sayings } from './sayings.ts';

/** The texts of the frame in a file of the catalog's own. */

/** Path of that file; undefined when the catalog has none. */
export function ownTranslation(folder: string): string | undefined {
  const file = join(folder, 'translation.ts');
  return existsSync(file) ? file : undefined;
}

/** Names of the groups of texts. */
export const groups: readonly string[] = Object.keys(en);

export const translationFix =
  'Correct it; the type Translation of "problem-catalog/translation" has all texts, and your editor lists them.';

/** What is wrong with a translation: the texts that it lacks, and those that no page has, each as `inspector.fix`. */
export function translationFaults(given: unknown): string[] {
  const isSaid = Object(Object(given).said) === Object(given).said;
  const said = isSaid ? Object.fromEntries(sayings.map((saying) => [saying, ''])) : undefined;
  const [own, wanted] = [textsIn(given), textsIn({ ...en, said })];
  const missing = [...wanted].flatMap(([path, kind]) => (own.get(path) === kind ? [] : [path]));
  const unknown = [...own.keys()].filter((path) => path !== '' && !wanted.has(path));
  return [
    ...(missing.length > 0 ? [`it lacks the texts ${missing.join(', ')}`] : []),
    ...(unknown.length > 0 ? [`it has texts that no page has: ${unknown.join(', ')}`] : []),
  ];
}

/** All texts of a translation with their kinds, which tell sentences with values from those without. */
function textsIn(value: unknown, path: readonly string[] = []): Map<string, string> {
  if (value === undefined) return new Map();
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return new Map([[path.join('.'), Array.isArray(value) ? `list of ${value.length}` : typeof value]]);
  return new Map(Object.entries(value).flatMap(([name, text]) => [...textsIn(text, [...path, name])]));
}
