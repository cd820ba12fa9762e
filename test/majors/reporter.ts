import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';
import { type Major, majors } from './matrix.ts';

/** Which Node.js each major was tried on, with which versions: `results.json`, written by `npm run test:long`. */

export type Results = Record<string, { versions: Record<string, string>; nodes: string[] }>;

const file = join(import.meta.dirname, 'results.json');

export function readResults(): Results {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** Notes every suite of the form `express-4 on Node 20.0.0` that ran to its end, and strikes out what failed. */
export default class MajorsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const results = readResults();
    for (const suite of modules.flatMap(({ children }) => [...children.suites()])) {
      const [, id, version = ''] = /^(\S+) on (?:Node|Bun|Deno) ([\d.]+)$/.exec(suite.name) ?? [];
      const major = majors.find((each) => each.id === id);
      if (!major || suite.state() === 'skipped') continue;
      note(results, major, version, suite.state() === 'passed' && suite.errors().length === 0);
    }
    const sorted = majors.flatMap(({ id }) => (results[id] ? [[id, results[id]]] : []));
    writeFileSync(file, `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`);
  }
}

function note(results: Results, { id, install }: Major, version: string, passed: boolean): void {
  const before = results[id];
  const isSame = before && JSON.stringify(before.versions) === JSON.stringify(install);
  const nodes = (isSame ? before.nodes : []).filter((each) => each !== version);
  if (passed) nodes.push(version);
  results[id] = { versions: install, nodes: nodes.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })) };
}
