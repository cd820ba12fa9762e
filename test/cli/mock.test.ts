// cspell:ignore problm sesion expird tokn
import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { createServer, type Socket } from 'node:net';
import { beforeAll, describe, expect, test } from 'vitest';
import { causeExample, causesData } from '#catalog/causes.ts';
import { load } from '#catalog/load.ts';
import { findCausesOf } from '#runtime/causes/find.ts';
import { checkResponse } from '#runtime/check.ts';
import { matchRoute } from '#runtime/routes/match.ts';
import { absent } from '../absent.ts';
import { freePort, problemsDir } from '../support.ts';
import { prefer, start } from './mocked.ts';
import { cli } from './run.ts';

/** `mock`: a server that answers with the problem that is asked for. */

const { problems, facts } = await load(problemsDir);
const typeOf = (name: string) => problems.find((problem) => problem.name === name)?.typeUri;

/** A connection that has had its response, and is kept for the next request. */
async function keptConnection(url: string): Promise<Socket> {
  const request = get(url, { agent: new Agent({ keepAlive: true }) });
  const [response] = await once(request, 'response');
  const { socket } = response;
  await once(response.resume(), 'end');
  return socket;
}

describe('the Prefer header', () => {
  let url = '';
  beforeAll(async () => {
    ({ url } = await start());
  });

  test.each(problems.map((problem) => [problem.name, problem] as const))('problem=%s', async (name, problem) => {
    const response = await fetch(`${url}/some/path?q=1`, prefer(`problem=${name}`));
    expect(response.status).toBe(problem.statuses[0]);
    expect(response.headers.get('preference-applied')).toBe(`problem=${name}`);
    expect(response.headers.get('vary')).toBe('Prefer');
    expect(await checkResponse(response.clone(), { strict: true })).toEqual([]);
    const { instance: _, ...example } = problem.example;
    expect(await response.json()).toMatchObject({ ...example, instance: '/some/path' });
  });

  test.each(problems.map((problem) => [problem.name, problem] as const))(
    'problem=%s; cause=… plays each cause with the response that the server sends',
    async (name, problem) => {
      for (const { name: cause, sent } of problem.causes) {
        const response = await fetch(`${url}/some/path`, prefer(`problem=${name}; cause=${cause}`));
        expect(response.headers.get('preference-applied')).toBe(`problem=${name}, cause=${cause}`);
        expect(await checkResponse(response.clone()), cause).toEqual([]);
        const body = await response.json();
        const example = causeExample(problem, cause, facts);
        if (!example) continue;
        const { instance, ...rest } = example;
        expect(body, cause).toMatchObject(rest);
        expect(body.instance, cause).toBe(instance === undefined ? undefined : '/some/path');
        expect(response.status, cause).toBe(example.status);
        const found = findCausesOf(causesData(problem), { ...body, instance });
        if (sent !== 'no') expect([...found.sure, ...found.possible].map((each) => each.name)).toContain(cause);
      }
    },
  );

  test.each([
    ['problem=token-invalid#not-the-validated-token', 'Invalid Token for Registration'],
    [`problem=${typeOf('token-invalid')}#not-the-validated-token`, 'Invalid Token for Registration'],
    ['problem=TOKEN_INVALID; cause=NOT-THE-VALIDATED-TOKEN', 'Invalid Token for Registration'],
    ['problem=token-invalid; cause=not-the-validated-token; code=403', 'Invalid Token for Registration'],
  ])('%s has the title that the server sends there', async (preference, title) => {
    const response = await fetch(url, prefer(preference));
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ type: typeOf('token-invalid'), title, status: 403 });
  });

  test.each([
    ['problem="session-invalid"', 401, 'session-invalid'],
    ['return=minimal, problem=session-invalid', 401, 'session-invalid'],
    ['Problem=SESSION_INVALID', 401, 'session-invalid'],
    [`problem=${typeOf('session-invalid')}`, 401, 'session-invalid'],
    ['problem=token-invalid; status=403', 403, 'token-invalid'],
    ['problem=token-invalid, status=403', 403, 'token-invalid'],
    ['problem=token-invalid; code=403', 403, 'token-invalid'],
    ['code=403, problem=token-invalid', 403, 'token-invalid'],
    ['code="401", problem=session-invalid', 401, 'session-invalid'],
  ])('%s is understood', async (preference, status, name) => {
    const response = await fetch(url, prefer(preference));
    expect([response.status, (await response.json()).type]).toEqual([status, typeOf(name)]);
  });

  test.each([
    ['problem=sesion-invalid', 'Did you mean \\"session-invalid\\"?'],
    ['problem=nothing-like-it', '\\"arcp-problems list\\" shows all.'],
    ['problem=token-invalid; status=500', 'token-invalid is sent with 401 or 403 (was 500).'],
    ['problem=', 'No problem type is called'],
    ['return=minimal', 'Name a problem type in the request: \\"Prefer: problem='],
    ['return=minimal, wait=10', 'The mock server does not know return=minimal, wait=10.'],
    ['problm=session-invalid', 'The preference \\"problm\\" is not known. Did you mean \\"problem\\"?'],
    ['stats=401', 'The preference \\"stats\\" is not known. Did you mean \\"status\\"?'],
    ['code=soon', 'code must be a status code such as 401 (was \\"soon\\").'],
    ['code=', 'code must be a status code such as 401 (was \\"\\").'],
    ['code=418', 'No problem type is sent with 418. Ask for one of 400, 401, 403,'],
    [
      'problem=token-invalid; cause=expird',
      'token-invalid has no cause called \\"expird\\". Did you mean \\"expired\\"?',
    ],
    ['problem=token-invalid#expird', 'token-invalid has no cause called \\"expird\\". Did you mean \\"expired\\"?'],
    ['problem=tokn-invalid#expired', 'Did you mean \\"token-invalid#expired\\"?'],
    ['problem=token-invalid; cause=expired; code=403', 'token-invalid#expired is sent with 401 (was 403).'],
    ['cause=expired', 'cause needs a problem type: \\"Prefer: problem=…; cause=expired\\".'],
    ['problem=token-invalid; code=500', 'token-invalid is sent with 401 or 403 (was 500).'],
  ])('%s is answered with what to do', async (preference, message) => {
    const response = await fetch(url, prefer(preference));
    expect(response.status).toBe(400);
    expect(await checkResponse(response.clone())).toEqual([]);
    expect(await response.text()).toContain(message);
  });

  test.each([...new Set(problems.flatMap(({ statuses }) => statuses))])(
    'code=%i gives a type with it',
    async (code) => {
      const response = await fetch(`${url}/any/path`, prefer(`code=${code}`));
      expect(response.status).toBe(code);
      expect(response.headers.get('preference-applied')).toBe(`code=${code}`);
      expect(await checkResponse(response.clone(), { strict: true })).toEqual([]);
      const { type } = await response.json();
      expect(problems.find(({ typeUri }) => typeUri === type)?.statuses).toContain(code);
    },
  );

  test('code=… gives a type that the route sends, where there is one', async () => {
    for (const problem of problems) {
      for (const endpoint of problem.entry.endpoints ?? []) {
        const [method = '', path = ''] = (typeof endpoint === 'string' ? endpoint : endpoint.route).split(' ');
        const asked = path.replaceAll(/\{\w+\}/g, 'x');
        const [code] = problem.statuses;
        const response = await fetch(url + asked, { method, ...prefer(`code=${code}`) });
        const { type } = (await response.json()) as { type: string };
        const found = problems.find(({ typeUri }) => typeUri === type);
        const routes = found?.entry.endpoints?.map((each) => (typeof each === 'string' ? each : each.route)) ?? [];
        expect(
          routes.some((route) => matchRoute(route, method, asked)),
          `${method} ${path} ${code} ${type}`,
        ).toBe(true);
      }
    }
  });

  test('several preferences that were followed are told', async () => {
    const response = await fetch(url, prefer('problem=TOKEN_INVALID; code=403, return=minimal'));
    expect(response.headers.get('preference-applied')).toBe('problem=token-invalid, code=403');
  });

  test('any method and any body are taken', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      const body = method === 'OPTIONS' ? undefined : 'x'.repeat(1_000_000);
      const response = await fetch(
        `${url}/`,
        prefer('problem=rate-limit-exceeded', { method, ...(body ? { body } : {}) }),
      );
      expect(response.status, method).toBe(429);
      expect(response.headers.get('retry-after')).toBe('1');
      expect(response.headers.get('cache-control')).toBe('no-store');
    }
  });

  test('HEAD has the header fields of GET, and no body', async () => {
    const [get, head] = await Promise.all(
      ['GET', 'HEAD'].map((method) => fetch(url, prefer('problem=pin-not-set', { method }))),
    );
    const fields = (response?: Response) =>
      [...(response?.headers ?? [])].filter(([name]) => !/^(date|connection|keep-alive)$/.test(name));
    expect(fields(head)).toEqual(fields(get));
    expect(await head?.text()).toBe('');
  });

  test('a browser may ask from any page', async () => {
    const preflight = await fetch(url, {
      method: 'OPTIONS',
      headers: {
        Origin: 'https://page.test',
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'prefer',
      },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-headers')).toBe('prefer');
    const response = await fetch(url, prefer('problem=pin-not-set'));
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
  });

  test('the time of the occurrence is the time of the request', async () => {
    const before = Date.now();
    const { timestamp } = await (await fetch(url, prefer('problem=pin-not-set'))).json();
    expect(Date.parse(timestamp)).toBeGreaterThanOrEqual(before - 1);
  });
});

describe('the server', () => {
  test('waits as long as --delay says', async () => {
    const { url } = await start('--delay', '400');
    const begin = performance.now();
    await fetch(url, prefer('problem=pin-not-set'));
    expect(performance.now() - begin).toBeGreaterThan(390);
  });

  test('a port that is taken is told', async () => {
    const port = await freePort();
    const other = createServer().listen(port, '127.0.0.1');
    await new Promise((done) => other.once('listening', done));
    const { code, stderr } = await cli(['mock', '--port', String(port)]);
    other.close();
    expect([code, stderr]).toEqual([
      2,
      `mock: port ${port} is taken. Choose another with --port, or 0 for any free one.\n`,
    ]);
  });

  test('listens on IPv6 where that is asked for, and says an address that works', async () => {
    const supported = await new Promise((done) => {
      const probe = createServer()
        .once('error', () => done(false))
        .listen(0, '::1', () => probe.close(() => done(true)));
    });
    if (!supported) return absent('IPv6', 'the address [::1] of the mock server');
    const { url } = await start('--host', '::1');
    expect(url).toMatch(/^http:\/\/\[::1\]:\d+$/);
    expect((await fetch(url, prefer('problem=pin-not-set'))).status).toBe(400);
  });

  test.each(['SIGTERM', 'SIGINT'] as const)('%s stops it after what is under way', async (signal) => {
    const mock = await start('--delay', '600');
    const idle = await keptConnection(mock.url);
    const order: string[] = [];
    const closed = once(idle, 'close').then(() => order.push('an idle connection is closed'));
    const under = fetch(mock.url, prefer('problem=pin-not-set'));
    under.then(() => order.push('the response has come'));
    await new Promise((done) => setTimeout(done, 200));
    mock.child.kill(signal);
    expect((await under).status).toBe(400);
    await closed;
    expect(order).toEqual(['an idle connection is closed', 'the response has come']);
    expect(await mock.ended).toEqual([0, null]);
    expect(mock.output()).toContain('Stopping.');
  });

  test('a client that goes away early does no harm', async () => {
    const mock = await start('--delay', '300');
    await expect(fetch(mock.url, prefer('problem=pin-not-set', { signal: AbortSignal.timeout(50) }))).rejects.toThrow();
    await new Promise((done) => setTimeout(done, 500));
    expect((await fetch(mock.url, prefer('problem=pin-not-set'))).status).toBe(400);
    expect(mock.output()).toContain('gone before the response');
  });

  test('each request is printed with its answer, and cannot play tricks on the terminal', async () => {
    const mock = await start();
    await fetch(`${mock.url}/a/b`, prefer('problem=session-invalid', { method: 'POST' }));
    await expect.poll(mock.output).toContain('POST /a/b -> 401 session-invalid\n');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not come through
    expect(mock.output()).not.toMatch(/[\u0000-\u0009\u001b]/);
  });
});
