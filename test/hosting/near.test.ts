import { expect, test } from 'vitest';
import { NearPages } from '#hosting/server/near.ts';

// cspell:ignore expird sesion
/** The pages that are suggested for an unknown address, of few pages and of many. */

const words =
  'agent card expired header index invalid limit loan missing model network pin price queue server session'.split(' ');
/** As many pages as asked for, no two of the same name. */
function pagesOf(count: number): string[] {
  return Array.from({ length: count }, (_, at) => {
    const [first, second, third] = [at, Math.floor(at / 16), Math.floor(at / 256)].map((each) => words[each % 16]);
    return `/types/${first}-${second}-${third}${at < 4096 ? '' : `-${Math.floor(at / 4096)}`}`;
  });
}

test.each([37, 10_000])('of %i pages, a name with a letter too few or too many finds its page', (count) => {
  const pages = pagesOf(count);
  const near = new NearPages(pages);
  for (let at = 0; at < count; at += Math.ceil(count / 100)) {
    const page = pages[at] ?? '';
    const middle = '/types/'.length + 3;
    expect(near.find(page.slice(0, middle) + page.slice(middle + 1)), page).toContain(page);
    expect(near.find(`${page.slice(0, middle)}x${page.slice(middle)}`), page).toContain(page);
  }
});

test('the work for an address does not grow with the pages', () => {
  const compared = (count: number) => {
    const near = new NearPages(pagesOf(count));
    near.find('/types/first');
    let visited = 0;
    const { push } = Array.prototype;
    Array.prototype.push = function counted(this: unknown[], ...items) {
      visited += items.length;
      return push.apply(this, items);
    };
    try {
      near.find('/types/sesion-expird-invalid');
    } finally {
      Array.prototype.push = push;
    }
    return visited;
  };
  expect(compared(100_000)).toBeLessThanOrEqual(compared(10_000));
});
