import { expect, test } from 'vitest';
import { contract, type Launch, problemOf, type Traits } from '../contract.ts';
import { outOfStock } from '../routes.ts';

/** What is asked of an app of Hono. */
export function suite(launch: Launch, { isEarlier = false }: Traits = {}): void {
  const ask = contract(launch, isEarlier ? {} : { allow: 'GET, HEAD' });

  const post = (path: string, body: unknown) =>
    ask(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });

  test.each(['/order', '/standard'])('a validator of %s points at each value', async (path) => {
    const response = await post(path, { lines: [{ count: 1 }, { count: 1.5 }] });
    expect(response.status).toBe(400);
    expect(await problemOf(response)).toEqual({
      type: 'about:blank',
      title: 'Bad Request',
      status: 400,
      detail: '2 values of the request must change.',
      errors: [
        { detail: 'must be text', pointer: '#/sku' },
        { detail: 'must be whole', pointer: '#/lines/1/count' },
      ],
    });
    expect((await post(path, { sku: 'A', lines: [] })).status).toBe(200);
  });

  test('what is wrong in a query has a name', async () => {
    expect(await problemOf(await ask('/page?limit=x'))).toMatchObject({
      errors: [{ detail: 'must be a number', parameter: 'limit' }],
    });
  });

  test('an HTTPException gives its message below 500, and never from there on', async () => {
    expect(await problemOf(await ask('/exception'))).toMatchObject({ title: 'Not Found', detail: 'No such card.' });
    const response = await ask('/exception-500');
    expect(response.status).toBe(502);
    expect(await problemOf(response)).toEqual({ type: 'about:blank', title: 'Bad Gateway', status: 502 });
  });

  test('an HTTPException that brings a problem response gives that', async () => {
    const response = await ask('/exception-problem');
    expect(response.status).toBe(409);
    expect(await problemOf(response)).toMatchObject({ type: outOfStock.type, sku: 'C-3' });
  });

  test('the challenge of a middleware stays', async () => {
    const response = await ask('/basic');
    expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'Basic realm="Secure Area"']);
    expect(await problemOf(response)).toMatchObject({ title: 'Unauthorized' });
  });

  test('header fields of middleware stay, CORS and cookies among them', async () => {
    const response = await ask('/cors/problem', { headers: { Origin: 'https://shop.example' } });
    expect(response.headers.get('access-control-allow-origin')).toBe('https://shop.example');
    expect((await ask('/cookie')).headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  });

  test('an error after the response was made takes its place', async () => {
    const response = await ask('/late/json');
    expect([response.status, response.headers.get('etag'), response.headers.get('x-request-id')]).toEqual([
      409,
      null,
      '7f3',
    ]);
    expect(await problemOf(response)).toMatchObject({ sku: 'A-1' });
  });

  // Hono 3 lets such an error end the process.
  if (!isEarlier) {
    test('an error in the streaming helper keeps what was written', async () => {
      expect(await (await ask('/helper')).text()).toBe('first');
    });
  }
}
