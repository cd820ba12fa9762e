// cspell:ignore evil Fevil Iabc sesion logfmt klog
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exampleResponse, responseText } from '#catalog/example.ts';
import { load } from '#catalog/load.ts';
import { siteOf } from '#catalog/site.ts';
import { type Diagnosis, detailIn, diagnose, type KnownType } from '#diagnose/diagnosis.ts';
import type { TypeFacts } from '#diagnose/facts.ts';
import { hinted } from '#diagnose/hints.ts';
import { identifyName } from '#diagnose/identify.ts';
import { plain } from '#diagnose/input/colors.ts';
import { parseJson } from '#diagnose/input/json-tree.ts';
import { linesOf } from '#diagnose/input/lines.ts';
import { masked, secretsIn } from '#diagnose/input/secrets.ts';
import { inspect, maxBytes } from '#diagnose/inspect.ts';
import { inspectorIndex } from '#diagnose/make-index.ts';
import type { Inspected, Result } from '#diagnose/result.ts';
import { finderIndex } from '#diagnose/search/make-index.ts';
import { problemData } from '#emit/data.ts';
import type { Cause } from '#runtime/causes/cause.ts';
import { namesIn } from '#runtime/causes/fill.ts';
import { findCausesOf } from '#runtime/causes/find.ts';
import { inlineParts } from '#site/browser/inspector/inline.ts';
import { fragmentOf, textOfFragment } from '#site/browser/inspector/share.ts';
import { growthOf, runOf } from '../growth/measure.ts';
import { problemsDir, root } from '../support.ts';

/** The logic of the inspector, without a browser. */

const site = siteOf(await load(problemsDir));

interface Capture {
  request: { method: string; path: string };
  status: number;
  headers: Record<string, string>;
  body: Record<string, unknown>;
}

const here = site;
const { problems, facts } = here.catalog;
const guide = readFileSync(join(root, 'problems/guides/other-replies.md'), 'utf8').replace(/^---[\s\S]*?\n---\n/, '');
const index = inspectorIndex(here, guide);
const finder = async () => finderIndex(here);
const factsOf = (name: string): TypeFacts => {
  const problem = here.problems.get(name);
  if (!problem) throw new Error(`No entry is called ${name}.`);
  return JSON.parse(JSON.stringify(problemData(here.catalog, problem)));
};
const folder = join(root, 'test/arcp/captures');
const captures = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file): [string, Capture] => [file, JSON.parse(readFileSync(join(folder, file), 'utf8'))]);

function curlOutput({ status, headers, body }: Capture): string {
  const fields = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return `HTTP/1.1 ${status}\r\n${fields.join('\r\n')}\r\n\r\n${JSON.stringify(body)}`;
}

async function response(text: string, choice?: number): Promise<Inspected> {
  const result = await inspect(text, index, choice);
  if (result.kind !== 'response') throw new Error(`It was taken for: ${JSON.stringify(result)}`);
  return result;
}

const marked = (
  text: string,
  { marks }: { marks: Result extends infer R ? (R extends { marks: infer M } ? M : never) : never },
) => marks.map(({ start, end }) => text.slice(start, end));
const codes = ({ findings }: Inspected) => findings.map(({ code }) => code);

describe.each(captures)('%s', (_, capture) => {
  const [name] = here.problems.has(String(capture.body.type).split('/').at(-1) ?? '')
    ? [String(capture.body.type).split('/').at(-1) ?? '']
    : [];

  test('is recognized in each form that it can be pasted in', async () => {
    const { request, status, headers, body } = capture;
    const har = {
      request: { method: request.method, url: `https://api.example.com${request.path}` },
      response: {
        status,
        headers: Object.entries(headers).map(([field, value]) => ({ name: field, value })),
        content: { text: JSON.stringify(body) },
      },
    };
    const forms = {
      curl: curlOutput(capture),
      body: JSON.stringify(body, null, 2),
      recorded: JSON.stringify(capture, null, 2),
      log: `12:00:01 [ERROR] call failed: ${JSON.stringify(body)} after 12 ms`,
      record: JSON.stringify({ level: 'error', message: 'call failed', response: JSON.stringify(body) }),
      har: JSON.stringify({ log: { entries: [har] } }, null, 2),
      'HAR entry': JSON.stringify(har),
    };
    for (const [form, text] of Object.entries(forms)) {
      const { identity, isProblem } = await response(text);
      expect(isProblem, form).toBe(true);
      expect(identity, form).toEqual(name ? { how: 'exact', name } : { how: 'blank' });
    }
  });

  test('has true findings only, each where it is', async () => {
    const text = curlOutput(capture);
    const result = await response(text);
    const missing = result.findings.map(({ header }) => header).filter((header) => header !== undefined);
    const explains = 'title' in capture.body || 'detail' in capture.body;
    const expected = ['www-authenticate', 'type-header', ...(explains ? [] : ['no-explanation'])];
    expect(codes(result).filter((code) => !expected.includes(code))).toEqual([]);
    const declared = name ? (here.problems.get(name)?.entry.observed?.missingHeaders ?? []) : [];
    expect(missing.filter((header) => !declared.includes(header))).toEqual([]);
    for (const piece of marked(text, result)) expect([`HTTP/1.1 ${capture.status}`, '{']).toContain(piece);
  });
});

describe.each(problems.map((problem) => [problem.name, problem] as const))('the example of %s', (name, problem) => {
  const text = responseText(exampleResponse(problem));

  test('is recognized, and nothing is found', async () => {
    for (const form of [text, JSON.stringify(problem.example), `${text}\n`, text.replaceAll('\n', '\r\n')]) {
      const result = await response(form);
      expect(result.identity).toEqual({ how: 'exact', name });
      expect(result.findings).toEqual([]);
    }
  });

  test('is judged at the right place when it is spoilt', async () => {
    const { status, headers } = exampleResponse(problem);
    const other = [400, 418, 507].find((code) => !problem.statuses.includes(code)) as number;
    const spoilt = {
      'status-mismatch': [text.replace(`"status": ${status}`, `"status": ${other}`), `"status": ${other}`],
      'member-type': [text.replace(/"title": "[^"]*"/, '"title": 7'), '"title": 7'],
      'media-type': [text.replace('application/problem+json', 'application/json'), 'Content-Type: application/json'],
      'type-variant': [
        text.replace('"type": "https:', '"type": "http:'),
        `"type": "${problem.typeUri.replace('https:', 'http:')}"`,
      ],
      'duplicate-member': [text.replace(/\n\}$/, ',\n  "title": "Again"\n}'), '"title"'],
      'retry-after': [text.replace('\n\n', '\nRetry-After: soon\n\n'), 'Retry-After: soon'],
    } as const;
    for (const [code, [spoiltText, place]] of Object.entries(spoilt)) {
      if (code === 'retry-after' && headers.some(([field]) => field === 'Retry-After')) continue;
      const result = await response(spoiltText);
      expect(codes(result), code).toContain(code);
      const finding = result.findings.find((each) => each.code === code);
      const mark = result.marks.find(({ number }) => number === finding?.number);
      expect(spoiltText.slice(mark?.start, mark?.end), code).toBe(place);
      const before = spoiltText.slice(0, mark?.start).split('\n');
      expect(finding?.position, code).toEqual({ line: before.length, column: (before.at(-1)?.length ?? 0) + 1 });
      expect(result.identity, code).toMatchObject({ name });
    }
  });

  test('is known by each of its names', () => {
    for (const asked of [
      name,
      problem.typeUri,
      `${problem.typeUri}/`,
      problem.constant,
      problem.entry.title,
      problem.typeUri.replace('https://', ''),
    ]) {
      expect(identifyName(index, asked), asked).toBe(name);
    }
  });
});

describe('a problem that was not copied as it was sent', () => {
  const [problem] = problems;
  if (!problem) throw new Error('The catalog is empty.');
  const body = { ...problem.example, note: 'it\'s "so"' };
  const json = JSON.stringify(body);
  const pretty = JSON.stringify(body, null, 2);
  const escaped = JSON.stringify(json).slice(1, -1);
  const entries = Object.entries(body).map(([key, value]) => [key, JSON.stringify(value)] as const);
  const head = `HTTP/1.1 ${problem.statuses[0]} X\ncontent-type: application/problem+json`;
  const printed = entries.map(([key, value]) => `'${key}': ${value}`).join(', ');

  const yaml = entries.map(([key, value]) => `${key}: ${value}`).join('\n');
  const goMap = `map[${Object.entries(body)
    .map(([key, value]) => `${key}:${value}`)
    .sort()
    .join(' ')}]`;

  const phpArray = (members: readonly (readonly [string, unknown])[]) =>
    `Array\n(\n${members.map(([key, value]) => `    [${key}] => ${value}`).join('\n')}\n    [list] => Array\n        (\n            [0] => a\n        )\n\n)\n`;

  test.each([
    ['in a fence of Markdown', `It fails:\n\n\`\`\`json\n${pretty}\n\`\`\`\nWhy?`],
    ['behind a label', `Response body: ${pretty}\nDone.`],
    ['before the prompt of a terminal', `$ curl -i http://localhost\n${head}\n\n${json}me@host:~$ `],
    [
      'from curl -v with CRLF',
      `> GET / HTTP/1.1\r\n< ${head.replace('\n', '\r\n< ')}\r\n<\r\n${json}* Closing connection\r\n`,
    ],
    ['from wget -S', `--2026-- http://localhost/\n  ${head.replace('\n', '\n  ')}\n${json}\n`],
    ['in colors', pretty.replace(/"(\w+)":/g, '\u001b[34;1m"$1"\u001b[0m:')],
    ['as Python prints it', `{${printed}, 'okay': True, 'none': None}`],
    [
      'as a console prints it',
      `Uncaught {\n${entries.map(([key, value]) => `  ${key}: ${value},\n  gone: undefined`).join(',\n')}\n}`,
    ],
    ['as Ruby prints it', `{${entries.map(([key, value]) => `"${key}"=>${value}`).join(', ')}}`],
    ['as a text of JSON', JSON.stringify(json)],
    ['as a text of a text of JSON', JSON.stringify(JSON.stringify(pretty))],
    ['without the quotes around that', escaped],
    ['escaped in a line of a log', `ERROR body="${escaped}" path=/x`],
    ['in a message of a record', JSON.stringify({ level: 'error', msg: `failed: ${json}` })],
    ['quoted in a mail', pretty.replace(/^/gm, '> ')],
    ['from a container', pretty.replace(/^/gm, 'web-1  | ')],
    ['broken by the width of a terminal', pretty.replace('problems/', 'problems\n/').replace('\n/', '/\n')],
    ['in curly quotes', pretty.replaceAll('it\'s \\"so\\"', 'x').replace(/"([^"\n]*)"/g, '\u201c$1\u201d')],
    ['with a comma too many', pretty.replace(/\n\}$/, ',\n}')],
    ['and is cut off', `${json.slice(0, json.indexOf('"note"'))}"no`],
    ['without a comma', pretty.replace(/",\n/, '"\n')],
    ['with two commas', json.replace(',', ',,')],
    ['with a semicolon for a colon', json.replace('"instance":', '"instance";')],
    ['with quotes inside a text', json.replace('"note":"', '"note":"a "b" ')],
    ['with a name without its value', pretty.replace('"note": ', '"odd" ')],
    ['without its braces', pretty.split('\n').slice(1, -1).join('\n')],
    ['with a slip in a response', `${head}\n\n${pretty.replace(/",\n/, '"\n')}`],
    ['from a pod', `[pod/arcp-7c9d/arcp] ${json}`],
    ['from a pod, line by line', pretty.replace(/^/gm, '[pod/arcp-7c9d/arcp] ')],
    [
      'from the file of a pod',
      pretty.replace(/^/gm, '2026-11-26T02:36:00.120Z stdout F ').replaceAll('.120Z', (_, at) => `.${at}Z`),
    ],
    ['from klog', `E1126 02:36:00.000000 1 a.go:42] "failed" body=${JSON.stringify(json)}`],
    ['as YAML', yaml],
    ['as a document of YAML', `---\n${yaml}\n`],
    ['within YAML', `error:\n${yaml.replace(/^/gm, '  ')}`],
    ['as a list in YAML', `- ${yaml.replace(/\n/g, '\n  ')}`],
    ['as PowerShell lists it', entries.map(([key, value]) => `${key.padEnd(12)}: ${JSON.parse(value)}`).join('\n')],
    ['as PHP prints it', phpArray(Object.entries(body))],
    ['as PHP prints an object', phpArray(Object.entries(body)).replace('Array', 'App\\Problem Object')],
    [
      'as PHP prints it within a record',
      `Array\n(\n    [level] => error\n    [context] => ${phpArray(Object.entries(body))}\n)`,
    ],
    [
      'as PHP exports it',
      `array (\n${Object.entries(body)
        .map(
          ([key, value]) => `  '${key}' => ${typeof value === 'string' ? `'${value.replaceAll("'", "\\'")}'` : value},`,
        )
        .join('\n')}\n  'list' =>\n  array (\n    0 => NULL,\n    1 => true,\n  ),\n)`,
    ],
    [
      'as PHP dumps it',
      `array(9) {\n${Object.entries(body)
        .map(
          ([key, value]) => `  ["${key}"]=>\n  ${typeof value === 'string' ? `string(9) "${value}"` : `int(${value})`}`,
        )
        .join('\n')}\n  ["more"]=>\n  array(1) {\n    ["a"]=>\n    NULL\n  }\n}`,
    ],
    ['as Go prints a map', goMap],
    ['as Go prints a map in a line of a log', `2026/11/26 02:36:00 call failed: ${goMap}`],
    [
      'as Go prints a struct',
      `&{${entries.map(([key, value]) => `${key.charAt(0).toUpperCase()}${key.slice(1)}:${JSON.parse(value)}`).join(' ')}}`,
    ],
    [
      'as Go prints a struct with its syntax',
      `main.P{${entries.map(([key, value]) => `${key.charAt(0).toUpperCase()}${key.slice(1)}:${value}`).join(', ')}}`,
    ],
    [
      'as Java prints a record',
      `ProblemDetail[${entries
        .map(([key, value]) => `${key}='${JSON.parse(value)}'`)
        .join(', ')
        .replace(/status='(\d+)'/, 'status=$1')}, properties='null']`,
    ],
    ['as logfmt', `level=error msg="call failed" ${entries.map(([key, value]) => `${key}=${value}`).join(' ')}`],
  ])('is read %s', async (_, given) => {
    const result = await response(plain(given));
    expect(result.identity).toEqual({ how: 'exact', name: problem.name });
    expect(result.body).toMatchObject({ title: problem.entry.title, detail: problem.example.detail });
    expect(codes(result).filter((code) => !['syntax', 'www-authenticate', 'type-header'].includes(code))).toEqual([]);
  });

  test.each([
    ['{"type": "about:blank", "title": "x", "status": 7,}', ['"status": 7', '}']],
    [`{'type': 'about:blank', 'title': 'x', 'status': '400'}`, [`'status': '400'`]],
    [`{\\"type\\":\\"about:blank\\",\\"title\\":\\"x\\",\\"status\\":\\"400\\"}`, ['\\"status\\":\\"400\\"']],
  ])('has its faults marked where they stand: %s', async (text, pieces) => {
    const result = await response(text);
    expect(marked(text, result)).toEqual(pieces);
  });
});

describe('a response that is not of the catalog', () => {
  test('of an unknown type gets the nearest names', async () => {
    const body = { type: `${facts.baseUri}/sesion-invalid`, title: 'Odd', status: 401 };
    expect((await response(JSON.stringify(body))).identity).toEqual({
      how: 'unknown',
      near: expect.arrayContaining(['session-invalid']),
    });
    const far = { type: 'https://example.com/errors/zzz', title: 'Qqq', status: 418 };
    expect((await response(JSON.stringify(far))).identity).toEqual({ how: 'unknown', near: [] });
  });

  test('without type is known by title and status, or by its status alone', async () => {
    const [problem] = problems;
    const text = JSON.stringify({ title: problem?.entry.title, status: problem?.statuses[0] });
    expect((await response(text)).identity).toMatchObject({ how: 'guess', name: problem?.name });
    expect((await response('{"title":"Teapot","status":418}')).identity).toEqual({ how: 'blank' });
  });

  test.each([
    ['404', '{"detail":"Not Found"}', 'application/json', '404'],
    ['404', '{"status": "error", "message": "Agent not found"}', 'application/json', '404'],
    ['500', '{"status":"error","message":"boom"}', 'application/json', '500'],
    ['400', 'Invalid host header', 'text/plain; charset=utf-8', '400'],
    ['429', '<html><head><title>429</title></head></html>', 'text/html', '413'],
    ['503', '{"keys":[],"error":"JWKS temporarily unavailable"}', 'application/json', '503'],
    ['501', '{"detail":"SBOM verification is not enabled"}', 'application/json', '501'],
  ])('with %s and %s leads to its section of the guide', async (status, body, type, start) => {
    const result = await response(`HTTP/1.1 ${status} X\ncontent-type: ${type}\n\n${body}`);
    expect(result.isProblem).toBe(false);
    expect(codes(result)).toContain('not-a-problem');
    expect(result.replies.map(({ heading }) => heading.slice(0, 3))).toEqual([start]);
    expect(guide).toContain(`## ${result.replies[0]?.heading}`);
    expect(result.replies[0]?.advice.length).toBeGreaterThan(0);
  });

  test('and is no problem at all is told so without its status', async () => {
    for (const text of [
      '{"detail":"Not Found"}',
      '{"status":"error","message":"x"}',
      'Bad Gateway',
      '<html><body>502</body></html>',
      '[]',
      '"x"',
      '12',
    ]) {
      expect((await response(text)).isProblem, text).toBe(false);
    }
  });
});

describe('a response in XML', () => {
  const [problem] = problems;
  const xml = `<problem xmlns="urn:ietf:rfc:7807">\n  <type>${problem?.typeUri}</type>\n  <title>x</title>\n  <status>799</status>\n</problem>`;
  const text = `HTTP/1.1 ${problem?.statuses[0]} X\ncontent-type: application/problem+xml\n\n${xml}`;

  test('is identified and judged, each finding at its element', async () => {
    for (const form of [text, xml]) {
      const result = await response(form);
      expect(result.identity).toEqual({ how: 'exact', name: problem?.name });
      const at = result.findings.findIndex(({ code }) => code === 'status-range');
      const mark = result.marks.find(({ number }) => number === at + 1);
      expect(form.slice(mark?.start, mark?.end)).toBe('<status>799</status>');
    }
  });

  test('that is not well-formed is said to be', async () => {
    expect(codes(await response(text.replace('</title>', '')))).toContain('not-a-problem');
  });
});

test('a response whose body is missing is not judged', async () => {
  const missing = 'HTTP/1.1 401 X\ncontent-type: application/problem+json\ncontent-length: 7\n\n';
  const result = await response(missing);
  expect(result.notJudged).toMatch(/^The body is missing\./);
  expect(codes(result)).toEqual(['www-authenticate']);
  expect((await response(`${missing.replace(/content-length.*\n/, '')}{"title":"x"}`)).notJudged).toBeUndefined();
});

describe('a text without a response', () => {
  const type = `${facts.baseUri}/authentication-failed`;
  test.each([
    `<${type}>`,
    `{"type":"${type}"}`,
    'http://localhost:4321/docs/problems/authentication-failed#fix',
    'Authentication required for agent endpoint',
  ])('names a type: %s', async (text) => {
    expect(await hinted(text, await inspect(text, index), finder)).toEqual({
      kind: 'name',
      name: 'authentication-failed',
    });
  });

  test.each([
    ['requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: http://localhost:8001/agents', 401],
    ["httpx.HTTPStatusError: Client error '401 Unauthorized' for url 'http://localhost:8001/agents'", 401],
    ['AxiosError: Request failed with status code 401', 401],
    ['The remote server returned an error: (401) Unauthorized.', 401],
    ['Status Code: 401 Unauthorized', 401],
    ['401', 401],
    ['HTTP/1.1 422 X\ncontent-type: application/json\n\n{"detail":[{"loc":["body"],"msg":"Field required"}]}', 422],
  ])('gets the types that fit: %s', async (text, status) => {
    const result = (await hinted(text, await inspect(text, index), finder)) as Inspected;
    expect(result).toMatchObject({ kind: 'response', isProblem: false, status });
    for (const name of result.hints?.names ?? ['none']) expect(factsOf(name).statuses).toContain(status);
  });

  test.each(['connect ECONNREFUSED 127.0.0.1:8001', '<html><title>502 Bad Gateway</title></html>'])(
    'gets no guesses: %s',
    async (text) => {
      const result = await inspect(text, index);
      expect(await hinted(text, result, finder)).toBe(result);
    },
  );

  test('that is a page of a proxy has its status in its title', async () => {
    for (const [title, section] of [
      ['413 Request Entity Too Large', '413'],
      ['502 Bad Gateway', '502'],
      ['418 Out of Tea', undefined],
    ]) {
      const { status, replies } = await response(`<html><head><title>${title}</title></head></html>`);
      expect(status).toBe(Number(title?.slice(0, 3)));
      expect(replies[0]?.heading.slice(0, 3)).toBe(section);
    }
  });
});

describe('places', () => {
  test('are found in JSON that stands in a text of JSON', async () => {
    const body = `{"type":"${facts.baseUri}/not-found","title":"é\\u0041 \\"x\\"","status":"404"}`;
    const text = JSON.stringify(
      { status: 404, headers: { 'Content-Type': 'application/problem+json' }, body },
      null,
      2,
    );
    const result = await response(text);
    const at = result.findings.find(({ code }) => code === 'member-type');
    const mark = result.marks.find(({ number }) => number === at?.number);
    expect(text.slice(mark?.start, mark?.end)).toBe('\\"status\\":\\"404\\"');
  });

  test('of the final response count, after interim ones and redirects', async () => {
    const problem = here.problems.get('session-invalid');
    if (!problem) throw new Error('gone');
    const last = responseText(exampleResponse(problem)).replace('"status": 401', '"status": 403');
    const text = `HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 307 Temporary Redirect\r\nLocation: /x\r\n\r\n${last}`;
    const result = await response(text);
    expect(codes(result)).toContain('status-mismatch');
    expect(marked(text, result)).toContain('"status": 403');
    expect(result.choices).toHaveLength(1);
  });

  test('of several problems are chosen among', async () => {
    const texts = problems.slice(0, 3).map((problem) => responseText(exampleResponse(problem)));
    const text = texts.join('\n\n');
    for (const [at, problem] of problems.slice(0, 3).entries()) {
      const result = await response(text, at);
      expect(result.choices).toHaveLength(3);
      expect(result.identity).toMatchObject({ name: problem.name });
    }
  });

  test.each([
    ['{"type": "x",}', 'must be a member name in double quotes (was "}")', 1, 14],
    ["{'type': 1}", 'must be a member name in double quotes (was "\'")', 1, 2],
    ['{\n  "a": 1\n  "b": 2\n}', 'must be "," or "}" (was "b")', 3, 3],
    ['{"a": tru}', 'must be a JSON value (was "tru")', 1, 7],
    ['{"a": "x', 'must be a closing quote (was the end)', 1, 9],
    ['{"a": [1, 2', 'must be "," or "]" (was the end)', 1, 12],
    ['{"a": 01}', 'must be a JSON value (was "01")', 1, 7],
  ])('of what is no JSON are told: %s', async (text, message, line, column) => {
    const result = await inspect(text, index);
    expect(result).toMatchObject({ kind: 'fault', position: { line, column } });
    expect((result as { message: string }).message).toContain(message);
  });

  test('agree with the parser of the platform on what is JSON', () => {
    const texts = [
      '{}',
      ' [ ] ',
      '{"a":{"b":[1,-2.5e+3,true,null,"\\u00e9"]}}',
      '[1,]',
      '{"a":1,}',
      '"\\x"',
      '-',
      '1.',
      '.5',
      '[1 2]',
      'nul',
      '"a\nb"',
      '{"a"}',
      '{}{}',
    ];
    for (const text of texts) {
      let isJson = true;
      try {
        JSON.parse(text);
      } catch {
        isJson = false;
      }
      expect(parseJson(text).fault === undefined, text).toBe(isJson);
    }
  });
});

test('masking leaves the examples and the recorded responses what they are', async () => {
  for (const [file, capture] of captures) {
    const text = curlOutput(capture);
    const before = await response(text);
    const after = await response(masked(text));
    expect(after.identity, file).toEqual(before.identity);
    expect(codes(after), file).toEqual(codes(before));
  }
  for (const problem of problems) {
    const text = masked(JSON.stringify(problem.example));
    expect(() => JSON.parse(text), text).not.toThrow();
  }
});

describe('the diagnosis of a response', () => {
  const cause = (name: string, fix: Cause['fix'], more: Partial<Cause> = {}): Cause => ({
    name,
    address: `https://example.com/problems/odd#${name}`,
    cause: `It is ${name}.`,
    fixedBy: 'client-developer',
    retry: { when: 'after-fix', because: 'It stays.' },
    fix,
    ...more,
  });
  const beat = {
    step: 'Beat `{agent_id}`.',
    request: { method: 'POST', path: '/agents/{agent_id}/heartbeat', body: { agent_id: '{agent_id}', key: '<key>' } },
  };
  const type: KnownType = {
    title: 'Odd',
    causes: [cause('gone', [beat]), cause('unknown', [beat])],
    answers: [
      { detail: 'Agent {agent_id} is gone', causes: ['gone'] },
      { detail: 'No such agent', request: { Authorization: true }, causes: ['unknown'] },
      { detail: 'No such agent', request: { Authorization: false }, causes: ['gone'] },
    ],
  };
  const known = { routes: ['GET /agents/{agent_id}', 'GET /agents/stats'], values: { agent_id: 'my-agent' } };
  const pathIn = (diagnosis: Diagnosis) =>
    [...diagnosis.sure, ...diagnosis.possible].map(({ fix }) => fix[0]?.request?.path);

  test('fills the fix with the values of text, URL or instance, and else with those of the catalog', () => {
    const url = 'https://hub.example.org/agents/robot-7';
    const { sure, possible } = diagnose(type, { detail: 'Agent robot-8 is gone' }, { method: 'GET', url }, known);
    expect(possible).toEqual([]);
    expect(sure).toMatchObject([{ name: 'gone', own: ['robot-8'] }]);
    expect(sure[0]?.fix[0]).toMatchObject({
      step: 'Beat `robot-8`.',
      request: { path: '/agents/robot-8/heartbeat', body: { agent_id: 'robot-8', key: '<key>' } },
    });
    expect(pathIn(diagnose(type, {}, { url }, known))).toEqual(Array(2).fill('/agents/robot-7/heartbeat'));
    expect(pathIn(diagnose(type, { instance: '/agents/x' }, {}, known))).toEqual(Array(2).fill('/agents/x/heartbeat'));
    const { possible: usual } = diagnose(type, { instance: '/agents/stats' }, {}, known);
    expect(usual).toMatchObject([{ own: [] }, { own: [] }]);
    expect(usual[0]?.fix[0]?.request?.path).toBe('/agents/my-agent/heartbeat');
  });

  test.each([
    '[masked:token]',
    'a\nb',
    'x'.repeat(201),
    '',
    'ey\ud800',
    'eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJl',
  ])('does not use the value %j', (agent_id) => {
    expect(pathIn(diagnose(type, { agent_id }, {}, known))).toEqual(Array(2).fill('/agents/my-agent/heartbeat'));
  });

  test('keeps a value in the path that it is for', () => {
    expect(pathIn(diagnose(type, { agent_id: '../../evil?x=1 "$(rm)' }, {}, known))[0]).toBe(
      '/agents/..%2F..%2Fevil%3Fx%3D1%20%22%24(rm)/heartbeat',
    );
  });

  test.each([
    ['curl -v with the header', '> GET /a HTTP/1.1\n> Host: x\n> Authorization: Bearer t\n>\n', ['unknown'], []],
    ['curl -v without it', '> GET /a HTTP/1.1\n> Host: x\n>\n', ['gone'], []],
    ['a response alone', '', [], ['unknown', 'gone']],
  ])('uses the request: %s', async (_, head, sure, possible) => {
    const body = `{"type":"${facts.baseUri}/x","title":"Odd","status":401,"detail":"No such agent"}`;
    const sent = `HTTP/1.1 401 X\nContent-Type: application/problem+json\n\n${body}`;
    const text = head === '' ? sent : `${head}< ${sent.split('\n\n')[0]?.replace('\n', '\n< ')}\n<\n${body}`;
    const { body: read, exchange } = await response(text);
    const found = diagnose(type, read, exchange, known);
    expect(found.sure.map(({ name }) => name)).toEqual(sure);
    expect(found.possible.map(({ name }) => name)).toEqual(possible);
  });

  test.each([
    ['with credentials elsewhere', [{ name: 'Authorization', value: 'x' }], ['gone']],
    ['that Chrome exported without any credentials', [], []],
  ])('reads the request of an archive %s', async (_, headers, sure) => {
    const body = { type: `${facts.baseUri}/x`, title: 'Odd', status: 401, detail: 'No such agent' };
    const entry = {
      _initiator: { type: 'script' },
      request: { method: 'GET', url: 'https://x.example/a', headers: [{ name: 'Accept', value: '*/*' }] },
      response: { status: 401, headers: [], content: { text: JSON.stringify(body) } },
    };
    const other = {
      ...entry,
      request: { ...entry.request, headers },
      response: { status: 200, headers: [], content: {} },
    };
    const { body: read, exchange } = await response(JSON.stringify({ log: { entries: [other, entry] } }));
    expect(diagnose(type, read, exchange, known).sure.map(({ name }) => name)).toEqual(sure);
  });

  test('reads the detail in a text without a response', () => {
    expect(detailIn(type, 'Agent robot-8 is gone')).toEqual({ detail: 'Agent robot-8 is gone' });
    expect(detailIn(type, 'ARCPError: 404: Agent robot-8 is gone')).toEqual({ detail: 'Agent robot-8 is gone' });
    expect(detailIn(type, `${facts.baseUri}/odd`)).toEqual({});
  });

  test('names field and message of each fault, however often it was escaped', () => {
    const rule = factsOf('validation-failed');
    const item = `{'type': 'missing', 'loc': ('body', 'agent_id'), 'msg': 'Field required', 'input': {}}`;
    for (const times of [0, 1, 2, 3]) {
      let list = item;
      for (let round = 0; round < times; round += 1) list = list.replaceAll('&', '&amp;').replaceAll("'", '&#x27;');
      const detail = `Input validation failed: [${list}]`;
      expect(diagnose(rule, { ...rule.example, detail }, {}, known).faults).toEqual([
        { field: 'agent_id', message: 'Field required', causes: ['field-missing'] },
      ]);
    }
  });

  test('finds the cause of each answer first, where its example tells', () => {
    for (const problem of problems) {
      const data = factsOf(problem.name);
      for (const { name, example } of data.causes) {
        const { sure, possible } = diagnose(data, example ?? {}, {}, { routes: index.routes, values: index.values });
        if (example)
          expect(
            [...sure, ...possible].map((each) => each.name),
            problem.name,
          ).toContain(name);
        for (const { fix } of [...sure, ...possible]) expect(namesIn(fix), problem.name).toEqual([]);
      }
    }
  });
});

describe('hostile input', () => {
  test.each([
    ['nothing', '', 'nothing'],
    ['blanks', ' \n\t ', 'nothing'],
    ['too much', 'x'.repeat(maxBytes + 1), 'larger'],
    ['too many bytes', 'é'.repeat(maxBytes / 2 + 1), 'larger'],
    ['bytes', '\u0000\u0001\u0002PNG', 'binary'],
    ['deep arrays', '['.repeat(100_000), 'deep'],
    ['deep objects', `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`, 'deep'],
  ])('%s is refused with a sentence', async (_, text, word) => {
    const result = await inspect(text, index);
    expect(result.kind).toBe('fault');
    expect((result as { message: string }).message).toContain(word);
  });

  const read = async (text: string) => {
    const result = await inspect(text, index);
    masked(text);
    if (result.kind === 'response') linesOf(text, result.marks, secretsIn(text), result.focus);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  };

  test.each([
    ['markup', `{"type":"javascript:alert(1)","title":"<script>alert(1)</script>","status":400}`],
    [
      'prototype members',
      '{"type":"about:blank","title":"x","status":500,"__proto__":{"polluted":1},"constructor":{"prototype":{}}}',
    ],
    ['lone surrogates', '{"type":"about:blank","title":"\ud800","status":500}'],
    ['a status line alone', 'HTTP/1.1 500'],
  ])('%s does no harm', async (_, text) => read(text));

  test.each<[what: string, of: (length: number) => string]>([
    ['nonsense after a status line', (length) => `HTTP/1.1 999 ${runOf('a: b\n')(length)}`],
    [
      'many members',
      (length) =>
        `{"type":"about:blank","title":"x","status":500,${Array.from({ length: length / 16 }, (_, at) => `"m${at}":${at}`).join(',')}}`,
    ],
    [
      'a long line of names',
      (length) =>
        `HTTP/1.1 400 X\ncontent-type: application/problem+json\n\n{"detail":"${runOf('password_')(length)}"}`,
    ],
    ['a long line of quotes', (length) => `{"title":"${runOf('\\"')(length)}`],
    ['a long line of braces', runOf('{ ')],
    ['a long run of words', runOf('eyJ')],
    ['a long run of backslashes', runOf('\\')],
    ['a long run of objects that do not end', runOf('{"a":')],
    ['many credentials', runOf('://a@')],
    ['many keys', (length) => `{"type":"about:blank","title":"x","detail":"${runOf('"kty"')(length)}`],
  ])('%s does no harm, and takes linear time', async (_, of) => {
    await read(of(250_000));
    expect(await growthOf(read, of)).toBeUndefined();
  });

  test('links of unsafe schemes stay text', () => {
    expect(inlineParts('[x](javascript:alert) `a` **b** [y](/docs/z)')).toEqual([
      { kind: 'text', text: 'x' },
      { kind: 'text', text: ' ' },
      { kind: 'code', text: 'a' },
      { kind: 'text', text: ' ' },
      { kind: 'strong', inner: [{ kind: 'text', text: 'b' }] },
      { kind: 'text', text: ' ' },
      { kind: 'link', href: '/docs/z', inner: [{ kind: 'text', text: 'y' }] },
    ]);
  });
});

test('a shared fragment gives back the same text, and a bomb gives none', async () => {
  const text = 'HTTP/1.1 401 é\n\n{"a":"ü"}';
  const fragment = await fragmentOf(text);
  expect(await textOfFragment(`#${fragment}`, maxBytes)).toBe(text);
  expect(await textOfFragment(`#${await fragmentOf('x'.repeat(10_000_000))}`, maxBytes)).toBeUndefined();
  for (const wrong of ['#r=', '#r=@@', '#r=AAAA', '#x', ''])
    expect(await textOfFragment(wrong, maxBytes)).toBeUndefined();
});

test('the example buttons show what they say', async () => {
  const [faulty, proved, logged, other] = await Promise.all(index.examples.map(({ text }) => response(text)));
  expect(faulty && codes(faulty)).toEqual(expect.arrayContaining(['media-type', 'status-mismatch', 'instance-syntax']));
  expect(proved?.findings).toEqual([]);
  const name = proved?.identity?.how === 'exact' ? proved.identity.name : '';
  expect(findCausesOf(factsOf(name), proved?.body ?? {}).sure).not.toEqual([]);
  expect(logged?.identity).toMatchObject({ how: 'exact' });
  expect(other).toMatchObject({ isProblem: false, replies: [expect.anything()] });
});

describe('members that a printed object does not have', () => {
  const type = 'https://arcp.0x001.tech/docs/problems/agent-not-found';
  test.each([
    ['a record of Java', `ProblemDetail[type='${type}', title='Agent Not Found', status=404, instance='null']`, []],
    ['a struct', `%Api.Problem{type: "${type}", title: "Agent Not Found", status: 404, detail: nil}`, []],
    ['JSON', `failed: {"type":"${type}","title":"Agent Not Found","status":404}`, ['/agent_id']],
    ['a dict', `failed: {'type': '${type}', 'title': 'Agent Not Found', 'status': 404}`, ['/agent_id']],
    ['a wrong one', `Problem{type: "${type}", title: "Agent Not Found", status: 404, agent_id: 7}`, ['/agent_id']],
  ])('are missed in JSON only: %s', async (_, text, pointers) => {
    expect((await response(text)).findings.map(({ pointer }) => pointer)).toEqual(pointers);
  });
});
