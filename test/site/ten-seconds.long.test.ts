import { test } from 'vitest';
import { load } from '#catalog/load.ts';
import { siteInBrowser } from '../any-catalog/looks.ts';
import { problemsDir } from '../support.ts';
import { expectOneTap, phone, shownCauses } from './ten-seconds.ts';

/** The ten-second test for every cause that a response can show. */

const { problems } = await load(problemsDir);
const site = siteInBrowser();

test.each(problems)(
  'from the first screen of $name on a phone, one tap leads to the fix of each cause',
  async (problem) => {
    const page = await site.chrome.newPage(phone);
    for (const cause of shownCauses(problem))
      await expectOneTap(page, site.origin + new URL(problem.typeUri).pathname, cause);
    await page.close();
  },
);
