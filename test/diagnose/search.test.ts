import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ProblemType } from '#catalog/catalog.ts';
import { seenOf } from '#catalog/causes.ts';
import { exampleResponse, responseText } from '#catalog/example.ts';
import { load } from '#catalog/load.ts';
import { namesOf } from '#catalog/names.ts';
import { siteOf } from '#catalog/site.ts';
import { finderIndex } from '#diagnose/search/make-index.ts';
import { bareNames, folded, leeway, typos } from '#diagnose/search/names.ts';
import { indexFor, partsOf } from '#diagnose/search/parts.ts';
import { searcher } from '#diagnose/search/search.ts';
import { countsOf, filtered, noFilters } from '#site/browser/finder/facets.ts';
import { queryOfState, stateOfQuery } from '#site/browser/finder/state.ts';
import { growthOf, runOf } from '../growth/measure.ts';
import { libraryDir, problemsDir, root } from '../support.ts';

/** Whatever a person has in hand, the finder puts the right problem type first. */

const catalog = await load(problemsDir);
const index = finderIndex(siteOf(catalog));
const { resolve, near, search } = searcher(index);
const nameAt = (at: number) => index.types[at]?.name ?? '';
const found = (text: string) => resolve(text).types.map(nameAt);
const first = (text: string) => found(text)[0];
const routesOf = ({ entry }: ProblemType) =>
  (entry.endpoints ?? []).map((each) => (typeof each === 'string' ? each : each.route));
const each = catalog.problems.map((problem) => [problem.name, problem] as const);

describe.each(each)('%s is found first', (name, problem) => {
  const { entry, typeUri, constant } = problem;
  const [status] = problem.statuses;

  test('by its names', () => {
    for (const text of [
      name,
      name.replaceAll('-', '_'),
      name.replaceAll('-', ' '),
      constant,
      `ProblemTypes.${constant}`,
      `arcp.core.problems.ARCPProblemTypes.${constant}`,
      `ProblemTypes::${constant}`,
      `"error_code": "${constant}",`,
      `error_code=${constant}`,
      `'${constant}'`,
      problem.exportName,
      `${problem.exportName}({ detail: 'x' })`,
      `${problem.exportName}.type`,
      problem.interfaceName,
      problem.validatorName,
      `${name}.ts`,
      name.toUpperCase(),
      `  ${name}\n`,
    ])
      expect(found(text), text).toEqual([name]);
  });

  test('by its title', () => {
    for (const text of [
      entry.title,
      entry.title.toLowerCase(),
      `${entry.title}.`,
      `"${entry.title}"`,
      `title: ${entry.title}`,
    ])
      expect(first(text), text).toBe(name);
  });

  test('by its type URI in every form', () => {
    const bare = typeUri.replace('https://', '');
    const path = new URL(typeUri).pathname;
    for (const uri of [
      typeUri,
      bare,
      `//${bare}`,
      typeUri.replace('https', 'http'),
      path,
      path.slice(1),
      `http://localhost:4321${path}`,
    ])
      for (const end of ['', '/', '.html', '.md', '.json', '.schema.json', '?utm_source=x', '#fix', '.html?x=1#causes'])
        expect(found(uri + end), uri + end).toEqual([name]);
    for (const text of [
      `<${typeUri}>`,
      `type: ${typeUri}`,
      `"type": "${typeUri}",`,
      typeUri.toUpperCase(),
      typeUri.replaceAll('/', '\\/'),
    ])
      expect(found(text), text).toEqual([name]);
  });

  test('by other titles and names', () => {
    for (const title of seenOf(entry).titles) expect(found(title), title).toContain(name);
    for (const alias of entry.aliases ?? []) expect(found(alias), alias).toContain(name);
  });

  test('by each detail text, alone and in a line of a log', () => {
    const own = [...seenOf(entry).details, entry.example.detail];
    for (const detail of own) {
      const text = detail.replace(/\*|\{[a-z_]+\}/g, 'x-17');
      const sharers = catalog.problems.filter((other) =>
        [...seenOf(other.entry).details, other.entry.example.detail].includes(detail),
      );
      const accepted = sharers.map((sharer) => sharer.name);
      if (!accepted.includes(name)) accepted.push(name);
      expect(accepted, text).toContain(first(text));
      expect(accepted, text).toContain(first(text.replaceAll('&#x27;', "'")));
      expect(found(text), text).toContain(name);
      if (folded(detail).length > 14) {
        const line = `2026-11-23T18:28:39Z WARN agent=a1 detail="${text}" took 3 ms`;
        expect(accepted, line).toContain(first(line));
      }
    }
  });

  test('by a pasted response', () => {
    const body = problem.example;
    const json = JSON.stringify(body);
    const escaped = JSON.stringify(json);
    const xml = Object.entries(body).map(([member, value]) => `<${member}>${value}</${member}>`);
    for (const text of [
      json,
      JSON.stringify(body, null, 2),
      json.replaceAll('/', '\\/'),
      `2026-11-23 18:28:39,661 ERROR api.client request failed ${json} after 3 tries`,
      `{"level":"error","response":${json}}`,
      `{"level":"error","body":${escaped}}`,
      json.slice(0, json.indexOf(typeUri) + typeUri.length + 4),
      responseText(exampleResponse(problem)),
      responseText(exampleResponse(problem)).replaceAll('\n', '\r\n'),
      `HTTP/1.1 100 Continue\n\n${responseText(exampleResponse(problem))}`,
      `<?xml version="1.0"?>\n<problem xmlns="urn:ietf:rfc:7807">${xml.join('')}</problem>`,
      `HTTP/1.1 ${status} x\ncontent-type: application/problem+xml\n\n<problem xmlns="urn:ietf:rfc:7807">${xml.join('')}</problem>`,
    ])
      expect(first(text), text).toBe(name);
  });

  test('among the types of its statuses', () => {
    for (const code of problem.statuses) {
      const phrase = index.statuses[code];
      for (const text of [
        `${code}`,
        `${code} ${phrase?.toLowerCase()}`,
        `HTTP/1.1 ${code}`,
        `HTTP ${code}`,
        `status: ${code}`,
        `"status": ${code}`,
      ]) {
        const list = found(text);
        expect(list, text).toContain(name);
        expect(list.length, text).toBe(catalog.problems.filter(({ statuses }) => statuses.includes(code)).length);
        expect(resolve(text).page).toBe(`status/${code}`);
      }
    }
    expect(first(`${status} ${entry.title}`)).toBe(name);
  });

  test('among the types of its routes, header fields, exceptions, members and settings', () => {
    for (const route of routesOf(problem)) {
      const [method = '', path = ''] = route.split(' ');
      const url = `http://localhost:8001${path.replace(/\{\w+\}/g, 'my-agent')}`;
      for (const text of [
        route,
        path,
        `${method} ${url}?page=2`,
        url,
        `curl -sS -X ${method} ${url} -H 'Accept: */*'`,
        `"${method} ${path} HTTP/1.1" ${status} 33`,
      ])
        expect(found(text), text).toContain(name);
    }
    for (const [header, value] of Object.entries(entry.headers ?? {}))
      for (const text of [header, header.toLowerCase(), `${header}: ${value}`])
        expect(found(text), text).toContain(name);
    for (const raised of index.types.find((type) => type.name === name)?.classes ?? []) {
      const { types, also = [] } = resolve(raised);
      expect([...types, ...also].map(nameAt), raised).toContain(name);
    }
    for (const { name: member } of problem.members.filter(({ name: member }) => member.includes('_')))
      expect(found(member), member).toContain(name);
    for (const setting of entry.settings ?? []) {
      const { types, also = [] } = resolve(setting);
      expect([...types, ...also].map(nameAt), setting).toContain(name);
    }
  });

  test('with one or two typing errors', () => {
    for (const text of [name, entry.title]) {
      for (let at = 1; at < text.length - 1; at += 1) {
        const [letter, next] = [text[at], text[at + 1]];
        const missing = text.slice(0, at) + text.slice(at + 1);
        const swapped = text.slice(0, at) + next + letter + text.slice(at + 2);
        const wrong = `${text.slice(0, at)}${letter === 'x' ? 'y' : 'x'}${text.slice(at + 1)}`;
        const two = `${wrong.slice(0, -1)}`;
        for (const typed of folded(text).length < 9 ? [missing, swapped, wrong] : [missing, swapped, wrong, two]) {
          if (leeway(folded(typed).length) === 0) continue;
          const rivals = catalog.problems.filter((rival) =>
            [rival.name, rival.entry.title, ...(rival.entry.aliases ?? [])].some(
              (other) =>
                rival.name !== name && typos(folded(other), folded(typed), 2) <= typos(folded(text), folded(typed), 2),
            ),
          );
          if (rivals.length === 0) expect(first(typed), typed).toBe(name);
          else expect(found(typed).length, typed).toBeGreaterThan(0);
        }
      }
    }
    if (name.length > 8) expect(first(typeUri.slice(0, -1)), 'a type URI that was cut').toBe(name);
  });
});

describe('a response that a real server sent', () => {
  const folder = join(root, 'test/arcp/captures');
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  test.each(files)('%s', (file) => {
    const { request, status, headers, body } = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    const name = String(body.type).slice(catalog.facts.baseUri.length + 1);
    const raw = [
      `HTTP/1.1 ${status}`,
      ...Object.entries(headers).map((pair) => pair.join(': ')),
      '',
      JSON.stringify(body),
    ].join('\n');
    const isKnown = catalog.problems.some((problem) => problem.name === name);
    for (const text of [raw, JSON.stringify(body), JSON.stringify({ request, response: { status, headers, body } })]) {
      if (isKnown) expect(first(text)).toBe(name);
      else expect(index.types[resolve(text).types[0] ?? -1]?.status).toContain(status);
    }
  });
});

describe('the cause that comes first', () => {
  const session = '{"title":"Session Validation Failed","status":401,"detail":"Admin session validation failed"}';
  const curl = (...fields: string[]) => [
    '> GET /agents HTTP/1.1',
    ...fields.map((field) => `> ${field}`),
    '>',
    '< HTTP/1.1 401 Unauthorized',
    '<',
    session,
  ];
  test.each([
    ['of a response without its request: none', session, 'session-invalid'],
    ['of a request without the header', curl('Host: localhost').join('\n'), 'session-invalid#fingerprint-missing'],
    ['of a request with it: none', curl('X-Client-Fingerprint: a').join('\n'), 'session-invalid'],
    ['of a text', 'Token refresh failed: Signature has expired', 'token-invalid#expired'],
    [
      'of a text within a line',
      'WARN upstream said "Token refresh failed: Not enough segments", gave up',
      'token-invalid#malformed',
    ],
    ['of a text in another case', 'token refresh failed: not enough segments', 'token-invalid#malformed'],
    [
      'of a member',
      '{"title":"Endpoint Unreachable","status":502,"detail":"Agent connection service unavailable","status_code":"404"}',
      'endpoint-unreachable#route-missing',
    ],
    ['of a text that needs a member: none', 'Agent connection service unavailable', 'endpoint-unreachable'],
  ])('%s', (_, text, path) => {
    expect(search(text).hits[0]?.document.path.split('/').at(-1)).toBe(path);
  });
});

describe('what is written in many ways', () => {
  test('a header field names the type that is about it first', () => {
    expect(first('X-Client-Fingerprint')).toBe('required-header-missing');
    expect(first('Retry-After: 30')).toBe('rate-limit-exceeded');
    expect(first('x-ratelimit-reset')).toBe('rate-limit-exceeded');
  });

  test('an exception class leads to its type, or to all that raise it', () => {
    expect(first('AuthenticationError')).toBe('authentication-failed');
    expect(first('arcp.core.exceptions.AgentNotFoundError')).toBe('agent-not-found');
    expect(found('RegistrationError').length).toBeGreaterThan(5);
  });

  test('a route answers with the most specific type first, and a status beside it narrows the list', () => {
    expect(first('POST /auth/login')).toBe('required-header-missing');
    expect(found('"POST /auth/login HTTP/1.1" 401 33')).toEqual(['authentication-failed']);
    expect(found('/agents/stats')).toEqual(found('GET /agents/stats'));
    expect(resolve('POST /auth/login').page).toBe('route/post-auth-login');
  });

  test.each([
    ['invalid session', 'session-invalid'],
    ['dpop proof invalid', 'dpop-invalid'],
    ['ratelimit', 'rate-limit-exceeded'],
    ['how do I fix session invalid?', 'session-invalid'],
    ['missing header', 'required-header-missing'],
    ['WWW-Authenticate: DPoP', 'dpop-required'],
    ['Session has expired (attempt 2/5)', 'session-expired'],
    ['Invalid DPoP Proof: Invalid JWT format: Not enough segments', 'dpop-invalid'],
    ['Agents can only', 'insufficient-permissions'],
    ['Agent agent-1 is already registered', 'duplicate-agent'],
    ['Agent ghost not', 'agent-not-found'],
    ['for agent endpoint', 'authentication-failed'],
    ['or expired token', 'token-invalid'],
    ['session_id: sess_abc123', 'session-invalid'],
    ['{"status":"error","message":"Agent not found"}', 'agent-not-found'],
    ['{"title":"Invalid DPoP Proof","status":401,"detail":"Invalid JWT format: x"}', 'dpop-invalid'],
    ['DELETE agents/my-agent', 'agent-not-found'],
    ['431 Request Header Fields Too Large', 'headers-too-large'],
    ['ghost not found', 'agent-not-found'],
    ['account locked by rate limit exceeded', 'rate-limit-exceeded'],
    ['Error: PIN already set for this session\n    at request (/app/x.js:12:3)', 'pin-already-set'],
  ])('%s', (text, name) => expect(first(text)).toBe(name));

  test.each([
    ['unauthorized'.replace('z', 's'), '401'],
    ['unprocessable entity', '422'],
    ['page not found', '404'],
    ['http 4xx', '4xx'],
    ['4XX errors', '4xx'],
    ['agents/register', 'POST /agents/register'],
  ])('%s is the same as %s', (text, other) => expect(found(text)).toEqual(found(other)));

  test.each([
    ['method not allowed', 'the status 405 Method Not Allowed', 0],
    ['{"detail":"Method Not Allowed"}', 'the status 405 Method Not Allowed', 0],
    [`${catalog.facts.baseUri}/`, 'the address of all problem types', catalog.problems.length],
    [`${catalog.facts.baseUri}/category/session`, 'the category Admin sessions', 2],
    [
      `${catalog.facts.baseUri}/route/post-auth-login`,
      'the route POST /auth/login',
      catalog.problems.filter((problem) => routesOf(problem).includes('POST /auth/login')).length,
    ],
  ])('%s is read as %s', (text, by, count) => {
    expect(resolve(text).by).toBe(by);
    expect(found(text).length).toBe(count);
  });

  test('words are searched when nothing is named', () => {
    expect(first('server restarted without redis')).toBe('session-invalid');
    expect(first('too many attempts')).toBe('rate-limit-exceeded');
    expect(first('401 fingerprint')).toBe('session-invalid');
    expect(resolve('session').types.length).toBeGreaterThan(1);
  });

  test('a reason phrase and a family of statuses give lists', () => {
    expect(found('unauthorized')).toEqual(found('401'));
    expect(found('5xx').length).toBe(catalog.problems.filter(({ status }) => status >= 500).length);
  });

  test('the message of an HTTP client gives its status, at the route of its URL', () => {
    for (const text of [
      'Request failed with status code 429',
      'curl: (22) The requested URL returned error: 429',
      'why 429?',
    ])
      expect(found(text), text).toEqual(['rate-limit-exceeded']);
    const text = '400 Client Error: Bad Request for url: http://localhost:8001/auth/login?x=1';
    expect(found(`requests.exceptions.HTTPError: ${text}`)).toEqual(['required-header-missing', 'invalid-input']);
    expect(first('-H "X-Client-Fingerprint: abc"')).toBe('required-header-missing');
  });

  test('what no type has is said, with names that come close', () => {
    expect(resolve('418')).toMatchObject({ by: "the status 418 I'm a Teapot", types: [] });
    expect(found('https://arcp.0x001.tech/docs/problems/coffee')).toEqual([]);
    expect(found('qqqqzzzz')).toEqual([]);
    expect(resolve('GET /nope')).toMatchObject({ by: 'the route GET /nope', types: [] });
    expect(near('session-gone').map(nameAt)).toEqual(expect.arrayContaining(['session-invalid', 'session-expired']));
  });

  test('the address of another place is only a hint', () => {
    expect(resolve('https://example.com/errors/session-invalid')).toMatchObject({ by: 'the last part of the address' });
  });

  test.each([
    '',
    ' ',
    '%',
    '%zz',
    '((((',
    '[',
    '\\',
    '*',
    '\u0000',
    '__proto__',
    'constructor',
    '{"type":{"type":1}}',
    '&#x110000;&#0;',
  ])('the hostile input %j does no harm', (text) => {
    expect(() => [resolve(text), near(text)]).not.toThrow();
  });

  test.each(['{', '<', 'a', '/', 'a-'])('a run of %j takes linear time, and does no harm', async (part) => {
    const run = runOf(part);
    const ask = (text: string) => [resolve(text), near(text)];
    expect(() => ask(run(300_000))).not.toThrow();
    expect(await growthOf(ask, run)).toBeUndefined();
  });
});

test('names lose what was copied around them', () => {
  expect(bareNames('raise SessionInvalidError("x")')).toContain('sessioninvalid');
});

describe('facets', () => {
  const all = index.types.map((_, at) => at);

  test('values of one facet add up, facets narrow each other', () => {
    const filters = { ...noFilters(), status: ['401', '403'], retry: ['after-login'] };
    const kept = filtered(index, all, filters).map((at) => index.types[at]);
    expect(kept.length).toBeGreaterThan(0);
    for (const type of kept) {
      expect(type?.status.some((status) => status === 401 || status === 403)).toBe(true);
      expect(type?.retry).toBe('after-login');
    }
  });

  test('a count says how many there would be, its own facet left out', () => {
    const filters = { ...noFilters(), status: ['401'] };
    const counts = countsOf(index, all, filters);
    expect(counts.status.get('404')).toBe(catalog.problems.filter(({ statuses }) => statuses.includes(404)).length);
    expect(counts.category.get('limits') ?? 0).toBe(0);
  });

  test('the query string keeps everything, in one form', () => {
    const query = 'q=POST+%2Fauth%2Flogin&status=401&status=429&by=operator&sort=title&order=down';
    expect(queryOfState(stateOfQuery(query))).toBe(query);
    expect(queryOfState(stateOfQuery('?q=&status=&sort=nonsense&x=1'))).toBe('');
  });
});

test('another catalog has a finder of its own', async () => {
  const library = await load(libraryDir);
  const other = searcher(finderIndex(siteOf(library)));
  for (const [at, { name, typeUri, entry }] of library.problems.entries())
    for (const text of [name, typeUri, entry.title, JSON.stringify({ type: typeUri })])
      expect(other.resolve(text).types[0], text).toBe(at);
});

describe('10,000 types are served in parts', async () => {
  const types = manyTypes(10_000);
  const { head, files } = partsOf(finderIndex(siteOf({ ...catalog, problems: types })));
  const sizeOf = (value: unknown) => JSON.stringify(value).length;
  const { name, typeUri, entry } = types[7321] as ProblemType;

  test('no file is large', () => {
    expect(sizeOf(head)).toBeLessThan(400_000);
    expect(Math.max(...[...files.values()].map(sizeOf))).toBeLessThan(400_000);
  });

  test.each([
    name,
    typeUri,
    entry.title,
    `${name.slice(0, 4)}${name.slice(5)}`,
    `Agent failed: ${name} at 12:00`,
    JSON.stringify({ type: typeUri, title: entry.title, status: 401 }),
  ])('%s is found with few of them', async (text) => {
    const asked = new Set<string>();
    const part = await indexFor(head, text, async (file) => {
      asked.add(file);
      return files.get(file);
    });
    expect([...asked].reduce((sum, file) => sum + sizeOf(files.get(file)), 0)).toBeLessThan(3_000_000);
    expect(searcher(part).search(text).hits[0]?.document.path).toBe(new URL(typeUri).pathname);
  });

  test.each(['401', '/auth/login', 'SESSION_TIMEOUT', 'nothing at all like it', '<'.repeat(9000)])(
    '%s does no harm',
    async (text) => {
      const part = await indexFor(head, text, async (file) => files.get(file));
      expect(part.types.length).toBeLessThanOrEqual(24);
      searcher(part).search(text);
    },
  );
});

/** Copies of the entries under names of their own: four words, none of which two neighbors share. */
function manyTypes(count: number): ProblemType[] {
  const syllables = ['ba', 'ce', 'di', 'fo', 'gu', 'ha', 'ke', 'li', 'mo', 'nu'];
  return Array.from({ length: count }, (_, number) => {
    const model = catalog.problems[number % catalog.problems.length] as ProblemType;
    const word = [...String(number).padStart(5, '0')]
      .reverse()
      .map((digit) => syllables[Number(digit)]?.repeat(2))
      .join('');
    const name = `${word}-${model.name}`;
    const entry = { ...model.entry, title: `${word} ${model.entry.title}`, aliases: [] };
    return { ...model, ...namesOf(name, catalog.facts), entry };
  });
}
