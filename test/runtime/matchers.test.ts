import { stripVTControlCharacters } from 'node:util';
import 'arcp-problems/vitest';
import { aboutBlank, problemResponse, sessionInvalid, tokenInvalid } from 'arcp-problems';
import { expect, test } from 'vitest';

/** Matchers: what they take, what they say. */

const problem = sessionInvalid({ detail: 'Gone.', instance: '/agents', timestamp: '2026-01-01T00:00:00Z' });
const text = JSON.stringify(problem);
const headers = { 'content-type': 'application/problem+json; charset=utf-8', 'www-authenticate': 'Bearer' };

const shapes: [string, () => unknown][] = [
  ['a fetch Response', () => problemResponse(problem)],
  ['the promise of one', () => Promise.resolve(problemResponse(problem))],
  ['a supertest response', () => ({ status: 401, headers, body: problem, text })],
  ['a supertest response with a body that was not parsed', () => ({ status: 401, headers, body: {}, text })],
  ['a fastify inject response', () => ({ statusCode: 401, headers, payload: text, body: text, json: () => problem })],
  ['an axios response', () => ({ status: 401, headers: axiosHeaders(), data: problem, config: {}, request: {} })],
  [
    'an axios error',
    () => Object.assign(new Error(), { isAxiosError: true, response: { status: 401, headers, data: text } }),
  ],
  ['a recorded response', () => ({ status: 401, headers, body: problem })],
  ['a parsed body', () => problem],
  ['a body as text', () => text],
];

test.each(shapes)('%s', async (_, make) => {
  await expect(make()).toBeProblem();
  await expect(make()).toBeProblem(sessionInvalid);
  await expect(make()).toBeProblem(sessionInvalid.type, { instance: '/agents' });
  await expect(make()).toBeProblem(sessionInvalid, { detail: expect.stringMatching(/gone/i), session_id: undefined });
  await expect(make()).toBeValidProblem({ strict: true });
  await expect(make()).not.toBeProblem(tokenInvalid);
  await expect(make()).not.toBeProblem(sessionInvalid, { instance: '/other' });
  await expect(make()).not.toBeProblem(sessionInvalid, { instance: undefined });
});

test('sync where the body is at hand, so that a forgotten await fails too', () => {
  expect(() => expect(problem).toBeProblem(tokenInvalid)).toThrow('token-invalid');
  expect(problemResponse(problem).bodyUsed).toBe(false);
});

test('a type may be given as text', () => {
  expect(problem).toBeProblem(problem.type);
  expect(problem).not.toBeProblem('https://api.example/other');
  expect(() => expect(problem).toBeProblem('https://api.example/other')).toThrow('https://api.example/other');
});

test('nested members may be given in part', () => {
  const body = { ...aboutBlank(422), errors: [{ pointer: '/a', detail: 'x' }], limit: { max: 3, min: 1 } };
  expect(body).toBeProblem('about:blank', { limit: { max: 3 }, errors: [{ pointer: '/a' }] });
  expect(body).toBeProblem(undefined, { errors: expect.arrayContaining([expect.objectContaining({ detail: 'x' })]) });
});

test('asymmetric', () => {
  expect({ error: problem }).toEqual({ error: expect.toBeProblem(sessionInvalid) });
  expect({ error: problem }).not.toEqual({ error: expect.toBeProblem(tokenInvalid) });
  expect([{}, problem]).toContainEqual(expect.toBeValidProblem());
});

test('the response stays readable', async () => {
  const response = problemResponse(problem);
  await expect(response).toBeProblem(sessionInvalid);
  expect(await response.json()).toEqual(problem);
});

test.each<[string, () => unknown]>([
  ['another type', () => expect(problemResponse(problem)).toBeProblem(tokenInvalid)],
  ['other members', () => expect(problem).toBeProblem(sessionInvalid, { instance: '/other', detail: 'Gone.' })],
  ['a member too many', () => expect(problem).toBeProblem(sessionInvalid, { instance: undefined })],
  ['not negated', () => expect(problem).not.toBeProblem(sessionInvalid, { instance: '/agents' })],
  [
    'no problem',
    () => expect({ status: 502, headers: { 'content-type': 'text/html' }, body: '<h1>' }).toBeProblem(sessionInvalid),
  ],
  ['not valid', () => expect({ ...problem, status: '401', session_id: 7 }).toBeValidProblem()],
  ['not valid negated', () => expect({ status: 401, headers, body: problem }).not.toBeValidProblem()],
])('the message for %s', async (name, run) => {
  expect(await messageOf(run)).toMatchSnapshot(name);
});

async function messageOf(run: () => unknown): Promise<string> {
  try {
    await run();
  } catch (error) {
    return stripVTControlCharacters((error as Error).message);
  }
  throw new Error('it passed');
}

function axiosHeaders(): object {
  return { ...headers, get: (name: string) => headers[name.toLowerCase() as keyof typeof headers] };
}
