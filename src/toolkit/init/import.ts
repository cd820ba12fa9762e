import { readdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { examine, loadFacts } from '#catalog/load.ts';
import { entryModule } from '../new.ts';
import type { Project } from '../project.ts';
import { draftsOf, type Surroundings } from './from/draft.ts';
import { draftText } from './from/entry.ts';
import type { Found } from './from/found.ts';

/** Entries from what people have: a first version of each, which names what is to be written. */

/** The category of entries in a catalog that has none of its own yet. */
export const firstCategory = { key: 'general', title: 'General', summary: 'The server cannot answer the request.' };

/** What was written, as lines for the terminal. */
export interface Imported {
  readonly written: readonly string[];
  readonly remarks: readonly string[];
}

/**
 * Writes an entry for each problem type that was found, into a catalog that is there. An entry that is there stays.
 */
export async function importEntries(project: Project, found: readonly Found[]): Promise<Imported> {
  const facts = await loadFacts(project.catalog);
  const { catalog } = await examine(project.catalog);
  const around: Surroundings = {
    addresses: facts,
    names: readdirSync(project.catalog).flatMap((file) =>
      /^(?!index\.).*\.ts$/.test(file) ? [file.slice(0, -3)] : [],
    ),
    titles: (catalog?.problems ?? []).map(({ entry }) => entry.title),
    aliases: (catalog?.problems ?? []).flatMap(({ entry }) => entry.aliases ?? []),
    common: (catalog?.common.members ?? []).map(({ name }) => name),
    ...(facts.routes && { routes: Object.keys(facts.routes) }),
  };
  const { drafts, remarks } = draftsOf(found, around);
  const [category = firstCategory.key] = Object.keys(facts.categories);
  const written = drafts.map((draft) => {
    const file = join(project.catalog, `${draft.name}.ts`);
    writeFileSync(file, draftText(draft, entryModule(project), category), { flag: 'wx' });
    return relative(project.root, file).replaceAll('\\', '/');
  });
  return { written, remarks };
}
