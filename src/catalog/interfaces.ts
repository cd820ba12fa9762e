import { basename, dirname } from 'node:path';
import { declarationsIn } from './declarations.ts';
import { openCache } from './file-cache.ts';
import type { Finding } from './finding.ts';
import type { Interface, Reading, Wanted } from './members.ts';
import { ownNames } from './name-fault.ts';

/** The interfaces of a whole catalog, and what must hold between them. */

export interface Interfaces {
  /** Interface of each entry file, by path. */
  readonly entries: ReadonlyMap<string, Interface>;
  /** `CommonMembers` and helper types of `index.ts`. */
  readonly common: Interface;
}

/**
 * Reads the interfaces of a catalog.
 * @param indexFile path of `index.ts`
 * @param files path of each entry, and the name its interface must have
 * @param label path as shown in findings
 */
export async function readInterfaces(
  indexFile: string,
  files: ReadonlyMap<string, string>,
  label: (file: string) => string,
): Promise<{ interfaces: Interfaces; findings: Finding[] }> {
  const folder = dirname(indexFile);
  const wanted = new Map<string, Wanted>([[indexFile, { name: 'CommonMembers', optional: true }]]);
  for (const [file, name] of files) wanted.set(file, { name, optional: false });
  const cache = openCache<Reading>('interfaces', folder, [...wanted.keys()], declarationsIn);
  const readings = cache.known;
  const missing = [...wanted].filter(([file]) => !readings.has(file));
  if (missing.length > 0) {
    // TypeScript takes half a second to load.
    const [{ readMembers }, { batches }] = await Promise.all([import('./members.ts'), import('./compiler.ts')]);
    for (const part of batches(missing))
      for (const [file, reading] of readMembers(folder, new Map(part), label)) readings.set(file, reading);
    cache.save();
  }
  const read = (file: string) => readings.get(file) as Reading;
  const all = [...wanted.keys()].map(read);
  const entries = new Map([...files.keys()].map((file) => [file, read(file).found]));
  const common = read(indexFile).found;
  const findings = all.flatMap((reading) => reading.findings);
  findings.push(...takenMembers(files, entries, common, indexFile, label));
  findings.push(...takenTypes(entries, common, indexFile, label));
  const types = [...wanted.keys()].flatMap((file) => read(file).found.types.map((type) => ({ file, type })));
  for (const { file, type } of types)
    if (ownNames().has(type) && !(type === 'CommonMembers' && file === indexFile))
      findings.push({ file: label(file), fact: `type ${type} has a name of the package's own`, fix: 'Rename it.' });
  return { interfaces: { entries, common }, findings };
}

/** Members that every type has already. */
function takenMembers(
  names: ReadonlyMap<string, string>,
  entries: ReadonlyMap<string, Interface>,
  common: Interface,
  indexFile: string,
  label: (file: string) => string,
): Finding[] {
  const shared = new Set(common.members.map((member) => member.name));
  return [...entries].flatMap(([file, { members }]) =>
    members
      .filter((member) => shared.has(member.name))
      .map((member) => ({
        file: label(file),
        fact: `member ${member.name} is a common member already`,
        fix: `Remove it from ${names.get(file)}; it is defined once, in CommonMembers of ${basename(indexFile)}.`,
      })),
  );
}

/** Types of the same name: all are exported by one module of the package. */
function takenTypes(
  entries: ReadonlyMap<string, Interface>,
  common: Interface,
  indexFile: string,
  label: (file: string) => string,
): Finding[] {
  const findings: Finding[] = [];
  const owners = new Map(common.types.map((type) => [type, indexFile]));
  for (const [file, { types }] of entries) {
    for (const type of types) {
      const owner = owners.get(type);
      if (!owner) owners.set(type, file);
      else
        findings.push({
          file: label(file),
          fact: `type ${type} is exported by ${label(owner)} too`,
          fix: `Rename one of them, or move it to ${label(indexFile)} and import it.`,
        });
    }
  }
  return findings;
}
