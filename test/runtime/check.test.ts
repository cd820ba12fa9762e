import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aboutBlank, defineProblemType, problemResponse, sessionInvalid, tokenInvalid } from 'arcp-problems';
import { checkResponse, type FindingCode } from 'arcp-problems/check';
import { expect, test } from 'vitest';
import { load } from '#catalog/load.ts';
import { problemsDir, root } from '../support.ts';

/** checkResponse: one line a rule, every example, every recorded response. */

const catalog = await load(problemsDir);
const folder = join(root, 'test/arcp/captures');
const captures = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => [file, JSON.parse(readFileSync(join(folder, file), 'utf8'))] as const);

const json = { 'Content-Type': 'application/problem+json' };
const bearer = { ...json, 'WWW-Authenticate': 'Bearer' };
const lapsed = sessionInvalid();

function answer(body: unknown, headers: Record<string, string> = json, status = Number(Object(body).status ?? 400)) {
  return { status, headers, body };
}

function challenged(challenge: string, more: Record<string, string> = {}, status = 401) {
  return answer(aboutBlank(status), { ...json, 'WWW-Authenticate': challenge, ...more });
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

test.each<[string, ReturnType<typeof answer>, FindingCode[]]>([
  ['a fitting response', answer(lapsed, bearer), []],
  ['about:blank without a type', answer({ title: 'Not Found', status: 404 }), []],
  ['another title', answer({ ...lapsed, title: 'Sitzung abgelaufen' }, bearer), []],
  ['HTML', answer('<h1>Bad Gateway</h1>', { 'Content-Type': 'text/html' }, 502), ['not-a-problem']],
  ['plain JSON', answer({ detail: 'Not Found' }, { 'Content-Type': 'application/json' }, 404), ['not-a-problem']],
  ['no body', answer('', json, 500), ['not-a-problem']],
  ['an array', answer([], json, 500), ['not-a-problem']],
  ['wrong syntax', answer('{', json, 500), ['not-a-problem']],
  ['a problem as plain JSON', answer(lapsed, { ...bearer, 'Content-Type': 'application/json' }), ['media-type']],
  ['wrong JSON types', answer({ ...aboutBlank(400), detail: 1, instance: {} }), ['member-type', 'member-type']],
  ['a type that is no URI', answer({ ...aboutBlank(400), type: '[x] y' }), ['type-syntax', 'type-unknown']],
  ['a relative type', answer({ ...aboutBlank(400), type: 'x' }), ['type-relative', 'type-unknown']],
  ['an unknown type', answer({ ...aboutBlank(400), type: 'urn:x' }), ['type-unknown']],
  ['a slash too many', answer({ ...lapsed, type: `${lapsed.type}/` }, bearer), ['type-variant']],
  ['http for https', answer({ ...lapsed, type: lapsed.type.replace('s:', ':') }, bearer), ['type-variant']],
  ['a status beyond 599', answer({ ...aboutBlank(400), status: 999 }, json, 400), ['status-range']],
  ['two statuses', answer(aboutBlank(404), json, 400), ['status-mismatch']],
  ['a status of another type', answer({ ...lapsed, status: 400 }), ['status-of-type']],
  ['an instance that is no URI', answer({ ...aboutBlank(400), instance: '/a b' }), ['instance-syntax']],
  ['a member that does not fit', answer({ ...lapsed, session_id: 7 }, bearer), ['member']],
  ['an odd member name', answer({ ...aboutBlank(400), 'violated-policies': [] }), ['member-name']],
  ['a stack trace', answer({ ...aboutBlank(400), detail: 'Error: x\n    at f (a.js:1:2)' }), ['stack-trace']],
  ['a nested stack trace', answer({ ...aboutBlank(400), info: ['E\n  at f (a.js:1:2)'] }), ['stack-trace']],
  ['nothing said', answer({ type: 'about:blank', status: 400 }), ['no-explanation']],
  ['401 without a challenge', answer(lapsed), ['www-authenticate']],
  ['405 without Allow', answer(aboutBlank(405)), ['allow']],
  ['407 without a challenge', answer(aboutBlank(407)), ['proxy-authenticate']],
  ['416 without Content-Range', answer(aboutBlank(416)), ['content-range']],
  ['426 without Upgrade', answer(aboutBlank(426)), ['upgrade']],
  ['an odd Retry-After', answer(aboutBlank(503), { ...json, 'Retry-After': 'soon' }), ['retry-after']],
  ['a public 429', answer(aboutBlank(429), { ...json, 'Cache-Control': 'public, max-age=60' }), ['cacheable']],
  ['no-store on a 429', answer(aboutBlank(429), { ...json, 'Cache-Control': 'no-store, max-age=0' }), []],
  ['a challenge that is none', challenged('="x"'), ['challenge']],
  ['an empty challenge', challenged(' , '), ['challenge']],
  ['a challenge with parameters', challenged('Bearer realm="a, b=\\"c\\"", error="invalid_token", Basic Zm9v=='), []],
  ['Bearer invalid_token on 400', challenged('Bearer error="invalid_token"', {}, 400), ['bearer-status']],
  ['Bearer insufficient_scope on 403', challenged('Bearer error="insufficient_scope"', {}, 403), []],
  ['use_dpop_nonce without a nonce', challenged('DPoP error="use_dpop_nonce", algs="ES256"'), ['dpop-nonce']],
  ['use_dpop_nonce with two', challenged('DPoP error=use_dpop_nonce', { 'DPoP-Nonce': 'a, b' }), ['dpop-nonce']],
  ['use_dpop_nonce with one', challenged('DPoP error="use_dpop_nonce"', { 'DPoP-Nonce': 'a' }), []],
])('%s', async (_, response, codes) => {
  const findings = await checkResponse(response);
  expect(findings.map(({ code }) => code)).toEqual(codes);
  for (const { message, section } of findings) {
    expect(message).toMatch(/^(a \d+ response )?must /);
    expect(section).toMatch(/^RFC \d{4} section/);
  }
});

test('findings are data', async () => {
  expect(await checkResponse(answer({ ...lapsed, session_id: 7 }))).toMatchInlineSnapshot(`
    [
      {
        "code": "member",
        "level": "error",
        "message": "must be a string (was 7)",
        "pointer": "/session_id",
        "section": "RFC 9457 section 3.2",
      },
      {
        "code": "www-authenticate",
        "header": "WWW-Authenticate",
        "level": "warning",
        "message": "a 401 response must carry WWW-Authenticate (was absent)",
        "section": "RFC 9110 section 15.5.2",
      },
    ]
  `);
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

test('what was found instead of a problem is said', async () => {
  const messages = async (body: string, type: string) =>
    (await checkResponse(new Response(body, { status: 502, headers: { 'Content-Type': type } }))).map((f) => f.message);
  expect(await messages('<h1>', 'text/html; charset=utf-8')).toEqual([
    'must be a problem response. The media type is text/html, not application/problem+json.',
  ]);
  expect(await messages('{"detail":"Not Found"}', 'application/json')).toEqual([
    'must be a problem response. The media type is application/json, not application/problem+json. Its members are detail.',
  ]);
});

test('types of your own are known, and their headers are asked for', async () => {
  const own = defineProblemType()({ type: 'urn:own', title: 'Own', status: 400, headers: { 'X-Own': 'yes' } });
  const codes = async (response: Response) => (await checkResponse(response, { types: [own] })).map(({ code }) => code);
  expect(await codes(problemResponse(own()))).toEqual([]);
  expect(await codes(Response.json(own(), { status: 400, headers: json }))).toEqual(['type-header']);
});

test('a response to HEAD has no body to judge', async () => {
  const response = problemResponse(tokenInvalid(), { method: 'HEAD' });
  expect(await checkResponse(response, { method: 'HEAD' })).toEqual([]);
});

test('a relative type is resolved', async () => {
  const { pathname, origin } = new URL(lapsed.type);
  const findings = await checkResponse(answer({ ...lapsed, type: pathname }, bearer), { baseUrl: origin });
  expect(findings.map(({ code }) => code)).toEqual(['type-relative']);
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
