import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { serve } from '@hono/node-server';
import { aboutBlank, ProblemError } from 'arcp-problems';
import { withProblems } from 'arcp-problems/fetch';
import { fail, failingStream, paths, type Start } from '../routes.ts';

/** A plain fetch handler, on Node. */

async function limited(request: Request): Promise<string> {
  if (Number(request.headers.get('Content-Length')) > 100) throw aboutBlank(413);
  return request.text();
}

export const start: Start<Request> = async (hooks, arrived) => {
  const routes: Record<string, (request: Request) => Response | Promise<Response>> = {
    ...Object.fromEntries(paths.map((path) => [`GET ${path}`, () => fail(path)])),
    'POST /json': async (request) => Response.json(JSON.parse(await limited(request))),
    'POST /by-hand': async (request) => Response.json(await request.json()),
    'POST /form': async (request) => Response.json([...(await request.formData()).keys()]),
    'POST /upstream-json': async (request) => {
      await request.json();
      return Response.json(await new Response('{"a":').json());
    },
    'GET /response': () => {
      throw new Response('gone', { status: 410 });
    },
    'GET /stream': () => new Response(failingStream()),
    'GET /slow': async () => {
      arrived();
      await wait(500);
      throw new Error('late');
    },
  };
  const handler = withProblems((request: Request) => {
    const { pathname } = new URL(request.url);
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    const route = routes[`${method} ${pathname}`];
    if (!route) throw new ProblemError(aboutBlank(404));
    return route(request);
  }, hooks);
  const server = serve({ fetch: handler, port: 0, hostname: '127.0.0.1' });
  if (!server.listening) await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => new Promise((done) => server.close(done)) };
};
