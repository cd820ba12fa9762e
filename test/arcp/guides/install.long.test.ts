import { expect, test } from 'vitest';
import { packed } from '../../majors/folder.ts';
import { temporary } from '../../support.ts';
import { follow, manual, unlike } from './follow.ts';

/** What a newcomer copies, in an empty folder that npm fills. */

const guides = ['client', 'vitest', 'jest', 'playwright', 'node-test', 'msw', 'openapi'];

test.each(guides)(
  'the guide for %s works from npm install on',
  async (name) => {
    const outputs = await follow(temporary(), manual(name), await packed());
    expect(outputs).not.toEqual([]);
    for (const output of outputs) expect(unlike(output)).toBeUndefined();
  },
  300_000,
);
