import {
  problemHandler as forHono,
  problemMethodNotAllowed,
  problemMiddleware,
  problemNotFound,
  problemValidation as validationOfHono,
} from 'arcp-problems/hono';
import { type Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import { HTTPException } from 'hono/http-exception';
import { describe, expect, test, vi } from 'vitest';
import { body, failed, gone, goneBody, notFound, options, quietly, secret } from './doubles.ts';

/** What the adapter hands to its framework, without a server. The suites ask the framework itself over HTTP. */

describe('Hono', () => {
  const app = (hooks = {}) => {
    const made = new Hono();
    made.use(problemMiddleware());
    made.onError(forHono(hooks));
    made.notFound(problemNotFound(hooks));
    return made;
  };
  const fails = (error: unknown) => () => {
    throw error;
  };

  test('is answered, whatever is thrown', async () => {
    const { logged, log } = options();
    const made = app({ log });
    made.get('/gone', fails(gone()));
    made.get('/text', fails('secret'));
    made.get('/problem', fails({ type: 'urn:x', title: 'X', status: 409 }));
    made.get('/error', fails(secret));
    const ask = async (path: string) => body(await made.request(path));
    const answers: unknown[] = [];
    for (const path of ['/gone', '/text', '/problem', '/error', '/nowhere']) answers.push(await ask(path));
    expect(answers).toEqual([
      [410, goneBody],
      [500, failed],
      [409, { type: 'urn:x', title: 'X', status: 409 }],
      [500, failed],
      [404, notFound],
    ]);
    expect(logged.map((error) => Object(error).cause ?? error)).toEqual(['secret', secret]);
  });

  test('logs to the console by itself', async () => {
    const made = app();
    made.get('/error', fails(secret));
    expect(await quietly(() => made.request('/error'))).toEqual([secret]);
  });

  test('says which methods are allowed', async () => {
    const made = new Hono();
    made.get('/a', (context) => problemMethodNotAllowed()(context, ['GET', 'PUT']));
    const response = await made.request('/a');
    expect([response.headers.get('allow'), ...(await body(response))]).toEqual([
      'GET, PUT',
      405,
      { type: 'about:blank', title: 'Method Not Allowed', status: 405 },
    ]);
  });

  test('keeps the fields that were set, and drops those of the unsent body', async () => {
    const made = app();
    made.get('/a', (context) => {
      for (const [name, value] of [
        ['X-A', 'b'],
        ['ETag', '"1"'],
        ['Cache-Control', 'private, max-age=1'],
        ['WWW-Authenticate', 'Basic'],
      ] as const)
        context.header(name, value);
      throw Object.assign(gone(), { status: 401, headers: { Vary: 'Origin' } });
    });
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const { headers } = await made.request('/a');
    expect(warned).not.toHaveBeenCalled();
    warned.mockRestore();
    expect(Object.fromEntries(headers)).toEqual({
      'x-a': 'b',
      'cache-control': 'private',
      'www-authenticate': 'Basic',
      vary: 'Origin',
      'content-type': 'application/problem+json',
    });
  });

  test('sends the problem that an exception brings, with its own fields', async () => {
    const res = () =>
      new Response('{"title":"Own"}', {
        status: 409,
        headers: { 'Content-Type': 'application/problem+json', 'X-Own': '1' },
      });
    const made = app();
    made.get('/own', fails(new HTTPException(400, { res: res() })));
    const response = await made.request('/own');
    expect([response.headers.get('x-own'), ...(await body(response))]).toEqual(['1', 400, { title: 'Own' }]);
    const mapped = app({ map: () => ({ type: 'urn:mapped', status: 418 }) });
    mapped.get('/own', fails(new HTTPException(400, { res: res() })));
    expect(await body(await mapped.request('/own'))).toEqual([418, { type: 'urn:mapped', status: 418 }]);
  });

  test('replaces a response that is made', async () => {
    const made = app();
    made.use('/late', async (context, next) => {
      await next();
      context.header('X-Late', '1');
      throw gone();
    });
    made.get('/late', (context) => context.json({ ok: true }, 200, { 'X-Before': '1' }));
    const response = await made.request('/late');
    expect([response.headers.get('x-late'), response.headers.get('content-type'), ...(await body(response))]).toEqual([
      '1',
      'application/problem+json',
      410,
      goneBody,
    ]);
  });

  test('takes the place of a response that a middleware began', async () => {
    const made = app();
    made.use(cors());
    made.get('/none', (context) => context.notFound());
    const ask = async (path: string) => {
      const response = await made.request(path);
      return [response.headers.get('access-control-allow-origin'), ...(await body(response))];
    };
    expect([await ask('/none'), await ask('/nowhere')]).toEqual([
      ['*', 404, notFound],
      ['*', 404, notFound],
    ]);
  });

  test('tells malformed JSON of the request from that of others', async () => {
    const made = app({ log() {} });
    const malformed = new SyntaxError('This is no JSON.');
    made.post('/json', async (context) => context.json(await context.req.json()));
    made.post('/text', async (context) => context.json(JSON.parse(await context.req.text())));
    made.post('/other', async (context) => {
      await context.req.text();
      return JSON.parse('{"secret');
    });
    made.post('/unread', () => JSON.parse('{"a'));
    const rejects = (cause: unknown, thrown: unknown) => (context: Context) => {
      const rejected = Promise.reject(cause);
      rejected.catch(() => {});
      context.req.bodyCache = { json: rejected };
      throw thrown;
    };
    made.post('/rejects', rejects(malformed, malformed));
    made.post('/rejects-other', rejects(malformed, new SyntaxError('JSON')));
    made.post('/raw', async (context) => JSON.parse(await context.req.raw.text()));
    const ask = async (path: string, text: string) => {
      const { status, detail } = (await (await made.request(path, { method: 'POST', body: text })).json()) as {
        status: number;
        detail?: string;
      };
      return [status, detail !== undefined];
    };
    const paths = ['/json', '/text', '/rejects', '/raw', '/other', '/unread', '/rejects-other'];
    expect(await Promise.all(paths.map((path) => ask(path, '{"a')))).toEqual([
      [400, true],
      [400, true],
      [400, true],
      [400, false],
      [500, false],
      [500, false],
      [500, false],
    ]);
  });

  const issue = { message: 'is low', path: ['a'] };
  const thrownBy = (result: object, context?: object) => {
    try {
      return validationOfHono({ success: false, ...result } as never, context as never);
    } catch (error) {
      return Object(error).data;
    }
  };

  test.each([
    ['zod', { error: { issues: [issue] }, target: 'json' }, { issues: [issue], part: 'json' }],
    ['a list', { error: [issue] }, { issues: [issue], part: undefined }],
    ['arktype', { errors: [issue] }, { issues: [issue], part: undefined }],
    ['others', { issues: [issue] }, { issues: [issue], part: undefined }],
    ['a success', { success: true }, undefined],
  ])('takes the findings of %s', (_, result, data) => {
    expect(thrownBy(result)).toEqual(data);
  });

  test('finds out in which part they are', async () => {
    const made = new Hono();
    const parts: unknown[] = [];
    made.post('/:id', async (context) => {
      if (context.req.query('read') === 'raw') await context.req.raw.text();
      if (context.req.query('read') === 'kept') context.req.bodyCache = { text: 'x' as never };
      const data = Object.fromEntries(
        [['a', context.req.header('x-a') ?? context.req.queries('a')]].filter(([, value]) => value),
      );
      parts.push(thrownBy({ issues: [{ ...issue, value: context.req.query('value') }], data }, context).part);
      return context.text('');
    });
    for (const url of [
      '/7?a=1&value=1',
      '/7?a=1&a=2',
      '/7?read=raw&value=zz',
      '/7?read=kept&value=zz',
      '/7?value=zz',
    ]) {
      await made.request(url, { method: 'POST', body: 'x' });
    }
    expect(parts).toEqual(['query', 'query', 'body', 'body', undefined]);
  });
});
