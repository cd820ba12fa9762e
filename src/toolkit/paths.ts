import { join, resolve } from 'node:path';

/** Where things are. `PROBLEMS_DIR` points every command at another catalog. */

/** Root of the repository. */
export const root = resolve(import.meta.dirname, '../..');

const other = process.env.PROBLEMS_DIR;
export const isOtherCatalog = Boolean(other);

/** The folder with the entries. */
export const problemsDir = other ? resolve(other) : join(root, 'problems');
/** The committed contract; another catalog keeps its own beside its entries, so that none is overwritten. */
export const schemasDir = other ? join(problemsDir, 'schemas') : join(root, 'schemas');
/** Bodies to try the schemas on, by problem type: `<name>/valid/*.json`, `<name>/invalid/*.json`. */
export const bodiesDir = other ? join(problemsDir, 'bodies') : join(root, 'test/arcp/problems');
export const packageSource = join(root, 'src/runtime');
export const generatedDir = join(packageSource, 'generated');
/** Everything that a build makes. */
export const outputDir = join(root, 'dist');
export const packageDir = join(outputDir, 'package');
export const siteDir = join(outputDir, 'site');
