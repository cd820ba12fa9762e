import { execFileSync } from 'node:child_process';

/** What a process and those that it started use, as `ps` tells it: on Linux and macOS. */

interface Sample {
  readonly pid: number;
  readonly parent: number;
  readonly megabytes: number;
  /** Processor time so far. */
  readonly seconds: number;
  readonly command: string;
}

function samples(): Sample[] {
  const text = execFileSync('ps', ['-eo', 'pid=,ppid=,rss=,time=,comm='], { encoding: 'utf8' });
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [pid, parent, kilobytes, time = '', command = ''] = line.trim().split(/\s+/);
      return {
        pid: Number(pid),
        parent: Number(parent),
        megabytes: Number(kilobytes) / 1024,
        seconds: secondsOf(time),
        command,
      };
    });
}

/** @param time `1-02:03:04` with days, or `3:04.5` */
function secondsOf(time: string): number {
  const [clock = '', days = '0'] = time.split('-').reverse();
  return clock.split(':').reduce((sum, part) => 60 * sum + Number(part), 0) + 86_400 * Number(days);
}

function familyOf(all: readonly Sample[], pid: number): Sample[] {
  const children = all.filter(({ parent }) => parent === pid);
  return [...all.filter((each) => each.pid === pid), ...children.flatMap((child) => familyOf(all, child.pid))];
}

/** Looks at the children of this process twice a second until it is stopped, and tells what they used at most. */
export function watchChildren(): () => { largest: number; together: number; secondsBesideNode: number } {
  let [largest, together] = [0, 0];
  const beside = new Map<number, number>();
  const look = () => {
    // The last one is `ps` itself.
    const family = familyOf(samples(), process.pid).filter(
      ({ pid, command }) => pid !== process.pid && command !== 'ps',
    );
    largest = Math.max(largest, ...family.map(({ megabytes }) => megabytes));
    together = Math.max(
      together,
      family.reduce((sum, { megabytes }) => sum + megabytes, 0),
    );
    for (const { pid, seconds, command } of family) if (!/node/i.test(command)) beside.set(pid, seconds);
  };
  const timer = setInterval(look, 500);
  return () => {
    clearInterval(timer);
    return { largest, together, secondsBesideNode: [...beside.values()].reduce((sum, each) => sum + each, 0) };
  };
}
