import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { causesData, seenOf } from '#catalog/causes.ts';
import { load } from '#catalog/load.ts';
import { check } from '#catalog/validator.ts';
import type { KnownExchange } from '#runtime/causes/exchange.ts';
import { findCausesOf } from '#runtime/causes/find.ts';
import { matchPattern, patternOf, unescaped } from '#runtime/causes/pattern.ts';
import { problemsDir, root } from '../support.ts';

/** Responses of a running server whose causes are known, held against what is said of their causes. */

interface Recorded {
  /** Name of the cause; several where the response lists several faults. */
  cause: string | string[];
  status: number;
  headers: Record<string, string>;
  body: Record<string, unknown>;
  request: { method: string; url: string; headers: Record<string, string> };
  /** How the response was obtained. */
  how: string;
  /** Set where the cause cannot be told: at all, or from the response alone. It must be offered all the same. */
  untold?: true | 'without-request';
}

const folder = join(root, 'test/arcp/recorded');
const { problems } = await load(problemsDir);
const recorded = readdirSync(folder).map((file) => {
  const name = file.replace(/\.jsonl$/, '');
  const problem = problems.find((each) => each.name === name);
  if (!problem) throw new Error(`${file} belongs to no entry`);
  const lines = readFileSync(join(folder, file), 'utf8').trim().split('\n');
  return { name, problem, responses: lines.map((line): Recorded => JSON.parse(line)) };
});

describe.each(recorded)('$name', ({ problem, responses }) => {
  const names = problem.causes.map(({ name }) => name);

  function find(body: Recorded['body'], exchange: KnownExchange) {
    const { sure, possible } = findCausesOf(causesData(problem), body, exchange);
    return { sure: sure.map(({ name }) => name), possible: possible.map(({ name }) => name) };
  }

  function expectCause({ sure, possible }: ReturnType<typeof find>, wanted: string[], isUntold: boolean) {
    expect(
      sure.filter((name) => !wanted.includes(name)),
      'no other cause is called sure',
    ).toEqual([]);
    expect([...sure, ...possible], 'the cause is offered').toEqual(expect.arrayContaining(wanted));
    if (!isUntold) expect([...sure, ...possible].slice(0, wanted.length).sort()).toEqual([...wanted].sort());
  }

  test.each(responses)('tells the cause $cause: $how', ({ cause, status, body, request, untold }) => {
    const wanted = [cause].flat();
    expect(names).toEqual(expect.arrayContaining(wanted));
    expectCause(find(body, { status, ...request }), wanted, untold === true);
    expectCause(find(body, { status }), wanted, untold !== undefined);
  });

  test.each(responses)('is what the entry says that it is: $how', ({ status, body }) => {
    const { statuses, titles, details } = seenOf(problem.entry);
    expect(check(problem.schema, body)).toEqual([]);
    expect(statuses).toContain(status);
    expect([problem.entry.title, ...titles]).toContain(body.title);
    const detail = unescaped(String(body.detail));
    expect(
      details.some((pattern) => matchPattern(patternOf(pattern), detail)),
      detail,
    ).toBe(true);
  });

  test('has a response for every cause that the server sends', () => {
    const seen = responses.flatMap(({ cause }) => cause);
    const sent = problem.causes.filter(({ sent: how }) => how === undefined).map(({ name }) => name);
    expect(sent.filter((name) => !seen.includes(name))).toEqual([]);
  });
});

test.each([
  [
    'rate-limit-exceeded',
    'Too many pin attempts, wait !',
    { attempt_type: 'pin' },
    'POST /auth/verify_pin',
    'Verify the correct PIN once.',
    'Log in',
  ],
  ['authentication-failed', 'Authentication required', {}, 'GET /metrics/scrape', 'Send the scrape token.', 'Log in'],
  [
    'authentication-failed',
    'Authentication required for admin endpoint',
    {},
    'GET /agents/stats',
    'Log in',
    'temporary token',
  ],
  ['token-invalid', 'Invalid or expired token', {}, 'GET /auth/session_status', 'Log in', 'temporary token'],
  [
    'endpoint-unreachable',
    'Agent returned error: 500',
    { status_code: '500' },
    'POST /agents/a/connection/notify',
    'Send the notification again.',
    'connection again',
  ],
  [
    'agent-not-found',
    'Agent a not found',
    { agent_id: 'a' },
    'POST /agents/a/heartbeat',
    'register the agent again',
    'Choose',
  ],
])('the fix of %s after "%s" is for its route', (name, detail, members, place, wanted, other) => {
  const problem = problems.find((each) => each.name === name) as (typeof problems)[number];
  const [method, url] = place.split(' ');
  const body = { title: problem.entry.title, detail, ...members };
  const { sure, possible } = findCausesOf(causesData(problem), body, { method, url });
  const steps = [...sure, ...possible][0]?.fix.map(({ step }) => step).join('\n');
  expect(steps).toContain(wanted);
  expect(steps).not.toContain(other);
});
