import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { contract, type Launch, problemOf } from '../contract.ts';

/** What is asked of an app of Fastify. */
export function suite(launch: Launch): void {
  const ask = contract(launch);

  const post = (path: string, body: unknown, headers = {}) =>
    ask(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });

  test('failed schema validation points at each value', async () => {
    const response = await post('/order', { 'a/b~c %': 'x', lines: [1, 'two'], extra: 1 });
    expect(response.status).toBe(400);
    expect(await problemOf(response)).toEqual({
      type: 'about:blank',
      title: 'Bad Request',
      status: 400,
      detail: '4 values of the request must change.',
      errors: [
        { detail: 'must be present', pointer: '#/sku' },
        { detail: 'must be absent', pointer: '#/extra' },
        { detail: 'must be integer', pointer: '#/a~1b~0c%20%25' },
        { detail: 'must be integer', pointer: '#/lines/1' },
      ],
    });
    expect(await problemOf(await post('/order', [1]))).toMatchObject({
      errors: [{ detail: 'must be object', pointer: '#' }],
    });
  });

  test('what is wrong outside the body has a name', async () => {
    expect(await problemOf(await post('/order?limit=x', { sku: 'A' }))).toMatchObject({
      detail: 'One value of the request must change.',
      errors: [{ detail: 'must be integer', parameter: 'limit' }],
    });
    expect(await problemOf(await post('/order', { sku: 'A' }, { 'X-Count': 'x' }))).toMatchObject({
      errors: [{ detail: 'must be integer', header: 'x-count' }],
    });
  });

  test("Fastify's own errors say what they are", async () => {
    const empty = await ask('/json', { method: 'POST', headers: { 'Content-Type': 'application/json' } });
    expect((await problemOf(empty)).detail).toContain('empty');
    const media = await ask('/json', { method: 'POST', headers: { 'Content-Type': 'text/csv' }, body: 'a' });
    expect([media.status, (await problemOf(media)).title]).toEqual([415, 'Unsupported Media Type']);
  });

  test('a URL that cannot be decoded is 400', async () => {
    const response = await ask('/%');
    expect([response.status, (await problemOf(response)).title]).toEqual([400, 'Bad Request']);
  });

  test('a status without a code of Fastify is kept without its message', async () => {
    expect(await problemOf(await ask('/bare'))).toEqual({ type: 'about:blank', title: 'Not Found', status: 404 });
  });

  test('a stream that fails before its first byte is 500', async () => {
    const response = await ask('/broken-stream');
    expect([response.status, (await problemOf(response)).status]).toEqual([500, 500]);
  });

  test('a response that has begun is cut', async () => {
    const { port } = new URL((await ask('/problem')).url);
    const socket = connect(Number(port), '127.0.0.1');
    socket.write('GET /raw HTTP/1.1\r\nHost: x\r\n\r\n');
    const text = Buffer.concat(await socket.toArray()).toString();
    expect(text).toContain('first');
    expect(text).not.toMatch(/problem|0\r\n\r\n$/);
  });

  test('routes of other plugins are covered', async () => {
    expect(await problemOf(await ask('/child'))).toMatchObject({ status: 409 });
  });
}
