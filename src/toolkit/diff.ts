import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import type { CatalogData } from '#catalog/data.ts';
import { diff, levels, verdict } from '#catalog/diff.ts';
import { load } from '#catalog/load.ts';
import { catalogData } from '#emit/data.ts';
import { command } from './command.ts';
import { problemsDir, root } from './paths.ts';

/** `npm run diff -- <before>` says which version of the package the changes since then ask for. */

const usage =
  'Use: npm run diff -- <before>, where <before> is a folder of entries, a catalog.json, or a git revision.';

await command(async () => {
  const [before, ...more] = process.argv.slice(2);
  if (before === undefined || more.length > 0 || before.startsWith('-')) {
    console.error(`diff: it takes one argument. ${usage}`);
    process.exitCode = 2;
    return;
  }
  const old = await read(before);
  if (typeof old === 'string') {
    console.error(`diff: ${old}. ${usage}`);
    process.exitCode = 1;
    return;
  }
  const changes = diff(old, catalogData(await load(problemsDir)));
  for (const level of levels.toReversed()) {
    for (const { name, fact } of changes.filter((change) => change.level === level)) {
      console.log(`${level}  ${name || 'catalog'}: ${fact}`);
    }
  }
  const asked = verdict(changes);
  console.log(asked ? `\nThe changes ask for a ${asked} version.` : 'Nothing changed.');
});

/** The catalog before, or why it cannot be had. */
async function read(before: string): Promise<CatalogData | string> {
  if (existsSync(before)) {
    if (statSync(before).isDirectory()) return catalogData(await load(before));
    try {
      const data = JSON.parse(readFileSync(before, 'utf8'));
      if (Array.isArray(data?.problems) && Array.isArray(data.members)) return data;
    } catch {
      // Told below.
    }
    return `${before} is no catalog.json`;
  }
  const folder = mkdtempSync(join(tmpdir(), 'catalog-'));
  try {
    const path = relative(root, problemsDir).replaceAll('\\', '/');
    const git = (...args: string[]) =>
      execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    const files = git('ls-tree', '-r', '--name-only', before, '--', path)
      .split('\n')
      .filter((file) => file.endsWith('.ts'));
    if (files.length === 0) return `the revision ${before} has no entries in ${path}`;
    for (const file of files) {
      const target = join(folder, file);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, git('show', `${before}:${file}`));
    }
    return catalogData(await load(join(folder, path)));
  } catch (error) {
    if ((error as { status?: number }).status === undefined) throw error;
    return `${before} is neither a file, nor a folder, nor a git revision`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
