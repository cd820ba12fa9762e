import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { problemHandler } from 'arcp-problems/h3';
import {
  assertMethod,
  createApp,
  createError,
  createRouter,
  eventHandler,
  fromNodeMiddleware,
  getValidatedQuery,
  type H3Event,
  handleCors,
  readBody,
  readRawBody,
  readValidatedBody,
  serveStatic,
  setResponseHeader,
  toNodeListener,
} from 'h3';
import { z } from 'zod';
import { fail, failing, failingStream, keptFields, paths, type Start, secret } from '../routes.ts';

/** An app of h3 1, on Node, which has no `bodyLimit`. */

const order = z.object({ sku: z.string('must be text'), lines: z.array(z.int('must be whole')) });
const page = z.object({ limit: z.coerce.number('must be a number') });

export const start: Start<H3Event> = async (hooks, arrived) => {
  const app = createApp({ onError: problemHandler(hooks) });
  const router = createRouter();
  const all = (path: string, handler: (event: H3Event) => unknown) => router.use(path, eventHandler(handler));
  const get = (path: string, handler: (event: H3Event) => unknown) =>
    router.get(path, eventHandler(handler)).head(path, eventHandler(handler));
  const post = (path: string, handler: (event: H3Event) => unknown) => router.post(path, eventHandler(handler));
  for (const path of paths) get(path, () => fail(path));
  post('/json', (event) => {
    if (Number(event.headers.get('content-length')) > 100) throw createError({ statusCode: 413 });
    return readBody(event, { strict: true });
  });
  post('/by-hand', async (event) => JSON.parse((await readRawBody(event)) ?? ''));
  post('/order', (event) => readValidatedBody(event, (body) => order.parse(body)));
  get('/page', (event) => getValidatedQuery(event, (query) => page.parse(query)));
  post('/page', async (event) => {
    await readBody(event);
    return getValidatedQuery(event, (query) => page.parse(query));
  });
  all('/only-post', (event) => assertMethod(event, 'POST'));
  all('/static', (event) => serveStatic(event, { getContents: () => 'text', getMeta: () => ({ size: 4 }) }));
  get('/cors', (event) => {
    handleCors(event, { origin: ['https://shop.example'] });
    return fail('/problem');
  });
  get('/kept', (event) => {
    for (const [name, value] of Object.entries(keptFields)) setResponseHeader(event, name, value);
    event.node.res.statusMessage = 'Made';
    return fail('/adds');
  });
  get('/error', (event) => {
    setResponseHeader(event, 'X-Card', '7');
    throw createError({ statusCode: 404, message: 'No such card.' });
  });
  get('/error-500', () => {
    throw createError({ statusCode: 502, message: secret, data: { secret } });
  });
  get('/wrapped', () => {
    throw createError({ message: secret, cause: new Error(secret), unhandled: true });
  });
  get('/string', () => {
    throw secret;
  });
  app.use(
    '/middleware',
    fromNodeMiddleware((_request, _response, next) => next(Object.assign(new Error(secret), { statusCode: 502 }))),
  );
  get('/stream', () => failingStream());
  get('/node-stream', () => Readable.from(failing()));
  get('/slow', async () => {
    arrived();
    await wait(500);
    throw new Error('late');
  });
  app.use(router);
  const server = createServer(toNodeListener(app)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => new Promise((done) => server.close(done)) };
};
