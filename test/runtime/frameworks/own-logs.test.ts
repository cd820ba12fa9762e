import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import Fastify from 'fastify';
import { Hono } from 'hono';
import Koa from 'koa';
import { expect, onTestFinished, test, vi } from 'vitest';
import { aboutBlank } from '#runtime/problem/about-blank.ts';
import { ProblemError } from '#runtime/problem/error.ts';
import * as forExpress from '../../../dist/package/express.js';
import * as forFastify from '../../../dist/package/fastify.js';
import * as forHono from '../../../dist/package/hono.js';
import * as forKoa from '../../../dist/package/koa.js';
import { secret } from './routes.ts';

/** Without a log hook, what is never sent is in the log where the framework's users look for it. */

const unknown = new Error(secret);
const conflict = new ProblemError(aboutBlank(409));

async function get(listener: RequestListener, path: string): Promise<number> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const { status } = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`);
  return status;
}

test('Express and Hono write to the console', async () => {
  const console = vi.spyOn(globalThis.console, 'error').mockImplementation(() => {});
  onTestFinished(() => console.mockRestore());
  const app = express();
  app.get('/unknown', () => Promise.reject(unknown));
  app.get('/conflict', () => Promise.reject(conflict));
  app.use(forExpress.problemHandler());
  expect(await get(app, '/conflict')).toBe(409);
  expect(console).not.toHaveBeenCalled();
  expect(await get(app, '/unknown')).toBe(500);
  const hono = new Hono().get('/unknown', () => Promise.reject(unknown)).onError(forHono.problemHandler());
  expect((await hono.request('/unknown')).status).toBe(500);
  expect(console.mock.calls).toEqual([[unknown], [unknown]]);
});

test('Koa raises the error event of the app, with an error whatever was thrown', async () => {
  const app = new Koa();
  const errors: unknown[] = [];
  app.on('error', (error) => errors.push(error));
  app.use(forKoa.problemHandler());
  app.use(({ path }) => Promise.reject({ '/unknown': unknown, '/conflict': conflict, '/text': 'text' }[path]));
  expect(await get(app.callback(), '/conflict')).toBe(409);
  expect(await get(app.callback(), '/unknown')).toBe(500);
  expect(await get(app.callback(), '/text')).toBe(500);
  expect(errors).toEqual([unknown, new Error('thrown: text')]);
});

test('Fastify writes to the log of the request', async () => {
  const lines: string[] = [];
  const app = Fastify({ logger: { level: 'error', stream: { write: (line: string) => void lines.push(line) } } });
  await app.register(forFastify.problemHandler());
  app.get('/unknown', () => Promise.reject(unknown));
  app.get('/conflict', () => Promise.reject(conflict));
  expect((await app.inject('/conflict')).statusCode).toBe(409);
  expect((await app.inject('/unknown')).statusCode).toBe(500);
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ err: { message: secret }, msg: 'answered with a problem' });
});
