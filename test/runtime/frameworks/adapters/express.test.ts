import { problemHandler as forExpress, notFoundHandler } from 'arcp-problems/express';
import { describe, expect, test, vi } from 'vitest';
import { gone, goneBody, nodeResponse, options, quietly, secret } from './doubles.ts';

/** What the adapter hands to its framework, without a server. The suites ask the framework itself over HTTP. */

describe('Express', () => {
  const json = '{"a":';
  const fault = () => {
    try {
      return JSON.parse(json);
    } catch (error) {
      return error;
    }
  };

  test('is answered', async () => {
    const { response, sent } = nodeResponse();
    const next = vi.fn();
    forExpress()(gone(), {} as never, response as never, next);
    expect([sent(), next.mock.calls]).toEqual([[410, goneBody], []]);
  });

  test('tells what its text is malformed at', () => {
    const { response, sent } = nodeResponse();
    forExpress()(fault(), { body: json } as never, response as never, vi.fn());
    expect(sent()[0]).toBe(400);
  });

  test('logs to the console where the response is not late', async () => {
    const ask = (state: object) => () =>
      forExpress()(secret, {} as never, nodeResponse(state).response as never, vi.fn());
    expect(await quietly(ask({}))).toEqual([secret]);
    expect(await quietly(ask({ headersSent: true }))).toEqual([]);
  });

  test('passes on what is late, unless the response has ended', () => {
    const { logged, log } = options();
    const next = vi.fn();
    const late = nodeResponse({ headersSent: true });
    forExpress({ log })(gone(), {} as never, late.response as never, next);
    const ended = nodeResponse({ headersSent: true, writableEnded: true });
    forExpress({ log })(secret, {} as never, ended.response as never, next);
    expect([next.mock.calls.length, late.sent(), ended.sent(), logged.length]).toEqual([1, [200], [200], 2]);
  });

  test('has an error for a path without a route', () => {
    const next = vi.fn();
    notFoundHandler()({} as never, {} as never, next);
    expect(next.mock.calls).toEqual([[expect.objectContaining({ name: 'ProblemError', status: 404 })]]);
  });
});
