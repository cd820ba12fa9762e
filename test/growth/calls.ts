import { readFileSync, writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { load } from '#catalog/load.ts';
import { siteOf } from '#catalog/site.ts';
import { openHome } from '#cli/catalog.ts';
import { check } from '#cli/check.ts';
import { explain } from '#cli/explain/explain.ts';
import { choose } from '#cli/mock-answer.ts';
import { resolveName } from '#cli/resolve.ts';
import { screenOf } from '#cli/screen.ts';
import { hinted } from '#diagnose/hints.ts';
import { plain } from '#diagnose/input/colors.ts';
import { linesOf } from '#diagnose/input/lines.ts';
import { looseObjects } from '#diagnose/input/loose-json.ts';
import { inputOf, parseInput } from '#diagnose/input/responses.ts';
import { masked, secretsIn } from '#diagnose/input/secrets.ts';
import { inspect, maxBytes } from '#diagnose/inspect.ts';
import { inspectorIndex } from '#diagnose/make-index.ts';
import { finderIndex } from '#diagnose/search/make-index.ts';
import { resolver } from '#diagnose/search/resolve.ts';
import { preferred, preferredEncoding } from '#hosting/server/negotiate.ts';
import { findCausesOf } from '#runtime/causes/find.ts';
import { answer } from '#runtime/frameworks/answer.ts';
import { problemValidation as ofH3 } from '#runtime/h3.ts';
import { problemValidation as ofHono } from '#runtime/hono.ts';
import { problemMatchers } from '#runtime/matchers.ts';
import { problemHandlers } from '#runtime/msw.ts';
import { problemValidation as ofNest } from '#runtime/nest.ts';
import { inlineParts } from '#site/browser/inspector/inline.ts';
import { fragmentOf, textOfFragment } from '#site/browser/inspector/share.ts';
import { checkResponse } from '../../dist/package/check.js';
import {
  inspectProblem,
  isProblem,
  ProblemError,
  problemResponse,
  readProblem,
  sessionInvalid,
  toProblem,
} from '../../dist/package/index.js';
import { languageHeaders } from '../../dist/package/localize.js';
import { validators } from '../../dist/package/validators.js';
import { problemToXml, readProblemXml } from '../../dist/package/xml.js';
import { problemsDir, root, temporary } from '../support.ts';
import type { Call } from './measure.ts';

/** Every way by which a text from outside comes in. */

/** A test runner that shows values as JSON: the printers of real ones take minutes for a long run of blanks. */
const runner = {
  equals: (actual: unknown, expected: unknown) => actual === expected,
  utils: { printExpected: JSON.stringify, printReceived: JSON.stringify, diff: () => '' },
};
const said = (result: ReturnType<typeof problemMatchers.toBeProblem>) => 'message' in result && result.message();

const site = siteOf(await load(problemsDir));
const guide = readFileSync(join(root, 'problems/guides/other-replies.md'), 'utf8');
const index = inspectorIndex(site, guide);
const finder = finderIndex(site);
const { resolve, near } = resolver(finder, () => ({ types: [], isWhole: false }));
const home = openHome(pathToFileURL(join(root, 'dist/package/')));
const screen = screenOf({ columns: 80 }, { NO_COLOR: '1' });
const file = join(temporary(), 'input');

const problem = { ...sessionInvalid(), status: 401 };
const json = { 'content-type': 'application/problem+json' };
const members = ['type', 'title', 'detail', 'instance', 'note'];
const fields = ['content-type', 'www-authenticate', 'retry-after', 'cache-control', 'dpop-nonce'];
const challenge = { 'www-authenticate': 'DPoP error="use_dpop_nonce"' };
const each = (names: readonly string[], name: (part: string) => string, call: (part: string) => Call) =>
  Object.fromEntries(names.map((part) => [name(part), call(part)]));

const fromFile = (read: (path: string) => unknown) => (text: string) => {
  writeFileSync(file, text);
  return read(file);
};

async function inspected(text: string): Promise<void> {
  const cleaned = plain(text);
  const result = await hinted(cleaned, await inspect(cleaned, index), async () => finder);
  if (result.kind !== 'response') return;
  linesOf(cleaned, result.marks, secretsIn(cleaned), result.focus);
}

/** What frameworks throw, with the text in each place that a client may fill. */
const errors: Record<string, (text: string) => unknown> = {
  'http-errors': (text) =>
    Object.assign(new Error(text), { name: text, status: 400, expose: true, headers: { allow: text, [text]: text } }),
  fastify: (text) => ({
    name: 'FastifyError',
    code: text,
    statusCode: 400,
    validationContext: 'body',
    validation: [{ instancePath: text, keyword: 'required', params: { missingProperty: text }, message: text }],
  }),
  express: (text) => ({ status: 400, expose: true, errors: [{ path: `/body/${text}`, message: text }] }),
  malformed: (text) => Object.assign(new SyntaxError(`${text} is not valid JSON`), { status: 400, expose: true }),
  ProblemError: (text) => new ProblemError({ ...problem, detail: text, instance: text }),
};

const issues = (text: string) => [{ message: text, path: [text, 0, { key: text }] }];
/** As deep as the text is long. */
const nested = (text: string) => {
  let child: { property: string; constraints?: object; children?: object[] } = {
    property: text,
    constraints: { a: text },
  };
  for (let level = 0; level < text.length / 4; level += 1) child = { property: 'a', children: [child] };
  return [child];
};
const refusal = (call: () => unknown) => {
  try {
    return call();
  } catch (error) {
    return error;
  }
};
const parts = (text: string) => () => ({ body: { [text]: text }, query: { [text]: text }, params: {}, text });

export const calls: Readonly<Record<string, Call>> = {
  'readProblem of a text': (text) => readProblem(text),
  'readProblem of a relative type': (text) => readProblem({ type: text }, { baseUrl: 'https://a.example/b' }),
  'inspectProblem with validators': (text) =>
    inspectProblem(
      { ...problem, ...Object.fromEntries(members.map((name) => [name, text])), type: problem.type },
      { validators },
    ),
  'inspectProblem of many types': (text) =>
    Promise.all(
      validators.map(({ problemType: { type } }) =>
        inspectProblem(
          { type, status: 400, agent_id: text, timestamp: text, errors: [text], retry_after: text },
          { validators },
        ),
      ),
    ),
  isProblem: (text) => isProblem({ type: text, title: text }),
  'toProblem and problemResponse': (text) =>
    problemResponse(toProblem({ problem: { ...problem, detail: text, [text]: text, retry_after: text } })),
  'checkResponse of a body': (text) => checkResponse(text),
  'checkResponse of JSON': (text) => checkResponse({ status: 401, headers: json, body: text }),
  'checkResponse of XML': (text) =>
    checkResponse({ status: 401, headers: { 'content-type': 'application/problem+xml' }, body: text }),
  ...each(
    members,
    (name) => `checkResponse of a ${name}`,
    (name) => (text) =>
      checkResponse({ status: 401, headers: json, body: { ...problem, [name]: text, list: [{ [name]: text }] } }),
  ),
  'checkResponse of a member name': (text) =>
    checkResponse({ status: 401, headers: json, body: { ...problem, [text]: { [text]: [text] } } }),
  ...each(
    fields,
    (name) => `checkResponse of ${name}`,
    (name) => (text) => checkResponse({ status: 401, headers: { ...json, ...challenge, [name]: text }, body: problem }),
  ),
  'checkResponse of the URL and the method': (text) =>
    checkResponse({ status: 401, headers: json, body: { type: 'a', title: 'b' }, url: text, method: text }),
  'toBeProblem of a text': (text) => said(problemMatchers.toBeProblem.call(runner, text, sessionInvalid)),
  'toBeProblem of members': (text) =>
    said(problemMatchers.toBeProblem.call(runner, { ...problem, detail: text, [text]: text }, text, { detail: 'a' })),
  toBeValidProblem: (text) =>
    said(problemMatchers.toBeValidProblem.call(runner, { ...problem, type: text, detail: text }, { strict: true })),
  'readProblemXml of a text': (text) => readProblemXml(text),
  'readProblemXml of content': (text) =>
    readProblemXml(`<problem xmlns="urn:ietf:rfc:7807"><detail>${text}</detail></problem>`),
  'readProblemXml of an attribute': (text) =>
    readProblemXml(`<problem xmlns="urn:ietf:rfc:7807" a="${text}"><type>b</type></problem>`),
  'readProblemXml of bytes': (text) => readProblemXml(new TextEncoder().encode(text)),
  'localize by Accept-Language': (text) =>
    languageHeaders({ type: 'a' }, text, { a: { en: 'A', de: 'B', 'de-AT-x-a': 'C' } }),
  problemToXml: (text) => problemToXml({ ...problem, detail: text, [text]: text }),
  'findCausesOf of a catalog': (text) => {
    for (const { answers, causes } of site.catalog.problems)
      findCausesOf({ causes, answers } as never, { detail: text, title: text, instance: text, note: text } as never);
  },
  parseInput: (text) => parseInput(inputOf(text, 'text')),
  'parseInput behind a status line': (text) =>
    parseInput(inputOf(`HTTP/1.1 401 X\nTransfer-Encoding: chunked\n\n${text}`, 'text')),
  'parseInput of header fields': (text) => parseInput(inputOf(`HTTP/1.1 401 X\n${text}`, 'text')),
  'parseInput of curl -v': (text) => parseInput(inputOf(`< HTTP/1.1 401 X\n${text}`, 'text')),
  'parseInput of wget -S': (text) => parseInput(inputOf(`  HTTP/1.1 401 X\n${text}`, 'text')),
  'the command check': fromFile((path) => check(home, [path], { format: 'human' }, screen)),
  'the command check for GitHub': fromFile((path) => check(home, [path], { format: 'github', strict: true }, screen)),
  'the command explain of a file': fromFile((path) => explain(home, path, {}, screen)),
  'the command explain of a name': (text) => explain(home, text, {}, screen),
  'names on the command line': (text) => resolveName(home.catalog, `a/${text}`),
  'the mock server': (text) => {
    const request = { method: 'GET', url: text, headers: { prefer: text } } as unknown as IncomingMessage;
    choose(home, request, new Map([['GET /a/{b}', [{ problem: 'a' }]]]), new Map());
  },
  inspect: inspected,
  'inspect behind a status line': (text) =>
    inspected(`HTTP/1.1 401 X\nContent-Type: application/problem+json\n\n${text}`),
  'inspect of header fields': (text) => inspected(`HTTP/1.1 401 X\n${text}\n\n{"type":"a","title":"b"}`),
  'inspect of an object that is not JSON': (text) => inspected(`{type: 'urn:a', title: 'b', ${text}`),
  ...each(
    members,
    (name) => `inspect of a ${name}`,
    (name) => (text) => inspected(JSON.stringify({ ...problem, [name]: text })),
  ),
  'inspect of a member name': (text) => inspected(JSON.stringify({ ...problem, [text]: text })),
  'inspect of a shared fragment': async (text) => {
    const fragment = await fragmentOf(masked(text));
    await inspected((await textOfFragment(fragment ?? text, maxBytes)) ?? '');
  },
  secretsIn: (text) => secretsIn(text),
  looseObjects: (text) => looseObjects(text, () => false),
  'Markdown of an entry': (text) => inlineParts(text),
  search: (text) => resolve(text),
  'search of a member': (text) => resolve(JSON.stringify({ type: text, title: text, detail: text, message: text })),
  'search of XML': (text) => resolve(`<problem><type>${text}</type></problem>`),
  ...each(
    ['HTTP/1.1 401 ', 'GET /', 'curl https://a.example/', 'detail: ', '401 ', 'a: ', '-H ', 'https://a.example/', 'a/'],
    (lead) => `search behind ${lead.trim()}`,
    (lead) => (text) => resolve(lead + text),
  ),
  'names near a text': (text) => near(text),
  Accept: (text) => preferred(text, [{ accept: 'text/html' }, { accept: 'text/markdown' }]),
  'Accept-Encoding': (text) => preferredEncoding(text, ['br', 'gzip']),
  ...each(
    Object.keys(errors),
    (name) => `an error of ${name}`,
    (name) => (text) => answer(errors[name]?.(text), { searchCause: true }, { request: text, parts: parts(text) }),
  ),
  'problemValidation for Nest': (text) =>
    answer(ofNest(nested(text) as never), {}, { request: text, parts: parts(text) }),
  'problemValidation for Hono': (text) =>
    answer(
      refusal(() => ofHono({ success: false, error: issues(text), target: 'json' } as never)),
      {},
      { request: text, parts: parts(text) },
    ),
  'problemValidation for h3': (text) =>
    answer(
      Object.assign(new Error('a'), {
        name: 'HTTPError',
        status: 400,
        statusText: '',
        data: ofH3()({ issues: issues(text) }),
      }),
      {},
      { request: text, parts: parts(text) },
    ),
  'the routes of problemHandlers': (text) => problemHandlers({ [`GET ${text}`]: sessionInvalid }, { baseUrl: text }),
};
