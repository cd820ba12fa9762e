import { H3 } from 'h3';
import { Hono } from 'hono';
import { expect, test, vi } from 'vitest';

/** A 401 without a challenge is told in development, wherever the challenge could have come from. */

const unauthorized = { type: 'about:blank', title: 'Unauthorized', status: 401 };
const challenge = { 'WWW-Authenticate': 'Basic' };

/** Returns what is told of an app. Each thing is told once in a process, so the adapters are loaded anew. */
async function told(ask: (own: Runtime) => unknown): Promise<unknown[]> {
  vi.resetModules();
  const warn = vi
    .spyOn(console, 'warn')
    .mockReset()
    .mockImplementation(() => {});
  const [{ ProblemError }, h3, hono] = await Promise.all([
    import('#runtime/index.ts'),
    import('#runtime/h3.ts'),
    import('#runtime/hono.ts'),
  ]);
  await ask({ ProblemError, h3, hono });
  return warn.mock.calls;
}

interface Runtime {
  readonly ProblemError: typeof import('#runtime/index.ts').ProblemError;
  readonly h3: typeof import('#runtime/h3.ts');
  readonly hono: typeof import('#runtime/hono.ts');
}

const missing = [[expect.stringContaining('must have a WWW-Authenticate header')]];

test.each([
  ['nowhere', {}, '', missing],
  ['in the error', challenge, '', []],
  ['in the fields of errors', {}, 'errHeaders', []],
  ['in the fields of the response', {}, 'headers', []],
] as const)('h3, with a challenge %s', async (_, headers, place, expected) => {
  const calls = await told(({ ProblemError, h3 }) => {
    const app = new H3({ silent: true, onError: h3.problemHandler({ log() {} }) as never });
    app.get('/', (event) => {
      if (place) event.res[place].set('WWW-Authenticate', 'Basic');
      throw new ProblemError(unauthorized, { headers });
    });
    return app.request('/');
  });
  expect(calls).toEqual(expected);
});

test.each([
  ['nowhere', {}, false, missing],
  ['in the error', challenge, false, []],
  ['among the fields that were set', {}, true, []],
] as const)('Hono, with a challenge %s', async (_, headers, isSet, expected) => {
  const calls = await told(({ ProblemError, hono }) => {
    const app = new Hono();
    app.onError(hono.problemHandler({ log() {} }));
    app.get('/', (context) => {
      if (isSet) context.header('WWW-Authenticate', 'Basic');
      throw new ProblemError(unauthorized, { headers });
    });
    return app.request('/');
  });
  expect(calls).toEqual(expected);
});
