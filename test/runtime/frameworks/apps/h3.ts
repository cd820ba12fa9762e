import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { problemHandler, problemValidation } from 'arcp-problems/h3';
import {
  assertMethod,
  bodyLimit,
  fromNodeMiddleware,
  getValidatedQuery,
  H3,
  type H3Event,
  HTTPError,
  handleCors,
  readBody,
  readValidatedBody,
  serve,
  serveStatic,
} from 'h3';
import { z } from 'zod';
import { fail, failing, failingStream, keptFields, paths, type Start, secret } from '../routes.ts';

/** An app of h3 2, on Node. */

const order = z.object({ sku: z.string('must be text'), lines: z.array(z.int('must be whole')) });
const page = z.object({ limit: z.coerce.number('must be a number') });

export const start: Start<H3Event> = async (hooks, arrived) => {
  const app = new H3({ onError: problemHandler(hooks), silent: true });
  for (const path of paths) app.get(path, () => fail(path));
  app.use('/json', bodyLimit(100));
  app.post('/json', (event) => readBody(event));
  app.post('/by-hand', (event) => event.req.json());
  app.post('/order', (event) => readValidatedBody(event, order));
  app.get('/page', (event) => getValidatedQuery(event, page));
  app.post('/page', async (event) => {
    await readBody(event);
    return getValidatedQuery(event, page);
  });
  app.post('/named', async (event) => {
    await readBody(event);
    return getValidatedQuery(event, page, { onError: problemValidation('query') });
  });
  app.all('/only-post', (event) => assertMethod(event, 'POST'));
  app.all('/static', (event) => serveStatic(event, { getContents: () => 'text', getMeta: () => ({ size: 4 }) }));
  app.get('/cors', (event) => {
    handleCors(event, { origin: ['https://shop.example'] });
    return fail('/problem');
  });
  app.get('/kept', (event) => {
    for (const [name, value] of Object.entries(keptFields)) event.res.headers.set(name, value);
    for (const name of ['X-Request-ID', 'Set-Cookie', 'Vary', 'Link']) {
      event.res.errHeaders.set(name, keptFields[name] ?? '');
    }
    event.res.statusText = 'Made';
    return fail('/adds');
  });
  app.get('/error', () => {
    throw new HTTPError({ status: 404, message: 'No such card.', headers: { 'X-Card': '7' } });
  });
  app.get('/error-500', () => {
    throw new HTTPError({ status: 502, message: secret, data: { secret }, body: { secret } });
  });
  app.get('/wrapped', () => {
    throw new HTTPError({ message: secret, cause: new Error(secret), unhandled: true });
  });
  app.get('/string', () => {
    throw secret;
  });
  app.use(
    '/middleware',
    fromNodeMiddleware((_request, _response, next) => next(Object.assign(new Error(secret), { statusCode: 502 }))),
  );
  app.get('/stream', () => failingStream());
  app.get('/node-stream', () => Readable.from(failing()));
  app.get('/slow', async () => {
    arrived();
    await wait(500);
    throw new Error('late');
  });
  const server = serve(app, { port: 0, hostname: '127.0.0.1', silent: true, gracefulShutdown: false });
  await server.ready();
  return { url: String(server.url).replace(/\/$/, ''), close: () => server.close(true) };
};
