import { join } from 'node:path';
import { rooms } from './project.ts';
import { runSteps, type Step } from './steps.ts';

/**
 * `npm run check`: runs every check of this repository, all of them whatever one finds, and prints the findings together.
 * `npm run check -- session-invalid` looks at entries alone.
 */

const toolkit = ['node', 'src/toolkit/bin.ts'];
const steps: readonly Step[] = [
  { name: 'package', command: [...toolkit, 'build', '--package'] },
  { name: 'regular expressions', command: ['node', 'src/toolkit/regexps.ts'] },
  { name: 'format and lint', command: ['biome', 'ci', '.'] },
  { name: 'format of pages', command: ['prettier', '--check', 'src/**/*.astro'] },
  { name: 'spelling', command: ['cspell', '--quiet', '.'] },
  { name: 'entries', command: [...toolkit, 'check'] },
  { name: 'types of pages', command: ['astro', 'check', '--tsconfig', 'src/site/tsconfig.json'], after: 'package' },
  // Astro writes its declarations before it checks the pages.
  { name: 'types', command: ['node', 'src/toolkit/types.ts'], after: 'types of pages' },
];

const names = process.argv.slice(2);
if (names.length > 0) {
  process.argv.splice(2, names.length, 'check', ...names);
  await import('./bin.ts');
} else {
  const outputs = await runSteps(join(rooms, '..'), steps);
  for (const [name, output] of outputs) console.error(`\n${name}:\n${output.trimEnd()}`);
  if (outputs.size > 0) process.exitCode = 1;
}
