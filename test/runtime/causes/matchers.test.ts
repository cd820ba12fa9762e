import { aboutBlank, dpopRequired, problemResponse } from 'arcp-problems';
import { type CauseOf, findCauses } from 'arcp-problems/causes';
import { causeMatchers } from 'arcp-problems/causes/matchers';
import { describe, expect, expectTypeOf, test } from 'vitest';
import 'arcp-problems/causes/vitest';

/** The causes of ARCP's types, in code and in tests. */

const missing = dpopRequired({ detail: 'DPoP proof header is required' });

describe('findCauses', () => {
  test('finds the cause that a text proves, with its address and its steps', () => {
    const { sure, possible, by } = findCauses(missing);
    expect(possible).toEqual([]);
    expect(by).toBe('text');
    expect(sure).toMatchObject([{ name: 'missing', address: `${dpopRequired.type}#missing`, fix: expect.any(Array) }]);
  });

  test.each([[undefined], [null], [7], ['text'], [{}], [aboutBlank(404)], [{ type: '__proto__' }], [{ type: 7 }]])(
    'of %j there are none',
    (value) => {
      expect(findCauses(value)).toEqual({ sure: [], possible: [], values: {}, by: 'none' });
    },
  );

  test('never throws', () => {
    const hostile = new Proxy({}, { get: () => expect.fail('read') });
    expect(findCauses(hostile).by).toBe('none');
  });

  test('names of causes are typed', () => {
    expectTypeOf<'missing'>().toExtend<CauseOf<typeof dpopRequired>>();
    expectTypeOf<CauseOf<typeof dpopRequired>>().not.toEqualTypeOf<string>();
  });
});

describe('toHaveCause', () => {
  test('passes for the first cause of a response', async () => {
    await expect(problemResponse(missing)).toHaveCause(dpopRequired, 'missing');
    await expect(missing).toHaveCause(dpopRequired, 'missing');
    await expect(missing).not.toHaveCause(dpopRequired, 'expired');
  });

  test.each([
    [missing, 'Received: https://arcp.0x001.tech/docs/problems/dpop-required with the cause missing'],
    [aboutBlank(404), 'Received: about:blank'],
    [7, 'Expected: https://arcp.0x001.tech/docs/problems/dpop-required with the cause expired'],
    [undefined, 'It is undefined'],
  ])('fails with a message for %j', async (subject, message) => {
    const result = await causeMatchers.toHaveCause.call({}, subject, dpopRequired, 'expired');
    expect(result.pass).toBe(false);
    expect(result.message()).toContain(message);
  });
});
