import { describe, expect, test } from 'vitest';
import { follow, linked, stepsOf, unlike } from '../arcp/guides/follow.ts';
import { others } from './guide-packages.ts';

/** The guides of other catalogs, followed word by word: files saved, commands run, output compared. */

const names = ['cli', 'openapi', 'client', 'vitest', 'playwright', 'node-test', 'msw'];

describe.each(others)('in the catalog $name', ({ guides, subject }) => {
  test.each(names)(
    'the guide for %s shows what its commands print',
    async (name) => {
      const steps = stepsOf(guides.get(name) ?? '');
      const outputs = await follow(linked(steps, subject), steps);
      expect(outputs).not.toEqual([]);
      for (const output of outputs) expect(unlike(output)).toBeUndefined();
    },
    120_000,
  );
});
