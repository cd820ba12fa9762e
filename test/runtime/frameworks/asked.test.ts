import { problemResponse, throwIfProblem } from 'arcp-problems';
import { expect, test } from 'vitest';
import { answer, notFound } from '#runtime/frameworks/answer.ts';
import { askedBy, isNamedByStatus } from '#runtime/frameworks/client-errors.ts';
import { broughtResponse, readError } from '#runtime/frameworks/framework-error.ts';

/** What each kind of error asks for, by its shape, and what of it is sent. */

const made = (members: object, error = new Error('x')) => Object.assign(error, members);
const headers = { 'X-A': 'b' };
const valid = new Error('x');
class H3Error extends Error {
  static __h3_error__ = true;
}
class Odd extends Error {
  override name = 'Error';
}

test.each<[string, object, unknown]>([
  ['http-errors', made({ status: 404, expose: true, headers }), { status: 404, headers, isShown: true }],
  ['http-errors that hide', made({ statusCode: 404, expose: false }), { status: 404, isShown: false }],
  ['expose as text', made({ status: 404, expose: 'yes' }), undefined],
  ['Hono', made({ status: 404, getResponse() {}, res: { headers } }), { status: 404, headers }],
  ['Nest', made({ status: 404, getResponse() {} }), { status: 404 }],
  ['getResponse that is none', made({ status: 404, getResponse: 1 }), undefined],
  ['Fastify by name', made({ name: 'FastifyError', statusCode: 413 }), { status: 413 }],
  ['Fastify by code', made({ code: 'FST_X', statusCode: 413 }), { status: 413 }],
  ['a code with FST in it', made({ code: 'X_FST_', statusCode: 413 }), undefined],
  ['Fastify by findings', made({ validation: [], statusCode: 400 }), { status: 400 }],
  ['h3 2', made({ name: 'HTTPError', status: 404, statusText: '' }), { status: 404, isShown: true }],
  [
    'h3 2 with fields',
    made({ name: 'HTTPError', status: 404, statusText: '', cause: { headers } }),
    { status: 404, headers, isShown: true },
  ],
  [
    'h3 2 of a validator',
    made({ name: 'HTTPError', status: 400, statusText: '', data: valid, cause: {} }),
    { status: 400, isShown: false },
  ],
  [
    'h3 2 of a validator by its cause',
    made({ name: 'HTTPError', status: 400, statusText: '', cause: { cause: valid } }),
    { status: 400, isShown: false },
  ],
  [
    'h3 2 with other data',
    made({ name: 'HTTPError', status: 400, statusText: '', data: { message: 'x' }, cause: { cause: new Error('y') } }),
    { status: 400, isShown: true },
  ],
  ['got', made({ name: 'HTTPError', status: 404, statusText: '', response: {} }), undefined],
  ['HTTPError of another kind', made({ name: 'HTTPError', status: 404, url: '' }), undefined],
  ['another name with statusText', made({ name: 'Fault', status: 404, statusText: '' }), undefined],
  ['h3 1', made({ statusCode: 404 }, new H3Error('x')), { status: 404, isShown: true }],
  ['h3 1 of a validator', made({ statusCode: 400, data: valid }, new H3Error('x')), { status: 400, isShown: false }],
  ['h3 1, not handled', made({ statusCode: 404, unhandled: true }, new H3Error('x')), undefined],
  ['boom', made({ isBoom: true, output: { statusCode: 409, headers } }), { status: 409, headers }],
  ['boom without output', made({ isBoom: true, status: 409 }), { status: undefined }],
  ['multer', made({ name: 'MulterError', code: 'LIMIT_UNEXPECTED_FILE' }), { status: 400 }],
  ['multer, too long', made({ name: 'MulterError', code: 'LIMIT_FIELD_KEY' }), { status: 400 }],
  ['multer, too large', made({ name: 'MulterError', code: 'LIMIT_FIELD_VALUE' }), { status: 413 }],
  ['multer, too many', made({ name: 'MulterError', code: 'LIMIT_PART_COUNT' }), { status: 413 }],
  ['multer, another limit', made({ name: 'MulterError', code: 'LIMIT_FILE_SIZES' }), { status: 400 }],
  ['multer, no name', made({ name: 'MulterError', code: 'MISSING_FIELD_NAME' }), { status: 400 }],
  ['multer, another fault', made({ name: 'MulterError', code: 'MISSING_FIELD_NAMES' }), undefined],
  ['multer, a fault of storage', made({ name: 'MulterError', code: 'NO_LIMIT_FILE_SIZE' }), undefined],
  ['a code like that of multer', made({ code: 'LIMIT_FILE_SIZE' }), undefined],
  ['formidable, first', made({ httpCode: 413, code: 1000 }), { status: 413, isShown: false }],
  ['formidable, last', made({ httpCode: 413, code: 1099 }), { status: 413, isShown: false }],
  ['a code below those of formidable', made({ httpCode: 413, code: 999 }), undefined],
  ['a code above those of formidable', made({ httpCode: 413, code: 1100 }), undefined],
  ['a code of formidable alone', made({ code: 1000 }), undefined],
  [
    'express-openapi-validator',
    made({ name: 'Bad Request', status: 400, errors: [], path: '/x', headers }),
    { status: 400, headers },
  ],
  ['a list of errors with another name', made({ name: 'Fault', status: 400, errors: [], path: '/x' }), undefined],
  ['a name of a status without a list', made({ name: 'Bad Request', status: 400, path: '/x' }), undefined],
  ['a name of a status without a path', made({ name: 'Bad Request', status: 400, errors: [] }), undefined],
  ['express-jwt', made({ name: 'UnauthorizedError', status: 401, inner: {} }), { status: 401 }],
  ['UnauthorizedError of another kind', made({ name: 'UnauthorizedError', status: 401 }), undefined],
  ['UnauthorizedError of another status', made({ name: 'UnauthorizedError', status: 403, inner: {} }), undefined],
  ['another error with an inner one', made({ name: 'Fault', status: 401, inner: {} }), undefined],
  ['passport', made({ name: 'AuthenticationError', status: 401 }, new Error('Unauthorized')), { status: 401 }],
  [
    'passport, another status',
    made({ name: 'AuthenticationError', status: 400 }, new Error('Bad Request')),
    { status: 400 },
  ],
  ['AuthenticationError with a message', made({ name: 'AuthenticationError', status: 401 }), undefined],
  [
    'AuthenticationError with more members',
    made({ name: 'AuthenticationError', status: 401, request_id: '7' }, new Error('Unauthorized')),
    undefined,
  ],
  ['another error like that of passport', made({ name: 'Fault', status: 401 }, new Error('Unauthorized')), undefined],
  ['@fastify/busboy', new Error('Unexpected end of multipart data'), { status: 400 }],
  [
    '@fastify/busboy, a part',
    new Error('Part terminated early due to unexpected end of multipart data'),
    { status: 400 },
  ],
  ['busboy', new Error('Malformed part header'), { status: 400 }],
  ['busboy, the type', new Error('Unsupported content type: text/x'), { status: 415 }],
  ['busboy, no type', new Error('Missing Content-Type'), { status: 415 }],
  ['a text that begins so', new Error('Malformed part headers'), undefined],
  ['a text that ends so', new Error('A Malformed part header'), undefined],
  ['a text with the type in it', new Error('No: Unsupported content type: text/x'), undefined],
  ['a text that goes on', new Error('Missing Content-Types'), undefined],
  ['busboy of another class', new Odd('Malformed part header'), undefined],
  ['an error without a class', Object.setPrototypeOf(new Error('x'), Object.create(null)), undefined],
  ['a plain error', made({ status: 404 }), { status: 404, isShown: false }],
  [
    'a plain error of a parser',
    made({ status: 400, body: '{' }, new SyntaxError('x')),
    { status: 400, isShown: false },
  ],
  ['a plain error with a name', made({ status: 404, statuses: 1 }), undefined],
  ['a plain error with a second message', made({ status: 404, my_message: 1 }), undefined],
  ['a plain error without a status', made({}), undefined],
  ['an error of a class', made({ status: 404 }, new Odd('x')), undefined],
  ['an object', { status: 404, message: 'Malformed part header' }, undefined],
])('%s', (_, error, asked) => {
  expect(askedBy(error)).toEqual(asked);
});

test.each([
  ['Not Found', 404, true],
  ['Not Found', 410, false],
  ['Request Entity Too Large', 413, true],
  ['Payload Too Large', 413, true],
  ['Unprocessable Entity', 422, true],
  ['Gone', 410, true],
])('%j is the name of %j: %s', (text, status, isName) => {
  expect(isNamedByStatus(text, status)).toBe(isName);
});

const shown = (status: number, message: unknown, more: object = {}) => {
  const error = made({ status, expose: true, ...more });
  Object.defineProperty(error, 'message', { value: message });
  const { problem } = readError(error);
  return [problem.status, problem.detail];
};

test.each<[number, unknown, object, string | undefined]>([
  [404, 'No such card.', {}, 'No such card.'],
  [404, 7, {}, undefined],
  [404, '', { name: 'Empty' }, undefined],
  [404, 'not found', {}, undefined],
  [404, 'not found here', {}, 'not found here'],
  [404, 'Page not found', {}, 'Page not found'],
  [404, 'Not Found!', {}, undefined],
  [404, 'Cannot GET /a?token=b', {}, undefined],
  [404, 'Cannot get /a', {}, 'Cannot get /a'],
  [404, 'He said: Cannot GET /a', {}, 'He said: Cannot GET /a'],
  [404, 'Cannot find any route matching /a', {}, undefined],
  [404, 'Cannot find any path matching /a', {}, undefined],
  [405, 'POST method not allowed', {}, undefined],
  [405, 'POST method not allowed here', {}, 'POST method not allowed here'],
  [405, 'post method not allowed', {}, 'post method not allowed'],
  [400, 'HTTPError', {}, undefined],
  [400, 'HTTPErrors are rare', {}, 'HTTPErrors are rare'],
  [422, 'Unprocessable Entity', {}, undefined],
  [409, 'Out of stock', { name: 'OutOfStockError' }, undefined],
  [409, 'Out of stock', { name: 'OutOfStockException' }, undefined],
  [409, 'The errors of my exceptions', { name: 'Them' }, 'The errors of my exceptions'],
  [409, 'error handling', { name: 'Handling' }, 'error handling'],
  [409, 'exception handling', { name: 'Handling' }, 'exception handling'],
  [413, 'secret', { limit: 100 }, 'The request body is larger than 100 bytes.'],
  [413, 'Too many files.', { limit: 1.5 }, 'Too many files.'],
  [400, 'At most 3.', { limit: 3 }, 'At most 3.'],
  [500, 'secret', {}, undefined],
  [499, 'Left.', {}, 'Left.'],
  [404, 'secret', { syscall: 'open' }, undefined],
])('of %i %j with %o is said %j', (status, message, more, detail) => {
  expect(shown(status, message, more)).toEqual([status, detail]);
});

test.each<[number, number]>([
  [399, 500],
  [400, 400],
  [599, 599],
  [600, 500],
  [404.5, 500],
])('a status of %d is answered with %i', (status, sent) => {
  expect(readError(made({ status, expose: true })).problem.status).toBe(sent);
});

test('findings are told below 500 only', () => {
  const data = { issues: [{ message: 'is low', path: ['a'] }] };
  expect(readError(made({ status: 422, expose: true, data })).problem).toMatchObject({ errors: [{ name: 'a' }] });
  expect(readError(made({ status: 500, expose: true, data })).problem).toEqual({
    type: 'about:blank',
    title: 'Internal Server Error',
    status: 500,
  });
});

test.each<[unknown, Record<string, string>]>([
  [new Headers({ 'X-A': 'b', 'Retry-After': '5' }), { 'x-a': 'b', 'retry-after': '5' }],
  [{ 'X-A': ['b', 'c'] }, { 'x-a': 'b, c' }],
  [{ 'X-A': 'b\té' }, { 'x-a': 'b\té' }],
  [{ 'X-A': 'b\nc', 'X-B': '日', 'X-C': null, '': 'x', 'a b': 'x', 'x:': 'x' }, {}],
  [{ 'Content-Length': '3', 'content-type': 'x', 'Content-Range': 'x', 'Transfer-Encoding': 'x' }, {}],
  [
    { 'X-Content-Type': 'x', 'Content-Typed': 'x' },
    { 'x-content-type': 'x', 'content-typed': 'x' },
  ],
  [{ "!#$%&'*+.^_`|~-1a": 'x' }, { "!#$%&'*+.^_`|~-1a": 'x' }],
  [{ entries: 'x' }, { entries: 'x' }],
])('of the header fields %# is sent what can be', (given, fields) => {
  const { fields: sent } = readError(made({ status: 404, expose: true, headers: given }));
  const { 'content-type': type, ...rest } = sent as Record<string, string>;
  expect([type, rest]).toEqual(['application/problem+json', fields]);
});

test('an error that has a problem brings its own header fields', () => {
  const problem = { type: 'urn:x', title: 'X', status: 409 };
  expect(readError({ problem })).toEqual({ problem });
  expect(readError({ ...problem, headers })).toEqual({ problem: { ...problem, headers } });
  expect(readError(made({ problem, headers: { 'x-a': 'b', 'Content-Length': '1' } }))).toEqual({
    problem,
    fields: expect.objectContaining({ 'x-a': 'b' }),
  });
  expect(readError(made({ problem, headers: { 'x a': 'b' } })).fields).not.toHaveProperty('x a');
  expect(readError(made({ name: 'ProblemError', problem, headers: { 'x-a': 'b' } }))).toEqual({
    problem,
    fields: { 'x-a': 'b' },
  });
});

test('what only looks like a ProblemError is none', async () => {
  const problem = { type: 'urn:x', title: 'X', status: 409 };
  expect(readError({ name: 'ProblemError', problem: 'urn:x' }).problem.status).toBe(500);
  expect(readError({ name: 'ProblemError', ...problem }).problem).toMatchObject(problem);
  const received = await throwIfProblem(problemResponse(problem)).catch((error) => error);
  expect([received.problem, readError(received).problem.status]).toEqual([problem, 500]);
});

test('a response that Hono brings is sent if it is a problem', () => {
  const brought = (type: string | undefined, more = {}) => {
    const res = new Response('{}', { headers: type ? { 'Content-Type': type } : {} });
    return broughtResponse({ res, getResponse: () => res, ...more }) === res;
  };
  expect([brought('application/problem+json; charset=utf-8'), brought('application/json'), brought(undefined)]).toEqual(
    [true, false, false],
  );
  expect(brought('application/problem+json', { getResponse: undefined })).toBe(false);
  expect([broughtResponse(undefined), broughtResponse({ res: null, getResponse() {} })]).toEqual([
    undefined,
    undefined,
  ]);
});

const ask = (error: unknown, options: object, occasion: object = {}) => {
  const logged: unknown[] = [];
  const { status, problem } = answer(error, options, {
    request: 'r',
    log: (each) => logged.push(each),
    ...occasion,
  });
  return [status, problem.title ?? problem.type, logged];
};

test.each<[string, unknown, string]>([
  ['a type', { type: 'urn:x' }, 'urn:x'],
  ['a title', { title: 'X' }, 'X'],
  ['a status', { status: 418 }, '418'],
  ['nothing', {}, 'Conflict'],
  ['a number', 7, 'Conflict'],
  ['null', null, 'Conflict'],
  ['undefined', undefined, 'Conflict'],
  ['an error', Object.assign(new Error('x'), { status: 404, expose: true }), 'Not Found'],
])('a map that gives %s', (_, mapped, expected) => {
  const { problem } = answer(made({ status: 409, expose: true }), { map: () => mapped as never }, { request: {} });
  expect(String(problem.title ?? problem.type ?? problem.status)).toBe(expected);
});

test('the log of the framework has what nobody else logs', () => {
  const own: unknown[] = [];
  const log = (...args: unknown[]) => own.push(args);
  expect(ask('x', {})).toEqual([500, 'Internal Server Error', ['x']]);
  expect(ask('x', { log })).toEqual([500, 'Internal Server Error', []]);
  expect(own).toEqual([['x', 'r', { type: 'about:blank', title: 'Internal Server Error', status: 500 }]]);
  expect(ask(notFound(), {})).toEqual([404, 'Not Found', []]);
  expect(ask(notFound(), {}, { late: true })[2]).toHaveLength(1);
  expect(ask('x', {}, { log: undefined })).toEqual([500, 'Internal Server Error', []]);
});

test('a map that fails is logged before what it was asked about', () => {
  const failure = new Error('map');
  const map = () => {
    throw failure;
  };
  expect(ask(notFound(), { map })[2]).toEqual([failure, expect.objectContaining({ status: 404 })]);
});

test('a problem is found in a cause where that is asked for', () => {
  const error = new Error('x', { cause: notFound() });
  expect([ask(error, {})[0], ask(error, { searchCause: true })[0]]).toEqual([500, 404]);
});

test('a hook that is a promise and fails does not end the process', async () => {
  const unhandled: unknown[] = [];
  const note = (reason: unknown) => unhandled.push(reason);
  process.on('unhandledRejection', note);
  answer('x', { map: async () => Promise.reject(new Error('late')) } as never, { request: {} });
  await new Promise((done) => setImmediate(done));
  process.off('unhandledRejection', note);
  expect(unhandled).toEqual([]);
});
