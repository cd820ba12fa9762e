import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { checkResponse } from '../../src/package/check.ts';
import type { ProblemDetails } from '../../src/package/problem-details.ts';
import { aboutBlank, ProblemError } from '../../src/package/problem-error.ts';
import { defineProblemType } from '../../src/package/problem-type.ts';

/** What every adapter owes, asked over HTTP. Each framework brings an app with the same routes. */

export const outOfStock = defineProblemType<{ sku: string; left?: number }>()({
  type: 'https://shop.example/problems/out-of-stock',
  title: 'Out of Stock',
  status: 409,
});

export const tooFast = defineProblemType<{ retry_after: number }>()({
  type: 'https://shop.example/problems/too-fast',
  title: 'Too Fast',
  status: 429,
  headers: { 'Retry-After': '{retry_after}' },
});

export const secret = 'password of db-7 refused';

/** An error of the app's own, which `map` knows. */
class StockError extends Error {}

/** What the routes of the same name throw. */
const thrown: Record<string, () => unknown> = {
  '/problem': () =>
    new ProblemError(outOfStock({ sku: 'A-1', detail: 'The last one – é – is gone.' }), { cause: new Error(secret) }),
  '/wait': () => new ProblemError(tooFast({ retry_after: 7 })),
  '/login': () => new ProblemError(aboutBlank(401), { headers: { 'WWW-Authenticate': 'Bearer realm="shop"' } }),
  '/unavailable': () =>
    new ProblemError(aboutBlank(503), { headers: { 'Retry-After': '30' }, cause: new Error(secret) }),
  '/cookies': () =>
    Object.assign(new Error('Not you.'), { status: 403, expose: true, headers: { 'Set-Cookie': ['a=1', 'b=2'] } }),
  '/unknown': () => new Error(secret),
  '/upstream': () => Object.assign(new Error(secret), { status: 404, headers: { 'x-secret': secret }, response: {} }),
  '/hostile': () =>
    new Proxy(new Error(secret), {
      get(target, name) {
        if (name === 'status' || name === 'expose') throw new Error(secret);
        return Reflect.get(target, name);
      },
    }),
  '/mapped': () => new StockError(secret),
  '/map-fails': () => Object.assign(new Error('map fails'), { code: 'MAP_FAILS' }),
};

export interface Hooks<Request> {
  map(error: unknown, request: Request): ProblemDetails | undefined;
  log(error: unknown, request: Request): unknown;
}

export interface Subject<Request> {
  /**
   * Starts the app on loopback. Its routes: those of {@link thrown} (GET, half of them after an `await`); `/kept` sets
   * `X-Request-ID`, `ETag`, `Cache-Control: public, max-age=60` and throws; `POST /json` gives back a JSON body of at
   * most 100 bytes; `/stream` sends `first` and fails; `/slow` calls `abandoned()` once the request is there and throws
   * 50 ms later.
   */
  start(hooks: Hooks<Request>, abandoned: () => void): Promise<{ url: string; close(): Promise<unknown> }>;
  /** Whether the framework tells its error handler of a stream that fails. */
  readonly hearsStreams?: boolean;
  /** `Allow` of `PUT /problem`, if the framework knows it. */
  readonly allow?: string;
}

export async function problemOf(response: Response): Promise<Record<string, unknown>> {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const text = await response.clone().text();
  const length = Number(response.headers.get('content-length') ?? Number.NaN);
  expect(response.headers.get('transfer-encoding') === 'chunked' || length === Buffer.byteLength(text)).toBe(true);
  expect(text).not.toContain(secret);
  expect(JSON.stringify([...response.headers])).not.toContain(secret);
  expect(await checkResponse(response, { types: [outOfStock, tooFast], strict: true })).toEqual([]);
  return JSON.parse(text);
}

/** Gives one chunk and fails. */
export async function* failing(): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode('first');
  await wait(20);
  throw new Error('the disk is gone');
}

/** {@link failing} as a web stream. */
export function failingStream(): ReadableStream {
  return Readable.toWeb(Readable.from(failing())) as ReadableStream;
}

/** Throws what the route of the path throws, half of the routes after an `await`. */
export async function fail(path: string): Promise<never> {
  if (Object.keys(thrown).indexOf(path) % 2) await wait(1);
  throw thrown[path]?.();
}

export const paths = Object.keys(thrown);

/** Registers the tests, and gives a function that asks the app. */
export function contract<Request>(subject: Subject<Request>): (path: string, init?: RequestInit) => Promise<Response> {
  const logged: { error: unknown; request: Request }[] = [];
  const seen: unknown[] = [];
  let logFails = false;
  let abandoned = () => {};
  let app: Awaited<ReturnType<typeof subject.start>>;
  const hooks: Hooks<Request> = {
    map(error, request) {
      expect(request).toBeTypeOf('object');
      seen.push(error);
      if (Object(error).code === 'MAP_FAILS') throw new Error('the map hook failed');
      return error instanceof StockError ? outOfStock({ sku: 'B-2' }) : undefined;
    },
    log(error, request) {
      logged.push({ error, request });
      return logFails ? Promise.reject(new Error('the log hook failed')) : undefined;
    },
  };
  const ask = (path: string, init?: RequestInit) => fetch(`${app.url}${path}`, init);
  const errorsLogged = () => logged.map(({ error }) => Object(error).message);

  beforeAll(async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    app = await subject.start(hooks, () => abandoned());
  });
  afterAll(() => app.close());
  afterEach(() => {
    logged.length = 0;
    seen.length = 0;
    logFails = false;
  });

  test('a thrown ProblemError is answered as it is, and its cause stays', async () => {
    const response = await ask('/problem');
    expect(response.status).toBe(409);
    expect(await problemOf(response)).toEqual({
      type: outOfStock.type,
      title: 'Out of Stock',
      status: 409,
      detail: 'The last one – é – is gone.',
      sku: 'A-1',
    });
    expect(logged).toEqual([]);
  });

  test('header fields of the type and of the error are sent', async () => {
    const fast = await ask('/wait');
    expect([fast.status, fast.headers.get('retry-after'), fast.headers.get('cache-control')]).toEqual([
      429,
      '7',
      'no-store',
    ]);
    expect(await problemOf(fast)).toMatchObject({ retry_after: 7 });
    const login = await ask('/login');
    expect([login.status, login.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="shop"']);
    expect(await problemOf(login)).toEqual({ type: 'about:blank', title: 'Unauthorized', status: 401 });
    const unavailable = await ask('/unavailable');
    expect([unavailable.status, unavailable.headers.get('retry-after')]).toEqual([503, '30']);
    expect(errorsLogged()).toEqual(['Service Unavailable']);
  });

  test('an error of http-errors gives its message and its header fields', async () => {
    const response = await ask('/cookies');
    expect([response.status, response.headers.getSetCookie()]).toEqual([403, ['a=1', 'b=2']]);
    expect(await problemOf(response)).toMatchObject({ title: 'Forbidden', detail: 'Not you.' });
  });

  test.each(['/unknown', '/upstream', '/hostile'])('nothing of %s leaks, and it is logged once', async (path) => {
    const response = await ask(path);
    expect(response.status).toBe(500);
    expect(response.headers.has('x-secret')).toBe(false);
    expect(await problemOf(response)).toEqual({ type: 'about:blank', title: 'Internal Server Error', status: 500 });
    expect(errorsLogged()).toEqual([secret]);
    expect(logged[0]?.request).toBeTypeOf('object');
  });

  test('a path without a route is 404, and the map hook sees it', async () => {
    const response = await ask('/nowhere?token=x');
    expect(response.status).toBe(404);
    expect(await problemOf(response)).toEqual({ type: 'about:blank', title: 'Not Found', status: 404 });
    expect(seen).toEqual([expect.objectContaining({ status: 404 })]);
    expect(logged).toEqual([]);
  });

  test(`a method without a route is ${subject.allow ? '405 with Allow' : '404, as the framework has it'}`, async () => {
    const response = await ask('/problem', { method: 'PUT' });
    expect(response.status).toBe(subject.allow ? 405 : 404);
    expect(response.headers.get('allow')).toBe(subject.allow ?? null);
    expect(await problemOf(response)).toMatchObject({ title: subject.allow ? 'Method Not Allowed' : 'Not Found' });
  });

  test('the map hook makes a problem of an error of the app', async () => {
    const response = await ask('/mapped');
    expect(response.status).toBe(409);
    expect(await problemOf(response)).toEqual({ ...outOfStock({ sku: 'B-2' }) });
    expect(logged).toEqual([]);
  });

  test('a map hook that fails does no harm, and is logged', async () => {
    const response = await ask('/map-fails');
    expect(response.status).toBe(500);
    expect(JSON.stringify(await problemOf(response))).not.toMatch(/map|hook/);
    expect(errorsLogged()).toEqual(['the map hook failed', 'map fails']);
  });

  test('a log hook that fails does no harm', async () => {
    logFails = true;
    const response = await ask('/unknown');
    expect(await problemOf(response)).toMatchObject({ status: 500 });
    expect(logged).toHaveLength(1);
  });

  test.each(['/problem', '/unknown', '/nowhere'])('HEAD %s has the same header fields and no body', async (path) => {
    const [head, get] = [await ask(path, { method: 'HEAD' }), await ask(path)];
    expect([head.status, head.headers.get('content-type')]).toEqual([get.status, 'application/problem+json']);
    expect(await head.text()).toBe('');
    const length = head.headers.get('content-length');
    expect(length === null || Number(length) === (await get.arrayBuffer()).byteLength).toBe(true);
  });

  test('header fields set before stay, those of the unsent body go', async () => {
    const response = await ask('/kept');
    expect(response.headers.get('x-request-id')).toBe('7f3');
    expect(response.headers.get('etag')).toBeNull();
    expect(response.headers.get('cache-control') ?? '').not.toContain('public');
    expect(await problemOf(response)).toMatchObject({ status: 409, sku: 'A-1' });
  });

  // A server may close a connection whose request it did not read to its end, so no other test gets to use that one.
  const headers = { 'Content-Type': 'application/json', Connection: 'close' };
  const post = (body: string) => ask('/json', { method: 'POST', headers, body });

  test('a malformed body is 400', async () => {
    expect((await post('{"a":1}')).ok).toBe(true);
    const response = await post('{"a":');
    expect(response.status).toBe(400);
    expect(await problemOf(response)).toMatchObject({ type: 'about:blank', title: 'Bad Request', status: 400 });
    expect(logged).toEqual([]);
  });

  test('a body that is too large is 413', async () => {
    for (const size of [101, 3_000_000]) {
      const response = await post(JSON.stringify('x'.repeat(size)));
      expect(response.status).toBe(413);
      expect(await problemOf(response)).toMatchObject({ type: 'about:blank', title: 'Content Too Large', status: 413 });
    }
    expect(logged).toEqual([]);
  });

  test('a stream that fails on the way ends the connection, and the app goes on', async () => {
    const response = await ask('/stream');
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
    if (subject.hearsStreams) expect(errorsLogged()).toEqual(['the disk is gone']);
    expect((await ask('/problem')).status).toBe(409);
  });

  test('a request that its client has left does no harm', async () => {
    const leave = new AbortController();
    const arrived = new Promise<void>((done) => {
      abandoned = done;
    });
    const pending = ask('/slow', { signal: leave.signal });
    await arrived;
    leave.abort();
    await expect(pending).rejects.toThrow();
    await wait(100);
    expect((await ask('/problem')).status).toBe(409);
  });

  return ask;
}
