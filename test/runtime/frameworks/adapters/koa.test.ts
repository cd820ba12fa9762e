import { problemHandler as forKoa } from 'arcp-problems/koa';
import Koa from 'koa';
import { describe, expect, test } from 'vitest';
import { failed, gone, goneBody, nodeResponse, notFound, options, secret } from './doubles.ts';

/** What the adapter hands to its framework, without a server. The suites ask the framework itself over HTTP. */

describe('Koa', () => {
  /** What the middleware makes of a context, in whose request a handler runs. */
  async function ask(handler: (context: Koa.Context) => unknown, hooks = {}, state: object = {}) {
    const app = new Koa();
    const emitted: unknown[] = [];
    app.on('error', (error) => emitted.push(error));
    const { response, sent } = nodeResponse(state);
    response.statusCode = 404;
    const request = { method: 'GET', url: '/', headers: {}, socket: {} };
    const context = app.createContext(request as never, response as never);
    await forKoa(hooks)(context, async () => handler(context));
    const { status, body: text } = context;
    return {
      context,
      emitted,
      sent,
      answer: [status, typeof text === 'string' && text.startsWith('{') ? JSON.parse(text) : text],
    };
  }
  const fails = (error: unknown) => () => {
    throw error;
  };

  test.each<[string, (context: Koa.Context) => unknown, unknown[]]>([
    ['an error', fails(gone()), [410, goneBody]],
    ['nothing', () => {}, [404, notFound]],
    ['a status alone', (context) => (context.status = 410), [410, { type: 'about:blank', title: 'Gone', status: 410 }]],
    ['a status below 400', (context) => (context.status = 204), [204, undefined]],
    ['a body', (context) => Object.assign(context, { status: 404, body: 'own' }), [404, 'own']],
    ['nothing to respond to', (context) => (context.respond = false), [404, undefined]],
  ])('with %s', async (_, handler, answer) => {
    expect((await ask(handler)).answer).toEqual(answer);
  });

  test('tells the app what it would log', async () => {
    expect((await ask(fails(secret))).emitted).toEqual([secret]);
    expect((await ask(fails('text'))).emitted).toEqual([new Error('thrown: text')]);
    const { logged, log } = options();
    expect([(await ask(fails(secret), { log })).emitted, logged]).toEqual([[], [secret]]);
  });

  test('keeps the fields that were set, and drops those of the unsent body', async () => {
    const { context } = await ask((own) => {
      own.set({
        'X-A': 'b',
        ETag: '"1"',
        Vary: 'Accept',
        'Cache-Control': 'private, max-age=1',
        'WWW-Authenticate': 'Basic',
      });
      throw Object.assign(gone(), { status: 401, headers: { Vary: 'Origin' } });
    });
    expect({ ...context.response.headers }).toMatchObject({
      'x-a': 'b',
      vary: 'Accept, Origin',
      'cache-control': 'private',
      'content-type': 'application/problem+json',
    });
    expect(context.response.headers).not.toHaveProperty('etag');
  });

  const plain = (members: object = {}) => ({ type: 'urn:x', title: 'X', status: 409, ...members });
  const ofParser = () => Object.assign(new SyntaxError('secret'), { status: 400, body: '{' });

  test.each<[string, object, object]>([
    ['a problem', plain(), plain()],
    ['a problem with such a member', plain({ headers: { vary: 'Age' } }), plain({ headers: { vary: 'Age' } })],
    ['a problem with another one', plain({ headers: ['Origin'] }), plain({ headers: ['Origin'] })],
    ['an error of a parser', ofParser(), { type: 'about:blank', title: 'Bad Request', status: 400 }],
    ['an error that is shown', gone(), goneBody],
  ])('reads %s as it was thrown, without what @koa/cors writes onto it', async (_, thrown, sent) => {
    const { answer } = await ask((context) => {
      context.vary('Accept');
      context.vary('Origin');
      context.set('Access-Control-Allow-Origin', '*');
      if (!('headers' in thrown))
        Object.assign(thrown, { headers: { 'Access-Control-Allow-Origin': '*', vary: 'Origin' } });
      throw thrown;
    });
    expect(answer[1]).toEqual(sent);
  });

  test('answers where the body cannot be written, as to HEAD over HTTP/2', async () => {
    const { answer, sent } = await ask(fails(gone()), {}, { socket: { writable: false } });
    expect([answer, sent()]).toEqual([[410, goneBody], [410]]);
  });

  test('answers or ends what fails after the last middleware, once', async () => {
    const open = await ask((context) => (context.body = 'own'), { log() {} });
    for (const error of [null, undefined, secret, secret]) open.context.onerror(error as never);
    expect(open.sent()).toEqual([500, failed]);
    const { logged, log } = options();
    const late = await ask(fails(secret), { log }, { headersSent: true });
    expect([late.sent(), logged]).toEqual([[404, 'destroyed'], [secret]]);
    const ended = await ask(fails(secret), { log }, { headersSent: true, writableEnded: true });
    expect(ended.sent()).toEqual([404]);
  });
});
