import { aboutBlank, problemResponse, readProblem, throwIfProblem } from 'arcp-problems';
import { describe, expect, test } from 'vitest';
import { headers, lapsed, respond, timestamp, title } from './inspection.ts';

describe('throwIfProblem', () => {
  test('gives what it got where that is not a problem', async () => {
    const response = respond('<h1>', { headers: {} });
    expect(await throwIfProblem(response)).toBe(response);
    expect(await throwIfProblem(Promise.resolve(response))).toBe(response);
    const cause = new Error('no network');
    await expect(throwIfProblem(Promise.reject(cause))).rejects.toBe(cause);
  });

  test('throws a problem of another server, which is not passed on', async () => {
    const response = problemResponse(lapsed);
    const error = await throwIfProblem(response).catch((thrown) => thrown);
    const { name, message, problem, exchange, status, statusCode, expose, cause } = error;
    expect({ name, message, problem, exchange, status, statusCode, expose, cause }).toEqual({
      name: 'ProblemError',
      message: 'Session Validation Failed (https://arcp.0x001.tech/docs/problems/session-invalid)',
      problem: {
        type: 'https://arcp.0x001.tech/docs/problems/session-invalid',
        title: 'Session Validation Failed',
        status: 401,
        timestamp,
      },
      exchange: { status: 401 },
      status: 401,
      statusCode: 401,
      expose: false,
      cause: undefined,
    });
    expect(await readProblem(error.getResponse({ headers: { 'X-A': '1' } }))).toEqual(aboutBlank(500));
    expect(error.getResponse({ headers: { 'X-A': '1' } }).headers.get('X-A')).toBe('1');
  });

  test('keeps what a promise was rejected with as the cause', async () => {
    const rejected = { response: { headers, data: { title, status: 404 } } };
    const error = await throwIfProblem(Promise.reject(rejected)).catch((thrown) => thrown);
    expect([error.status, error.statusCode, error.exchange, error.cause]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    const bare = await throwIfProblem({ title, status: 418 }).catch((thrown) => thrown);
    expect([bare.status, bare.cause]).toEqual([418, undefined]);
  });
});
