import { expect, test } from 'vitest';
import { matchRoute } from '#runtime/routes/match.ts';
import { growthOf, runOf } from '../growth/measure.ts';

/** Paths with many ways to match a template: they take no longer than others. */

const path = (length: number) => `/${runOf('a-')(length)}`;

test.each(['/{a}-{b}-{c}-{d}x', '/{a*}-{b*}-{c*}x', '/*-*-*-*x', '/{a*}/{b*}/{c*}'])(
  'a long path takes linear time with %s',
  async (template) => {
    const match = (text: string) => matchRoute(template, 'GET', text);
    expect(match(path(40_000))).toBeUndefined();
    expect(await growthOf(match, path)).toBeUndefined();
  },
);
