import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { checkResponse } from '#runtime/check.ts';
import { type App, outOfStock, type Reports, recorder, type Start, secret, tooFast } from './routes.ts';

/** What every adapter owes, asked over HTTP of an app in this process or in another one. */

export interface Running extends App {
  /** What the hooks of the app were called with since the last time. */
  reports(): Promise<Reports>;
}

export type Launch = () => Promise<Running>;

/** What frameworks do in different ways. */
export interface Traits {
  /** Whether the framework tells its error handler of a stream that fails. */
  readonly hearsStreams?: boolean;
  /** Whether the framework fails by itself when a member of what was thrown cannot be read. */
  readonly trustsErrors?: boolean;
  /** Whether there is no framework that could have set something before the error. */
  readonly isBare?: boolean;
  /** Whether it is a major that does less than the later ones. */
  readonly isEarlier?: boolean;
  /** Whether the framework ends a response whose stream fails as if it were whole. */
  readonly endsStreams?: boolean;
  /** `Allow` of `PUT /problem`, if the framework knows it. */
  readonly allow?: string;
}

export type Ask = (path: string, init?: RequestInit) => Promise<Response>;

/** An app of the majors that the project itself is installed with. */
export function inProcess<Request>(start: Start<Request>): Launch {
  return async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const { hooks, arrived, take } = recorder();
    return { ...(await start(hooks, arrived)), reports: async () => take() };
  };
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

/** Registers the tests, and gives a function that asks the app. */
export function contract(launch: Launch, { allow, endsStreams, hearsStreams, isBare, trustsErrors }: Traits = {}): Ask {
  let app: Running;
  const ask: Ask = (path, init) => fetch(`${app.url}${path}`, init);
  const logged = async () => (await app.reports()).logged;

  beforeAll(async () => {
    app = await launch();
  });
  afterAll(() => app?.close());
  afterEach(() => app.reports());

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
    expect(await logged()).toEqual([]);
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
    expect(await logged()).toEqual(['Service Unavailable']);
  });

  test('an error of http-errors gives its message and its header fields', async () => {
    const response = await ask('/cookies');
    expect([response.status, response.headers.getSetCookie()]).toEqual([403, ['a=1', 'b=2']]);
    expect(await problemOf(response)).toMatchObject({ title: 'Forbidden', detail: 'Not you.' });
  });

  test('a 416 tells how long the whole is', async () => {
    const response = await ask('/range');
    expect([response.status, response.headers.get('content-range')]).toEqual([416, 'bytes */9']);
    expect(await problemOf(response)).toMatchObject({ title: 'Range Not Satisfiable', detail: 'Too far.' });
  });

  test.each(['/unknown', '/upstream', '/sdk', ...(trustsErrors ? [] : ['/hostile'])])(
    'nothing of %s leaks, and it is logged once',
    async (path) => {
      const response = await ask(path);
      expect(response.status).toBe(500);
      expect(response.headers.has('x-secret')).toBe(false);
      expect(await problemOf(response)).toEqual({ type: 'about:blank', title: 'Internal Server Error', status: 500 });
      expect(await logged()).toEqual([secret]);
    },
  );

  test('text that is not of the request may be malformed without being the client’s fault', async () => {
    expect((await ask('/upstream-json')).status).toBe(500);
    expect(await logged()).toHaveLength(1);
  });

  test('a problem that is thrown without an error, or that is a cause, is answered', async () => {
    expect(await problemOf(await ask('/plain'))).toEqual({ ...outOfStock({ sku: 'C-3' }) });
    expect(await problemOf(await ask('/cause'))).toEqual({ ...outOfStock({ sku: 'D-4' }) });
    expect(await logged()).toEqual([]);
  });

  test('a path without a route is 404, and the map hook sees it', async () => {
    const response = await ask('/nowhere?token=x');
    expect(response.status).toBe(404);
    expect(await problemOf(response)).toEqual({ type: 'about:blank', title: 'Not Found', status: 404 });
    const { seen, logged } = await app.reports();
    expect([seen, logged]).toEqual([[404], []]);
  });

  test(`a method without a route is ${allow ? '405 with Allow' : '404, as the framework has it'}`, async () => {
    const response = await ask('/problem', { method: 'PUT' });
    expect(response.status).toBe(allow ? 405 : 404);
    expect(response.headers.get('allow')).toBe(allow ?? null);
    expect(await problemOf(response)).toMatchObject({ title: allow ? 'Method Not Allowed' : 'Not Found' });
  });

  test('the map hook makes a problem of an error of the app', async () => {
    const response = await ask('/mapped');
    expect(response.status).toBe(409);
    expect(await problemOf(response)).toEqual({ ...outOfStock({ sku: 'B-2' }) });
    expect(await logged()).toEqual([]);
  });

  test('a map hook that fails does no harm, and is logged', async () => {
    const response = await ask('/map-fails');
    expect(response.status).toBe(500);
    expect(JSON.stringify(await problemOf(response))).not.toMatch(/map|hook/);
    expect(await logged()).toEqual(['the map hook failed', 'map fails']);
  });

  test('a log hook that fails does no harm', async () => {
    const response = await ask('/log-fails');
    expect(await problemOf(response)).toMatchObject({ status: 500 });
    expect(await logged()).toEqual([secret]);
  });

  test.each(['/problem', '/unknown', '/nowhere'])('HEAD %s has the same header fields and no body', async (path) => {
    const [head, get] = [await ask(path, { method: 'HEAD' }), await ask(path)];
    expect([head.status, head.headers.get('content-type')]).toEqual([get.status, 'application/problem+json']);
    expect(await head.text()).toBe('');
    const length = head.headers.get('content-length');
    expect(length === null || Number(length) === (await get.arrayBuffer()).byteLength).toBe(true);
  });

  if (!isBare) {
    test('header fields set before stay, and add up with those of the error', async () => {
      const { headers } = await ask('/kept');
      expect(headers.get('x-request-id')).toBe('7f3');
      expect(headers.getSetCookie().map((cookie) => cookie.split(';')[0])).toEqual(['kept=1', 'added=1', 'more=1']);
      expect(headers.get('vary')).toBe('Accept, Origin');
      expect(headers.get('link')).toBe(
        '<https://shop.example/next>; rel="next", <https://shop.example/help>; rel="help"',
      );
    });

    test('nothing stays that describes, places or caches the unsent body', async () => {
      const response = await ask('/kept');
      const left = [...response.headers.keys()].filter(
        (name) => !/^(access-control-allow-origin|content-(type|length)|date|keep-alive)$/.test(name),
      );
      expect(left.filter((name) => /^content-|cache|control|etag|expires|accel/.test(name))).toEqual([]);
      expect(['Conflict', '']).toContain(response.statusText);
      expect(await problemOf(response)).toMatchObject({ status: 409, sku: 'E-5' });
    });
  }

  // A server may close a connection whose request it did not read to its end, so no other test gets to use that one.
  const headers = { 'Content-Type': 'application/json', Connection: 'close' };
  const post = (body: string) => ask('/json', { method: 'POST', headers, body });

  test('a malformed body is 400', async () => {
    expect((await post('{"a":1}')).ok).toBe(true);
    const response = await post('{"a":');
    expect(response.status).toBe(400);
    expect(await problemOf(response)).toMatchObject({ type: 'about:blank', title: 'Bad Request', status: 400 });
    expect(await logged()).toEqual([]);
  });

  test('a malformed body that a handler parses by hand is 400', async () => {
    const byHand = (body: string) =>
      ask('/by-hand', { method: 'POST', headers: { 'Content-Type': 'text/plain', Connection: 'close' }, body });
    expect((await byHand('{"a":1}')).ok).toBe(true);
    const response = await byHand('{"a":');
    expect(response.status).toBe(400);
    expect(await problemOf(response)).toMatchObject({ title: 'Bad Request', status: 400 });
    expect(await logged()).toEqual([]);
  });

  test('a body that is too large is 413', async () => {
    for (const size of [101, 3_000_000]) {
      const response = await post(JSON.stringify('x'.repeat(size)));
      expect(response.status).toBe(413);
      expect(await problemOf(response)).toMatchObject({ type: 'about:blank', title: 'Content Too Large', status: 413 });
    }
    expect(await logged()).toEqual([]);
  });

  test('a stream that fails on the way ends the connection, and the app goes on', async () => {
    const response = await ask('/stream');
    expect(response.status).toBe(200);
    if (endsStreams) expect(await response.text()).toBe('first');
    else await expect(response.text()).rejects.toThrow();
    if (hearsStreams) expect(await logged()).toEqual(['the disk is gone']);
    expect((await ask('/problem')).status).toBe(409);
  });

  test('a request that its client has left does no harm', async () => {
    const leave = new AbortController();
    const pending = ask('/slow', { signal: leave.signal });
    pending.catch(() => {});
    await vi.waitFor(async () => expect((await app.reports()).arrived).toBe(1));
    leave.abort();
    await expect(pending).rejects.toThrow();
    await vi.waitFor(async () => expect(await logged()).toEqual(['late']), 5000);
    expect((await ask('/problem')).status).toBe(409);
  });

  return ask;
}
