import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { expect } from 'vitest';
import { type Host, nginxIsHere, nodeHost, proxyHost } from '../hosts.ts';
import { type Build, build, type Expected, expectations, type Question, questions } from './builds.ts';
import { isRight, load } from './load.ts';
import { StrictClient } from './strict-client.ts';
import type { Way } from './ways.ts';

/** How often a server is asked for a build that is whole, every tenth of a second: it looks once a second. */
const looks = 100;
/** How many clients ask each server at the same time. */
const clients = 3;

/** The Node server, and nginx as a proxy before it. */
async function nodeAndProxy(place: string): Promise<Host[]> {
  const node = await nodeHost(place);
  return nginxIsHere ? [node, await proxyHost(node.url)] : [node];
}

/** A served site, replaced again and again under load. */
export class Replaced {
  readonly place: string;
  private readonly builds: readonly Build[];
  private readonly asked: readonly Question[];
  private readonly right: readonly Expected[][];
  private readonly random: () => number;
  private readonly open: (place: string) => Promise<Host[]>;
  private hosts: Host[] = [];
  private now = 0;

  private constructor(
    place: string,
    builds: readonly Build[],
    right: readonly Expected[][],
    asked: Question[],
    seed: number,
    open: (place: string) => Promise<Host[]>,
  ) {
    this.open = open;
    this.place = place;
    this.builds = builds;
    this.right = right;
    this.asked = asked;
    this.random = randomFrom(seed);
  }

  /**
   * Makes builds and serves the first one.
   * @param count how many builds take turns
   * @param open starts the servers
   * @param fits which questions they are asked
   */
  static async start(
    folder: string,
    count: number,
    seed: number,
    open = nodeAndProxy,
    fits: (question: Question) => boolean = () => true,
  ): Promise<Replaced> {
    const builds: Build[] = [];
    for (let number = 0; number < count; number += 1) builds.push(await build(join(folder, `build-${number}`), number));
    const asked = questions(builds).filter(fits);
    const place = join(folder, 'place');
    const replaced = new Replaced(place, builds, await expectations(builds, asked), asked, seed, open);
    cpSync(builds[0]?.folder ?? '', place, { recursive: true });
    await replaced.serve();
    // A server keeps a build once it has read it: what is replaced earlier is lost to it.
    await replaced.serves(0);
    return replaced;
  }

  async stop(): Promise<void> {
    for (const host of this.hosts.splice(0).reverse()) await host.stop();
  }

  /** Stops the servers, and starts them with what is in the place now. */
  async restart(): Promise<void> {
    await this.stop();
    await this.serve();
  }

  private async serve(): Promise<void> {
    this.hosts = await this.open(this.place);
  }

  /**
   * Replaces the site under load, and expects every response to be right.
   * @param refused whether a 503 is right too, since the server never had the whole build, or keeps none
   */
  async replace(way: Way, refused = false): Promise<void> {
    const next = (this.now + 1) % this.builds.length;
    const underLoad = this.load();
    try {
      await way.deploy(this.builds[next]?.folder ?? '', this.place, this.random);
      if (way.stopsHalfWay) await after(2500);
      else this.now = next;
      if (!way.stopsHalfWay || !refused) await this.serves(this.now);
      // Some more, so that those who ask while it changes are heard too.
      await after(100);
    } finally {
      await underLoad.stop();
    }
    expect(underLoad.wrong).toEqual([]);
    if (!refused) expect(underLoad.statuses.get(503)).toBeUndefined();
    expect(underLoad.statuses.get(200)).toBeGreaterThan(10);
  }

  /** Asks for a while; a response may be refused, but what comes is right. Gives how many had each status. */
  async askForAWhile(): Promise<Map<number, number>> {
    const underLoad = this.load();
    await after(1500);
    await underLoad.stop();
    expect(underLoad.wrong).toEqual([]);
    return underLoad.statuses;
  }

  private load() {
    const urls = this.hosts.flatMap(({ url }) => Array.from({ length: clients }, () => url));
    return load(urls, this.asked, this.right);
  }

  /** Waits until every server gives all of a build. */
  private async serves(build: number): Promise<void> {
    for (const { url, log } of this.hosts) {
      const client = new StrictClient(url);
      const other = async () => {
        for (const [index, { path, fields, method }] of this.asked.entries()) {
          const expected = this.right[index]?.[build] as Expected;
          // A file of the build before is still there for pages that are open.
          if (/\/_\//.test(path) && expected.status === 404) continue;
          if (!isRight(await client.ask(path, fields, method), expected)) return `${method} ${path}`;
        }
        return undefined;
      };
      let found = await other();
      for (let look = 1; found !== undefined && look < looks; look += 1) {
        await after(100);
        found = await other();
      }
      expect(found, log?.()).toBeUndefined();
      client.close();
    }
  }
}

/** Mulberry32: the same numbers for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
