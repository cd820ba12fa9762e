import { defineProblemType } from 'arcp-problems';
import { describe, expect, test } from 'vitest';

/** Problem types with a schema, and what is said of definitions and members that are wrong: whole messages. */

const facts = { type: 'urn:of-schema', title: 'Thing', status: 400 } as const;

/** A Standard Schema of one's own: what it says of some members. */
function schemaOf(validate: (members: Record<string, unknown>) => unknown) {
  return {
    '~standard': {
      version: 1 as const,
      vendor: 'test',
      validate: validate as (value: unknown) => unknown,
      types: undefined as { input: { sku?: unknown }; output: { sku?: unknown } } | undefined,
    },
  };
}

const thing = defineProblemType(
  schemaOf(({ sku, ...more }) =>
    typeof sku === 'string'
      ? { value: { sku: sku.toUpperCase() } }
      : {
          issues: [
            { message: 'must be text', path: ['sku'] },
            { message: 'must fit', path: [{ key: 'a/b' }, 0, 'c~d'] },
            { message: `knows ${Object.keys(more)}` },
          ],
        },
  ),
)({ ...facts, slug: 'thing' });

test('a constructor gives what the schema makes of the members', () => {
  expect(thing({ sku: 'a-1', detail: 'x', instance: '/y' })).toStrictEqual({
    ...facts,
    sku: 'A-1',
    detail: 'x',
    instance: '/y',
  });
  expect(thing.name).toBe('thing');
  expect({ ...thing }).toEqual({
    type: 'urn:of-schema',
    title: 'Thing',
    status: 400,
    statuses: [400],
    slug: 'thing',
    headers: undefined,
  });
});

test('a constructor throws what the schema says', () => {
  expect(() => thing({ sku: 7, more: 1 } as never)).toThrow(
    new TypeError('Problem type "urn:of-schema": /sku: must be text; /a~1b/0/c~0d: must fit; members: knows more'),
  );
});

describe('validate', () => {
  test.each<[value: unknown, result: unknown]>([
    [
      { type: 'urn:of-schema', sku: 'a-1', status: 9 },
      { valid: true, value: { type: 'urn:of-schema', sku: 'A-1', status: 9 }, errors: [] },
    ],
    [
      { type: 'urn:of-schema' },
      {
        valid: false,
        errors: [
          { pointer: '/sku', message: 'must be text', keyword: 'schema' },
          { pointer: '/a~1b/0/c~0d', message: 'must fit', keyword: 'schema' },
          { pointer: '', message: 'knows ', keyword: 'schema' },
        ],
      },
    ],
    [
      { type: 'urn:other', sku: 'a-1' },
      {
        valid: false,
        errors: [{ pointer: '/type', message: 'must be "urn:of-schema" (was "urn:other")', keyword: 'const' }],
      },
    ],
    [
      null,
      {
        valid: false,
        errors: [{ pointer: '/type', message: 'must be "urn:of-schema" (was absent)', keyword: 'const' }],
      },
    ],
    [
      Object.defineProperty({}, 'type', {
        get: () => {
          throw new Error('hostile');
        },
      }),
      {
        valid: false,
        errors: [{ pointer: '', message: 'must be a JSON value (reading it threw an error)', keyword: 'type' }],
      },
    ],
  ])('%j', (value, result) => {
    expect(thing.validate(value)).toStrictEqual(result);
  });

  test('is a Standard Schema', () => {
    const { version, vendor, validate } = thing.validate['~standard'];
    expect([
      version,
      vendor,
      validate({ type: 'urn:of-schema', sku: 'a' }),
      validate({ type: 'urn:of-schema' }),
    ]).toEqual([
      1,
      'problem-catalog',
      { value: { type: 'urn:of-schema', sku: 'A' } },
      {
        issues: [
          { message: 'must be text', path: ['sku'] },
          { message: 'must fit', path: ['a~1b', '0', 'c~0d'] },
          { message: 'knows ', path: [] },
        ],
      },
    ]);
    expect(thing.validate.problemType).toBe(thing);
  });
});

test('a schema must answer at once', () => {
  const later = defineProblemType(schemaOf(async () => ({ value: {} })))(facts);
  expect(() => later({})).toThrow(
    new TypeError('The schema of the members must answer at once (was a promise). Use one without async checks.'),
  );
});

test.each<[definition: unknown, message: string]>([
  [
    undefined,
    'Problem type absent: type must be an absolute URI, such as "https://shop.example/problems/out-of-stock" (was absent). title must be a phrase (was absent). status must be a status code of a response with a body, 200 to 599 (was absent).',
  ],
  [
    { ...facts, type: 7, title: '', status: 'x', slug: 'A', headers: 'x', fill: [] },
    'Problem type 7: type must be an absolute URI, such as "https://shop.example/problems/out-of-stock" (was 7). title must be a phrase (was ""). status must be a status code of a response with a body, 200 to 599 (was "x"). slug must be in kebab-case (was "A"). headers must be an object (was "x"). fill must be an object (was []).',
  ],
  [
    { ...facts, type: 'urn:a b' },
    'Problem type "urn:a b": type must be an absolute URI, such as "https://shop.example/problems/out-of-stock" (was "urn:a b").',
  ],
  [
    { ...facts, type: 'about:blank' },
    'Problem type "about:blank": type must be an absolute URI, such as "https://shop.example/problems/out-of-stock" (was "about:blank").',
  ],
  [
    { ...facts, type: '/a' },
    'Problem type "/a": type must be an absolute URI, such as "https://shop.example/problems/out-of-stock" (was "/a").',
  ],
  [
    { ...facts, type: '1a:b' },
    'Problem type "1a:b": type must be an absolute URI, such as "https://shop.example/problems/out-of-stock" (was "1a:b").',
  ],
  [
    { ...facts, type: 'urn:%2' },
    'Problem type "urn:%2": type must be an absolute URI, such as "https://shop.example/problems/out-of-stock" (was "urn:%2").',
  ],
  [
    { ...facts, type: 'urn:' },
    'Problem type "urn:": type must be an absolute URI, such as "https://shop.example/problems/out-of-stock" (was "urn:").',
  ],
  [{ ...facts, title: 7 }, 'Problem type "urn:of-schema": title must be a phrase (was 7).'],
  [{ ...facts, title: ' \n' }, 'Problem type "urn:of-schema": title must be a phrase (was " \\n").'],
  [
    { ...facts, status: [400, 204] },
    'Problem type "urn:of-schema": status must be a status code of a response with a body, 200 to 599 (was [400,204]).',
  ],
  [{ ...facts, slug: 7 }, 'Problem type "urn:of-schema": slug must be in kebab-case (was 7).'],
  [{ ...facts, slug: '-a' }, 'Problem type "urn:of-schema": slug must be in kebab-case (was "-a").'],
  [{ ...facts, slug: 'a-' }, 'Problem type "urn:of-schema": slug must be in kebab-case (was "a-").'],
  [{ ...facts, slug: 'a--b' }, 'Problem type "urn:of-schema": slug must be in kebab-case (was "a--b").'],
  [{ ...facts, slug: 'a-B' }, 'Problem type "urn:of-schema": slug must be in kebab-case (was "a-B").'],
  [{ ...facts, headers: null }, 'Problem type "urn:of-schema": headers must be an object (was null).'],
  [{ ...facts, headers: [['A', 'b']] }, 'Problem type "urn:of-schema": headers must be an object (was [["A","b"]]).'],
  [
    { ...facts, headers: { 'a b': 'x' } },
    'Problem type "urn:of-schema": headers["a b"] must have the name of a header (was "a b").',
  ],
  [
    { ...facts, headers: { '': 'x' } },
    'Problem type "urn:of-schema": headers[""] must have the name of a header (was "").',
  ],
  [{ ...facts, headers: { A: '' } }, 'Problem type "urn:of-schema": headers["A"] must be text on one line (was "").'],
  [
    { ...facts, headers: { A: 'a\n' } },
    'Problem type "urn:of-schema": headers["A"] must be text on one line (was "a\\n").',
  ],
  [
    { ...facts, headers: { A: '\nb' } },
    'Problem type "urn:of-schema": headers["A"] must be text on one line (was "\\nb").',
  ],
  [{ ...facts, headers: { A: 7 } }, 'Problem type "urn:of-schema": headers["A"] must be text on one line (was 7).'],
  [
    { ...facts, headers: { A: '{a-b}' } },
    'Problem type "urn:of-schema": headers["A"] must name a member in braces, such as "{retry_after}" (was "{a-b}").',
  ],
  [
    { ...facts, fill: { detail: 'now', at: 'later' } },
    'Problem type "urn:of-schema": fill["detail"] must be an extension member (was "detail"). fill["at"] must be "now" (was "later").',
  ],
])('a definition %j is refused', (definition, message) => {
  const define = () => defineProblemType()(definition as never);
  expect(define).toThrow(TypeError);
  try {
    define();
  } catch (error) {
    expect((error as Error).message).toEqual(message);
  }
});

test.each<object>([
  { type: 'A+b-c.1:x' },
  { type: "urn:-._~:/?#[]@!$&'()*+,;=%aF" },
  { slug: 'a1-2b-c' },
  { slug: 'ab' },
  { headers: { "aZ9!#$%&'*+.^`|~-_": '\t ~\x80\xff' } },
  { headers: { A: 'b {retry_after} {c2}' } },
  { fill: {} },
  { status: [] },
  { status: [200, 599] },
])('a definition with %j is taken', (change) => {
  expect(() => defineProblemType()({ ...facts, ...change } as never)).not.toThrow();
});
