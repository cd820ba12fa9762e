import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  aboutBlank,
  defineProblemType,
  findProblemType,
  inspectProblem,
  isProblem,
  problemResponse,
  problemTypes,
  readProblem,
  sessionInvalid,
  tokenInvalid,
} from 'arcp-problems';
import { validators } from 'arcp-problems/validators';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { packageDir, root } from '../support.ts';

/** Consumers: readProblem, inspectProblem, isProblem. */

const { formerTypes }: typeof import('#runtime/generated/former-types.ts') = await import(
  join(packageDir, 'generated/former-types.js')
);
const folder = join(root, 'test/arcp/captures');
const captures = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => [file, JSON.parse(readFileSync(join(folder, file), 'utf8'))] as const);
const json = { 'Content-Type': 'application/problem+json' };
const respond = (body: BodyInit | null, init?: ResponseInit) => new Response(body, { headers: json, ...init });

test.each(captures)('%s is read with its type and its members', async (_, { status, headers, body }) => {
  const found = await inspectProblem(new Response(JSON.stringify(body), { status, headers }), { validators });
  expect(found).toMatchObject({
    kind: body.type === 'about:blank' ? 'unknown' : 'known',
    problem: body,
    exchange: { status },
    statusMismatch: false,
    ignored: [],
  });
});

describe('the media type', () => {
  test.each([
    'application/problem+json',
    'application/problem+json; charset=utf-8',
    'Application/Problem+JSON;profile="a;b,c"',
    ' application/problem+json ;x',
    'application/problem+json, application/problem+json',
  ])('%j is that of a problem', async (type) => {
    const response = { headers: { get: () => type }, text: async () => '{"title":"x"}' };
    expect(await readProblem(response)).toEqual({ type: 'about:blank', title: 'x' });
  });

  test.each(['application/json', 'text/html', 'application/problem+xml', 'application/problem+jsonx', '', null])(
    '%j is not',
    async (type) => {
      const response = { headers: { get: () => type }, text: async () => '{"title":"x"}' };
      expect(await readProblem(response)).toBeUndefined();
      expect(await inspectProblem(response)).toMatchObject({ kind: 'not-a-problem', reason: 'media-type' });
    },
  );
});

describe('members', () => {
  test('of the wrong JSON type are ignored and named; all others are kept', async () => {
    const body = {
      type: 123,
      title: null,
      status: '403',
      detail: ['a'],
      instance: true,
      extra: { deep: [1] },
      n: null,
    };
    expect(await inspectProblem(body)).toMatchObject({
      problem: { type: 'about:blank', extra: { deep: [1] }, n: null },
      ignored: ['/type', '/title', '/status', '/detail', '/instance'],
    });
    expect(Object.keys((await readProblem(body)) ?? {})).toEqual(['type', 'extra', 'n']);
  });

  test.each([
    ['{"type":"https://e.example/%7Bx%7D#a"}', undefined, 'https://e.example/%7Bx%7D#a'],
    ['{"type":"/types/1"}', 'https://h.example/a/b', 'https://h.example/types/1'],
    ['{"type":"1?x#y"}', new URL('https://h.example/a/b'), 'https://h.example/a/1?x#y'],
    ['{"type":"not-found"}', undefined, 'not-found'],
    ['{"type":"not-found"}', 'not a base', 'not-found'],
    ['{"type":"HTTPS://H.example/X"}', 'https://h.example', 'HTTPS://H.example/X'],
    ['{}', 'https://h.example', 'about:blank'],
    ['{"type":"a","type":"urn:b"}', undefined, 'urn:b'],
  ])('type %s is resolved against %s', async (text, baseUrl, type) => {
    expect((await readProblem(text, { baseUrl }))?.type).toBe(type);
  });

  test('type is resolved against the URL of the response', async () => {
    const response = respond('{"type":"/types/1"}');
    Object.defineProperty(response, 'url', { value: 'https://h.example/api' });
    expect((await readProblem(response))?.type).toBe('https://h.example/types/1');
  });

  test('status stays as sent, and a disagreement with the response is told', async () => {
    const found = await inspectProblem(respond('{"status":404}', { status: 502 }));
    expect(found).toMatchObject({ problem: { status: 404 }, exchange: { status: 502 }, statusMismatch: true });
    expect(await readProblem('{"status":1e400}')).toEqual({ type: 'about:blank' });
  });

  test('named __proto__ or then do no harm', async () => {
    const problem = await readProblem('{"__proto__":{"polluted":1},"constructor":1,"then":"x"}');
    expect(JSON.stringify(problem)).toBe('{"type":"about:blank","constructor":1,"then":"x"}');
    expect(Object.getPrototypeOf(problem)).toBe(Object.prototype);
  });
});

describe('the body', () => {
  test('of the response stays readable', async () => {
    const problem = sessionInvalid();
    const response = problemResponse(problem);
    expect(await readProblem(response)).toEqual(problem);
    expect(response.bodyUsed).toBe(false);
    expect(await response.json()).toEqual(problem);
  });

  test('of a request that failed is no problem', async () => {
    expect(await inspectProblem(Promise.reject(new Error('fetch failed')))).toMatchObject({ reason: 'unreadable' });
  });

  test('may be text, bytes, a value, a promise or a request', async () => {
    const text = '\uFEFF{"title":"ä"}';
    const expected = { type: 'about:blank', title: 'ä' };
    const bytes = new TextEncoder().encode(text);
    const request = new Request('https://h.example', { method: 'POST', headers: json, body: text });
    for (const input of [text, bytes, bytes.buffer, { title: 'ä' }, Promise.resolve(respond(text)), request]) {
      expect(await readProblem(input)).toEqual(expected);
    }
  });

  test.each([
    ['too-large', () => respond(`{"a":"${'x'.repeat(2_000_000)}"}`)],
    ['too-large', () => respond(new ReadableStream({ pull: (c) => c.enqueue(new Uint8Array(65_536)) }))],
    ['too-large', () => `{"a":"${'x'.repeat(2_000_000)}"}`],
    ['too-deep', () => `{"a":${'['.repeat(64)}${']'.repeat(64)}}`],
    ['too-deep', loop],
    ['too-deep', doubling],
    ['syntax', () => '['.repeat(500_000)],
    ['syntax', () => new Uint8Array([0x7b, 0xff, 0xfe])],
    ['syntax', () => "{'a':1}"],
    ['empty', () => respond(null)],
    ['empty', () => '  '],
    ['body-used', used],
    ['body-used', locked],
    ['unreadable', () => respond(new ReadableStream({ pull: (c) => c.error(new Error('reset')) }))],
    ['unreadable', revoked],
    ['unreadable', () => Object.defineProperty({}, 'title', { enumerable: true, get: () => fail() })],
    ['unreadable', () => new Proxy({}, { get: () => fail(), ownKeys: () => fail() })],
    ['not-an-object', () => undefined],
    ['not-an-object', () => null],
    ['not-an-object', () => 'null'],
    ['not-an-object', () => '"text"'],
    ['not-an-object', () => [1]],
    ['not-an-object', () => 10n],
    ['not-an-object', () => Symbol('x')],
    ['not-an-object', () => () => 1],
    ['not-an-object', () => new Map()],
    ['not-an-object', () => new Error('x')],
  ] as [string, () => unknown][])('is refused as %s (%#)', async (reason, make) => {
    const found = await inspectProblem(make());
    expect(found).toMatchObject({ kind: 'not-a-problem', reason, message: expect.stringMatching(/\S.*/) });
    expect(await readProblem(make())).toBeUndefined();
    expect(isProblem(make())).toBe(false);
    expect(isProblem(make(), sessionInvalid)).toBe(false);
  });

  test('may be larger and deeper when asked', async () => {
    const text = `{"a":${'['.repeat(99)}"${'x'.repeat(2_000_000)}"${']'.repeat(99)}}`;
    expect(await readProblem(text, { maxBytes: 3e6, maxDepth: 100 })).toHaveProperty('a');
    expect(await inspectProblem(text, { maxBytes: 10 })).toMatchObject({ reason: 'too-large' });
  });
});

test('a known type that does not fit is told apart from one that fits and from an unknown one', async () => {
  const kinds = async (body: unknown) => (await inspectProblem(body, { validators })).kind;
  expect(await kinds(sessionInvalid())).toBe('known');
  expect(await kinds({ ...sessionInvalid(), session_id: 7 })).toBe('known-invalid');
  expect(await kinds({ type: 'urn:x' })).toBe('unknown');
  expect(await kinds([])).toBe('not-a-problem');
  expect((await inspectProblem(sessionInvalid())).kind).toBe('problem');
  expect(await inspectProblem({ ...sessionInvalid(), session_id: 7 }, { validators })).toMatchObject({
    errors: [{ pointer: '/session_id', message: 'must be a string (was 7)', keyword: 'type' }],
  });
});

test.each([
  [sessionInvalid(), true],
  [{ type: sessionInvalid.type }, true],
  [{ type: sessionInvalid.type, status: 999 }, true],
  [{ type: `${sessionInvalid.type}/` }, false],
  [{ type: 'session-invalid' }, false],
  [aboutBlank(401), false],
  [undefined, false],
  [[sessionInvalid()], false],
])('isProblem goes by the type URI: %j is sessionInvalid, %s', (value, expected) => {
  expect(isProblem(value, sessionInvalid)).toBe(expected);
});

test('isProblem takes a list of types too', () => {
  expect(isProblem(sessionInvalid(), [tokenInvalid, sessionInvalid])).toBe(true);
  expect(isProblem(aboutBlank(401), [tokenInvalid, sessionInvalid])).toBe(false);
  expect(isProblem(sessionInvalid(), [])).toBe(false);
});

test('every type of the catalog is listed, and found by its URI and by its slug', () => {
  expect(problemTypes.length).toBe(validators.length);
  for (const problemType of problemTypes) {
    expect(findProblemType<string>(problemType.type)).toBe(problemType);
    expect(findProblemType<string>(problemType.slug)).toBe(problemType);
  }
  for (const key of ['', 'SessionInvalid', `${sessionInvalid.type}/`, 'about:blank', 'toString', undefined as never]) {
    expect(findProblemType<string>(key)).toBeUndefined();
  }
});

test.each([
  [aboutBlank(404), true],
  [{ type: 'urn:x' }, true],
  [{ type: 'not-found', title: 'Not Found' }, true],
  [{ type: 'http-01', status: 'valid', token: 'x' }, false],
  [{ type: 'cart/add', payload: {} }, false],
  [{ detail: 'Not Found' }, false],
  [{ type: 7, title: 'x' }, false],
])('isProblem without a type looks at the shape: %j, %s', (value, expected) => {
  expect(isProblem(value)).toBe(expected);
});

function loop(): object {
  const value: Record<string, unknown> = { title: 'x' };
  value.self = value;
  return value;
}

/** 2^100 paths, 100 objects. */
test('members that JSON has no form for are left out', async () => {
  const members = { act: () => fail(), sign: Symbol('a'), count: 1n, nothing: undefined };
  expect(await readProblem({ title: 'A', ...members, empty: null })).toEqual({
    type: 'about:blank',
    title: 'A',
    empty: null,
  });
});

test.each([
  [3, 'unknown'],
  [2, 'not-a-problem'],
])('of objects on one level no more than %i bytes could hold are gone through: %s', async (maxBytes, kind) => {
  const found = await inspectProblem({ items: [{}, {}, {}] }, { validators, maxBytes });
  expect(found.kind).toBe(kind);
});

describe('a former type URI', () => {
  const ofSku = defineProblemType(z.object({ sku: z.string() }))({
    type: 'urn:sku',
    title: 'No Such SKU',
    status: 404,
  });
  const known = formerTypes as Map<string, string>;
  const former = { 'urn:former-session': sessionInvalid.type, 'urn:former-sku': ofSku.type };
  beforeAll(() => {
    for (const [before, now] of Object.entries(former)) known.set(before, now);
  });
  afterAll(() => {
    for (const before of Object.keys(former)) known.delete(before);
  });

  test.each<[body: object, type: typeof sessionInvalid | typeof ofSku, asked: boolean]>([
    [{ type: 'urn:former-session' }, sessionInvalid, true],
    [{ type: 'urn:former-session' }, tokenInvalid as never, false],
    [{ type: 'urn:former-sku', sku: 'A-1' }, ofSku, true],
    [{ type: 'urn:former-sku', sku: 7 }, ofSku, false],
  ])('of %j counts only when it is asked for', async (body, type, asked) => {
    expect(isProblem(body, type)).toBe(false);
    expect(isProblem(body, type, {})).toBe(false);
    expect(isProblem(body, type, { acceptFormer: true })).toBe(asked);
    expect(await readProblem(body)).toEqual(body);
  });

  test('is replaced by the present one when it is asked for', async () => {
    for (const [before, now] of Object.entries(former)) {
      expect(await readProblem({ type: before, sku: 'A-1' }, { acceptFormer: true })).toEqual({
        type: now,
        sku: 'A-1',
      });
    }
    const other = { type: 'urn:other' };
    expect(await readProblem(other, { acceptFormer: true })).toEqual(other);
  });
});

function doubling(): object {
  let value: object = {};
  for (let level = 0; level < 100; level += 1) value = { left: value, right: value };
  return value;
}

function used(): Response {
  const response = respond('{}');
  response.text();
  return response;
}

function locked(): Response {
  const response = respond('{}');
  response.body?.getReader();
  return response;
}

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

function fail(): never {
  throw new Error('hostile');
}
