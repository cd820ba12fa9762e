import { problemHandler as forH3, problemValidation as validationOfH3 } from 'arcp-problems/h3';
import { H3, HTTPError } from 'h3';
import { describe, expect, test } from 'vitest';
import { body, failed, gone, goneBody, nodeResponse, quietly, secret } from './doubles.ts';

/** What the adapter hands to its framework, without a server. The suites ask the framework itself over HTTP. */

describe('h3 2', () => {
  const ask = async (handler: (event: never) => unknown, path = '/a?q=1', init?: RequestInit) => {
    const app = new H3({ onError: forH3({ log() {} }) as never });
    app.all('/:id', handler as never);
    return app.request(path, init);
  };
  const fails = (error: unknown) => () => {
    throw error;
  };

  test('is answered, and keeps the fields that were set', async () => {
    await quietly(async () => {
      expect(await body(await ask(fails(gone())))).toEqual([410, goneBody]);
      expect(await body(await ask(fails(secret)))).toEqual([500, failed]);
    });
    const response = await ask((event: { res: { errHeaders: Headers; headers: Headers } }) => {
      event.res.errHeaders.set('X-A', 'b');
      event.res.errHeaders.set('WWW-Authenticate', 'Basic');
      event.res.headers.set('Allow', 'GET');
      throw new HTTPError({ status: 401, message: 'Who are you?' });
    });
    expect([response.headers.get('x-a'), response.headers.get('allow'), response.status]).toEqual(['b', null, 401]);
  });

  test.each([
    [405, undefined, 'GET'],
    [405, 'PUT', 'PUT'],
    [404, undefined, null],
  ])('with status %i and the Allow %s sends %s', async (status, set, sent) => {
    const response = await ask((event: { res: { errHeaders: Headers; headers: Headers } }) => {
      event.res.headers.set('Allow', 'GET');
      if (set) event.res.errHeaders.set('Allow', set);
      throw new HTTPError({ status });
    });
    expect(response.headers.get('allow')).toBe(sent);
  });

  const issues = [{ message: 'is low', path: ['q'] }];
  const invalid = (more: object = {}) => new HTTPError({ status: 400, data: { issues, ...more } });

  test.each<[string, string, boolean, object]>([
    ['in the URL', '/a?q=1', false, { parameter: 'q' }],
    ['in neither', '/a', false, { name: 'q' }],
    ['in the body', '/a', true, { pointer: '#/q' }],
    ['in the URL, beside a body', '/a?q=1', true, { name: 'q' }],
  ])('a value %s is told so', async (_, path, isRead, place) => {
    const response = await ask(
      async (event: { req: Request }) => {
        if (isRead) await event.req.text();
        throw invalid();
      },
      path,
      { method: 'POST', body: 'x' },
    );
    expect(await response.json()).toMatchObject({ errors: [{ detail: 'is low', ...place }] });
  });

  test('a part that was named is believed', async () => {
    const named = new HTTPError({ status: 400, data: { issues }, cause: { part: 'headers' } } as never);
    const response = await ask(() => Promise.reject(named));
    expect(await response.json()).toMatchObject({ errors: [{ detail: 'is low', header: 'q' }] });
  });

  test('one of several values in the URL is enough', async () => {
    const both = [...issues, { message: 'is high', path: ['b'] }];
    const response = await ask(() => Promise.reject(new HTTPError({ status: 400, data: { issues: both } })));
    expect(await response.json()).toMatchObject({ errors: [{ parameter: 'q' }, { parameter: 'b' }] });
  });

  test('problemValidation says what its part is', () => {
    const failure = { issues, _source: 'query' };
    expect([validationOfH3('body')(failure), validationOfH3()(failure), validationOfH3()({})]).toEqual([
      { message: 'The request is not valid.', issues, part: 'body' },
      { message: 'The request is not valid.', issues, part: 'query' },
      { message: 'The request is not valid.', issues: undefined, part: undefined },
    ]);
  });
});

describe('h3 1', () => {
  const raw = Symbol.for('h3RawBody');
  const ask = async (
    error: unknown,
    { req = {}, state = {}, params = {} }: { req?: object; state?: object; params?: object } = {},
  ) => {
    const { response, sent } = nodeResponse(state);
    const event = { path: '/a?q=1', node: { req, res: response }, res: {}, context: { params } };
    await forH3({ log() {} })(error as Error, event as never);
    return sent();
  };
  const issues = (name: string) => ({ statusCode: 400, data: { issues: [{ message: 'is low', path: [name] }] } });
  const own = (more: object) =>
    Object.assign(
      new (class extends Error {
        static __h3_error__ = true;
      })('x'),
      more,
    );

  test('is answered, or ended where it is late', async () => {
    expect(await ask(gone())).toEqual([410, goneBody]);
    expect(await ask(secret, { state: { headersSent: true } })).toEqual([200, 'destroyed']);
    expect(await ask(secret, { state: { headersSent: true, writableEnded: true } })).toEqual([200]);
  });

  test.each<[string, string, () => object, object]>([
    ['of the query', 'q', () => ({}), { parameter: 'q' }],
    ['of the path', 'id', () => ({}), { parameter: 'id' }],
    ['of nothing', 'b', () => ({}), { name: 'b' }],
    ['of the body', 'b', () => ({ [raw]: Promise.resolve('{}') }), { pointer: '#/b' }],
    ['of a body that cannot be read', 'b', () => ({ [raw]: Promise.reject(secret) }), { pointer: '#/b' }],
    ['of the query, beside a body', 'q', () => ({ [raw]: Promise.resolve('{}') }), { name: 'q' }],
  ])('a value %s is told so', async (_, name, req, place) => {
    const [, problem] = await ask(own(issues(name)), { req: req(), params: { id: '7' } });
    expect(problem).toMatchObject({ status: 400, errors: [{ detail: 'is low', ...place }] });
  });

  test('malformed JSON of the body is 400', async () => {
    const text = '{"a';
    const fault = (() => {
      try {
        return JSON.parse(text);
      } catch (error) {
        return error;
      }
    })();
    expect((await ask(fault, { req: { [raw]: Promise.resolve(Buffer.from(text)) } }))[0]).toBe(400);
    expect((await ask(fault, { req: { [raw]: Promise.resolve(undefined) } }))[0]).toBe(500);
    expect((await ask(fault, { req: {} }))[0]).toBe(500);
  });
});
