import { expect, test } from 'vitest';
import { contract, type Launch, problemOf, type Traits } from '../contract.ts';

/** What is asked of an app of NestJS. */
export function suite(launch: Launch, traits: Traits = {}): void {
  const ask = contract(launch, traits);
  const post = (path: string, body: unknown) =>
    ask(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });

  test('a failed ValidationPipe points at each value', async () => {
    const response = await post('/order', { lines: [{ count: 1 }, { count: 0 }] });
    expect(response.status).toBe(400);
    expect(await problemOf(response)).toEqual({
      type: 'about:blank',
      title: 'Bad Request',
      status: 400,
      detail: '2 values of the request must change.',
      errors: [
        { detail: 'must be text', pointer: '#/sku' },
        { detail: 'count must not be less than 1', pointer: '#/lines/1/count' },
      ],
    });
    expect((await post('/order', { sku: 'A', lines: [] })).status).toBe(201);
  });

  test('what is wrong in the query of a GET has a name', async () => {
    expect(await problemOf(await ask('/page?limit=x'))).toMatchObject({
      errors: [{ detail: 'must be whole', parameter: 'limit' }],
    });
  });

  test('an HttpException gives its message below 500, and never from there on', async () => {
    expect(await problemOf(await ask('/exception'))).toMatchObject({ title: 'Not Found', detail: 'No such card.' });
    const badGateway = { type: 'about:blank', title: 'Bad Gateway', status: 502 };
    expect(await problemOf(await ask('/exception-500'))).toEqual(badGateway);
    expect(await problemOf(await ask('/custom'))).toEqual({ type: 'about:blank', title: 'Gone', status: 410 });
  });

  test('a pipe of Nest gives its message', async () => {
    expect(await problemOf(await ask('/items/x'))).toMatchObject({
      status: 400,
      detail: 'Validation failed (numeric string is expected)',
    });
  });

  test('a response that has begun is cut', async () => {
    await expect(ask('/raw').then((response) => response.text())).rejects.toThrow();
  });
}
