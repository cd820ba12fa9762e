import { equal, match } from 'node:assert/strict';
import { test } from 'node:test';
import { agentNotFound, ProblemError, problemResponse, sessionInvalid, tokenInvalid } from 'arcp-problems';
import { assertProblem, assertValidProblem } from 'arcp-problems/assert';

const problem = agentNotFound({ agent_id: 'scout', detail: 'Gone.' });
const messageOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'It passed.',
    (error) => `${error.name}: ${error.message}`,
  );

test('a response is a problem, and its members are typed', async () => {
  const { agent_id } = await assertProblem(problemResponse(problem), agentNotFound, { detail: 'Gone.' });
  equal(agent_id.toUpperCase(), 'SCOUT');
  equal((await assertProblem(problemResponse(problem))).type, agentNotFound.type);
  await assertProblem({ status: 404, headers: { 'content-type': 'application/problem+json' }, body: problem });
  await assertProblem(new ProblemError(problem), agentNotFound.type, { instance: undefined });
  await assertValidProblem(problemResponse(sessionInvalid()), { strict: true });
});

test('the message says what was received instead', async () => {
  match(
    await messageOf(assertProblem(problem, tokenInvalid)),
    /^AssertionError: Not the expected problem\.\n\nExpected type: /,
  );
  match(
    await messageOf(assertProblem(problem, agentNotFound, { detail: 'x' })),
    /- "detail": "x"\n\+ "detail": "Gone\."/,
  );
  match(await messageOf(assertValidProblem({ status: 7 })), /status-range/);
  match(await messageOf(assertProblem(Promise.reject(new Error('fetch failed')))), /rejected: fetch failed/);
  for (const odd of [10n, Symbol('x'), () => 1, null, undefined, new Map(), [[]]]) {
    match(await messageOf(assertProblem(odd)), /^AssertionError: /);
  }
});
