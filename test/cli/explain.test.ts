// cspell:ignore sesion

import { readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { ProblemType } from '#catalog/catalog.ts';
import { causesData, stepsOf } from '#catalog/causes.ts';
import type { Request } from '#catalog/entry.ts';
import { exampleResponse, responseText } from '#catalog/example.ts';
import { load } from '#catalog/load.ts';
import { curlText } from '#catalog/request.ts';
import { openHome } from '#cli/catalog.ts';
import { explain } from '#cli/explain.ts';
import { screenOf } from '#cli/screen.ts';
import { problemMarkdown } from '#emit/markdown/twin.ts';
import { findCausesOf } from '#runtime/causes/find.ts';
import { problemsDir } from '../support.ts';
import { cli, cliFile, fileOf } from './run.ts';

/** `explain`: the page of a problem type in a terminal, and what a response in a file means. */

const catalog = await load(problemsDir);
const home = openHome(pathToFileURL(cliFile.replace(/cli\.js$/, '')));
const screen = (columns: number) => screenOf({ columns }, { NO_COLOR: '1' });
const text = (name: string, columns = 80) => explain(home, name, {}, screen(columns));
const named = catalog.problems.map((problem) => [problem.name, problem] as const);
const problem = (name: string) => catalog.problems.find((each) => each.name === name) as ProblemType;
/** The same words on one line. */
const flat = (page: string) => page.replace(/[`*]/g, '').replace(/\s+/g, ' ');

describe.each(named)('explain %s', (name, type) => {
  const { entry, typeUri, example } = type;
  test('names the type, and gives verdict, steps and example in this order', async () => {
    const page = flat(await text(name));
    const parts = [
      entry.title,
      typeUri,
      entry.summary,
      entry.now,
      entry.retry.because,
      ...stepsOf(type).map(({ step }) => step),
    ];
    const places: number[] = [];
    for (const part of parts) places.push(page.indexOf(flat(part), places.at(-1)));
    expect(places).not.toContain(-1);
    expect(page).toContain(flat(JSON.stringify(example, null, 2)));
  });

  test.each([40, 60, 80, 200])('wraps all but code at %i columns', async (columns) => {
    const page = await text(name, columns);
    const isProse = (line: string) => !/^ {4}/.test(line) && /\S\s+\S/.test(line) && !line.includes('://');
    const wide = page.split('\n').filter((line) => isProse(line) && line.length > Math.min(columns, 96));
    expect(wide).toEqual([]);
  });

  test('leaves no Markdown behind', async () => {
    const page = await text(name);
    const prose = page
      .split('\n')
      .filter((line) => !/^ {4}/.test(line))
      .join('\n');
    expect(prose).not.toMatch(/\*\*|^#|^>|```|\]\(|undefined|\u00a0/m);
  });
});

test('a request is printed so that it can be copied', async () => {
  const [step] = stepsOf(problem('session-invalid'));
  const indented = await text('session-invalid', 40);
  const [indent = ''] = /^ +(?=curl)/m.exec(indented) ?? [];
  const page = indented.replaceAll(`\n${indent}`, '\n');
  if (!step?.request) throw new Error('The first step has no request.');
  expect(page).toContain(curlText(step.request as Request, catalog.facts.server.url));
});

test('--md prints the twin, --json the entry as data', async () => {
  const md = await cli(['explain', 'token-invalid', '--md']);
  expect(md.stdout).toBe(problemMarkdown(catalog, problem('token-invalid')));
  const json = JSON.parse((await cli(['explain', 'token-invalid', '--json'])).stdout);
  expect(json).toMatchObject({ name: 'token-invalid', statuses: [401, 403], type: problem('token-invalid').typeUri });
});

test('a typo is corrected, and said to be', async () => {
  const { code, stdout } = await cli(['explain', 'sesion-invalid']);
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /^No problem type is called "sesion-invalid"\. This is session-invalid\.\n\nSession Validation Failed\n/,
  );
});

describe('a file', () => {
  const type = problem('token-invalid').typeUri;
  const body = {
    ...problem('token-invalid').example,
    detail: 'Token refresh failed: Signature has expired',
    instance: '/tokens/refresh',
  };

  test.each([
    ['a problem details object', JSON.stringify(body)],
    [
      'a response',
      `HTTP/1.1 401 Unauthorized\r\nContent-Type: application/problem+json\r\n\r\n${JSON.stringify(body)}`,
    ],
    [
      'the last of several',
      `HTTP/2 302 \nlocation: /x\n\nHTTP/2 401 \ncontent-type: application/problem+json\n\n${JSON.stringify(body)}\n`,
    ],
  ])('with %s is explained with what it says, and the cause that it proves', async (_, content) => {
    const { code, stdout } = await cli(['explain', fileOf('response.http', content)]);
    expect(code).toBe(0);
    const [opening = '', page = ''] = stdout.split('\n\n');
    expect(flat(opening)).toContain('Detail Token refresh failed: Signature has expired');
    expect(flat(opening)).toContain('Instance /tokens/refresh');
    expect(flat(opening)).toContain(`Cause ${problem('token-invalid').causes[0]?.cause}`);
    expect(page).toMatch(/^Invalid or Expired Token\n/);
  });

  test('on standard input', async () => {
    const { stdout } = await cli(['explain', '-'], { input: JSON.stringify(body) });
    expect(stdout).toMatch(/^standard input\n/);
    expect(stdout).toContain('\nInvalid or Expired Token\n');
  });

  test('cannot play tricks on the terminal', async () => {
    const evil = { ...body, detail: '\u001b[2J\u001b]0;owned\u0007 \u202egnp.exe' };
    const { stdout } = await cli(['explain', '-'], { input: JSON.stringify(evil) });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not come through
    expect(stdout).not.toMatch(/[\u0007\u001b\u202e]/);
  });

  test.each([
    [
      'an unknown type',
      '{"type":"https://x.example/a","title":"A"}',
      'the type https://x.example/a is not in the catalog',
    ],
    ['a type with a slash too much', `{"type":"${type}/","title":"A"}`, `Did its author mean ${type}?`],
    [
      'no type',
      '{"title":"Not Found","status":404}',
      'no type of its own (about:blank), so only its status 404 says what happened.',
    ],
    ['no problem', '[1,2]', 'not a problem details object'],
    ['nothing', '', 'standard input: empty.'],
  ])('with %s is told so', async (_, content, message) => {
    const { code, stdout, stderr } = await cli(['explain', '-'], { input: content });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });
});

test('the causes that a recorded response leads to are named', async () => {
  const folder = new URL('../arcp/captures/', import.meta.url);
  let proved = 0;
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    const capture = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
    const type = catalog.problems.find(({ typeUri }) => typeUri === capture.body.type);
    if (!type) continue;
    const page = await explain(home, new URL(file, folder).pathname, {}, screen(80));
    const opening = flat(page.slice(0, page.indexOf(`\n${type.entry.title}\n`)));
    const found = findCausesOf(causesData(type), capture.body, { status: capture.status });
    const proven = found.by === 'text' ? [...found.sure, ...found.possible] : [];
    for (const { cause } of proven) expect(opening, file).toContain(`Cause ${flat(cause)}`);
    proved += proven.length;
  }
  expect(proved).toBeGreaterThan(5);
});

test('the example response of the page is the one on the site', async () => {
  const page = (await text('rate-limit-exceeded')).replace(/^ {4}/gm, '');
  expect(page).toContain(responseText(exampleResponse(problem('rate-limit-exceeded'))));
});
