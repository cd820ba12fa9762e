import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spreadOf, tableOf } from '../results.ts';

/** What the types of the package cost the compiler and an editor, with its own catalog and with one of 1,000 types. */

const built = join(import.meta.dirname, '../../../dist/package');
const rounds = 15;

const files = {
  'empty.mts': 'export {};\n',
  'import.mts': "import { sessionInvalid } from 'arcp-problems';\nexport { sessionInvalid };\n",
  'call.mts':
    "import { sessionInvalid } from 'arcp-problems';\nexport const problem = sessionInvalid({ detail: 'It ended.' });\n",
  'unfinished.mts': "import { sessionInvalid } from 'arcp-problems';\nexport const problem = sessionInvalid({});\n",
};

/** Returns the figures as lines of Markdown. Takes the built package. */
export async function costOfTypes(): Promise<string[]> {
  const small = project(0);
  const large = project(1000);
  const worker = join(import.meta.dirname, 'types-worker.ts');
  const measured = (folder: string, file: keyof typeof files, task: 'check' | 'complete') =>
    Number(execFileSync(process.execPath, [worker, folder, file, task], { encoding: 'utf8' }));
  try {
    const all = Array.from({ length: rounds }, () => {
      const bare = measured(small, 'empty.mts', 'check');
      return {
        'tsc: to import a constructor': measured(small, 'import.mts', 'check') - bare,
        'tsc: to import a constructor and call it': measured(small, 'call.mts', 'check') - bare,
        'the same from a catalog of 1,000 types': measured(large, 'call.mts', 'check') - bare,
        'editor: to complete after `sessionInvalid({`': measured(small, 'unfinished.mts', 'complete'),
        'to complete from a catalog of 1,000 types': measured(large, 'unfinished.mts', 'complete'),
      };
    });
    const names = Object.keys(all[0] ?? {}) as (keyof (typeof all)[number])[];
    const rows = names.map((name) => {
      const { median, least, most } = spreadOf(all.map((figures) => figures[name]));
      return [name, median.toFixed(0), `${least.toFixed(0)} to ${most.toFixed(0)}`];
    });
    return [
      '## Types',
      '',
      `CPU time in milliseconds; that of tsc, above an empty file. The median of ${rounds} rounds.`,
      '',
      ...tableOf(['what', 'ms', 'spread'], rows),
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
