import { execFileSync } from 'node:child_process';

const known = new Map<string, string | undefined>();

/**
 * Returns when what is built was last changed, in UTC to the second: the same for each build of a commit, on any machine
 * and in a clone of any depth.
 * @param folder a folder of the repository
 * @returns the date that SOURCE_DATE_EPOCH names, else that of the commit; undefined when neither is known
 */
export function commitDate(folder: string): string | undefined {
  const epoch = process.env.SOURCE_DATE_EPOCH;
  if (epoch && /^\d+$/.test(epoch)) return isoSeconds(epoch);
  if (!known.has(folder)) known.set(folder, dateOfCommit(folder));
  return known.get(folder);
}

function dateOfCommit(folder: string): string | undefined {
  try {
    const options = { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] as ['ignore', 'pipe', 'ignore'] };
    return isoSeconds(String(execFileSync('git', ['log', '-1', '--format=%ct'], options)));
  } catch {
    // No git here, or no repository.
    return undefined;
  }
}

function isoSeconds(epoch: string): string {
  return new Date(Number(epoch) * 1000).toISOString().replace(/\.\d+Z$/, 'Z');
}
