import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { Worker } from 'node:worker_threads';
import { CatalogError, type Finding } from '#catalog/finding.ts';
import { linearFix } from '#catalog/regexp.ts';
import { withFindings } from './command.ts';
import { rooms } from './project.ts';
import { type Found, regexpsOf } from './regexps/collect.ts';

/**
 * Part of `npm run check`: every regular expression of `src/` takes linear time, whatever the text. There are no
 * exceptions. Generated modules hold patterns of the catalog, which are judged when it is loaded.
 */
const root = join(rooms, '..');

await withFindings(async () => {
  const found = sources().flatMap((file) => regexpsOf(relative(root, file), readFileSync(file, 'utf8')));
  const constant = found.filter((each) => each.source !== undefined);
  const distinct = new Map(constant.map((each) => [keyOf(each), each]));
  const queue = [...distinct.values()];
  const slow = new Map<string, string>();
  await Promise.all(Array.from({ length: availableParallelism() }, () => judge(queue, slow)));
  const findings = found.flatMap((each) => findingOf(each, slow.get(keyOf(each))));
  if (findings.length > 0) throw new CatalogError(findings);
  console.log(`Regular expressions: ${found.length}, each of linear time.`);
});

function sources(): string[] {
  return readdirSync(rooms, { recursive: true, encoding: 'utf8' })
    .map((path) => join(rooms, path))
    .filter((path) => /\.([cm]?[jt]s|astro)$/.test(path) && !path.startsWith(join(rooms, 'runtime/generated')));
}

function keyOf({ source, flags }: Found): string {
  return `/${source}/${flags}`;
}

/** Takes expressions from the queue and has a thread judge them, until there is none. */
function judge(queue: Found[], slow: Map<string, string>): Promise<void> {
  const worker = new Worker(new URL('./regexps/worker.ts', import.meta.url));
  return new Promise((done, fail) => {
    const next = () => {
      const each = queue.pop();
      if (!each) {
        worker.terminate().then(() => done(), fail);
        return;
      }
      worker.once('message', (verdict: string | undefined) => {
        if (verdict !== undefined) slow.set(keyOf(each), verdict);
        next();
      });
      worker.postMessage({ source: each.source, flags: each.flags });
    };
    worker.on('error', fail);
    next();
  });
}

function findingOf({ file, line, source, flags, text }: Found, slow: string | undefined): Finding[] {
  const place = `${file}:${line}`;
  if (source === undefined) {
    const fact = `a regular expression must be written as constant text (was ${text})`;
    return [{ file: place, fact, fix: 'Search with indexOf, or write the pattern out.' }];
  }
  return slow ? [{ file: place, fact: `/${source}/${flags} must take linear time (was ${slow})`, fix: linearFix }] : [];
}
