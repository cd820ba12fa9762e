import Boom from '@hapi/boom';
import createError from 'http-errors';
import { expect, test } from 'vitest';
import { readError } from '#runtime/frameworks/framework-error.ts';

/**
 * Whose fault an error is, by its shape alone. `npm run test:long` tries the packages that are named here; these are the
 * rules, with errors that no list has.
 */

const with_ = (members: object, error = new Error('secret')) => Object.assign(error, members);
const bare = (status: number, title: string) => ({ type: 'about:blank', title, status });
const serverError = bare(500, 'Internal Server Error');

class ApiError extends Error {
  override name = 'ApiError';
  status = 404;
}
class QuotaError extends TypeError {
  statusCode = 429;
}

test.each<[string, unknown]>([
  ['a class of an SDK with nothing but a status', new ApiError('secret')],
  ['a class that extends TypeError', new QuotaError('secret')],
  ['an error with a status and a request ID', with_({ status: 401, requestID: 'r' })],
  ['an error with a status and a response', with_({ status: 404, response: { status: 404 } })],
  ['an error with a status and header fields', with_({ statusCode: 429, headers: { 'Retry-After': '9' } })],
  ['an error with a status and a code', with_({ status: 409, code: 'conflict' })],
  ['an error with a status and a cause', with_({ status: 401 }, new Error('secret', { cause: 'other' }))],
  ['an error with a status and a URL', with_({ status: 404, url: 'https://other.example/' })],
  ['an object with a status that is no error', { status: 404, message: 'secret' }],
  ['an object like a problem, with a type that is no URI', { type: 'not_found', title: 'Not Found', status: 404 }],
  ['an object like a problem, of a success', { type: 'about:blank', title: 'OK', status: 200 }],
  [
    'an HTTPError with a response, as got and ky throw',
    with_({ name: 'HTTPError', status: 404, statusText: '', response: {} }),
  ],
  ['a code of a database', with_({ code: '23505' })],
  ['a number as a code', with_({ code: 11000 })],
  ['an error with httpCode alone', with_({ httpCode: 404 })],
  ['findings without a status', with_({ issues: [{ message: 'x', path: ['a'] }] })],
  ['errors of an API in a list', with_({ status: 400, errors: [{ message: 'secret' }] })],
  ['a list of errors named by the status, without a path', with_({ name: 'Not Found', status: 404, errors: [] })],
  ['an error of multer about storage', with_({ name: 'MulterError', code: 'STREAM_DESTROYED' })],
  ['a text of busboy of another class', Object.assign(new ApiError('Unexpected end of form'), {})],
  ['a fetch that was aborted', new DOMException('aborted', 'AbortError')],
  ['a timeout', new DOMException('timed out', 'TimeoutError')],
  ['several errors', new AggregateError([with_({ status: 404, expose: true })], 'secret')],
  ['a response', new Response('secret', { status: 404 })],
])('%s is a bare 500', (_case, thrown) => {
  expect(readError(thrown)).toEqual({ problem: serverError });
});

test.each<[string, unknown, object]>([
  ['a plain error with a status', with_({ status: 418 }), bare(418, 'Bad Request')],
  ['a plain error with statusCode', with_({ statusCode: 429 }), bare(429, 'Too Many Requests')],
  [
    'a parser error of co-body',
    with_({ status: 400, body: '{"a":' }, new SyntaxError('secret')),
    bare(400, 'Bad Request'),
  ],
  [
    'an error made by http-errors',
    createError(404, 'No such card.'),
    { ...bare(404, 'Not Found'), detail: 'No such card.' },
  ],
  ['one that is not exposed', createError(404, 'secret', { expose: false }), bare(404, 'Not Found')],
  ['an error of boom', Boom.conflict('Sold out.'), { ...bare(409, 'Conflict'), detail: 'Sold out.' }],
  ['an error of boom that hides', Boom.badImplementation('secret'), serverError],
  [
    'a limit of multer',
    with_({ name: 'MulterError', code: 'LIMIT_FILE_SIZE' }, new Error('File too large')),
    { ...bare(413, 'Content Too Large'), detail: 'File too large' },
  ],
  [
    'a code of Fastify',
    with_({ code: 'FST_ERR_CTP_BODY_TOO_LARGE', statusCode: 413 }, new Error('Big')),
    { status: 413 },
  ],
  [
    'a class of the app that is exposed',
    with_({ expose: true }, new ApiError('Gone.')),
    { status: 404, detail: 'Gone.' },
  ],
])('%s has its status', (_case, thrown, expected) => {
  expect(readError(thrown).problem).toMatchObject(expected);
});

test('header fields of an error of boom are sent', () => {
  expect(readError(Boom.unauthorized('No.', 'Bearer', { realm: 'shop' })).fields).toMatchObject({
    'www-authenticate': 'Bearer realm="shop", error="No."',
  });
});

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    return error;
  }
};

test.each<[string, string | undefined, boolean, number, boolean]>([
  ['the text that failed', '{"a":', false, 400, true],
  ['another text that fails otherwise', '{"a":1', false, 500, false],
  ['a text that is whole', '{"a":1}', false, 500, false],
  ['no text', undefined, false, 500, false],
  ['a body that was read and not kept', undefined, true, 400, false],
])('malformed JSON beside %s is %s', (_case, text, wasRead, status, hasDetail) => {
  const { problem } = readError(parse('{"a":'), { parts: () => ({ text, wasRead }) });
  expect(problem.status).toBe(status);
  expect(problem.detail !== undefined).toBe(hasDetail);
});

test('a syntax error that is not about JSON is 500', () => {
  const error = new SyntaxError('Invalid regular expression: missing /');
  expect(readError(error, { parts: () => ({ wasRead: true }) }).problem.status).toBe(500);
});
