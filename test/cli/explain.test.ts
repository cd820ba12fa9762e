// cspell:ignore sesion expird tokn

import { readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { ProblemType } from '#catalog/catalog.ts';
import { causesData, exampleValues, stepsOf } from '#catalog/causes.ts';
import type { Request } from '#catalog/entry.ts';
import { responseText, sentExample } from '#catalog/example.ts';
import { load } from '#catalog/load.ts';
import { curlText } from '#catalog/request.ts';
import { openHome } from '#cli/catalog.ts';
import { explain } from '#cli/explain/explain.ts';
import { screenOf } from '#cli/screen.ts';
import { problemMarkdown } from '#emit/markdown/twin.ts';
import { filledFix } from '#runtime/causes/fill.ts';
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
  const { entry, typeUri, causes } = type;
  test('gives the verdict, then each cause with how to tell it and its address', async () => {
    const page = flat(await text(name));
    const parts = [entry.title, typeUri, entry.summary, entry.now, entry.retry.because];
    const places: number[] = [];
    for (const part of parts) places.push(page.indexOf(flat(part), places.at(-1)));
    expect(places).not.toContain(-1);
    for (const cause of causes) {
      expect(page).toContain(flat(`${cause.cause}`));
      expect(page).toContain(causes.length > 1 ? cause.address : flat(cause.fix[0]?.step ?? ''));
      if (cause.tell) expect(page).toContain(flat(cause.tell));
    }
    const known = causes.find(({ sent }) => sent !== 'no') ?? causes[0];
    if (causes.length > 1)
      expect(page).toContain(`arcp-problems explain ${name}#${known?.name} # one cause with its fix`);
    expect(page).toContain(`arcp-problems explain ${name} --all # the whole page`);
  });

  test('shows each cause with its own fix by name and by address', async () => {
    for (const cause of causes) {
      const page = await text(`${name}#${cause.name}`);
      expect(await text(cause.address)).toBe(page);
      const words = flat(page);
      const places: number[] = [];
      for (const part of [entry.title, cause.address, cause.cause, 'How to fix it'])
        places.push(words.indexOf(flat(part), places.at(-1)));
      expect(places).not.toContain(-1);
      for (const { step } of filledFix(cause.fix, exampleValues(type, catalog.facts, cause.name)))
        expect(words).toContain(flat(step));
      expect(words).not.toContain('The request is above');
    }
  });

  test('--all shows the whole page', async () => {
    const page = flat(await explain(home, name, { all: true }, screen(80)));
    for (const cause of causes) expect(page).toContain(flat(cause.cause));
    for (const step of stepsOf(type).filter(({ step }) => !step.includes('{'))) expect(page).toContain(flat(step.step));
    for (const each of entry.endpoints ?? []) expect(page).toContain(typeof each === 'string' ? each : each.route);
    expect(page).toContain(flat(entry.explanation.split('\n\n')[0] ?? ''));
    expect(await explain(home, name, { all: true, md: true }, screen(80))).toBe(
      problemMarkdown(catalog, type).trimEnd(),
    );
  });

  test.each([40, 60, 80, 200])('wraps all but code at %i columns', async (columns) => {
    const page = await explain(home, name, { all: columns === 60 }, screen(columns));
    const isProse = (line: string) => !/^ {4}/.test(line) && /\S\s+\S/.test(line) && !line.includes('://');
    const wide = page.split('\n').filter((line) => isProse(line) && line.length > Math.min(columns, 96));
    expect(wide).toEqual([]);
  });

  test('leaves no Markdown behind', async () => {
    const page = `${await text(name)}\n${await explain(home, name, { all: true }, screen(80))}`;
    const prose = page
      .split('\n')
      .filter((line) => !/^ {4}/.test(line))
      .join('\n');
    expect(prose).not.toMatch(/\*\*|^#|^>|```|\]\(|undefined|\u00a0/m);
  });
});

test('a request is printed so that it can be copied', async () => {
  const type = problem('session-invalid');
  const [cause] = type.causes;
  const [step] = filledFix(cause?.fix ?? [], exampleValues(type, catalog.facts, cause?.name));
  if (!step?.request) throw new Error('The first step has no request.');
  const indented = await text(`session-invalid#${cause?.name}`, 40);
  const [indent = ''] = /^ +(?=curl)/m.exec(indented) ?? [];
  const page = indented.replaceAll(`\n${indent}`, '\n');
  expect(page).toContain(curlText(step.request as Request, catalog.facts.server.url));
});

test('--md prints Markdown, --json data', async () => {
  const md = await cli(['explain', 'token-invalid', '--md']);
  expect(md.stdout).toMatch(/^# Invalid or Expired Token\n/);
  expect(md.stdout).toContain('\n## Causes\n\n- **expired:** The token has expired.');
  const json = JSON.parse((await cli(['explain', 'token-invalid', '--json'])).stdout);
  expect(json).toMatchObject({ name: 'token-invalid', statuses: [401, 403], type: problem('token-invalid').typeUri });
  const cause = JSON.parse((await cli(['explain', 'token-invalid#expired', '--json'])).stdout);
  const [expired] = problem('token-invalid').causes;
  expect(cause).toMatchObject({ problem: 'token-invalid', name: 'expired', address: expired?.address });
  expect(cause.fix).toHaveLength(expired?.fix.length ?? 0);
});

test.each([
  ['token-invalid#expird', 'token-invalid has no cause called "expird". Did you mean "expired"?'],
  ['token-invalid#zzz', 'token-invalid has no cause called "zzz". Its causes: expired, malformed,'],
  ['tokn-invalid#expired', 'No problem type is called "tokn-invalid". Did you mean "token-invalid#expired"?'],
  ['wrong-secret', 'No problem type or file is called "wrong-secret". Did you mean "token-invalid#wrong-secret"?'],
])('%s is told so', async (asked, message) => {
  const { code, stdout, stderr } = await cli(['explain', asked]);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(message);
});

test('an address with a section of the page is the page', async () => {
  expect(await text(`${problem('token-invalid').typeUri}#causes`)).toBe(await text('token-invalid'));
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
    const opening = flat(stdout.slice(0, stdout.indexOf('\nInvalid or Expired Token\n')));
    const [expired] = problem('token-invalid').causes;
    expect(opening).toContain('Detail Token refresh failed: Signature has expired');
    expect(opening).toContain('Instance /tokens/refresh');
    expect(opening).toContain(`Cause ${expired?.cause} Address ${expired?.address}`);
    for (const { step } of expired?.fix ?? []) expect(opening).toContain(flat(step));
    expect(stdout).toContain('arcp-problems explain token-invalid  # all causes\n');
  });

  test('--json has its causes as data', async () => {
    const { stdout } = await cli(['explain', '-', '--json'], { input: JSON.stringify(body) });
    const { sure, possible, ...rest } = JSON.parse(stdout);
    expect(rest).toMatchObject({ source: 'standard input', status: 401, problem: 'token-invalid', by: 'text' });
    expect([sure.map(({ name }: { name: string }) => name), possible]).toEqual([['expired'], []]);
  });

  test('that does not tell its cause gets all possible ones, and with --all their fixes', async () => {
    const unclear = JSON.stringify({ ...problem('session-invalid').example });
    const short = flat((await cli(['explain', '-'], { input: unclear })).stdout);
    const long = flat((await cli(['explain', '-', '--all'], { input: unclear })).stdout);
    const { possible } = findCausesOf(causesData(problem('session-invalid')), JSON.parse(unclear));
    expect(possible.length).toBeGreaterThan(2);
    for (const { cause, address } of possible) {
      expect(short).toContain(flat(cause));
      expect(short).toContain(address);
    }
    expect(short).not.toContain('How to fix it');
    expect(long).toContain('How to fix it');
  });

  test('without its own type is recognized by title and status', async () => {
    const bare = JSON.stringify({ title: 'Session Validation Failed', status: 401 });
    const { code, stdout } = await cli(['explain', '-'], { input: bare });
    expect(code).toBe(0);
    expect(flat(stdout)).toContain('Type session-invalid, recognized by its title and status');
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
    ['a type with a typo', `{"type":"${type}s","title":"A"}`, `Did its author mean ${type}?`],
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

test.each([
  ['a dict of Python', (body: string) => `ERROR api: failed with ${body.replaceAll('"', "'")} twice`],
  ['JSON that is cut off', (body: string) => `${body.slice(0, -1)}, "timestamp": "2026-`],
  ['JSON over lines of a log', (body: string) => JSON.stringify(JSON.parse(body), null, 1).replace(/^/gm, 'api-1 | ')],
  ['signs without a width', (body: string) => body.replace('duplicate-', 'duplicate-\u200b')],
])('%s is explained like the response', async (_, printed) => {
  const type = 'https://arcp.0x001.tech/docs/problems/duplicate-agent';
  const body = JSON.stringify({
    type,
    title: 'Duplicate Agent',
    status: 409,
    detail: 'Agent a is already registered and alive.',
  });
  const { stdout } = await cli(['explain', '-', '--json'], { input: printed(body) });
  const { problem, possible } = JSON.parse(stdout);
  expect([problem, possible.map(({ name }: { name: string }) => name)]).toEqual(['duplicate-agent', ['already-alive']]);
});

test('the causes that a recorded response leads to are named', async () => {
  const folder = new URL('../arcp/captures/', import.meta.url);
  let proved = 0;
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    const capture = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
    const type = catalog.problems.find(({ typeUri }) => typeUri === capture.body.type);
    if (!type) continue;
    const path = new URL(file, folder).pathname;
    const page = await explain(home, path, {}, screen(80));
    const { sure, possible } = JSON.parse(await explain(home, path, { json: true }, screen(80)));
    const opening = flat(page.slice(0, page.lastIndexOf(`\n${type.entry.title}\n`)));
    for (const { cause } of [...sure, ...possible]) expect(opening, file).toContain(flat(cause));
    proved += sure.length;
  }
  expect(proved).toBeGreaterThan(3);
});

test('the example response of the page is the one on the site', async () => {
  const page = (await explain(home, 'rate-limit-exceeded', { all: true }, screen(80))).replace(/^ {4}/gm, '');
  expect(page).toContain(responseText(sentExample(problem('rate-limit-exceeded'), catalog.facts)));
});
