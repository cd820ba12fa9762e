import { afterAll, beforeAll, describe, test } from 'vitest';
import { temporary } from '../support.ts';
import { Replaced } from './deploying/replace.ts';
import { ways } from './deploying/ways.ts';

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
