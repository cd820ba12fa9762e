import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { bodyParser } from '@koa/bodyparser';
import Router from '@koa/router';
import Koa, { type Context } from 'koa';
import { expect, test } from 'vitest';
import { problemHandler } from '../../src/package/adapters/koa.ts';
import { contract, fail, failing, paths, problemOf, secret } from './contract.ts';

/** Koa 3. */

let url = '';
const ask = contract<Context>({
  allow: 'HEAD, GET',
  hearsStreams: true,
  async start(hooks, abandoned) {
    const app = new Koa();
    app.use(async (ctx, next) => {
      await next();
      ctx.set('X-Status', String(ctx.status));
    });
    app.use(problemHandler(hooks));
    app.use(bodyParser({ jsonLimit: 100, jsonStrict: false }));
    const router = new Router();
    for (const path of paths) router.get(path, () => fail(path));
    router.get('/kept', (ctx) => {
      ctx.set({ 'X-Request-ID': '7f3', ETag: '"1"', 'Cache-Control': 'public, max-age=60', 'Content-Length': '3' });
      return fail('/problem');
    });
    router.post('/json', (ctx) => {
      ctx.body = ctx.request.body;
    });
    router.get('/stream', (ctx) => {
      ctx.body = Readable.from(failing());
    });
    router.get('/missing-file', (ctx) => {
      ctx.body = createReadStream('/nowhere/at/all.txt');
    });
    router.get('/replaced-stream', (ctx) => {
      ctx.body = Readable.from(failing());
      return fail('/problem');
    });
    router.get('/raw', (ctx) => {
      ctx.res.write('first');
      throw new Error('too late');
    });
    router.get('/throw', (ctx) => ctx.throw(404, 'No such card.'));
    router.get('/throw-500', (ctx) => ctx.throw(502, secret));
    router.get('/string', () => {
      throw secret;
    });
    router.get('/status', (ctx) => {
      ctx.status = 403;
    });
    router.get('/own', (ctx) => {
      ctx.status = 404;
      ctx.body = { own: true };
    });
    router.get('/slow', async () => {
      abandoned();
      await wait(50);
      throw new Error('late');
    });
    app.use(router.routes()).use(router.allowedMethods());
    const server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return { url, close: () => new Promise((done) => server.close(done)) };
  },
});

test('ctx.throw gives its message below 500, and never from there on', async () => {
  expect(await problemOf(await ask('/throw'))).toMatchObject({ title: 'Not Found', detail: 'No such card.' });
  expect(await problemOf(await ask('/throw-500'))).toEqual({ type: 'about:blank', title: 'Bad Gateway', status: 502 });
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
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.write('GET /raw HTTP/1.1\r\nHost: x\r\n\r\n');
  const text = Buffer.concat(await socket.toArray()).toString();
  expect(text).toContain('first');
  expect(text).not.toMatch(/problem|0\r\n\r\n$/);
});
