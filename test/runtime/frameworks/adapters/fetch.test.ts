import { withProblems } from 'arcp-problems/fetch';
import { describe, expect, test } from 'vitest';
import { body, failed, gone, quietly, secret } from './doubles.ts';

/** What the adapter hands to its framework, without a server. The suites ask the framework itself over HTTP. */

describe('fetch', () => {
  const request = (init?: RequestInit) => new Request('https://shop.example/', init);

  test('is answered, and logs to the console', async () => {
    const handler = withProblems(() => Promise.reject(secret));
    const logged = await quietly(async () => expect(await body(await handler(request()))).toEqual([500, failed]));
    expect(logged).toEqual([secret]);
  });

  test.each<[string, (given: Request) => Promise<unknown>, string, number]>([
    ['read as JSON', (given) => given.json(), '{"a', 400],
    ['read as text and parsed', async (given) => JSON.parse(await given.text()), '{"a', 400],
    ['read as a form', (given) => given.formData(), 'a', 400],
    ['read twice', async (given) => [await given.text(), await given.json()], '{}', 500],
    ['not read', async () => JSON.parse('{"a'), '{"a', 500],
    ['read, and then a fault of the handler', async (given) => [await given.json(), Object(undefined).a.b], '{}', 500],
  ])('a body that is %s', async (_, read, text, status) => {
    const handler = withProblems(async (given) => Response.json(await read(given)), { log() {} });
    const type = { 'Content-Type': 'multipart/form-data; boundary=x' };
    expect((await handler(request({ method: 'POST', body: text, headers: type }))).status).toBe(status);
  });

  test('that the client has left is not its fault', async () => {
    const leave = new AbortController();
    const handler = withProblems(
      async (given) => {
        leave.abort();
        return Response.json(await given.json());
      },
      { log() {} },
    );
    expect((await handler(request({ method: 'POST', body: '{"a', signal: leave.signal }))).status).toBe(500);
  });

  test('a response that is thrown is sent, one of another server is not', async () => {
    const own = new Response('x', { status: 418 });
    const other = Object.defineProperty(new Response('x'), 'url', { value: 'https://other.example/' });
    const ask = async (thrown: unknown) =>
      (await withProblems(() => Promise.reject(thrown), { log() {} })(request())).status;
    expect([await ask(own), await ask(other), await ask({ digest: 7 })]).toEqual([418, 500, 500]);
    await expect(withProblems(() => Promise.reject({ digest: 'x' }))(request())).rejects.toEqual({ digest: 'x' });
  });

  test('a request keeps its methods as they were', async () => {
    const given = request({ method: 'POST', body: '{}' });
    await withProblems(async (each) => Response.json(await each.json()))(given);
    expect(Object.getOwnPropertyDescriptor(given, 'json')).toMatchObject({ configurable: true, writable: true });
    expect((await withProblems(() => Promise.reject(gone()))(request({ method: 'HEAD' }))).body).toBeNull();
  });
});
