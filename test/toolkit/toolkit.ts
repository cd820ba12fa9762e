import { cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../support.ts';

/**
 * Puts the packed toolkit into a folder, as pnpm would install it: what the toolkit depends on is beside the toolkit alone,
 * where the project cannot import it.
 * @param own packages that the project itself depends on
 * @returns the environment of the command, as the scripts of pnpm set it
 */
export function installToolkit(folder: string, own: readonly string[]): { NODE_PATH: string } {
  const toolkit = join(root, 'dist/toolkit');
  const store = join(folder, 'node_modules/.store/node_modules');
  const link = (target: string, place: string) => {
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync(target, place, 'dir');
  };
  cpSync(toolkit, join(store, 'problem-catalog'), { recursive: true });
  link(join(store, 'problem-catalog'), join(folder, 'node_modules/problem-catalog'));
  const { dependencies } = JSON.parse(readFileSync(join(toolkit, 'package.json'), 'utf8'));
  for (const name of Object.keys(dependencies)) link(join(root, 'node_modules', name), join(store, name));
  for (const name of own) link(join(root, 'node_modules', name), join(folder, 'node_modules', name));
  return { NODE_PATH: store };
}
