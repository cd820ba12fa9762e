import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineProblemType, problemResponse, sessionInvalid } from 'arcp-problems';
import { checkResponse } from 'arcp-problems/check';
import { expect, test } from 'vitest';
import { load } from '#catalog/load.ts';
import { problemsDir, root } from '../support.ts';

/** checkResponse: every example, every recorded response, own types, hostile values. `findings.test.ts` has a line a rule. */

const catalog = await load(problemsDir);
const folder = join(root, 'test/arcp/captures');
const captures = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => [file, JSON.parse(readFileSync(join(folder, file), 'utf8'))] as const);

const json = { 'Content-Type': 'application/problem+json' };
const lapsed = sessionInvalid();

function answer(body: unknown, headers: Record<string, string> = json, status = Number(Object(body).status ?? 400)) {
  return { status, headers, body };
}

test.each(catalog.problems.map((problem) => [problem.name, problem] as const))(
  'the example of %s has no finding',
  async (_, { example }) => {
    expect(await checkResponse(problemResponse(example), { strict: true })).toEqual([]);
  },
);

test.each(captures)('%s has true findings only', async (_, { status, headers, body, request }) => {
  const findings = await checkResponse({ status, headers, body, method: request?.method });
  const expected = [
    ...(status === 401 ? ['www-authenticate'] : []),
    ...(body.title === undefined && body.detail === undefined ? ['no-explanation'] : []),
  ];
  const codes = findings.map(({ code }) => code);
  expect([...new Set(codes.filter((code) => code !== 'type-header'))].sort()).toEqual(expected.sort());
  expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
  const text = new Response(JSON.stringify(body), { status, headers });
  expect(await checkResponse(text)).toEqual(findings);
});

test('strict makes an error of a neglected duty, and of nothing else', async () => {
  const levels = async (strict: boolean) =>
    (await checkResponse(answer({ ...lapsed, 'a-b': 1 }), { strict })).map(({ code, level }) => [code, level]);
  expect(await levels(false)).toEqual([
    ['member-name', 'warning'],
    ['www-authenticate', 'warning'],
  ]);
  expect(await levels(true)).toEqual([
    ['member-name', 'warning'],
    ['www-authenticate', 'error'],
  ]);
});

test('types of your own are known, and their headers are asked for', async () => {
  const own = defineProblemType()({ type: 'urn:own', title: 'Own', status: 400, headers: { 'X-Own': 'yes' } });
  const codes = async (response: Response) => (await checkResponse(response, { types: [own] })).map(({ code }) => code);
  expect(await codes(problemResponse(own()))).toEqual([]);
  expect(await codes(Response.json(own(), { status: 400, headers: json }))).toEqual(['type-header']);
});

test('a type of your own whose URI is about:blank means its own status only', async () => {
  const own = {
    type: 'about:blank',
    title: 'Method Not Allowed',
    status: 405,
    statuses: [405],
    headers: { Allow: 'GET' },
  };
  const codes = async (status: number) =>
    (await checkResponse(answer({ title: 'x', status }), { types: [own] })).map(({ code }) => code);
  expect(await codes(405)).toEqual(['allow']);
  expect(await codes(418)).toEqual([]);
  expect(await checkResponse({ title: 'x', status: 418 }, { types: [own] })).toEqual([]);
});

test.each([
  undefined,
  null,
  3,
  'text',
  [],
  {},
  () => 1,
  new Proxy(
    {},
    {
      get: () => {
        throw new Error('hostile');
      },
    },
  ),
])('it never rejects (%#)', async (value) => {
  expect(Array.isArray(await checkResponse(value))).toBe(true);
});
