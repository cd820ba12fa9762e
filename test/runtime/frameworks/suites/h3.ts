import { expect, test } from 'vitest';
import { contract, type Launch, problemOf, type Traits } from '../contract.ts';

/** What is asked of an app of h3. */
export function suite(launch: Launch, traits: Traits = {}): void {
  const { isEarlier = false } = traits;
  const ask = contract(launch, traits);

  test('failed validation points at each value of a body', async () => {
    const body = JSON.stringify({ lines: [1, 1.5] });
    const response = await ask('/order', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
    expect(response.status).toBe(400);
    expect(await problemOf(response)).toEqual({
      type: 'about:blank',
      title: 'Bad Request',
      status: 400,
      detail: '2 values of the request must change.',
      errors: [
        { detail: 'must be text', pointer: '#/sku' },
        { detail: 'must be whole', pointer: '#/lines/1' },
      ],
    });
  });

  test('what is wrong in the query of a GET has a name', async () => {
    expect(await problemOf(await ask('/page?limit=x'))).toMatchObject({
      errors: [{ detail: 'must be a number', parameter: 'limit' }],
    });
  });

  test('what is wrong in the query of a POST is not pointed at in its body', async () => {
    const init = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"limit":1}' };
    expect((await problemOf(await ask('/page?limit=x', init))).errors).toEqual([
      { detail: 'must be a number', name: 'limit' },
    ]);
    if (isEarlier) return;
    expect((await problemOf(await ask('/named', init))).errors).toEqual([
      { detail: 'must be a number', parameter: 'limit' },
    ]);
  });

  test('a method that is not allowed is 405 with Allow, where h3 sets it', async () => {
    const response = await ask('/only-post');
    expect([response.status, response.headers.get('allow')]).toEqual([405, isEarlier ? null : 'POST']);
    const problem = isEarlier ? await response.json() : await problemOf(response);
    expect(problem).toMatchObject({ type: 'about:blank', title: 'Method Not Allowed', status: 405 });
  });

  test('a file cannot be posted to', async () => {
    const response = await ask('/static', { method: 'POST' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, isEarlier ? null : 'GET, HEAD']);
  });

  test('an HTTPError gives its message and header fields below 500, its body never', async () => {
    const response = await ask('/error');
    expect(response.headers.get('x-card')).toBe('7');
    expect(await problemOf(response)).toMatchObject({ title: 'Not Found', detail: 'No such card.' });
    expect(await problemOf(await ask('/error-500'))).toEqual({
      type: 'about:blank',
      title: 'Bad Gateway',
      status: 502,
    });
  });

  test.each([
    ['/wrapped', 500],
    ['/string', 500],
    ['/middleware', 502],
  ])('nothing of %s leaks', async (path, status) => {
    expect(await problemOf(await ask(path))).toMatchObject({ type: 'about:blank', status });
  });

  test('header fields of CORS stay', async () => {
    const response = await ask('/cors', { headers: { Origin: 'https://shop.example' } });
    expect(response.headers.get('access-control-allow-origin')).toBe('https://shop.example');
    expect(await problemOf(response)).toMatchObject({ status: 409 });
  });
}
