import { expect, test } from 'vitest';
import { matchRoute } from '#runtime/routes/match.ts';

/** Paths with many ways to match a template: they take no longer than others. */

test('a long path takes a moment, whatever the template', () => {
  const path = `/${'a-'.repeat(20_000)}`;
  const before = process.cpuUsage();
  for (const template of ['/{a}-{b}-{c}-{d}x', '/{a*}-{b*}-{c*}x', '/*-*-*-*x', '/{a*}/{b*}/{c*}']) {
    expect(matchRoute(template, 'GET', path)).toBeUndefined();
  }
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(5);
});
