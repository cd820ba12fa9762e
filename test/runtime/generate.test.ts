import {
  aboutBlank,
  defineProblemType,
  isProblem,
  ProblemError,
  problemHeaders,
  problemResponse,
  rateLimitExceeded,
  readProblem,
  sessionInvalid,
  tokenInvalid,
  toProblem,
} from 'arcp-problems';
import { describe, expect, test, vi } from 'vitest';

/** Generators: constructors, responses, errors. */

const outOfStock = defineProblemType<{ sku: string; left?: number; retry_after?: number | string }>()({
  type: 'https://shop.example/problems/out-of-stock',
  title: 'Out of Stock',
  status: 409,
  headers: { 'Retry-After': '{retry_after}', 'X-Sku': '{sku}' },
});

describe('a constructor', () => {
  test('gives a plain object, standard members first', () => {
    const problem = sessionInvalid({ session_id: 's1', timestamp: 'T', instance: '/agents', detail: 'Gone.' });
    expect(JSON.stringify(problem)).toBe(
      `{"type":"${sessionInvalid.type}","title":"Session Validation Failed","status":401,"detail":"Gone.",` +
        '"instance":"/agents","session_id":"s1","timestamp":"T"}',
    );
    expect(Object.getPrototypeOf(problem)).toBe(Object.prototype);
    expect(Reflect.ownKeys(problem)).toEqual(Object.keys(problem));
    expect(structuredClone(problem)).toStrictEqual(problem);
  });

  test('fills the timestamp unless it is given', () => {
    vi.useFakeTimers({ now: new Date('2026-01-02T03:04:05.678Z') });
    expect(sessionInvalid().timestamp).toBe('2026-01-02T03:04:05.678Z');
    vi.setSystemTime(new Date('2027-01-01T00:00:00Z'));
    expect(sessionInvalid({ timestamp: undefined }).timestamp).toBe('2027-01-01T00:00:00.000Z');
    expect(sessionInvalid({ timestamp: 'given' }).timestamp).toBe('given');
    vi.useRealTimers();
  });

  test.each([
    ['standard members', { type: 'x', title: 'y', status: 200 }],
    ['a status that the type does not have', { status: 500 }],
    ['__proto__', JSON.parse('{"__proto__":{"polluted":true}}')],
    ['names of Object.prototype', { constructor: 1, toString: 2, hasOwnProperty: 3 }],
    ['undefined members', { detail: undefined, agent_id: undefined }],
    ['standard members of the wrong type', { detail: null, instance: 7, status: Number.NaN }],
    ['a detail that is an object', { detail: { text: 'Gone.' }, instance: ['/agents'], status: '403' }],
  ])('is not moved by %s', (_, init) => {
    const problem = tokenInvalid({ ...init, timestamp: 'T' } as object);
    expect(problem).toStrictEqual({ type: tokenInvalid.type, title: tokenInvalid.title, status: 401, timestamp: 'T' });
    expect(tokenInvalid(Object.assign(Object.create(null), init))).toMatchObject({ status: 401 });
    expect('polluted' in {}).toBe(false);
  });

  test.each([null, 'Gone.', 7, true, Symbol('x'), () => 'x'])('is not moved by %s in place of members', (init) => {
    expect(outOfStock(init as never)).toStrictEqual({ type: outOfStock.type, title: 'Out of Stock', status: 409 });
  });

  test('of a type with several statuses takes one of them', () => {
    expect(tokenInvalid.status).toBe(401);
    expect(tokenInvalid.statuses).toEqual([401, 403]);
    expect(tokenInvalid({ status: 403 }).status).toBe(403);
  });

  test('of a type of your own works like the others', async () => {
    const response = problemResponse(outOfStock({ sku: 'A-1', retry_after: 30 }));
    expect(response.headers.get('Retry-After')).toBe('30');
    const problem = await readProblem<typeof outOfStock>(response);
    expect(isProblem(problem, outOfStock) && problem.sku).toBe('A-1');
    expect([outOfStock.slug, outOfStock.statuses]).toEqual([undefined, [409]]);
  });
});

describe('problemResponse', () => {
  test('sets status, media type, body and the headers of the type', async () => {
    const problem = sessionInvalid({ detail: 'Gone.' });
    const response = problemResponse(problem);
    expect(response.status).toBe(401);
    expect(Object.fromEntries(response.headers)).toEqual({
      'content-type': 'application/problem+json',
      'www-authenticate': 'Bearer',
    });
    expect(await response.json()).toStrictEqual(problem);
  });

  test('lets the headers of the caller win, adds up those that may stand several times', () => {
    const headers = new Headers({ 'WWW-Authenticate': 'DPoP', 'Content-Type': 'application/json', 'X-Own': '1' });
    headers.append('Set-Cookie', 'a=1');
    headers.append('Set-Cookie', 'b=2');
    const response = problemResponse(sessionInvalid(), { headers });
    expect(response.headers.get('WWW-Authenticate')).toBe('Bearer, DPoP');
    expect(response.headers.get('Content-Type')).toBe('application/json');
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(response.headers.get('X-Own')).toBe('1');
  });

  test('answers HEAD without a body', async () => {
    const response = problemResponse(sessionInvalid(), { method: 'head' });
    expect([response.body, response.status, response.headers.get('Content-Type')]).toEqual([
      null,
      401,
      'application/problem+json',
    ]);
  });

  test.each([
    [60, '60'],
    ['60', '60'],
    [0, '0'],
    ['Wed, 21 Oct 2026 07:28:00 GMT', 'Wed, 21 Oct 2026 07:28:00 GMT'],
    [-1, null],
    [1.5, null],
    ['soon', null],
    ['1\r\nSet-Cookie: a=b', null],
    [undefined, null],
    [Number.NaN, null],
    [{}, null],
  ])('turns retry_after %j into the header %j', (retry_after, header) => {
    const problem = outOfStock({ sku: 'A', retry_after: retry_after as number });
    expect(problemResponse(problem).headers.get('Retry-After')).toBe(header);
  });

  test.each(['a\nb', 'a"b', 'a\\b', 'ä', '\u2028', ''])('leaves a header out whose member is %j', (sku) => {
    expect(problemResponse(outOfStock({ sku })).headers.has('X-Sku')).toBe(false);
  });

  test.each([428, 429, 431, 511])('forbids caches to store a %i', (status) => {
    expect(problemResponse(aboutBlank(status)).headers.get('Cache-Control')).toBe('no-store');
    expect(problemHeaders(aboutBlank(status))['Cache-Control']).toBe('no-store');
  });

  test.each([undefined, 0, 99, 101, 204, 304, 600, 401.5, Number.NaN])(
    'answers 500, in header and body, for the status %s',
    async (status) => {
      const response = problemResponse({ type: 'about:blank', status });
      expect(response.status).toBe(500);
      expect((await response.json()).status ?? 500).toBe(500);
    },
  );

  test('keeps the challenge of a 401 away from the 403 of the same type', () => {
    expect(problemResponse(tokenInvalid()).headers.get('WWW-Authenticate')).toContain('Bearer');
    expect(problemResponse(tokenInvalid({ status: 403 })).headers.has('WWW-Authenticate')).toBe(false);
  });

  test('sends the standard members when an extension member has no JSON form', async () => {
    const problem = { ...sessionInvalid(), loop: {} };
    problem.loop = problem;
    expect(await problemResponse(problem).json()).toEqual({
      type: sessionInvalid.type,
      title: sessionInvalid.title,
      status: 401,
    });
    expect(problemResponse({ ...aboutBlank(400), big: 10n }).status).toBe(400);
  });

  test('works with an occurrence that was cloned or parsed', () => {
    const copy = JSON.parse(JSON.stringify(rateLimitExceeded({ retry_after: '7' })));
    expect(problemResponse(copy).headers.get('Retry-After')).toBe('7');
  });
});

describe('ProblemError', () => {
  const cause = new Error('row 7 is locked');
  const error = new ProblemError(sessionInvalid({ detail: 'Gone.' }), { cause, headers: { 'X-Own': '1' } });

  test('carries what frameworks read', async () => {
    expect(error).toBeInstanceOf(Error);
    expect(error.name).toBe('ProblemError');
    expect(error.message).toBe(`Gone. (${sessionInvalid.type})`);
    expect([error.status, error.statusCode, error.expose, error.cause]).toEqual([401, 401, true, cause]);
    expect(error.headers).toMatchObject({ 'www-authenticate': 'Bearer', 'x-own': '1' });
    expect(error.problem.detail).toBe('Gone.');
  });

  test('gives its response, again and again', async () => {
    const response = error.getResponse({ headers: { 'X-More': '2' } });
    expect([response.headers.get('X-Own'), response.headers.get('X-More')]).toEqual(['1', '2']);
    expect(await response.json()).toStrictEqual(await error.getResponse().json());
  });

  test('serializes as the problem, without stack and cause', () => {
    expect(JSON.parse(JSON.stringify({ error }))).toEqual({ error: error.problem });
    expect(new ProblemError(aboutBlank(503)).message).toBe('Service Unavailable');
    expect(new ProblemError(aboutBlank(503)).expose).toBe(false);
    expect('cause' in new ProblemError(aboutBlank(503))).toBe(false);
  });

  test('its prototype can be looked at', () => {
    class Own extends ProblemError {}
    for (const { prototype } of [ProblemError, Own])
      for (const name of ['status', 'statusCode', 'headers', 'expose'] as const) prototype[name];
    expect([new ProblemError(aboutBlank(404)).status, new Own(aboutBlank(503)).status]).toEqual([404, 503]);
  });
});

describe('toProblem', () => {
  const bare = { type: 'about:blank', title: 'Internal Server Error', status: 500 };
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();

  test.each([
    ['an error', new Error('secret')],
    ['an error with a status', Object.assign(new Error('secret'), { status: 404, code: 'ENOENT' })],
    ['an error with expose but no status', Object.assign(new Error('secret'), { expose: true, status: 'x' })],
    ['a text', 'secret'],
    ['undefined', undefined],
    ['null', null],
    ['a symbol', Symbol('secret')],
    ['a revoked proxy', proxy],
    [
      'a throwing getter',
      {
        get problem() {
          throw new Error('secret');
        },
      },
    ],
    ['a record with another problem', { problem: 'secret' }],
  ])('gives a bare 500 for %s', (_, thrown) => {
    expect(toProblem(thrown)).toStrictEqual(bare);
  });

  test('gives the problem of an error that carries one, whichever class it has', () => {
    const problem = sessionInvalid();
    expect(toProblem(new ProblemError(problem))).toBe(problem);
    expect(toProblem({ name: 'Other', problem })).toBe(problem);
  });

  test('gives the status, and no more, of an error made to be shown', () => {
    const shown = Object.assign(new Error('secret'), { status: 413, expose: true });
    expect(toProblem(shown)).toStrictEqual({ type: 'about:blank', title: 'Content Too Large', status: 413 });
    expect(toProblem({ status: 404, getResponse: () => new Response() }).title).toBe('Not Found');
  });
});
