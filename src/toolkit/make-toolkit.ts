import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { keptFolder } from '#emit/kept.ts';
import { replaceFolder } from './output.ts';
import { projectOf, rooms } from './project.ts';

/** `npm run build:toolkit`: dist/toolkit, the package `problem-catalog`. It does not depend on the entries. */

const target = join(projectOf().output, 'toolkit');
const input = ['LICENSE', 'package.json'].map((name) => readFileSync(join(rooms, '..', name), 'utf8'));
const temporary = `${target}.made`;
await replaceFolder(target, async (next) => {
  const made = await keptFolder('toolkit', input.join('\0'), temporary, async (folder) => {
    const { fillToolkit } = await import('./make-toolkit/fill.ts');
    await fillToolkit(folder);
  });
  cpSync(made, next, { recursive: true });
});
rmSync(temporary, { recursive: true, force: true });
console.log('dist/toolkit: problem-catalog.');
