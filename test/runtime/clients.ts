import axios, { type AxiosRequestConfig } from 'axios';
import { fastify } from 'fastify';
import got from 'got';
import ky from 'ky';
import needle from 'needle';
import nodeFetch from 'node-fetch';
import { ofetch } from 'ofetch';
import { request as playwright } from 'playwright-core';
import superagent from 'superagent';
import supertest from 'supertest';
import { request } from 'undici';

/** What each HTTP client and test tool gives for `GET <origin>/agents/scout?page=2`, sent with an `Authorization`. */

export interface Client {
  readonly name: string;
  /** Gives a response, or an error that has one. */
  readonly get: (origin: string) => Promise<unknown>;
  /** What the client does not tell of the request. */
  readonly silent?: readonly ('method' | 'url' | 'headers')[];
}

const path = '/agents/scout?page=2';
const headers = { Authorization: 'Bearer secret' };
const thrown = (promise: PromiseLike<unknown>) =>
  Promise.resolve(promise).then(
    () => Promise.reject(new Error('It did not throw.')),
    (error) => error,
  );
const byAxios = (config: AxiosRequestConfig) => async (origin: string) =>
  axios({ baseURL: origin, url: path, headers, validateStatus: null, ...config });

export const clients: readonly Client[] = [
  { name: 'fetch', get: (origin) => fetch(origin + path, { headers }), silent: ['method', 'headers'] },
  { name: 'axios', get: byAxios({}) },
  {
    name: 'the error of axios',
    get: (origin) => thrown(byAxios({ validateStatus: (status) => status < 400 })(origin)),
  },
  { name: 'axios, fetch adapter', get: byAxios({ adapter: 'fetch' }) },
  { name: 'axios, text', get: byAxios({ responseType: 'text' }) },
  { name: 'axios, bytes', get: byAxios({ responseType: 'arraybuffer' }) },
  { name: 'axios, a stream', get: byAxios({ responseType: 'stream' }) },
  { name: 'axios, a blob', get: byAxios({ adapter: 'fetch', responseType: 'blob' }) },
  { name: 'got', get: (origin) => got(origin + path, { headers, throwHttpErrors: false }) },
  { name: 'got, JSON', get: (origin) => got(origin + path, { headers, throwHttpErrors: false, responseType: 'json' }) },
  { name: 'the error of got', get: (origin) => thrown(got(origin + path, { headers, retry: { limit: 0 } })) },
  {
    name: 'ky',
    get: (origin) => ky(origin + path, { headers, throwHttpErrors: false, retry: 0 }),
    silent: ['method', 'headers'],
  },
  { name: 'the error of ky', get: (origin) => thrown(ky(origin + path, { headers, retry: 0 })) },
  {
    name: 'the error of ofetch',
    get: (origin) => thrown(ofetch(origin + path, { headers, retry: 0 })),
    silent: ['method', 'headers'],
  },
  {
    name: 'the error of ofetch, a blob',
    get: (origin) => thrown(ofetch(origin + path, { headers, retry: 0, responseType: 'blob' })),
    silent: ['method', 'headers'],
  },
  {
    name: 'ofetch.raw',
    get: (origin) => ofetch.raw(origin + path, { headers, retry: 0, ignoreResponseError: true }),
    silent: ['method', 'headers'],
  },
  {
    name: 'superagent',
    get: (origin) =>
      superagent
        .get(origin + path)
        .set(headers)
        .ok(() => true),
  },
  { name: 'the error of superagent', get: (origin) => thrown(superagent.get(origin + path).set(headers)) },
  { name: 'supertest', get: async (origin) => supertest(origin).get(path).set(headers) },
  {
    name: 'undici.request',
    get: (origin) => request(origin + path, { headers }),
    silent: ['method', 'url', 'headers'],
  },
  { name: 'node-fetch', get: (origin) => nodeFetch(origin + path, { headers }), silent: ['method', 'headers'] },
  { name: 'needle', get: (origin) => needle('get', origin + path, { headers }) },
  { name: 'Playwright', get: byPlaywright, silent: ['method', 'headers'] },
  { name: 'the inject of fastify', get: byInject },
];

async function byPlaywright(origin: string): Promise<unknown> {
  const context = await playwright.newContext();
  return context.get(origin + path, { headers });
}

/** Light-my-request needs no socket: its app asks the server that the others ask. */
async function byInject(origin: string): Promise<unknown> {
  const app = fastify();
  app.get('/agents/:id', async ({ url }, reply) => {
    const response = await fetch(origin + url);
    reply.code(response.status).headers(Object.fromEntries(response.headers));
    return Buffer.from(await response.arrayBuffer());
  });
  return app.inject({ url: path, headers });
}
