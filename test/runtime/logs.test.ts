import { inspect } from 'node:util';
import {
  agentNotFound,
  defineProblemType,
  ProblemError,
  problemResponse,
  sessionInvalid,
  throwIfProblem,
} from 'arcp-problems';
import { expect, test } from 'vitest';
import { z } from 'zod';

/** What a log shows. */

const facts = { type: 'https://shop.example/problems/sold-out', title: 'Sold Out', status: 409 } as const;
const schema = z.object({ sku: z.string() });

test.each([
  ['of the catalog', sessionInvalid, 'session-invalid'],
  ['with a slug', defineProblemType()({ ...facts, type: 'urn:a', slug: 'sold-out-2-day' }), 'sold-out-2-day'],
  ['without a slug', defineProblemType()(facts), 'Sold Out'],
  ['with a schema', defineProblemType(schema)({ ...facts, type: 'urn:b', slug: 'sold-out' }), 'sold-out'],
])('a problem type %s has a name', (_, type, name) => {
  expect(inspect(type)).toMatch(new RegExp(`^\\[Function: ${name}\\] \\{\\n  type: '\\w+:`));
});

test('an error shows its problem and its cause, and nothing twice', () => {
  const error = new ProblemError(sessionInvalid({ detail: 'Gone.' }), {
    headers: { A: 'b' },
    cause: new Error('no row'),
  });
  expect(Object.keys(error)).toEqual(['problem']);
  expect(String(error)).toBe(`ProblemError: Gone. (${sessionInvalid.type})`);
  expect(error.stack).toMatch(/^ProblemError: Gone\. /);
  expect(inspect(error)).toMatch(/^ProblemError: Gone\. .*\n {4}at .*logs\.test\.ts/);
  expect(inspect(error)).toMatch(/\[cause\]: Error: no row/);
  expect(inspect(error)).not.toMatch(/statusCode|expose|exchange|headers/);
  expect([error.name, error.status, error.statusCode, error.expose]).toEqual(['ProblemError', 401, 401, true]);
  expect(error.headers).toMatchObject({ a: 'b', 'www-authenticate': 'Bearer' });
  expect(Object.assign(error, { status: 500 }).status).toBe(500);
});

test('the error of a response that was read shows its exchange too', async () => {
  const error = await throwIfProblem(problemResponse(agentNotFound({ agent_id: 'scout' }))).catch((thrown) => thrown);
  expect(Object.keys(error)).toEqual(['problem', 'exchange']);
  expect(inspect(error)).toMatch(/^ProblemError: Agent Not Found \(/);
  expect([error.status, error.statusCode, error.expose]).toEqual([404, 404, false]);
});
