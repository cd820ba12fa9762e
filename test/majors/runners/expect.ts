import 'arcp-problems/vitest';
import 'arcp-problems/causes/vitest';
import {
  agentNotFound,
  dpopRequired,
  ProblemError,
  problemResponse,
  sessionInvalid,
  tokenInvalid,
} from 'arcp-problems';
import { expect, test } from 'vitest';

const problem = sessionInvalid({ detail: 'Gone.', instance: '/agents' });
const headers = { 'content-type': 'application/problem+json', 'www-authenticate': 'Bearer' };
const refused = async () => problemResponse(problem);
const failing = async () => {
  throw new ProblemError(problem);
};

test('a response of fetch is a problem', async () => {
  await expect(problemResponse(problem)).toBeProblem();
  await expect(refused()).toBeProblem(sessionInvalid);
  await expect(await refused()).toBeProblem(sessionInvalid, { instance: '/agents', session_id: undefined });
  await expect(problemResponse(problem)).toBeProblem(sessionInvalid.type);
  await expect(problemResponse(problem)).not.toBeProblem(tokenInvalid);
  await expect(problemResponse(problem)).toBeValidProblem({ strict: true });
});

test('a response of another client, and a body, are judged at once', () => {
  expect({ status: 401, headers, body: problem }).toBeProblem(sessionInvalid, { detail: 'Gone.' });
  expect(JSON.stringify(problem)).toBeProblem(sessionInvalid);
  expect(problem).not.toBeProblem(agentNotFound, { agent_id: 'scout' });
  expect(problem).toBeValidProblem();
});

test('an error is judged by its problem', async () => {
  await expect(failing()).rejects.toBeProblem(sessionInvalid, { detail: 'Gone.' });
  await expect(failing()).toBeProblem(sessionInvalid);
  await expect(refused()).resolves.toBeProblem(sessionInvalid);
  expect(new ProblemError(problem)).toBeProblem(sessionInvalid);
});

test('members may be given in part, and as asymmetric matchers', () => {
  const body = { ...problem, errors: [{ pointer: '/a', detail: 'x' }] };
  expect(body).toBeProblem(sessionInvalid, { errors: [{ pointer: '/a' }], detail: expect.stringMatching(/gone/i) });
  expect(body).not.toBeProblem(sessionInvalid, { detail: expect.any(Number) });
});

test('a cause is known by its name', async () => {
  const response = () => problemResponse(dpopRequired({ detail: 'DPoP proof header is required' }));
  await expect(response()).toHaveCause(dpopRequired, 'missing');
  await expect(response()).not.toHaveCause(sessionInvalid, 'logged-out');
});

test('wrong arguments are compile errors', async () => {
  const wrong = () => {
    // @ts-expect-error must be a problem type or a type URI
    expect(problem).toBeProblem(7);
    // @ts-expect-error an option that is not there
    expect(problem).toBeValidProblem({ strictly: true });
  };
  expect(wrong).toThrow();
});

test('the message says what was received instead', async () => {
  const messageOf = async (run: () => unknown): Promise<string> => {
    try {
      await run();
    } catch (error) {
      return String((error as Error).message);
    }
    return 'It passed.';
  };
  expect(await messageOf(() => expect(problem).toBeProblem(tokenInvalid))).toContain('Received type: ');
  expect(await messageOf(() => expect(problem).toBeProblem(sessionInvalid, { detail: 'x' }))).toContain('Gone.');
  expect(await messageOf(() => expect(problemResponse(problem)).not.toBeProblem())).toContain('not a problem');
  for (const odd of [10n, Symbol('x'), () => 1, Number.NaN, null, undefined, new Map(), new Error('x'), [[]]]) {
    expect(await messageOf(() => expect(odd).toBeProblem(sessionInvalid))).toContain('expect(received).toBeProblem()');
    expect(await messageOf(() => expect(odd).toBeValidProblem())).toContain('expect(received).toBeValidProblem()');
  }
});

test('the matchers are asymmetric too', () => {
  expect({ error: problem }).toEqual({ error: expect.toBeProblem(sessionInvalid) });
  expect([{}, problem]).toContainEqual(expect.toBeValidProblem());
});
