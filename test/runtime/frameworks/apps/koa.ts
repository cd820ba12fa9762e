import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { bodyParser } from '@koa/bodyparser';
import Router from '@koa/router';
import { problemHandler } from 'arcp-problems/koa';
import Koa, { type Context } from 'koa';
import { fail, failing, keptFields, paths, type Start, secret } from '../routes.ts';

/** An app of Koa 2 or 3. */

export const start: Start<Context> = async (hooks, arrived) => {
  const app = new Koa();
  app.use(async (ctx, next) => {
    await next();
    ctx.set('X-Status', String(ctx.status));
  });
  app.use(problemHandler(hooks));
  app.use(bodyParser({ enableTypes: ['json', 'text'], jsonLimit: 100, jsonStrict: false }));
  const router = new Router();
  for (const path of paths) router.get(path, () => fail(path));
  router.get('/kept', (ctx) => {
    ctx.set({ ...keptFields, 'Content-Length': '3' });
    ctx.message = 'Made';
    return fail('/adds');
  });
  router.post('/json', (ctx) => {
    ctx.body = ctx.request.body;
  });
  router.post('/by-hand', (ctx) => {
    ctx.body = JSON.parse(String(ctx.request.body));
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
    arrived();
    await wait(500);
    throw new Error('late');
  });
  app.use(router.routes()).use(router.allowedMethods());
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => new Promise((done) => server.close(done)) };
};
