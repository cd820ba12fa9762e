import 'reflect-metadata';
import { once } from 'node:events';
import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Catch, Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ProblemError, sessionInvalid } from 'arcp-problems';

/**
 * An app of each framework whose only route throws the same problem: answered by the adapter, or by an error handler as
 * somebody writes it for this one problem.
 */

export const frameworks = ['Express', 'Fastify', 'Hono', 'Koa', 'h3', 'Nest'] as const;
export type Framework = (typeof frameworks)[number];

type Made = ReturnType<typeof sessionInvalid>;

/** Starts an app and gives its port. */
type Start = () => Promise<number>;

const detail = 'The session has ended.';
const throwByType = () => {
  throw new ProblemError(sessionInvalid({ detail }));
};

class HttpProblem extends Error {
  readonly problem: Made;

  constructor(problem: Made) {
    super(problem.detail);
    this.problem = problem;
  }
}

const { type, title, status } = sessionInvalid;
const throwByHand = () => {
  throw new HttpProblem({ type, title, status, detail, timestamp: new Date().toJSON() } as Made);
};

const fields = { 'Content-Type': 'application/problem+json', 'WWW-Authenticate': 'Bearer' };

function endByHand(response: ServerResponse, { problem }: HttpProblem): void {
  const body = JSON.stringify(problem);
  response.writeHead(problem.status, { ...fields, 'Content-Length': Buffer.byteLength(body) });
  response.end(body);
}

function responseByHand({ problem }: HttpProblem): Response {
  return new Response(JSON.stringify(problem), { status: problem.status, headers: fields });
}

async function portOf(server: Server): Promise<number> {
  if (!server.listening) await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

async function onExpress(add: (app: import('express').Express) => void, route: () => never) {
  const { default: express } = await import('express');
  const app = express();
  app.get('/', route);
  add(app);
  return portOf(app.listen(0, '127.0.0.1'));
}

async function onFastify(add: (app: import('fastify').FastifyInstance) => unknown, route: () => never) {
  const { fastify } = await import('fastify');
  const app = fastify();
  await add(app);
  app.get('/', async () => route());
  await app.listen({ port: 0, host: '127.0.0.1' });
  return portOf(app.server);
}

async function onHono(add: (app: import('hono').Hono) => void, route: () => never) {
  const { Hono } = await import('hono');
  const app = new Hono();
  app.get('/', route);
  add(app);
  return portOf(serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }) as Server);
}

async function onKoa(handler: import('koa').Middleware, route: () => never) {
  const { default: Koa } = await import('koa');
  const app = new Koa();
  app.use(handler);
  app.use(route);
  return portOf(app.listen(0, '127.0.0.1'));
}

async function onH3(onError: import('h3').H3Config['onError'], route: () => never) {
  const { H3, serve: serveH3 } = await import('h3');
  const app = new H3({ silent: true, ...(onError && { onError }) });
  app.get('/', route);
  const server = serveH3(app, { port: 0, hostname: '127.0.0.1', silent: true, gracefulShutdown: false });
  await server.ready();
  return Number(new URL(String(server.url)).port);
}

async function onNest(filter: import('@nestjs/common').ExceptionFilter, route: () => never) {
  class App {
    fail(): void {
      route();
    }
  }
  Controller()(App);
  Get('/')(App.prototype, 'fail', Object.getOwnPropertyDescriptor(App.prototype, 'fail') as PropertyDescriptor);
  class Root {}
  Module({ controllers: [App] })(Root);
  const app = await NestFactory.create(Root, { logger: false, abortOnError: false });
  app.useGlobalFilters(filter);
  await app.listen(0, '127.0.0.1');
  return portOf(app.getHttpServer());
}

class FilterByHand {
  catch(error: HttpProblem, host: import('@nestjs/common').ArgumentsHost): void {
    endByHand(host.switchToHttp().getResponse<ServerResponse>(), error);
  }
}
Catch()(FilterByHand);

/** The first of each is the adapter. */
export const adapters: Readonly<Record<Framework, readonly [adapter: Start, byHand: Start]>> = {
  Express: [
    async () => {
      const { problemHandler } = await import('arcp-problems/express');
      return onExpress((app) => app.use(problemHandler()), throwByType);
    },
    () =>
      onExpress((app) => {
        app.use(((error, _request, response, _next) =>
          endByHand(response, error)) as import('express').ErrorRequestHandler);
      }, throwByHand),
  ],
  Fastify: [
    async () => {
      const { problemHandler } = await import('arcp-problems/fastify');
      return onFastify((app) => app.register(problemHandler()), throwByType);
    },
    () =>
      onFastify((app) => {
        app.setErrorHandler(({ problem }: HttpProblem, _request, reply) =>
          reply
            .code(problem.status)
            .headers(fields)
            .send(Buffer.from(JSON.stringify(problem))),
        );
      }, throwByHand),
  ],
  Hono: [
    async () => {
      const { problemHandler } = await import('arcp-problems/hono');
      return onHono((app) => app.onError(problemHandler()), throwByType);
    },
    () =>
      onHono((app) => {
        app.onError((error) => responseByHand(error as HttpProblem));
      }, throwByHand),
  ],
  Koa: [
    async () => {
      const { problemHandler } = await import('arcp-problems/koa');
      return onKoa(problemHandler(), throwByType);
    },
    () =>
      onKoa(async (context, next) => {
        try {
          await next();
        } catch (error) {
          const { problem } = error as HttpProblem;
          context.status = problem.status;
          context.set(fields);
          context.body = JSON.stringify(problem);
        }
      }, throwByHand),
  ],
  h3: [
    async () => {
      const { problemHandler } = await import('arcp-problems/h3');
      return onH3(problemHandler(), throwByType);
    },
    () => onH3((error) => responseByHand(error.cause as HttpProblem), throwByHand),
  ],
  Nest: [
    async () => {
      const { problemHandler } = await import('arcp-problems/nest');
      return onNest(problemHandler(), throwByType);
    },
    () => onNest(new FilterByHand(), throwByHand),
  ],
};
