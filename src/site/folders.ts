import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { problemsDir } from '#toolkit/paths.ts';

const holding = (folder: string) =>
  existsSync(folder) && readdirSync(folder).some((file) => file.endsWith('.md')) ? folder : undefined;

/** Collection to its folder; undefined where there is none. */
export const guideFolders = {
  guides: holding(join(problemsDir, 'guides')),
  manual: holding(join(problemsDir, 'manual')),
};
