import { afterEach, expect, test, vi } from 'vitest';
import { highlight } from '#site/markdown/highlight.ts';

/** Code on pages. */

afterEach(() => {
  vi.restoreAllMocks();
});

test('a line is colored to its end, however slow the machine is', async () => {
  const code = `const found = [${Array.from({ length: 200 }, (_, at) => `{ name: 'n${at}', size: ${at} }`).join(', ')}];`;
  const quick = await highlight(code, 'ts');
  let now = Date.now();
  // A second passes with each look at the clock.
  vi.spyOn(Date, 'now').mockImplementation(() => {
    now += 1000;
    return now;
  });
  expect(await highlight(code, 'ts')).toBe(quick);
  expect(quick.match(/<span class="s">/g)).toHaveLength(200);
});
