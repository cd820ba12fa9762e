import { expect, test } from 'vitest';
import { answer, type ProblemHandlerOptions } from '#runtime/frameworks/answer.ts';
import { readError } from '#runtime/frameworks/framework-error.ts';
import { aboutBlank } from '#runtime/problem/about-blank.ts';
import { ProblemError } from '#runtime/problem/error.ts';
import { outOfStock } from './routes.ts';

/** What any thrown thing becomes, whichever framework it comes from. */

const bare = (status: number, title: string) => ({ type: 'about:blank', title, status });
const serverError = bare(500, 'Internal Server Error');
const revoked = () => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};

test.each<[string, unknown]>([
  ['undefined', undefined],
  ['null', null],
  ['text', 'secret'],
  ['a number', 404],
  ['a symbol', Symbol('secret')],
  ['a function', () => 404],
  ['a revoked proxy', revoked()],
  ['an error', new Error('secret')],
  ['a status that is text', { status: '404' }],
  ['a status that is no error', { status: 200, expose: true }],
  ['a status out of range', { status: 999, expose: true }],
  ['an answer of another server', Object.assign(new Error('secret'), { status: 401, response: { status: 401 } })],
])('%s is a bare 500', (_case, thrown) => {
  expect(readError(thrown)).toEqual({ problem: serverError });
});

test('a problem is recognized by shape, so that two copies of the package work together', () => {
  const problem = outOfStock({ sku: 'A-1' });
  expect(readError({ problem }).problem).toBe(problem);
  expect(readError(new ProblemError({ type: 'https://shop.example/problems/x', status: 409 })).problem).toEqual({
    type: 'https://shop.example/problems/x',
    status: 409,
  });
});

test('a message that repeats the status is left out', () => {
  const error = (message: string, name: string) =>
    Object.assign(new Error(message), { name, status: 413, expose: true });
  expect(readError(error('Payload Too Large', 'PayloadTooLargeError')).problem).toEqual(bare(413, 'Content Too Large'));
  expect(readError(error('content too large', 'Error')).problem).toEqual(bare(413, 'Content Too Large'));
  expect(readError(error('At most 3 files.', 'Error')).problem.detail).toBe('At most 3 files.');
});

test('an error of the operating system keeps its paths to itself', () => {
  const error = Object.assign(new Error("ENOENT: no such file, open '/srv/app/x'"), {
    status: 404,
    expose: true,
    syscall: 'open',
  });
  expect(readError(error).problem).toEqual(bare(404, 'Not Found'));
});

test('header fields that cannot be sent are left out', () => {
  const headers = {
    'Retry-After': 5,
    'X-Many': ['a', 'b'],
    'X-Break': 'a\r\nSet-Cookie: b=1',
    'X-Control': 'a\u0001',
    'bad name': 'x',
    'Content-Length': '3',
    'X-Absent': undefined,
  };
  const read = readError(Object.assign(new Error('slow'), { status: 429, expose: true, headers }));
  expect(read.fields).toEqual({
    'cache-control': 'no-store',
    'content-type': 'application/problem+json',
    'retry-after': '5',
    'x-many': 'a, b',
  });
});

const ask = (error: unknown, options: ProblemHandlerOptions<object>, late = false) =>
  answer(error, options, { request: {}, late });

test('map may give a problem, or a ProblemError with header fields', () => {
  const problem = outOfStock({ sku: 'A-1' });
  expect(ask(new Error('x'), { map: () => problem })).toMatchObject({ status: 409, body: JSON.stringify(problem) });
  const { fields, status } = ask(new Error('x'), {
    map: () => new ProblemError(aboutBlank(401), { headers: { 'WWW-Authenticate': 'Bearer' } }),
  });
  expect([status, fields['www-authenticate']]).toEqual([401, 'Bearer']);
});

test.each<[string, () => unknown]>([
  ['a promise', async () => outOfStock({ sku: 'A' })],
  ['a promise that fails', () => Promise.reject(new Error('secret'))],
  ['text', () => 'secret'],
  ['nothing of a problem', () => ({ secret: true })],
  ['null', () => null],
])('a map that gives %s is passed over', (_case, map) => {
  expect(JSON.parse(ask(new Error('x'), { map: map as () => undefined }).body)).toEqual(serverError);
});

test('a problem without a usable status is sent as 500, in the body too', () => {
  const { status, body } = ask(new Error('x'), { map: () => ({ type: 'about:blank', status: 204 }) });
  expect([status, JSON.parse(body).status]).toEqual([500, 500]);
});

test('a problem that has no JSON form is sent without what has none', () => {
  const { body } = ask(new ProblemError({ ...aboutBlank(409), size: 1n } as never), {});
  expect(JSON.parse(body)).toEqual(bare(409, 'Conflict'));
});

test('log takes 5xx and what came too late, and nothing else', () => {
  const logged: unknown[] = [];
  const log = (error: unknown, _request: object, problem: { status?: number }) => logged.push([error, problem.status]);
  ask('unknown', { log });
  ask(new ProblemError(aboutBlank(404)), { log });
  ask('late', { log }, true);
  expect(logged).toEqual([
    ['unknown', 500],
    ['late', 500],
  ]);
  const throwing = () => {
    throw new Error('log');
  };
  expect(ask('unknown', { log: throwing }).status).toBe(500);
});
