import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { contract, type Launch, problemOf } from '../contract.ts';

/** What is asked of an app of Koa. */
export function suite(launch: Launch): void {
  const ask = contract(launch, { allow: 'HEAD, GET', hearsStreams: true });

  test('ctx.throw gives its message below 500, and never from there on', async () => {
    expect(await problemOf(await ask('/throw'))).toMatchObject({ title: 'Not Found', detail: 'No such card.' });
    expect(await problemOf(await ask('/throw-500'))).toEqual({
      type: 'about:blank',
      title: 'Bad Gateway',
      status: 502,
    });
  });

  test('a thrown value that is no error is 500', async () => {
    expect(await problemOf(await ask('/string'))).toMatchObject({ status: 500 });
  });

  test('a status that is left without a body becomes a problem, a body of the app stays', async () => {
    const response = await ask('/status');
    expect(response.status).toBe(403);
    expect(await problemOf(response)).toEqual({ type: 'about:blank', title: 'Forbidden', status: 403 });
    expect(await (await ask('/own')).json()).toEqual({ own: true });
  });

  test('a method that the router does not know is 501', async () => {
    const response = await ask('/problem', { method: 'SEARCH' });
    expect([response.status, (await problemOf(response)).title]).toEqual([501, 'Not Implemented']);
  });

  test('a middleware before this one sees the response', async () => {
    expect((await ask('/problem')).headers.get('x-status')).toBe('409');
  });

  test('a stream that fails before its first byte ends the connection, or is 500', async () => {
    const response = await ask('/missing-file').catch(() => undefined);
    if (response) expect(await problemOf(response)).toMatchObject({ status: 500 });
    expect(await problemOf(await ask('/replaced-stream'))).toMatchObject({ status: 409 });
  });

  test('a response that has begun is cut', async () => {
    const { port } = new URL((await ask('/problem')).url);
    const socket = connect(Number(port), '127.0.0.1');
    socket.write('GET /raw HTTP/1.1\r\nHost: x\r\n\r\n');
    const text = Buffer.concat(await socket.toArray()).toString();
    expect(text).toContain('first');
    expect(text).not.toMatch(/problem|0\r\n\r\n$/);
  });
}
