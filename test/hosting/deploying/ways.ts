import { spawnSync } from 'node:child_process';
import {
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from '../../support.ts';

// cspell:ignore bwlimit
/** The ways in which people replace a site that is served. */

export interface Way {
  readonly name: string;
  /** Puts a build in the place of the one that is served. */
  deploy(build: string, place: string, random: () => number): Promise<void>;
  /** Leaves the place half replaced. */
  readonly stopsHalfWay?: boolean;
}

const manifest = '.manifest.json';
/** Time for requests to come between two steps. */
const breath = () => new Promise((done) => setTimeout(done, 3));

const all = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name).slice(folder.length + 1))
    .sort();

function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const order = items.map((item) => [random(), item] as const);
  return order.sort(([a], [b]) => a - b).map(([, item]) => item);
}

/** Writes over a file in two parts, as `cp` does with large ones: in between it is torn. */
async function overwrite(from: string, to: string): Promise<void> {
  const bytes = readFileSync(from);
  mkdirSync(dirname(to), { recursive: true });
  const file = openSync(to, 'w');
  try {
    writeSync(file, bytes, 0, bytes.length >> 1);
    await breath();
    writeSync(file, bytes, bytes.length >> 1);
  } finally {
    closeSync(file);
  }
}

async function fileByFile(build: string, place: string, order: readonly string[]): Promise<void> {
  for (const path of order) await overwrite(join(build, path), join(place, path));
}

function removeOthers(build: string, place: string): void {
  const kept = new Set(all(build));
  for (const path of all(place)) if (!kept.has(path)) rmSync(join(place, path));
}

const last = (paths: readonly string[]) => [...paths.filter((path) => path !== manifest), manifest];
const first = (paths: readonly string[]) => [manifest, ...paths.filter((path) => path !== manifest)];

const rsync =
  (...options: string[]): Way['deploy'] =>
  async (build, place) => {
    const { code, stderr } = await run('rsync', ['-rt', '--ignore-times', ...options, `${build}/`, `${place}/`]);
    if (code !== 0) throw new Error(stderr);
  };

const known: readonly Way[] = [
  { name: 'rsync', deploy: rsync() },
  { name: 'rsync --delete', deploy: rsync('--delete') },
  { name: 'rsync --inplace', deploy: rsync('--inplace', '--bwlimit=1500') },
  { name: 'rsync --delay-updates', deploy: rsync('--delay-updates', '--delete-after') },
  { name: 'cp', deploy: async (build, place) => void (await run('cp', ['-r', `${build}/.`, place])) },
  {
    name: 'file by file in any order',
    deploy: (build, place, random) => fileByFile(build, place, shuffled(all(build), random)),
  },
  {
    name: 'file by file, the manifest first',
    deploy: (build, place, random) => fileByFile(build, place, first(shuffled(all(build), random))),
  },
  {
    name: 'file by file, the manifest last',
    async deploy(build, place, random) {
      await fileByFile(build, place, last(shuffled(all(build), random)));
      removeOthers(build, place);
    },
  },
  {
    name: 'stopped half way, the manifest first',
    stopsHalfWay: true,
    async deploy(build, place, random) {
      // One file never comes: other halves, again and again, would make the build whole.
      const order = first(shuffled(all(build), random)).filter((path) => path !== 'index.html');
      await fileByFile(build, place, order.slice(0, order.length >> 1));
    },
  },
  {
    name: 'stopped half way, the manifest missing',
    stopsHalfWay: true,
    async deploy(build, place, random) {
      rmSync(join(place, manifest), { force: true });
      const order = shuffled(all(build), random).filter((path) => path !== manifest);
      await fileByFile(build, place, order.slice(0, order.length >> 1));
    },
  },
  {
    name: 'stopped within the manifest',
    stopsHalfWay: true,
    async deploy(build, place) {
      const bytes = readFileSync(join(build, manifest));
      const before = existsSync(join(place, manifest)) ? readFileSync(join(place, manifest)) : Buffer.alloc(0);
      // The new one up to its middle, then the old one.
      const half = bytes.length >> 1;
      writeFileSync(join(place, manifest), Buffer.concat([bytes.subarray(0, half), before.subarray(half)]));
    },
  },
  {
    name: 'removed, then copied',
    async deploy(build, place, random) {
      rmSync(place, { recursive: true });
      await breath();
      mkdirSync(place);
      await fileByFile(build, place, shuffled(all(build), random));
    },
  },
  {
    name: 'a folder beside it, renamed',
    async deploy(build, place) {
      for (const end of ['new', 'old']) rmSync(`${place}.${end}`, { recursive: true, force: true });
      cpSync(build, `${place}.new`, { recursive: true });
      renameSync(place, `${place}.old`);
      await breath();
      renameSync(`${place}.new`, place);
      rmSync(`${place}.old`, { recursive: true });
    },
  },
  {
    name: 'a symbolic link, renamed',
    async deploy(build, place) {
      rmSync(`${place}.old`, { recursive: true, force: true });
      rmSync(`${place}.link`, { force: true });
      const target = `${place}-${Math.floor(performance.now() * 1000)}`;
      cpSync(build, target, { recursive: true });
      symlinkSync(target, `${place}.link`);
      try {
        renameSync(`${place}.link`, place);
      } catch {
        // A folder is there; a link takes its place.
        renameSync(place, `${place}.old`);
        renameSync(`${place}.link`, place);
      }
    },
  },
];

/** Whether rsync is on this machine. */
export const rsyncIsHere = spawnSync('rsync', ['--version']).status === 0;
/** The ways that this machine has the program for. */
export const ways = known.filter(({ name }) => rsyncIsHere || !name.startsWith('rsync'));
