import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporary } from '../support.ts';
import { Replaced } from './deploying/replace.ts';
import { wayOf, ways } from './deploying/ways.ts';

/** A hundred deploys in each way, under load. */

const deploys = 100;

describe.each(ways.map((way, number) => ({ way, number })))('$way.name', ({ way, number }) => {
  let site: Replaced;
  const folder = temporary();
  beforeAll(async () => {
    site = await Replaced.start(folder, 5, number);
  });
  afterAll(() => site?.stop());

  test(`${deploys} deploys`, async () => {
    for (let count = 0; count < deploys; count += 1) await site.replace(way);
  }, 1_800_000);
});

test(`${deploys} deploys in ways that take turns`, async () => {
  const site = await Replaced.start(temporary(), 5, 100);
  try {
    for (let count = 0; count < deploys; count += 1) {
      const way = ways[(count * 5) % ways.length];
      if (way) await site.replace(way);
    }
  } finally {
    await site.stop();
  }
}, 1_800_000);

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
}, 300_000);
