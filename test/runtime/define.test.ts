import { STATUS_CODES } from 'node:http';
import {
  aboutBlank,
  defineProblemType,
  inspectProblem,
  isProblem,
  pinRequired,
  problemResponse,
  sessionInvalid,
} from 'arcp-problems';
import { checkResponse } from 'arcp-problems/check';
import * as v from 'valibot';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';

/** Types of your own: what is refused, what is told, what a schema checks. */

const definition = { type: 'https://shop.example/problems/out-of-stock', title: 'Out of Stock', status: 409 };
const define = (change: object) => defineProblemType()({ ...definition, ...change } as never);

describe('a definition', () => {
  test.each<[object, string]>([
    [{ status: 9999 }, 'status must be a status code of a response with a body, 200 to 599 (was 9999).'],
    [{ status: '404' }, 'status must be a status code of a response with a body, 200 to 599 (was "404").'],
    [{ status: [409, Number.NaN] }, 'status must be'],
    [{ status: 204 }, 'status must be'],
    [{ type: 'out-of-stock' }, 'type must be an absolute URI, such as "https://shop.example/problems/out-of-stock"'],
    [{ type: 'about:blank' }, 'type must be an absolute URI'],
    [{ type: 'https://shop.example/a b' }, 'type must be an absolute URI'],
    [{ type: undefined }, 'Problem type absent: type must be an absolute URI'],
    [{ title: ' ' }, 'title must be a phrase (was " ").'],
    [{ slug: 'OutOfStock' }, 'slug must be in kebab-case (was "OutOfStock").'],
    [
      { headers: { 'Retry-After': '{}' } },
      'headers["Retry-After"] must name a member in braces, such as "{retry_after}"',
    ],
    [{ headers: { 'Retry-After': '{retry_after' } }, 'must name a member in braces'],
    [{ headers: { 'Retry-After': 'retry_after}' } }, 'must name a member in braces'],
    [{ headers: { 'Retry After': '7' } }, 'headers["Retry After"] must have the name of a header'],
    [{ headers: { Link: 'a\nb' } }, 'headers["Link"] must be text on one line'],
    [{ headers: { 'Retry-After': 7 } }, 'headers["Retry-After"] must be text on one line (was 7).'],
    [{ headers: 'Bearer' }, 'headers must be an object (was "Bearer").'],
    [{ fill: { status: 'now' } }, 'fill["status"] must be an extension member'],
    [{ fill: { at: 'today' } }, 'fill["at"] must be "now" (was "today").'],
    [{ title: 7, status: 1 }, 'title must be a phrase (was 7). status must be'],
  ])('with %j is refused with a message', (change, message) => {
    expect(() => define(change)).toThrow(TypeError);
    expect(() => define(change)).toThrow(message);
  });

  test.each([undefined, null, 7, 'x', []])('that is %j is refused', (value) => {
    expect(() => defineProblemType()(value as never)).toThrow('type must be an absolute URI');
  });

  test('may have templates, several statuses and any URI', () => {
    expect(() => define({ type: 'urn:a', headers: { 'X-A': '{a}-{b_2} plain' }, status: [200, 599] })).not.toThrow();
    expect(() => define({ type: 'tag:shop.example,2026:out', fill: { at: 'now' } })).not.toThrow();
  });
});

describe('in development', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  });
  const warnings = () => vi.spyOn(console, 'warn').mockImplementation(() => {});
  const fresh = async () => {
    vi.resetModules();
    return import('arcp-problems');
  };

  test('a second definition of a URI is told, and a repeated one is not', () => {
    const warn = warnings();
    define({ type: 'urn:twice' });
    define({ type: 'urn:twice' });
    expect(warn).not.toHaveBeenCalled();
    define({ type: 'urn:twice', status: 410 });
    define({ type: 'urn:twice', status: 410 });
    expect(warn.mock.calls).toEqual([[expect.stringContaining('"urn:twice" is defined twice')]]);
    define({ type: pinRequired.type });
    expect(warn).toHaveBeenCalledTimes(2);
  });

  test('a 401 without a challenge is told once, and never in production', async () => {
    const warn = warnings();
    vi.stubEnv('NODE_ENV', 'production');
    problemResponse(aboutBlank(401));
    expect(warn).not.toHaveBeenCalled();
    vi.stubEnv('NODE_ENV', 'development');
    problemResponse(sessionInvalid());
    problemResponse(aboutBlank(401), { headers: { 'WWW-Authenticate': 'Basic' } });
    problemResponse(aboutBlank(403));
    expect(warn).not.toHaveBeenCalled();
    const copy = await fresh();
    copy.problemResponse(copy.aboutBlank(401));
    copy.problemResponse(copy.aboutBlank(401));
    expect(warn.mock.calls).toEqual([[expect.stringContaining('A 401 response must have a WWW-Authenticate header.')]]);
  });
});

describe.each([
  ['Zod', z.object({ sku: z.string(), left: z.number().int().default(0) })],
  ['Valibot', v.object({ sku: v.string(), left: v.optional(v.pipe(v.number(), v.integer()), 0) })],
])('members as a schema of %s', (_, schema) => {
  const soldOut = defineProblemType(schema)({
    type: 'https://shop.example/problems/sold-out',
    title: 'Sold Out',
    status: [409, 410],
    headers: { 'X-Sku': '{sku}' },
  });

  test('are checked when an occurrence is built', () => {
    expect(soldOut({ sku: 'A-1', detail: 'Gone.', status: 410 })).toEqual({
      type: soldOut.type,
      title: 'Sold Out',
      status: 410,
      detail: 'Gone.',
      sku: 'A-1',
      left: 0,
    });
    expect(() => soldOut({ sku: 7 } as never)).toThrow(TypeError);
    expect(() => soldOut({ sku: 7 } as never)).toThrow(
      /^Problem type "https:\/\/shop.example\/problems\/sold-out": \/sku: /,
    );
    expect(() => soldOut({ sku: 'A-1', left: 0.5 })).toThrow('/left: ');
    expect(problemResponse(soldOut({ sku: 'A-1' })).headers.get('X-Sku')).toBe('A-1');
  });

  test('are checked when one is read', async () => {
    const fits = { type: soldOut.type, sku: 'A-1', left: 2 };
    const unfit = { type: soldOut.type, sku: 7, title: 'Sold Out', status: 409 };
    expect([isProblem(fits, soldOut), isProblem(unfit, soldOut)]).toEqual([true, false]);
    const validators = [soldOut.validate];
    expect((await inspectProblem(fits, { validators })).kind).toBe('known');
    expect(await inspectProblem(unfit, { validators })).toMatchObject({
      kind: 'known-invalid',
      errors: [{ pointer: '/sku', keyword: 'schema' }],
    });
    expect(await checkResponse(unfit, { types: [soldOut] })).toMatchObject([{ code: 'member', pointer: '/sku' }]);
    expect(await soldOut.validate['~standard'].validate(unfit)).toMatchObject({ issues: [{ path: ['sku'] }] });
    expect(soldOut.validate({ type: 'urn:other' }).valid).toBe(false);
    expect(soldOut.validate(undefined).valid).toBe(false);
  });
});

test('a schema that does not answer at once is refused', () => {
  const slow = defineProblemType(z.object({ sku: z.string().refine(async () => true) }))({
    ...definition,
    type: 'urn:slow',
  });
  expect(() => slow({ sku: 'A' })).toThrow();
  expect(isProblem({ type: 'urn:slow', sku: 'A' }, slow)).toBe(false);
});

test.each([
  [308, 'Permanent Redirect'],
  [401, 'Unauthorized'],
  [418, 'Bad Request'],
  [421, 'Misdirected Request'],
  [425, 'Too Early'],
  [451, 'Unavailable For Legal Reasons'],
  [506, 'Variant Also Negotiates'],
  [508, 'Loop Detected'],
  [510, 'Not Extended'],
  [499, 'Bad Request'],
  [599, 'Internal Server Error'],
])('about:blank has the registered phrase of status %i: %s', (status, title) => {
  expect(aboutBlank(status)).toEqual({ type: 'about:blank', title, status });
});

test('about:blank has the phrase of each status of Node.js, by the names of RFC 9110', () => {
  const newer = {
    413: 'Content Too Large',
    418: 'Bad Request',
    422: 'Unprocessable Content',
    509: 'Internal Server Error',
  };
  const phrases = Object.entries({ ...STATUS_CODES, ...newer }).filter(
    ([status]) => Number(status) >= 200 && !['204', '205', '304'].includes(status),
  );
  expect(phrases.map(([status]) => [status, aboutBlank(Number(status)).title])).toEqual(phrases);
});

test.each([Number.NaN, 204, 205, 304, 99, 199, 600, '404', undefined, null])(
  'about:blank of status %j becomes a 500',
  (status) => {
    const members = { detail: null, instance: 7, extra: 1 } as never;
    expect(aboutBlank(status as number, members)).toEqual({
      type: 'about:blank',
      title: 'Internal Server Error',
      status: 500,
    });
  },
);
