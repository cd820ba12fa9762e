import { problemHandler as forFastify, frameworkErrors } from 'arcp-problems/fastify';
import Fastify from 'fastify';
import { describe, expect, test, vi } from 'vitest';
import { gone, goneBody, nodeResponse, notFound, secret } from './doubles.ts';

/** What the adapter hands to its framework, without a server. The suites ask the framework itself over HTTP. */

describe('Fastify', () => {
  test('is answered, in a child of the instance that has the plugin too', async () => {
    const app = Fastify({ frameworkErrors: frameworkErrors() as never });
    app.register(forFastify());
    app.register(async (child) => {
      child.get('/gone', async () => Promise.reject(gone()));
    });
    app.post('/text', async (request) => JSON.parse(request.body as string));
    const ask = async (url: string) => {
      const response = await app.inject(url);
      return [response.statusCode, response.headers['content-type'], response.json()];
    };
    const type = 'application/problem+json';
    expect(await ask('/gone')).toEqual([410, type, goneBody]);
    expect(await ask('/nowhere')).toEqual([404, type, notFound]);
    expect((await ask('/%zz'))[0]).toBe(400);
    const posted = await app.inject({
      method: 'POST',
      url: '/text',
      headers: { 'content-type': 'text/plain' },
      payload: '{"a',
    });
    expect(posted.json()).toMatchObject({ status: 400, title: 'Bad Request' });
    expect(app.pluginName).toBe('fastify -> problem-details');
    await app.close();
  });

  test('logs with the request, and ends a late response', async () => {
    let fail: (error: unknown, request: unknown, reply: unknown) => void = () => {};
    const instance = { setErrorHandler: (handler: typeof fail) => (fail = handler), setNotFoundHandler() {} };
    await new Promise<void>((done) => forFastify()(instance as never, {}, () => done()));
    const error = vi.fn();
    const ask = (state: object) => {
      const { response, sent } = nodeResponse({ headersSent: true, ...state });
      fail(secret, { log: { error } }, { raw: response });
      return sent();
    };
    expect([ask({}), ask({ writableEnded: true })]).toEqual([[200, 'destroyed'], [200]]);
    expect(error.mock.calls).toEqual([
      [{ err: secret }, 'answered with a problem'],
      [{ err: secret }, 'answered with a problem'],
    ]);
  });
});
