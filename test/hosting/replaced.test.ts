import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { absent } from '../absent.ts';
import { temporary } from '../support.ts';
import type { Question } from './deploying/builds.ts';
import { Replaced } from './deploying/replace.ts';
import { rsyncIsHere, type Way, ways } from './deploying/ways.ts';
import { workerHost } from './hosts.ts';

/** The site is replaced while clients ask for it, and compare every byte with what is right. */

test('rsync is tried too, where it is installed', () => {
  if (!rsyncIsHere) absent('rsync', 'its ways to deploy');
  expect(ways.some(({ name }) => name.startsWith('rsync'))).toBe(rsyncIsHere);
});

describe('a site that is replaced under load answers whole and right, and takes the new build without a restart', () => {
  let site: Replaced;
  const folder = temporary();
  beforeAll(async () => {
    site = await Replaced.start(folder, 3, 1);
  });
  afterAll(() => site?.stop());

  test.each(ways)('$name', (way) => site.replace(way));
});

test('a server that starts on a site half replaced refuses what is not right, until it is', async () => {
  const site = await Replaced.start(temporary(), 2, 2);
  try {
    await site.replace(wayOf('stopped half way, the manifest first'));
    await site.restart();
    const statuses = await site.askForAWhile();
    expect(statuses.get(503)).toBeGreaterThan(0);
    expect(statuses.get(200)).toBeGreaterThan(0);
    await site.replace(wayOf('cp'), true);
  } finally {
    await site.stop();
  }
});

test('a Worker whose assets are not those of its manifest answers right or refuses', async () => {
  // Compression is left to the platform.
  const plain = ({ fields }: Question) => fields['accept-encoding'] === undefined;
  const site = await Replaced.start(temporary(), 2, 3, async (place) => [await workerHost(place)], plain);
  try {
    await site.replace(wayOf('stopped half way, the manifest first'), true);
    expect((await site.askForAWhile()).get(503)).toBeGreaterThan(0);
  } finally {
    await site.stop();
  }
});

function wayOf(name: string): Way {
  const way = ways.find((each) => each.name === name);
  if (!way) throw new Error(`No way is called "${name}".`);
  return way;
}
