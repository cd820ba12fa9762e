import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { notFoundHandler, problemHandler } from 'arcp-problems/express';
import express, { type Request, type RequestHandler } from 'express';
import { fail, failing, keptFields, paths, type Start } from '../routes.ts';

/** An app of Express 4 or 5. */

/** Express 4 does not wait for a handler: its rejection goes to `next`. */
const waiting =
  (handler: RequestHandler): RequestHandler =>
  (request, response, next) =>
    void Promise.resolve()
      .then(() => handler(request, response, next))
      .catch(next);

export const start: Start<Request> = async (hooks, arrived) => {
  const app = express();
  app.use(express.json({ limit: 100, strict: false }));
  for (const path of paths)
    app.get(
      path,
      waiting(() => fail(path)),
    );
  app.get(
    '/kept',
    waiting((_request, response) => {
      response.set({ ...keptFields, 'Content-Length': '3' });
      response.statusMessage = 'Made';
      return fail('/adds');
    }),
  );
  app.post('/json', (request, response) => void response.json(request.body));
  app.post('/by-hand', express.text(), (request, response) => void response.json(JSON.parse(String(request.body))));
  app.get('/stream', (_request, response, next) => {
    Readable.from(failing()).on('error', next).pipe(response);
  });
  app.get('/after-end', (_request, response) => {
    response.json('x'.repeat(8_000_000));
    throw new Error('too late');
  });
  app.get(
    '/slow',
    waiting(async () => {
      arrived();
      await wait(500);
      throw new Error('late');
    }),
  );
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
};
