import { expect, test } from 'vitest';
import { load } from '#catalog/load.ts';
import { siteInBrowser } from '../any-catalog/looks.ts';
import { problemsDir } from '../support.ts';
import { expectOneTap, phone, shownCauses } from './ten-seconds.ts';

/** The ten-second test for the types with most causes; `ten-seconds.long.test.ts` tries all. */

const { problems } = await load(problemsDir);
const site = siteInBrowser();
const longest = [...problems].sort((a, b) => shownCauses(b).length - shownCauses(a).length).slice(0, 3);

test.each(longest)(
  'from the first screen of $name on a phone, one tap leads to the fix of each cause',
  async (problem) => {
    const page = await site.chrome.newPage(phone);
    const causes = shownCauses(problem);
    expect(causes.length).toBeGreaterThan(5);
    for (const cause of causes) await expectOneTap(page, site.origin + new URL(problem.typeUri).pathname, cause);
    await page.close();
  },
);
