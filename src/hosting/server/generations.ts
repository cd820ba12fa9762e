import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Folder } from './folder.ts';
import { contentsOf, type Manifest, manifestPath } from './manifest.ts';
import { Memory } from './memory.ts';
import { Site } from './site.ts';
import type { Unavailable } from './store.ts';

/** Bytes of files kept in memory. A site that fits is served whole while another build is copied over it. */
const most = 256 * 1024 * 1024;
/** How often the folder is looked at, in milliseconds. */
const interval = 1000;

/** The build that is served, and the next one as soon as it is whole. */
export class Generations {
  /** The site that answers now. */
  site: Site;
  private current: Manifest;
  private readonly place: string;
  private readonly memory: Memory;
  private readonly log: (text: string) => void;
  /** What the manifest was when it was last read. */
  private seen: string;
  /** The build that is not whole yet. */
  private next?: { readonly generation: string; readonly known: Set<string> };

  private constructor(place: string, opened: Opened, memory: Memory, log: (text: string) => void) {
    this.place = place;
    this.memory = memory;
    this.log = log;
    this.seen = opened.stamp;
    this.current = opened.manifest;
    this.site = new Site(opened.manifest, opened.folder);
  }

  /**
   * Opens a built site and follows what happens to its folder.
   * @param log writes a line for the operator
   * @throws when the manifest is missing or damaged
   */
  static async open(place: string, log: (text: string) => void, memory = new Memory(most)): Promise<Generations> {
    const opened = await open(place, memory);
    const generations = new Generations(place, opened, memory, log);
    generations.start(opened);
    return generations;
  }

  private async start({ manifest, folder }: Opened): Promise<void> {
    const wrong = await folder.verify(manifest, new Set());
    this.site.prepare();
    if (wrong.length > 0) this.log(`${this.place}: ${listed(wrong)}. These files get a 503 until they are right.`);
    this.follow();
  }

  private follow(): void {
    setTimeout(() => this.look().finally(() => this.follow()), interval).unref();
  }

  /** Takes the build that the folder has now, if it is another one and whole. */
  async look(): Promise<void> {
    let stamp = 'missing';
    try {
      stamp = await stampOf(this.place);
      if (stamp === this.seen && !this.next) return;
      await this.take(await open(this.place, this.memory));
    } catch (error) {
      this.next = undefined;
      if (stamp !== this.seen) this.log(`${this.place}: ${reason(error)}. Still serving the previous build.`);
    }
    this.seen = stamp;
  }

  private async take({ manifest, folder }: Opened): Promise<void> {
    const { generation } = manifest;
    const { current } = this;
    if (generation === current.generation) {
      this.next = undefined;
      return;
    }
    const isNew = this.next?.generation !== generation;
    const next = isNew || !this.next ? { generation, known: new Set<string>() } : this.next;
    this.next = next;
    const wrong = await folder.verify(manifest, next.known);
    if (wrong.length > 0) {
      if (isNew)
        this.log(`${this.place}: ${listed(wrong)}. Still serving the previous build until the new one is whole.`);
      return;
    }
    this.next = undefined;
    this.current = manifest;
    this.site = new Site(this.withAssetsOf(current, manifest), folder);
    this.site.prepare();
    this.memory.keep(new Set([...contentsOf(this.site.manifest)].map(([, { digest }]) => digest)));
    this.log(`${this.place}: serving the new build ${generation.slice(0, 8)}.`);
    // What had no room beside the previous build.
    await folder.verify(manifest, new Set());
  }

  /** A page that was opened before still asks for the scripts and styles that it names. */
  private withAssetsOf(before: Manifest, manifest: Manifest): Manifest {
    const assets = Object.entries(before.files).filter(
      ([, { group, digest, br = { digest }, gzip = { digest } }]) =>
        group === 'asset' && [digest, br.digest, gzip.digest].every((each) => this.memory.has(each)),
    );
    return { ...manifest, files: { ...Object.fromEntries(assets), ...manifest.files } };
  }
}

interface Opened {
  readonly manifest: Manifest;
  readonly folder: Folder;
  readonly stamp: string;
}

/** Reads the manifest of a folder. The folder behind a symbolic link is kept, wherever the link leads later. */
async function open(place: string, memory: Memory): Promise<Opened> {
  const folder = await realpath(place);
  const stamp = await stampOf(folder);
  const { generation, ...manifest } = JSON.parse(await readFile(join(folder, manifestPath), 'utf8')) as Manifest;
  const digest = createHash('sha256').update(JSON.stringify(manifest)).digest('base64url');
  if (digest !== generation) throw new Error('its parts do not belong together');
  return { manifest: { generation, ...manifest }, folder: new Folder(folder, memory), stamp };
}

/** Changes whenever the manifest of a folder does. */
async function stampOf(folder: string): Promise<string> {
  const { dev, ino, size, mtimeNs, ctimeNs } = await stat(join(folder, manifestPath), { bigint: true });
  return [dev, ino, size, mtimeNs, ctimeNs].join();
}

function reason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === 'ENOENT'
    ? `${manifestPath.slice(1)} is missing`
    : `${manifestPath.slice(1)} is not complete (${message})`;
}

function listed([first, ...others]: readonly Unavailable[]): string {
  return `${first?.message}${others.length > 0 ? `, and ${others.length} more files are not right` : ''}`;
}
