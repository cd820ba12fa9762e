import { aboutBlank, defineProblemType } from 'arcp-problems';
import { assertProblem, assertValidProblem } from 'arcp-problems/assert';
import { problemMatchers } from 'arcp-problems/matchers';
import { describe, expect, test } from 'vitest';

/** What an assertion says when it fails, in full. */

const soldOut = defineProblemType()({
  type: 'https://shop.example/sold-out',
  title: 'Sold Out',
  status: 409,
  headers: { 'X-Shop': '1' },
});
const problem = { ...soldOut({ detail: 'None left.' }), sku: 'a' };
const json = (body: unknown, type = 'application/problem+json') => ({
  status: 409,
  headers: { 'content-type': type },
  body,
});

async function failure(assertion: Promise<unknown>) {
  const error = await assertion.then(
    () => expect.unreachable('it passed'),
    (thrown: Error & { code?: string }) => thrown,
  );
  expect([error.name, error.code]).toEqual(['AssertionError', 'ERR_ASSERTION']);
  return error.message;
}

describe('assertProblem', () => {
  test('returns the problem', async () => {
    expect(await assertProblem(problem, soldOut, { sku: 'a', instance: undefined })).toEqual(problem);
    expect(await assertProblem(json(problem), soldOut.type)).toEqual(problem);
    expect(await assertProblem(problem)).toEqual(problem);
  });

  test.each<[string, () => Promise<unknown>, string[]]>([
    [
      'another type',
      () => assertProblem(json(aboutBlank(404)), soldOut),
      [
        'Expected type: "https://shop.example/sold-out" (Sold Out)',
        'Received type: "about:blank"',
        '',
        'Received: 409 application/problem+json',
        '{\n  "type": "about:blank",\n  "title": "Not Found",\n  "status": 404\n}',
        'See https://shop.example/sold-out',
      ],
    ],
    [
      'another URI',
      () => assertProblem({ ...problem, type: 'urn:x' }, 'https://shop.example/gone'),
      [
        'Expected type: "https://shop.example/gone"',
        'Received type: "urn:x"',
        '',
        'Received: a body',
        '{\n  "type": "urn:x",\n  "title": "Sold Out",\n  "status": 409,\n  "detail": "None left.",\n  "sku": "a"\n}',
        'See https://shop.example/gone',
      ],
    ],
    [
      'other members',
      () => assertProblem(problem, soldOut, { sku: 'b', detail: 'None left.' }),
      [
        'Expected type: "https://shop.example/sold-out" (Sold Out)',
        'Received type: "https://shop.example/sold-out"',
        '',
        '- Expected\n+ Received\n\n- "sku": "b"\n+ "sku": "a"',
        '',
        'Received: a body',
        '{\n  "type": "https://shop.example/sold-out",\n  "title": "Sold Out",\n  "status": 409,\n  "detail": "None left.",\n  "sku": "a"\n}',
        'See https://shop.example/sold-out',
      ],
    ],
    [
      'a member too many',
      () => assertProblem({ sku: 'a' }, undefined, { sku: undefined }),
      [
        'Expected type: a problem details object',
        'Received type: "about:blank"',
        '',
        '- Expected\n+ Received\n\n- "sku": undefined\n+ "sku": "a"',
        '',
        'Received: a body',
        '{\n  "type": "about:blank",\n  "sku": "a"\n}',
      ],
    ],
    [
      'JSON of another media type',
      () => assertProblem(json({ error: 'x' }, 'application/json'), soldOut),
      [
        'Expected: "https://shop.example/sold-out" (Sold Out)',
        'Received: 409 application/json',
        'The media type is application/json, not application/problem+json.',
        'Body: "{\\"error\\":\\"x\\"}"',
        'See https://shop.example/sold-out',
      ],
    ],
    [
      'no media type',
      () => assertProblem({ status: 502, headers: {}, body: '<h1>Bad  Gateway</h1>' }),
      [
        'Expected: a problem details object',
        'Received: 502 without Content-Type',
        'There is no Content-Type; a problem has application/problem+json.',
        'Body: "<h1>Bad Gateway</h1>"',
      ],
    ],
    [
      'nothing',
      () => assertProblem(undefined, 'urn:x'),
      ['Expected: "urn:x"', 'Received: undefined', 'It is undefined, not a JSON object.'],
    ],
    [
      'no body',
      () => assertProblem(json('')),
      ['Expected: a problem details object', 'Received: 409 application/problem+json', 'The body is empty.'],
    ],
    [
      'a number',
      () => assertProblem(7n),
      [
        'Expected: a problem details object',
        'Received: a body',
        'It is a bigint, not a JSON object.',
        'Body: a bigint',
      ],
    ],
  ])('fails for %s', async (_, run, lines) => {
    expect(await failure(run())).toBe(['Not the expected problem.', '', ...lines].join('\n'));
  });

  test('knows a type by its facts alone, and has no page for a URI that leads to none', async () => {
    const facts = { type: 'urn:https://x', title: 'Facts', status: 400 };
    expect(await failure(assertProblem({ type: 'http://x.example/a' }, facts as never))).toBe(
      `Not the expected problem.

Expected type: "urn:https://x" (Facts)
Received type: "http://x.example/a"

Received: a body
{
  "type": "http://x.example/a"
}
See http://x.example/a`,
    );
  });

  test('reads a body of any size', async () => {
    const long = 'x'.repeat(1_100_000);
    expect(await assertProblem(JSON.stringify({ long }))).toEqual({ type: 'about:blank', long });
  });

  test('compares long members as a whole', async () => {
    const long = 'x'.repeat(10_000);
    const message = await failure(assertProblem({ long }, undefined, { long: 'y' }));
    expect(message).toContain('\n\nExpected members: {\n  "long": "y"\n}\n\nReceived: a body\n');
    const short = await failure(assertProblem({ long: long.slice(20) }, undefined, { long: 'y' }));
    expect(short).toContain('\n\n- Expected\n+ Received\n\n- "long": "y"\n+ "long": "xxx');
  });

  test.each([
    [null, 'null'],
    [7, '7'],
    [{ title: 'x' }, '{"title":"x"}'],
  ])('refuses %j as a type', async (type, shown) => {
    await expect(assertProblem(problem, type as never)).rejects.toThrow(
      new TypeError(`The first argument must be a problem type or a type URI (was ${shown}).`),
    );
  });
});

test('assertValidProblem says what it found', async () => {
  await expect(assertValidProblem(json(problem), { types: [soldOut] })).resolves.toBeUndefined();
  const faulty = { ...json({ ...problem, title: 7, 'a-b': 1 }), status: 410 };
  expect(await failure(assertValidProblem(faulty, { types: [soldOut] }))).toBe(
    `Not a valid problem.

Expected: no finding of level error
  error member-type /title: must be a string, or consumers ignore it (was 7) [RFC 9457 section 3.1]
  error status-mismatch /status: must be the status of the response, 410 (was 409) [RFC 9457 section 3.1.2]
  error status-of-type /status: must be 409 for this problem type (was 410) [RFC 9457 section 4]
  warning member-name /a-b: must have a name of 3 or more letters, digits or "_", a letter first (was "a-b") [RFC 9457 section 4]
  warning type-header X-Shop: must carry X-Shop, as its problem type says (was absent) [RFC 9457 section 4]

Received: 410 application/problem+json
{
  "type": "https://shop.example/sold-out",
  "status": 409,
  "detail": "None left.",
  "sku": "a",
  "a-b": 1
}
See https://shop.example/sold-out`,
  );
});

test.each([
  ['text', 'It is not.', 'Received: a body'],
  ['nothing', undefined, 'Received: undefined'],
])('assertValidProblem says no more than it knows of %s', async (_, subject, received) => {
  const message = await failure(assertValidProblem(subject));
  expect(message).toMatch(/^Not a valid problem\.\n\nExpected: no finding of level error\n {2}error not-a-problem: /);
  expect(message.slice(message.indexOf('\n\nReceived'))).toBe(`\n\n${received}`);
});

describe('the matchers', () => {
  const utils = {
    printExpected: (value: unknown) => `E${JSON.stringify(value)}`,
    printReceived: (value: unknown) => `R${JSON.stringify(value)}`,
  };
  const body = { title: 'x' };

  test('print and compare as their test runner does', () => {
    const equals = (a: unknown, b: unknown) => String(a).toLowerCase() === String(b).toLowerCase();
    const context = { equals, utils: { ...utils, diff: () => 'D' } };
    expect(problemMatchers.toBeProblem.call(context, body, undefined, { title: 'X' })).toMatchObject({ pass: true });
    const result = problemMatchers.toBeProblem.call(context, body, 'about:blank', { title: 'y' });
    expect([Object(result).pass, Object(result).message()]).toEqual([
      false,
      'expect(received).toBeProblem()\n\nExpected type: E"about:blank"\nReceived type: R"about:blank"\n\nD\n\nReceived: a body\nR{"type":"about:blank","title":"x"}',
    ]);
  });

  test.each([
    ['that throws', () => expect.fail('not here')],
    ['that is always wrong', () => false],
    ['of no use', undefined],
  ])('compare by themselves with a comparison %s', (_, equals) => {
    const context = { ...(equals && { equals }), utils };
    expect(problemMatchers.toBeProblem.call(context, body, undefined, { title: 'x' })).toMatchObject({ pass: true });
    const result = problemMatchers.toBeProblem.call(context, body, undefined, { title: 'y' });
    expect(Object(result).message()).toContain('\n\nExpected members: E{"title":"y"}\n\n');
  });

  test('say what must not be', () => {
    const context = { isNot: true, utils };
    const result = problemMatchers.toBeProblem.call(context, body, 'about:blank', { title: 'x' });
    expect([Object(result).pass, Object(result).message()]).toEqual([
      true,
      'expect(received).not.toBeProblem()\n\nExpected type: not E"about:blank"\nReceived type: R"about:blank"\nExpected members: not E{"title":"x"}\n\nReceived: a body\nR{"type":"about:blank","title":"x"}',
    ]);
    const bare = problemMatchers.toBeProblem.call(context, body);
    expect(Object(bare).message()).not.toContain('members');
    const valid = problemMatchers.toBeValidProblem.call(context, body);
    expect([Object(valid).pass, Object(valid).message()]).toEqual([
      true,
      'expect(received).not.toBeValidProblem()\n\nThere is no finding of level error.\n\nReceived: a body\nR{"type":"about:blank","title":"x"}',
    ]);
  });

  test('print nothing where they pass', () => {
    const silent = { printExpected: () => expect.fail('printed'), printReceived: () => expect.fail('printed') };
    expect(problemMatchers.toBeProblem.call({ utils: silent }, body)).toMatchObject({ pass: true });
    const negated = problemMatchers.toBeProblem.call({ isNot: true, utils: silent }, { type: 'urn:x' }, undefined, {
      a: 1,
    });
    expect(negated).toMatchObject({ pass: false });
  });

  test('pass what is only warned of', () => {
    const result = problemMatchers.toBeValidProblem.call({ isNot: true, utils }, { ...body, 'a-b': 1 });
    expect([Object(result).pass, Object(result).message()]).toEqual([
      true,
      expect.stringContaining('There is no finding of level error.\n  warning member-name /a-b: must have a name'),
    ]);
  });

  test.each([false, true])('fail where comparing throws (negated: %s)', (isNot) => {
    const thrown = { asymmetricMatch: () => expect.fail('It broke.') };
    const result = problemMatchers.toBeProblem.call({ isNot, utils }, body, undefined, { title: thrown });
    expect([Object(result).pass, Object(result).message()]).toEqual([
      isNot,
      `expect(received).${isNot ? 'not.' : ''}toBeProblem()\n\nComparing failed with an error.\nReceived: a body\nError: It broke.`,
    ]);
    const odd = {
      asymmetricMatch: () => {
        throw {
          get message() {
            throw new Error();
          },
        };
      },
    };
    const other = problemMatchers.toBeProblem.call({ isNot, utils }, body, undefined, { title: odd });
    expect(Object(other).message()).toMatch(/\nError: unknown$/);
  });

  test('wait for a body that has yet to be read', async () => {
    const response = new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/problem+json' } });
    const result = problemMatchers.toBeValidProblem.call({ utils }, response);
    expect(result).toBeInstanceOf(Promise);
    expect(await result).toMatchObject({ pass: true });
  });

  test('fail for what cannot be read', async () => {
    const refuse = () => expect.fail('hostile');
    const getter = Object.defineProperty({ status: 409 }, 'headers', { get: refuse });
    const stub = { status: 409, headers: { get: refuse }, text: async () => '{"a":1}' };
    const message = async (subject: unknown) => (await problemMatchers.toBeProblem.call({ utils }, subject)).message();
    const said =
      'expect(received).toBeProblem()\n\nExpected: a problem details object\nReceived: what cannot be read\nReading it failed with an error.';
    expect([await message(getter), await message(stub)]).toEqual([said, `${said}\nBody: "{\\"a\\":1}"`]);
  });
});
