import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import express from 'express';
import { expect, test } from 'vitest';
import { notFoundHandler, problemHandler } from '../../src/package/adapters/express.ts';
import { contract, fail, failing, paths, problemOf } from './contract.ts';

/** Express 5. */

const ask = contract<express.Request>({
  hearsStreams: true,
  async start(hooks, abandoned) {
    const app = express();
    app.use(express.json({ limit: 100, strict: false }));
    for (const path of paths) app.get(path, () => fail(path));
    app.get('/kept', (_request, response) => {
      response.set({
        'X-Request-ID': '7f3',
        ETag: '"1"',
        'Cache-Control': 'public, max-age=60',
        'Content-Length': '3',
      });
      return fail('/problem');
    });
    app.post('/json', (request, response) => void response.json(request.body));
    app.get('/stream', (_request, response, next) => {
      Readable.from(failing()).on('error', next).pipe(response);
    });
    app.get('/after-end', (_request, response) => {
      response.json('x'.repeat(8_000_000));
      throw new Error('too late');
    });
    app.get('/slow', async () => {
      abandoned();
      await wait(50);
      throw new Error('late');
    });
    app.get('/files/:name', (_request, response, next) => {
      response.sendFile('/nowhere/at/all.txt', (error) => error && next(error));
    });
    app.get('/status', () => {
      throw Object.assign(new Error('not for the client'), { status: 418 });
    });
    app.use(notFoundHandler(), problemHandler(hooks));
    const server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    return { url: `http://127.0.0.1:${port}`, close: () => new Promise((done) => server.close(done)) };
  },
});

test('what body-parser says of a body reaches the client', async () => {
  const init = { method: 'POST', headers: { 'Content-Type': 'application/json' } };
  const large = await problemOf(await ask('/json', { ...init, body: JSON.stringify('x'.repeat(200)) }));
  expect(large.detail).toBe('The request body is larger than 100 bytes.');
  const malformed = await problemOf(await ask('/json', { ...init, body: '{"a":' }));
  expect(malformed.detail).toContain('JSON');
  const charset = await ask('/json', {
    ...init,
    headers: { 'Content-Type': 'application/json; charset=x' },
    body: '1',
  });
  expect([charset.status, (await problemOf(charset)).title]).toEqual([415, 'Unsupported Media Type']);
});

test('a URL that cannot be decoded is 400', async () => {
  const response = await ask('/files/%');
  expect(response.status).toBe(400);
  expect(await problemOf(response)).toMatchObject({ title: 'Bad Request' });
});

test('a missing file is 404 and its path stays on the server', async () => {
  const response = await ask('/files/a');
  expect(response.status).toBe(404);
  expect(JSON.stringify(await problemOf(response))).not.toContain('nowhere');
});

test('a bare status is kept without its message', async () => {
  const response = await ask('/status');
  expect(response.status).toBe(418);
  expect(JSON.stringify(await problemOf(response))).not.toContain('client');
});

test('an error after the end of a response leaves the response whole', async () => {
  expect(await (await ask('/after-end')).json()).toHaveLength(8_000_000);
});
