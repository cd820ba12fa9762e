import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { serve } from '@hono/node-server';
import { sValidator } from '@hono/standard-validator';
import { zValidator } from '@hono/zod-validator';
import { type Context, Hono } from 'hono';
import { basicAuth } from 'hono/basic-auth';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { HTTPException } from 'hono/http-exception';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { stream } from 'hono/streaming';
import { validator } from 'hono/validator';
import { expect, test } from 'vitest';
import { z } from 'zod';
import {
  problemHandler,
  problemMethodNotAllowed,
  problemNotFound,
  problemValidation,
} from '../../src/package/adapters/hono.ts';
import { problemResponse } from '../../src/package/problem-response.ts';
import { contract, fail, failingStream, outOfStock, paths, problemOf, secret } from './contract.ts';

/** Hono 4, on Node. */

const order = z.object({ sku: z.string('must be text'), lines: z.array(z.object({ count: z.int('must be whole') })) });
const page = z.object({ limit: z.coerce.number('must be a number') });

const ask = contract<Context>({
  allow: 'GET, HEAD',
  async start(hooks, abandoned) {
    const app = new Hono<{ Variables: { user: string } }>();
    app.use('/cors/*', cors({ origin: 'https://shop.example' }));
    app.use(methodNotAllowed({ app, onMethodNotAllowed: problemMethodNotAllowed(hooks) }));
    app.use('/json', bodyLimit({ maxSize: 100 }));
    app.onError(problemHandler(hooks));
    app.notFound(problemNotFound(hooks));
    for (const path of paths) app.get(path, () => fail(path));
    app.get('/kept', (c) => {
      c.header('X-Request-ID', '7f3');
      c.header('ETag', '"1"');
      c.header('Cache-Control', 'public, max-age=60');
      return fail('/problem');
    });
    app.post(
      '/json',
      validator('json', (value) => value),
      (c) => c.json(c.req.valid('json')),
    );
    app.post('/order', zValidator('json', order, problemValidation), (c) => c.json(c.req.valid('json')));
    app.post('/standard', sValidator('json', order, problemValidation), (c) => c.json(c.req.valid('json')));
    app.get('/page', sValidator('query', page, problemValidation), (c) => c.json(c.req.valid('query')));
    app.use('/basic', basicAuth({ username: 'a', password: 'b' }));
    app.get('/cors/problem', () => fail('/problem'));
    app.get('/exception', () => {
      throw new HTTPException(404, { message: 'No such card.' });
    });
    app.get('/exception-500', () => {
      throw new HTTPException(502, { message: secret });
    });
    app.get('/exception-problem', () => {
      throw new HTTPException(409, { res: problemResponse(outOfStock({ sku: 'C-3' })) });
    });
    app.get('/cookie', (c) => {
      c.header('Set-Cookie', 'a=1', { append: true });
      c.header('Set-Cookie', 'b=2', { append: true });
      return fail('/problem');
    });
    app.use('/late/*', async (c, next) => {
      await next();
      c.header('X-Request-ID', '7f3');
      return fail('/problem');
    });
    app.get('/late/json', (c) => c.json({ ok: true }, 200, { ETag: '"1"' }));
    app.get('/stream', (c) => c.body(failingStream()));
    app.get('/helper', (c) =>
      stream(c, async (out) => {
        await out.write('first');
        throw new Error('the disk is gone');
      }),
    );
    app.get('/slow', async () => {
      abandoned();
      await wait(50);
      throw new Error('late');
    });
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
    if (!server.listening) await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    return { url: `http://127.0.0.1:${port}`, close: () => new Promise((done) => server.close(done)) };
  },
});

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

test('an error in the streaming helper keeps what was written', async () => {
  expect(await (await ask('/helper')).text()).toBe('first');
});
