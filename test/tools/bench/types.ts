import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What the types of the package cost the compiler and an editor, with its own catalog and with one of 1,000 types. */

const built = join(import.meta.dirname, '../../../dist/package');
const rounds = 5;

const files = {
  'empty.mts': 'export {};\n',
  'import.mts':
    "import { sessionInvalid } from 'arcp-problems';\nexport const problem = sessionInvalid({ detail: 'It ended.' });\n",
  'call.mts': "import { sessionInvalid } from 'arcp-problems';\nexport const problem = sessionInvalid({});\n",
};

/** Returns the figures as lines of Markdown. Takes the built package. */
export async function costOfTypes(): Promise<string[]> {
  const small = project(0);
  const large = project(1000);
  const measured = (folder: string, file: keyof typeof files, task: 'check' | 'complete') => {
    const worker = join(import.meta.dirname, 'types-worker.ts');
    const run = () => Number(execFileSync(process.execPath, [worker, folder, file, task], { encoding: 'utf8' }));
    return Array.from({ length: rounds }, run).sort((a, b) => a - b)[rounds >> 1] as number;
  };
  try {
    const bare = measured(small, 'empty.mts', 'check');
    const added = (time: number) => `${(time - bare).toFixed(0)} ms, ${(time / bare).toFixed(2)} times an empty file`;
    return [
      '## Types',
      '',
      `CPU time, the median of ${rounds} rounds.`,
      '',
      '| what | cost |',
      '| --- | --- |',
      `| tsc: to import a constructor and call it | ${added(measured(small, 'import.mts', 'check'))} |`,
      `| the same from a catalog of 1,000 types | ${added(measured(large, 'import.mts', 'check'))} |`,
      `| editor: to complete after \`sessionInvalid({\` | ${measured(small, 'call.mts', 'complete').toFixed(0)} ms |`,
      `| the same from a catalog of 1,000 types | ${measured(large, 'call.mts', 'complete').toFixed(0)} ms |`,
    ];
  } finally {
    for (const folder of [small, large]) rmSync(folder, { recursive: true });
  }
}

/** A folder with the package installed, whose catalog has as many types more. */
function project(more: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'types-'));
  const declarations = join(folder, 'node_modules/arcp-problems/generated/index.d.ts');
  cpSync(built, join(folder, 'node_modules/arcp-problems'), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const names = Array.from({ length: more }, (_, at) => `other${at}`);
  const text = readFileSync(declarations, 'utf8');
  const model =
    /export interface SessionInvalid [\s\S]*?\nexport declare const sessionInvalid[\s\S]*?;\n(?=export )/.exec(text);
  if (!model) throw new Error('generated/index.d.ts must declare sessionInvalid.');
  const others = names.map((name) =>
    model[0]
      .replaceAll('session-invalid', name)
      .replaceAll('sessionInvalid', name)
      .replaceAll('SessionInvalid', `Of${name}`),
  );
  const union = names.map((name) => ` | Occurrence<typeof ${name}>`).join('');
  const list = names.map((name) => `  typeof ${name},\n`).join('');
  const larger = text
    .replace(/(export type CatalogProblem =[^;]*);/, `$1${union};`)
    .replace(/(problemTypes: readonly \[\n?)/, `$1${list}`);
  writeFileSync(declarations, others.join('') + larger);
  return folder;
}
