import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { CatalogError, type Finding, findingText, nearest } from '#catalog/finding.ts';
import { lint } from '#catalog/lint.ts';
import { examine } from '#catalog/load.ts';
import { typeFaults } from '#catalog/type-faults.ts';
import { UsageError } from './command.ts';
import { checkSchemas } from './generate.ts';
import type { Project } from './project.ts';

/**
 * Prints all findings about the catalog, and what of the schemas is not up to date.
 * @param names the entries to look at, by name or path; all when there are none
 */
export async function check(project: Project, names: readonly string[] = []): Promise<void> {
  const asked = new Set(names.map((name) => basename(name, '.ts')));
  const isAsked = (name: string) => asked.size === 0 || asked.has(name);
  const { catalog, findings } = await examine(project.catalog, isAsked);
  const only = names.length > 0 ? entriesOf(project, names) : undefined;
  const nameIn = (file: string) => /\/bodies\/([^/]+)/.exec(file)?.[1] ?? basename(file).replace(/\.ts(:\d+)?$/, '');
  const concerns = ({ file }: Finding) => !only || only.has(nameIn(file));
  // A guide that cannot be read stops the rest of the check, of whatever entry.
  let stops: readonly Finding[] = [];
  const linted = catalog
    ? await lint(catalog, isAsked).catch((error: unknown) => {
        if (!(error instanceof CatalogError)) throw error;
        stops = error.findings;
        return [];
      })
    : await typeFaults(project.catalog, isAsked);
  const all = [...[...findings, ...linted].filter(concerns), ...stops];
  const found = all.filter(({ level }) => level !== 'warning');
  if (all.length > 0) console.error(all.map(findingText).join('\n'));
  if (found.length > 0) process.exitCode = 1;
  // A schema is made from an entry that can be read.
  if (!catalog || findings.some(concerns)) return;
  if (found.length === 0) console.log(`${catalog.facts.name}: ${count(only?.size ?? catalog.problems.length)}.`);
  checkSchemas(project, catalog, only);
}

const count = (entries: number) => `${entries} ${entries === 1 ? 'entry' : 'entries'} without findings`;

function entriesOf(project: Project, names: readonly string[]): Set<string> {
  const known = readdirSync(project.catalog)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => basename(file, '.ts'));
  const wanted = new Set(names.map((name) => basename(name, '.ts')));
  for (const name of wanted) {
    if (known.includes(name)) continue;
    const near = nearest(name, known);
    throw new UsageError(
      `check: there is no entry ${name}. ${near ? `Did you mean ${near}?` : 'Name a file of the catalog.'}`,
    );
  }
  return wanted;
}
