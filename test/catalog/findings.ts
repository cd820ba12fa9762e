import { findingText } from '#catalog/finding.ts';
import { lint } from '#catalog/lint.ts';
import { examine } from '#catalog/load.ts';

/** Returns what `check` says of a catalog, but for its schemas. */
export async function findingsIn(folder: string): Promise<string[]> {
  const { catalog, findings } = await examine(folder);
  return [...findings, ...(catalog ? await lint(catalog) : [])].map(findingText);
}
