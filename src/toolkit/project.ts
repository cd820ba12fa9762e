import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Where the parts of a catalog's project are. */
export interface Project {
  /** The folder that commands run in. */
  readonly root: string;
  /** The folder with the entries. */
  readonly catalog: string;
  /** The folder of the catalog's own package.json, README.md, LICENSE and CHANGELOG.md. */
  readonly home: string;
  /** The committed contract. */
  readonly schemas: string;
  /** Bodies to try the schemas on: `<name>/valid/*.json`, `<name>/invalid/*.json`. */
  readonly bodies: string;
  /** Everything that a build makes. */
  readonly output: string;
  readonly package: string;
  readonly site: string;
}

/**
 * Returns where things are.
 * @param catalog the folder with the entries; `problems` when absent or empty
 * @param root the folder that commands run in
 */
export function projectOf(catalog?: string, root = process.cwd()): Project {
  const folder = resolve(root, catalog || 'problems');
  const home = existsSync(join(folder, '../package.json')) ? dirname(folder) : folder;
  const output = join(root, 'dist');
  return {
    root,
    catalog: folder,
    home,
    schemas: join(home, 'schemas'),
    bodies: join(folder, 'bodies'),
    output,
    package: join(output, 'package'),
    site: join(output, 'site'),
  };
}

/** The folder of all rooms: `src`, or the toolkit's package once it is built. */
export const rooms = resolve(import.meta.dirname, '..');

/** Whether the toolkit runs from its sources, rather than from its package. */
export const isSource = import.meta.filename.endsWith('.ts');
