import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
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
import { expect, test } from 'vitest';
import { z } from 'zod';
import { problemHandler } from '../../src/package/adapters/h3.ts';
import { contract, fail, failing, failingStream, paths, problemOf, secret } from './contract.ts';

/** h3 2, on Node. */

const order = z.object({ sku: z.string('must be text'), lines: z.array(z.int('must be whole')) });
const page = z.object({ limit: z.coerce.number('must be a number') });

const ask = contract<H3Event>({
  async start(hooks, abandoned) {
    const app = new H3({ onError: problemHandler(hooks), silent: true });
    for (const path of paths) app.get(path, () => fail(path));
    app.use('/json', bodyLimit(100));
    app.post('/json', (event) => readBody(event));
    app.post('/order', (event) => readValidatedBody(event, order));
    app.get('/page', (event) => getValidatedQuery(event, page));
    app.all('/only-post', (event) => assertMethod(event, 'POST'));
    app.all('/static', (event) => serveStatic(event, { getContents: () => 'text', getMeta: () => ({ size: 4 }) }));
    app.get('/cors', (event) => {
      handleCors(event, { origin: ['https://shop.example'] });
      return fail('/problem');
    });
    app.get('/kept', (event) => {
      event.res.errHeaders.set('X-Request-ID', '7f3');
      event.res.headers.set('ETag', '"1"');
      event.res.headers.set('Cache-Control', 'public, max-age=60');
      return fail('/problem');
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
      abandoned();
      await wait(50);
      throw new Error('late');
    });
    const server = serve(app, { port: 0, hostname: '127.0.0.1', silent: true, gracefulShutdown: false });
    await server.ready();
    return { url: String(server.url).replace(/\/$/, ''), close: () => server.close(true) };
  },
});

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

test('a method that is not allowed is 405 with Allow', async () => {
  const response = await ask('/only-post');
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  expect(await problemOf(response)).toEqual({ type: 'about:blank', title: 'Method Not Allowed', status: 405 });
});

test('a file cannot be posted to', async () => {
  const response = await ask('/static', { method: 'POST' });
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
});

test('an HTTPError gives its message and header fields below 500, its body never', async () => {
  const response = await ask('/error');
  expect(response.headers.get('x-card')).toBe('7');
  expect(await problemOf(response)).toMatchObject({ title: 'Not Found', detail: 'No such card.' });
  expect(await problemOf(await ask('/error-500'))).toEqual({ type: 'about:blank', title: 'Bad Gateway', status: 502 });
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
