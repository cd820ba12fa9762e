import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** What git knows of the repository that a catalog is in, which need not be that of the toolkit. */

function git(folder: string, args: readonly string[], more: { input?: string; env?: NodeJS.ProcessEnv } = {}): string {
  return execFileSync('git', args, {
    cwd: folder,
    input: more.input ?? '',
    env: { ...process.env, ...more.env },
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
}

/** Returns the output of git without its last line break; undefined where git or the repository is missing, or refuses. */
function asked(folder: string, ...args: string[]): string | undefined {
  try {
    return git(folder, args).trimEnd();
  } catch {
    return undefined;
  }
}

/** Returns the tag of the last release, `v1.2.0`, that leads to the commit in work; undefined when there is none. */
export function lastRelease(folder: string): string | undefined {
  return asked(folder, 'describe', '--tags', '--abbrev=0', '--match', 'v[0-9]*');
}

/**
 * Writes the entries of a revision into a folder, with what tells the API of their package.
 * @param problems the folder of entries
 * @returns path of the entries in `target`; undefined where git or the repository is missing, or has no such revision
 */
export function filesAt(revision: string, problems: string, target: string): string | undefined {
  const top = asked(problems, 'rev-parse', '--show-toplevel');
  const prefix = asked(problems, 'rev-parse', '--show-prefix')?.replace(/\/$/, '');
  const commit = asked(problems, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{tree}`);
  if (top === undefined || prefix === undefined || commit === undefined) return undefined;
  const env = { GIT_INDEX_FILE: join(target, '.index') };
  git(top, ['read-tree', commit], { env });
  const files = git(top, ['ls-files', '-z', '--', prefix || '.', 'package.json', 'src/runtime'], { env });
  git(top, ['checkout-index', '-z', '--stdin', `--prefix=${target}/`], { env, input: files });
  return prefix;
}

/** Adds files to the next commit. */
export function stage(folder: string, files: readonly string[]): void {
  git(folder, ['add', '--', ...files]);
}
