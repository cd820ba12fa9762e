import { cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../support.ts';

/** Puts the packed toolkit into a folder, with the packages that it depends on, as an install would. */
export function installToolkit(folder: string): void {
  const toolkit = join(root, 'dist/toolkit');
  cpSync(toolkit, join(folder, 'node_modules/problem-catalog'), { recursive: true });
  const { dependencies } = JSON.parse(readFileSync(join(toolkit, 'package.json'), 'utf8'));
  for (const name of Object.keys(dependencies)) {
    const place = join(folder, 'node_modules', name);
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), place, 'dir');
  }
}
