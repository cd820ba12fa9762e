import { aboutBlank, sessionInvalid } from 'arcp-problems';
import { withProblems } from 'arcp-problems/fetch';
import { describe, expect, test, vi } from 'vitest';
import { start } from './apps/fetch.ts';
import { contract, inProcess, problemOf } from './contract.ts';

describe('on Node', () => {
  const ask = contract(inProcess(start), { isBare: true });
  const post = (path: string, type: string, body: string) =>
    ask(path, { method: 'POST', headers: { 'Content-Type': type, Connection: 'close' }, body });

  test('a malformed form is 400', async () => {
    const form = 'multipart/form-data; boundary=x';
    const whole = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x--\r\n';
    expect(await (await post('/form', form, whole)).json()).toEqual(['a']);
    expect((await problemOf(await post('/form', form, '--x'))).status).toBe(400);
  });

  test('JSON of another server that is malformed is 500, though the body of the request was read', async () => {
    expect((await post('/upstream-json', 'application/json', '{}')).status).toBe(500);
    const malformed = await post('/upstream-json', 'application/json', '{"a":');
    expect((await problemOf(malformed)).detail).toContain('JSON');
  });

  test('a response that the handler throws is sent', async () => {
    const response = await ask('/response');
    expect([response.status, await response.text()]).toEqual([410, 'gone']);
  });
});

const request = (init?: RequestInit) => new Request('https://shop.example/', init);

test('what the framework passes beside the request, and `this`, reach the handler', async () => {
  const worker = {
    name: 'shop',
    fetch: withProblems(function (this: unknown, _request: Request, env: { key: string }) {
      return Response.json([Object(this).name, env.key]);
    }),
  };
  expect(await (await worker.fetch(request(), { key: 'k' })).json()).toEqual(['shop', 'k']);
});

test('an error by which Next.js redirects is thrown on', async () => {
  const redirect = Object.assign(new Error('NEXT_REDIRECT'), { digest: 'NEXT_REDIRECT;replace;/login;307;' });
  const handler = withProblems(() => Promise.reject(redirect));
  await expect(handler(request())).rejects.toBe(redirect);
});

test('a response of another server that is thrown is 500', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const other = Object.defineProperty(new Response('secret', { status: 401 }), 'url', {
    value: 'https://other.example/',
  });
  const response = await withProblems(() => Promise.reject(other))(request());
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain('secret');
});

test('a body that was read before is the fault of the handler', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const handler = withProblems(async (given: Request) => {
    await given.text();
    return Response.json(await given.json());
  });
  expect((await handler(request({ method: 'POST', body: '{}' }))).status).toBe(500);
});

test('a response to HEAD has the same header fields and no body', async () => {
  const handler = withProblems(() => {
    throw sessionInvalid();
  });
  const head = await handler(request({ method: 'HEAD' }));
  expect([head.status, head.body, head.headers.get('WWW-Authenticate')]).toEqual([401, null, 'Bearer']);
});

test('a request whose methods cannot be replaced is handled all the same', async () => {
  const handler = withProblems(async (given: Request) => {
    if (given.method === 'GET') throw aboutBlank(404);
    return Response.json(await given.json());
  });
  expect((await handler(Object.freeze(request()))).status).toBe(404);
});
