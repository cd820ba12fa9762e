import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { frameworkErrors, problemHandler } from 'arcp-problems/fastify';
import Fastify, { type FastifyRequest } from 'fastify';
import { fail, failing, keptFields, paths, type Start } from '../routes.ts';

/** An app of Fastify 4 or 5. */

const order = {
  body: {
    type: 'object',
    required: ['sku'],
    additionalProperties: false,
    properties: {
      sku: { type: 'string' },
      'a/b~c %': { type: 'integer' },
      lines: { type: 'array', items: { type: 'integer' } },
    },
  },
  querystring: { type: 'object', properties: { limit: { type: 'integer' } } },
  headers: { type: 'object', properties: { 'x-count': { type: 'integer' } } },
} as const;

export const start: Start<FastifyRequest> = async (hooks, arrived) => {
  const app = Fastify({
    bodyLimit: 100,
    frameworkErrors: frameworkErrors(),
    ajv: { customOptions: { allErrors: true, removeAdditional: false } },
  });
  await app.register(problemHandler(hooks));
  for (const path of paths) app.get(path, () => fail(path));
  app.get('/kept', (_request, reply) => {
    reply.headers({ ...keptFields, 'Content-Length': '3' });
    reply.raw.statusMessage = 'Made';
    return fail('/adds');
  });
  app.post('/json', async (request) => request.body);
  app.post('/order', { schema: order }, async () => 'never');
  app.post('/by-hand', async (request) => JSON.parse(String(request.body)));
  app.get('/stream', (_request, reply) => reply.send(Readable.from(failing())));
  app.get('/broken-stream', (_request, reply) => {
    reply.send(
      new Readable({
        read() {
          this.destroy(new Error('no such file'));
        },
      }),
    );
  });
  app.get('/raw', async (_request, reply) => {
    reply.raw.write('first');
    throw new Error('too late');
  });
  app.get('/slow', async () => {
    arrived();
    await wait(500);
    throw new Error('late');
  });
  app.get('/bare', async () => {
    throw Object.assign(new Error('not for the client'), { statusCode: 404 });
  });
  await app.register(async (child) => {
    child.get('/child', () => fail('/problem'));
  });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  return { url, close: () => app.close() };
};
