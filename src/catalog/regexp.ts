import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

/** Whether a regular expression can be slow, by recheck. A verdict can take seconds, so it is kept in node_modules. */

const require = createRequire(import.meta.url);
const { version } = require('recheck/package.json') as { version: string };
const folder = resolve('node_modules/.cache/problem-catalog');
const file = join(folder, `recheck-${version}.jsonl`);

let verdicts: Map<string, string> | undefined;

/** What makes an expression linear. */
export const linearFix =
  'Let no two neighboring repetitions take the same character, and no search begin again within a run; or read the text without an expression.';

/**
 * Compiles a pattern of a catalog; throws a `SyntaxError` where it is none. The check of our own expressions leaves it out:
 * `slowness` judges the patterns of a catalog when it is loaded.
 */
export function compiled(pattern: string): RegExp {
  const Expression = RegExp;
  return new Expression(pattern, 'u');
}

/** Returns how long a search can take and on which text; undefined when its time is linear, whatever the text. */
export function slowness(source: string, flags: string): string | undefined {
  const key = JSON.stringify([source, flags]);
  verdicts ??= readVerdicts();
  const verdict = verdicts.get(key) ?? judge(source, flags);
  if (!verdicts.has(key)) keep(key, verdict);
  return verdict || undefined;
}

function judge(source: string, flags: string): string {
  // The build for browsers: the others start a program of their own, and give up by the clock.
  const { checkSync } = require('recheck/lib/browser.js') as typeof import('recheck');
  const limits = { timeout: null, attackTimeout: null, incubationTimeout: null, attackLimit: 10_000_000 };
  // `d` records places and changes no match.
  const found = checkSync(source, flags.replace('d', ''), limits);
  if (found.status === 'safe') return '';
  if (found.status === 'unknown')
    return `no known time: ${'message' in found.error ? found.error.message : found.error.kind}`;
  return `${found.complexity.summary.replace(' (fuzz)', '')} time on ${found.attack.pattern}`;
}

function readVerdicts(): Map<string, string> {
  try {
    const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
    return new Map(lines.map((line) => JSON.parse(line) as [string, string]));
  } catch {
    return new Map();
  }
}

function keep(key: string, verdict: string): void {
  verdicts?.set(key, verdict);
  try {
    mkdirSync(folder, { recursive: true });
    appendFileSync(file, `${JSON.stringify([key, verdict])}\n`);
  } catch {
    // Without a place to keep it, the verdict is found again next time.
  }
}
