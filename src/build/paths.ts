import { join, resolve } from 'node:path';

/** Where things are. `PROBLEMS_DIR` points every command at another catalog. */

/** Root of the repository. */
export const root = resolve(import.meta.dirname, '../..');

const other = process.env.PROBLEMS_DIR;

/** The folder with the entries. */
export const problemsDir = other ? resolve(other) : join(root, 'problems');
/** The committed contract; another catalog keeps its own beside its entries, so that none is overwritten. */
export const schemasDir = other ? join(problemsDir, 'schemas') : join(root, 'schemas');
export const packageSource = join(root, 'src/package');
export const generatedDir = join(packageSource, 'generated');
export const packageDir = join(root, 'dist/package');
export const siteDir = join(root, 'dist/site');
