import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { serve } from '@hono/node-server';
import { sValidator } from '@hono/standard-validator';
import { zValidator } from '@hono/zod-validator';
import { problemResponse } from 'arcp-problems';
import {
  problemHandler,
  problemMethodNotAllowed,
  problemMiddleware,
  problemNotFound,
  problemValidation,
} from 'arcp-problems/hono';
import { type Context, Hono } from 'hono';
import { basicAuth } from 'hono/basic-auth';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { HTTPException } from 'hono/http-exception';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { stream } from 'hono/streaming';
import { validator } from 'hono/validator';
import { z } from 'zod';
import { fail, failingStream, keptFields, outOfStock, paths, type Start, secret } from '../routes.ts';

/** An app of Hono 4, on Node. */

const order = z.object({ sku: z.string('must be text'), lines: z.array(z.object({ count: z.int('must be whole') })) });
const page = z.object({ limit: z.coerce.number('must be a number') });

export const start: Start<Context> = async (hooks, arrived) => {
  const app = new Hono<{ Variables: { user: string } }>();
  app.use(problemMiddleware());
  app.use('/cors/*', cors({ origin: 'https://shop.example' }));
  app.use(methodNotAllowed({ app, onMethodNotAllowed: problemMethodNotAllowed(hooks) }));
  app.use('/json', bodyLimit({ maxSize: 100 }));
  app.onError(problemHandler(hooks));
  app.notFound(problemNotFound(hooks));
  for (const path of paths) app.get(path, () => fail(path));
  // It sets its fields on a response that is made early.
  app.use('/kept', cors());
  app.get('/kept', (c) => {
    for (const [name, value] of Object.entries(keptFields)) c.header(name, value);
    return fail('/adds');
  });
  app.post(
    '/json',
    validator('json', (value) => value),
    (c) => c.json(c.req.valid('json')),
  );
  app.post('/by-hand', async (c) => c.json(await c.req.json()));
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
    arrived();
    await wait(500);
    throw new Error('late');
  });
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  if (!server.listening) await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => new Promise((done) => server.close(done)) };
};
