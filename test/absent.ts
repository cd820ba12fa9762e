import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What tests need and this machine lacks: told once, after all tests. */

/** Notes that something is absent, and what is not tried for that reason. */
export function absent(what: string, untried: string): void {
  const line = `${what}: ${untried}`;
  const { ABSENT_FILE: file } = process.env;
  if (file) appendFileSync(file, `${line}\n`);
  else console.warn(`Not on this machine: ${line}`);
}

/** The global setup of Vitest. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'absent-'));
  const file = join(folder, 'lines');
  process.env.ABSENT_FILE = file;
  return () => {
    const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
    rmSync(folder, { recursive: true });
    if (lines.length > 0) {
      const list = [...new Set(lines)].sort().map((line) => `  ${line}`);
      console.log(`\nNot on this machine, so not tried. Install it, then run again:\n${list.join('\n')}`);
    }
  };
}
