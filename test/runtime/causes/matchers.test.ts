import { aboutBlank, defineProblemType, dpopRequired, problemResponse } from 'arcp-problems';
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

  const wanted = 'https://arcp.0x001.tech/docs/problems/dpop-required';
  const causesOf = (problem: unknown) =>
    findCauses(problem)
      .possible.map(({ name }) => name)
      .join(', ');
  const head = 'expect(received).toHaveCause()\n\n';

  test.each<[string, unknown, string]>([
    [
      'one sure cause',
      missing,
      `Received: ${wanted} with the cause missing\nDetail: "DPoP proof header is required"\nSee ${wanted}#missing`,
    ],
    ['another type', aboutBlank(404), 'Received: about:blank'],
    [
      'a response without a known detail',
      problemResponse({ ...dpopRequired(), detail: undefined }),
      `Received: ${wanted} with one of the causes ${causesOf(dpopRequired())}\nSee ${wanted}#missing`,
    ],
    ['a number', 7, 'It is a number, not a JSON object.'],
    ['nothing', undefined, 'It is undefined, not a JSON object.'],
  ])('fails with a message for %s', async (_, subject, message) => {
    const result = await causeMatchers.toHaveCause.call({}, subject, dpopRequired, 'expired');
    expect(result.pass).toBe(false);
    expect(result.message()).toBe(`${head}Expected: ${wanted} with the cause expired\n${message}`);
  });

  test('fails where the first cause is the one that it must not be', async () => {
    const result = await causeMatchers.toHaveCause.call({ isNot: true }, missing, dpopRequired, 'missing');
    expect([result.pass, result.message()]).toEqual([
      true,
      `expect(received).not.toHaveCause()

Expected: not ${wanted} with the cause missing
Received: ${wanted} with the cause missing
Detail: "DPoP proof header is required"
See ${wanted}#missing`,
    ]);
  });

  test('says where no cause is known', async () => {
    const own = defineProblemType()({ type: 'urn:own', title: 'Own', status: 400 });
    const result = await causeMatchers.toHaveCause.call({}, own(), own as never, 'x' as never);
    expect([result.pass, result.message()]).toEqual([
      false,
      `${head}Expected: urn:own with the cause x\nReceived: urn:own without a known cause`,
    ]);
  });
});
