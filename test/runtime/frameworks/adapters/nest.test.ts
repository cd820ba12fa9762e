import { problemHandler as forNest, problemPipe, problemValidation as validationOfNest } from 'arcp-problems/nest';
import { describe, expect, test } from 'vitest';
import { gone, goneBody, nodeResponse, options, quietly, secret } from './doubles.ts';

/** What the adapter hands to its framework, without a server. The suites ask the framework itself over HTTP. */

describe('Nest', () => {
  const host = (response: object, request: object = {}, type = 'http') =>
    ({
      getType: () => type,
      switchToHttp: () => ({ getResponse: () => response, getRequest: () => request }),
    }) as never;

  test('is answered on Express, and ended where it is late', async () => {
    const { logged, log } = options();
    const open = nodeResponse();
    forNest({ log }).catch(gone(), host(open.response));
    const late = nodeResponse({ headersSent: true });
    forNest({ log }).catch(secret, host(late.response));
    const ended = nodeResponse({ headersSent: true, writableEnded: true });
    forNest({ log }).catch(secret, host(ended.response));
    expect([open.sent(), late.sent(), ended.sent(), logged]).toEqual([
      [410, goneBody],
      [200, 'destroyed'],
      [200],
      [secret, secret],
    ]);
    expect(await quietly(() => forNest().catch(secret, host(nodeResponse().response)))).toEqual([secret]);
  });

  test('is answered on Fastify', () => {
    const sent: unknown[] = [];
    const raw = { statusCode: 200, headersSent: false };
    const reply = {
      raw,
      getHeaders: () => ({}),
      getHeader: () => undefined,
      header() {},
      code: (status: number) => ({ send: (text: Buffer) => sent.push(status, JSON.parse(String(text))) }),
    };
    forNest().catch(gone(), host(reply));
    expect(sent).toEqual([410, goneBody]);
  });

  test('leaves what is not HTTP', () => {
    expect(() => forNest().catch(secret, host({}, {}, 'rpc'))).toThrow(secret);
  });

  test('looks values up in the request', () => {
    const { response, sent } = nodeResponse();
    const error = validationOfNest([{ property: 'a', constraints: { min: 'is low' }, value: 1 } as never]);
    forNest().catch(error, host(response, { query: { a: 1 }, body: {} }));
    expect(sent()[1]).toMatchObject({ errors: [{ detail: 'is low', parameter: 'a' }] });
  });

  test.each([
    ['query', undefined, 'query'],
    ['custom', undefined, undefined],
    ['query', 'body', 'body'],
  ])('a pipe at the argument %s adds it to the part %s', async (type, part, expected) => {
    const error = Object.assign(new Error('x'), { data: { issues: [], part } });
    const pipe = problemPipe({ transform: () => Promise.reject(error) });
    await expect(pipe.transform(1, { type } as never)).rejects.toBe(error);
    expect(error.data.part).toBe(expected);
  });

  test('a pipe returns what it makes, and throws on what is not of a validator', async () => {
    expect(await problemPipe({ transform: (value) => [value] }).transform(1, { type: 'body' })).toEqual([1]);
    for (const error of [secret, 'text', { data: {} }]) {
      const pipe = problemPipe({ transform: () => Promise.reject(error) });
      await expect(pipe.transform(1, { type: 'body' })).rejects.toBe(error);
    }
    expect({ data: {} }).toEqual({ data: {} });
  });
});
