import { createServer } from 'node:http';
import {
  inspectProblem,
  ProblemError,
  problemResponse,
  readProblem,
  sessionInvalid,
  throwIfProblem,
  toProblem,
} from 'arcp-problems';
import { checkResponse } from 'arcp-problems/check';
import { problemHandler } from 'arcp-problems/express';
import 'arcp-problems/vitest';
import express from 'express';
import nodeFetch from 'node-fetch';
import supertest from 'supertest';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clients } from './clients.ts';

/** One door for what every client gives. */

const problem = sessionInvalid({ detail: 'Gone — ended.', instance: '/agents/scout' });
let answer: { status: number; type: string; body: string };
const server = createServer((_request, response) => {
  response.writeHead(answer.status, { 'Content-Type': answer.type, 'WWW-Authenticate': 'Bearer' }).end(answer.body);
});
let origin = '';
beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  origin = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
});
afterAll(() => server.close());

const isProblemJson = { status: 401, type: 'application/problem+json; charset=utf-8', body: JSON.stringify(problem) };

describe.each(clients)('a response of $name', ({ get, silent = [] }) => {
  const requested = () => {
    const all = {
      method: 'GET',
      url: `${origin}/agents/scout?page=2`,
      headers: expect.arrayContaining(['authorization']),
    };
    return Object.fromEntries(Object.entries(all).filter(([name]) => !(silent as string[]).includes(name)));
  };

  test('is read as problem, status and request', async () => {
    answer = isProblemJson;
    const found = await inspectProblem(await get(origin));
    expect(found).toMatchObject({ kind: 'problem', problem, statusMismatch: false, ignored: [] });
    const { url, ...exchange } = found.exchange;
    const { url: expected, ...others } = requested();
    expect(exchange).toEqual({ status: 401, ...others });
    if (expected) expect(new URL(url ?? '', origin).href).toBe(expected);
    expect(JSON.stringify(found)).not.toContain('secret');
  });

  test('is checked and matched', async () => {
    answer = isProblemJson;
    expect(await checkResponse(await get(origin), { strict: true })).toEqual([]);
    await expect(get(origin)).toBeProblem(sessionInvalid, { detail: 'Gone — ended.' });
  });

  test('is thrown as an error with the problem, the status and the request', async () => {
    answer = isProblemJson;
    const error: unknown = await throwIfProblem(get(origin)).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(ProblemError);
    expect(error).toMatchObject({ problem, status: 401, statusCode: 401, exchange: { status: 401 } });
    answer = { status: 404, type: 'application/json', body: '{}' };
    const outcome = await Promise.resolve(get(origin)).then(throwIfProblem);
    expect(await inspectProblem(outcome)).toMatchObject({ reason: 'media-type', exchange: { status: 404 } });
  });

  test('is never taken for a problem itself', async () => {
    answer = { ...isProblemJson, type: 'application/json' };
    expect(await readProblem(await get(origin))).toBeUndefined();
    expect(await inspectProblem(get(origin))).toMatchObject({ reason: 'media-type', exchange: { status: 401 } });
    expect(await readProblem(get(origin), { acceptJson: true })).toEqual(problem);
    answer = { status: 404, type: 'application/json', body: '{"message":"no such agent"}' };
    expect(await readProblem(get(origin), { acceptJson: true })).toBeUndefined();
    answer = { status: 502, type: 'text/html', body: '<h1>Bad Gateway</h1>' };
    expect(await readProblem(await get(origin))).toBeUndefined();
  });
});

const text = isProblemJson.body;
const headers = { 'content-type': 'application/problem+json', 'www-authenticate': 'Bearer' };
const withGet = {
  get: (name: string) => Object.entries(headers).find(([each]) => each === name.toLowerCase())?.[1] ?? null,
};
const read = (body: string) => {
  const response = new Response(body, { status: 401, headers });
  response.text();
  return response;
};
class Shape {
  constructor(members: object) {
    Object.assign(this, members);
  }
}
const methods = { url: () => 'http://h.example/a', status: () => 401, headers: () => headers, text: async () => text };

describe('a response in the shape of', () => {
  test.each<[string, () => unknown, object]>([
    [
      'axios in a browser',
      () => ({
        data: text,
        status: 401,
        statusText: '',
        headers: { ...headers, ...withGet },
        config: { method: 'post', url: '/a', headers: { Accept: '*/*', 'X-Off': undefined } },
        request: { responseURL: 'http://h.example/a', responseText: text },
      }),
      { status: 401, method: 'POST', url: 'http://h.example/a', headers: ['accept'] },
    ],
    [
      'axios, mocked',
      () => ({
        data: problem,
        status: 401,
        headers,
        config: { method: 'get', baseURL: 'http://h.example', url: '/a' },
      }),
      { status: 401, method: 'GET', url: 'http://h.example/a' },
    ],
    ['a result of openapi-fetch', () => ({ error: problem, response: read(text) }), { status: 401 }],
    ['an error of ky 2', () => Object.assign(new Error('x'), { response: read(text), data: problem }), { status: 401 }],
    ['an error of wretch', () => Object.assign(new Error('x'), { response: read(text), text }), { status: 401 }],
    [
      'an error of Angular',
      () =>
        new Shape({
          name: 'HttpErrorResponse',
          status: 401,
          headers: withGet,
          url: 'http://h.example/a',
          error: problem,
        }),
      { status: 401, url: 'http://h.example/a' },
    ],
    [
      'the responses of Puppeteer and of a page of Playwright',
      () => ({ ...methods, request: () => ({ ...methods, method: () => 'GET', headers: () => ({ A: '1' }) }) }),
      { status: 401, method: 'GET', url: 'http://h.example/a', headers: ['a'] },
    ],
    [
      'an SDK that keeps body and header fields',
      () => new Shape({ status: 401, headers: withGet, error: problem }),
      { status: 401 },
    ],
    [
      'Cypress',
      () => ({ status: 401, isOkStatusCode: false, headers, body: problem, requestHeaders: {} }),
      { status: 401 },
    ],
    ['a function on Lambda', () => ({ statusCode: 401, headers, body: text }), { status: 401 }],
    [
      'a recording',
      () => ({ status: 401, headers: Object.entries(headers), body: text, method: 'get', url: '/a' }),
      { status: 401, method: 'GET', url: '/a' },
    ],
    ['a ProblemError', () => new ProblemError(problem), { status: 401 }],
  ])('%s', async (_, make, exchange) => {
    for (const input of [make(), Promise.resolve(make()), Promise.reject(make())]) {
      expect(await inspectProblem(input)).toMatchObject({ kind: 'problem', problem, exchange });
      expect((await inspectProblem(make())).exchange).toEqual(exchange);
    }
    expect(await checkResponse(make(), { strict: true })).toEqual([]);
  });
});

test.each<[string, object]>([
  [
    'an axios response without header fields',
    { status: 401, data: problem, config: { headers: { Authorization: 'x' } } },
  ],
  [
    'the error of axios without a response',
    Object.assign(new Error('x'), { isAxiosError: true, config: {}, status: 401 }),
  ],
  ['a response without a body', { status: 204, statusText: 'No Content', headers: {} }],
  ['a fetch response made plain', { type: 'basic', url: '', status: 200, ok: true, headers: {}, body: null }],
  ['a response of supertest made plain', { type: 'application/problem+json', status: 401, headers: {}, text: '' }],
])('%s is no problem', async (_, input) => {
  expect(await readProblem(input)).toBeUndefined();
  expect(await readProblem(Promise.reject(input))).toBeUndefined();
});

test.each([
  { title: 'Bad Gateway', status: 502, headers: { a: '1' }, response: { status: 500, headers: {}, body: '' } },
  { type: 'urn:echo', status: 400, body: 'x', data: {}, ok: false },
  { detail: 'No such agent.', statusCode: 404, config: {}, request: {} },
  { status: 404 },
])('a problem with members such as those of a response is one: %j', async (value) => {
  expect(await readProblem(value)).toEqual({ type: 'about:blank', ...value });
});

test('a promise that is rejected keeps its cause', async () => {
  const cause = new TypeError('fetch failed');
  const found = await inspectProblem(Promise.reject(cause));
  expect(found).toMatchObject({
    reason: 'unreadable',
    message: 'The promise was rejected: fetch failed',
    exchange: {},
  });
  expect(found).toHaveProperty('cause', cause);
  const error = Object.assign(cause, { config: { method: 'get', url: 'http://h.example/a' } });
  expect((await inspectProblem(Promise.reject(error))).exchange).toEqual({ method: 'GET', url: 'http://h.example/a' });
});

test('a relative type is resolved against the URL that the client tells', async () => {
  const response = {
    status: 404,
    headers,
    data: { type: '/types/1' },
    request: { responseURL: 'http://h.example/a/b' },
  };
  expect((await readProblem(response))?.type).toBe('http://h.example/types/1');
});

test('a copy is read, and a stream is read up only if it is a problem', async () => {
  answer = isProblemJson;
  const response = await nodeFetch(origin);
  expect(await readProblem(response)).toEqual(problem);
  expect(await response.json()).toEqual(problem);
  answer = { status: 200, type: 'application/json', body: '[]' };
  const { body, ...others } = await request(origin);
  expect(await readProblem({ body, ...others })).toBeUndefined();
  expect(await body.json()).toEqual([]);
});

test('a body that waits for its own copy is refused instead of waited for', async () => {
  answer = { ...isProblemJson, body: JSON.stringify({ ...problem, filler: 'x'.repeat(200_000) }) };
  expect(await inspectProblem(nodeFetch(origin))).toMatchObject({ reason: 'too-large' });
  expect(await readProblem(fetch(origin))).toHaveProperty('filler');
});

test.each(['undici.request', 'axios, a stream'])('a stream of %s that was read before is told', async (name) => {
  answer = isProblemJson;
  const response = (await clients.find((client) => client.name === name)?.get(origin)) as Record<string, unknown>;
  for await (const _ of (response.data ?? response.body) as AsyncIterable<unknown>);
  expect(await inspectProblem(response)).toMatchObject({ reason: 'body-used' });
});

test('a body that superagent could not parse is told as malformed', async () => {
  answer = { ...isProblemJson, body: '{"title":' };
  const error = await clients.find(({ name }) => name === 'the error of superagent')?.get(origin);
  expect(await inspectProblem(error)).toMatchObject({ reason: 'syntax', exchange: { status: 401 } });
});

describe('throwIfProblem', () => {
  const failing = () => problemResponse({ ...problem, status: 404 });

  test('takes the status of the response, and keeps the problem as it was sent', async () => {
    const response = new Response(JSON.stringify({ ...problem, status: 404 }), { status: 502, headers });
    await expect(throwIfProblem(response)).rejects.toMatchObject({ status: 502, problem: { status: 404 } });
    await expect(throwIfProblem(text)).rejects.toMatchObject({ status: 401, exchange: {} });
  });

  test('gives back what is not a problem, still to be read', async () => {
    const response = Response.json([1]);
    expect(await throwIfProblem(response)).toBe(response);
    expect(await (await throwIfProblem(Promise.resolve(response))).json()).toEqual([1]);
    expect(await throwIfProblem(undefined)).toBeUndefined();
  });

  test('keeps the error of the client as the cause, and passes on an error without a problem', async () => {
    const cause = Object.assign(new Error('x'), { response: { status: 401, headers, data: problem } });
    await expect(throwIfProblem(Promise.reject(cause))).rejects.toMatchObject({ cause, problem });
    const failed = new TypeError('fetch failed');
    await expect(throwIfProblem(Promise.reject(failed))).rejects.toBe(failed);
    await expect(throwIfProblem(Promise.reject(undefined))).rejects.toBeUndefined();
  });

  test('sends a lazy request once', async () => {
    let sent = 0;
    const lazy = {
      // biome-ignore lint/suspicious/noThenProperty: some clients send a request when it is awaited
      then: (done: (value: unknown) => void) => {
        sent += 1;
        done(Response.json([]));
      },
    };
    await throwIfProblem(lazy);
    expect(sent).toBe(1);
  });

  test('throws what no adapter sends on, since it is the problem of another server', async () => {
    const error = await throwIfProblem(failing()).catch((thrown) => thrown);
    expect(toProblem(error)).toEqual({ type: 'about:blank', title: 'Internal Server Error', status: 500 });
    expect(toProblem(new Error('x', { cause: error }), { searchCause: true })).toMatchObject({ status: 500 });
    expect(error.getResponse().status).toBe(500);
    expect(error.expose).toBe(false);
    expect(toProblem(new ProblemError(error.problem))).toEqual(error.problem);
    expect(toProblem({ ...problem, exchange: {} })).toEqual({ ...problem, exchange: {} });
    const app = express();
    app.get('/', () => Promise.reject(error));
    app.use(problemHandler({ log: () => {} }));
    expect((await supertest(app).get('/')).body).toMatchObject({ type: 'about:blank', status: 500 });
  });
});
