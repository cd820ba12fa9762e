import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

// cspell:ignore taskset
/** CPU time of processes on Linux, and which core they run on. */

/** Ticks of a second, as the kernel counts them for programs. */
const ticks = 100;

/** Returns the CPU time of a process and of those it started, in seconds; undefined where there is no /proc. */
export function cpuSeconds(pid: number): number | undefined {
  try {
    return treeOf(pid).reduce((sum, { time }) => sum + time, 0) / ticks;
  } catch {
    return undefined;
  }
}

/** Keeps client and server off each other's core, where the machine has two and taskset. */
export function separate(server: number): void {
  if (availableParallelism() < 2) return;
  spawnSync('taskset', ['-acp', '0', String(process.pid)]);
  for (const { pid } of treeOf(server)) spawnSync('taskset', ['-acp', '1', String(pid)]);
}

function treeOf(pid: number): { pid: number; time: number }[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const text = readFileSync(`/proc/${name}/stat`, 'utf8');
        const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
        return [{ pid: Number(name), parent: Number(fields[1]), time: Number(fields[11]) + Number(fields[12]) }];
      } catch {
        // It ended meanwhile.
        return [];
      }
    });
  return all.filter((each) => each.pid === pid || each.parent === pid);
}
