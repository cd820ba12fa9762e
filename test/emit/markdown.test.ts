import { lexer, type Token } from 'marked';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Catalog, ProblemType } from '#catalog/catalog.ts';
import { fixersOf, stepsOf } from '#catalog/causes.ts';
import type { Request } from '#catalog/entry.ts';
import { load } from '#catalog/load.ts';
import { curlText } from '#catalog/request.ts';
import { retryWords } from '#catalog/words.ts';
import { catalogMarkdown, listFiles, listLength } from '#emit/markdown/lists.ts';
import { llmsFiles, llmsLength } from '#emit/markdown/llms.ts';
import { code, demoted, fenced, indexUrl, plain } from '#emit/markdown/parts.ts';
import { problemMarkdown } from '#emit/markdown/twin.ts';
import { libraryDir, problemsDir } from '../support.ts';

/** The Markdown twins, the list of all, and llms.txt. */

const catalog = await load(problemsDir);
const library = await load(libraryDir);
const twins = [...catalog.problems, ...library.problems].map((problem): [string, ProblemType, string, Catalog] => {
  const owner = catalog.problems.includes(problem) ? catalog : library;
  return [problem.name, problem, problemMarkdown(owner, problem), owner];
});
/** A text without its code. */
const proseOf = (text: string) => text.replace(/^( *)```[\s\S]*?\n\1```$/gm, '').replace(/`[^`\n]*`/g, '');
const headings = (text: string) => [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading]) => heading);
const bodyOf = (text: string) => text.replace(/^---\n[\s\S]*?\n---\n\n/, '');

/** A catalog with as many problem types as asked for. */
function enlarged(count: number): Catalog {
  const problems = Array.from({ length: count }, (_, index): ProblemType => {
    const model = catalog.problems[index % catalog.problems.length] as ProblemType;
    return { ...model, name: `${model.name}-${index}`, markdownUri: `${model.typeUri}-${index}.md` };
  });
  return { ...catalog, problems };
}

describe.each(twins)('the twin of %s', (_, problem, text, { facts: catalogFacts }) => {
  const { entry } = problem;

  test('has verdict, causes and example first, in this order', () => {
    const at = [entry.summary, entry.now, entry.retry.because, '## Causes', '## Example response'].map((part) =>
      text.indexOf(part),
    );
    expect(at).not.toContain(-1);
    expect(at).toEqual([...at].sort((a, b) => a - b));
    expect(at[2]).toBeLessThan(1500);
  });

  test('has each cause with its address, its way to be told and each request once', () => {
    const server = catalog.problems.includes(problem) ? catalog.facts.server.url : library.facts.server.url;
    for (const { name, address, cause, tell } of problem.causes) {
      expect(text).toContain(`### ${name}\n\n${cause}`);
      expect(text).toContain(address);
      if (tell) expect(text).toContain(tell);
    }
    for (const { step, request } of stepsOf(problem)) {
      if (!step.includes('{')) expect(text).toContain(step);
      const command = request && curlText(request as Request, server);
      if (command && !/\{[a-z]|%7B/.test(command))
        expect(text.replace(/^ {3}/gm, '').split(command).length, command).toBe(2);
    }
  });

  test('shows the example as the server sends it', () => {
    const [, example = ''] = /## Example response\n\n```http\n([\s\S]*?)\n```/.exec(text) ?? [];
    const [head = '', body = ''] = example.split('\n\n');
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${problem.statuses[0]} \\w`));
    expect(head).toContain('\nContent-Type: application/problem+json');
    expect(JSON.parse(body)).toEqual({ ...problem.example, ...catalogFacts.example });
    for (const name of problem.entry.observed?.missingHeaders ?? []) expect(head).not.toContain(name);
  });

  test('begins with front matter that says the same as the entry', () => {
    const [, matter = ''] = /^---\n([\s\S]*?)\n---\n/.exec(text) ?? [];
    const [first, ...others] = problem.statuses;
    expect(parse(matter)).toEqual({
      type: problem.typeUri,
      title: entry.title,
      status: others.length > 0 ? problem.statuses : first,
      category: entry.category,
      retry: entry.retry.when,
      fixedBy: fixersOf(entry),
      causes: problem.causes.map(({ name }) => name),
      ...(entry.since ? { since: entry.since } : {}),
      ...(entry.retired ? { deprecated: entry.retired.in } : {}),
      index: indexUrl(catalog.problems.includes(problem) ? catalog : library),
    });
  });

  test('links to the page and to the other twins', () => {
    expect(text).toContain(`[Page](${problem.typeUri})`);
    expect(text).toContain(`[JSON](${problem.jsonUri})`);
    expect(text).toContain(`[JSON Schema](${problem.schemaUri})`);
  });

  test('is Markdown without loose ends', () => {
    expect(text.endsWith('\n')).toBe(true);
    expect(text).not.toMatch(/\[object|\n{3}|[ \t]\n/);
    expect(proseOf(text)).not.toMatch(/undefined/);
    expect(text.match(/^ *```/gm)?.length ?? 0).toSatisfy((count: number) => count % 2 === 0);
    const [first, ...rest] = lexer(bodyOf(text)).filter(({ type }) => type === 'heading') as (Token & {
      depth: number;
    })[];
    expect(first?.depth).toBe(1);
    expect(rest.every(({ depth }) => depth === 2 || depth === 3)).toBe(true);
  });
});

test('versions in the front matter are texts, whatever they look like', () => {
  const [problem] = library.problems as [ProblemType];
  const entry = { ...problem.entry, since: '3.10', retired: { in: '4.0', because: 'It is over.' } };
  const [, matter = ''] = problemMarkdown(library, { ...problem, entry }).split('---\n');
  expect(parse(matter)).toMatchObject({ since: '3.10', deprecated: '4.0' });
});

test('a retired type, and one that the server does not send, say so before the fix', () => {
  const text = (name: string) => twins.find(([each]) => each === name)?.[2].split('## Causes')[0];
  expect(text('card-expired')).toContain('**Retired in 3.0.0.** Cards have no date any more. Use [membership-lapsed](');
  const unsent = catalog.problems.find(({ entry }) => entry.observed?.sent === 'no');
  const { name, version } = catalog.facts.server;
  expect(text(unsent?.name ?? '')).toContain(`**Not sent by ${name} ${version}.** ${unsent?.entry.observed?.note}`);
});

test('text and code of any kind stay what they are', () => {
  expect(plain('A <b> *c* _d_ `e` [f]')).toBe('A \\<b\\> \\*c\\* \\_d\\_ \\`e\\` \\[f\\]');
  expect(code('a`b')).toBe('``a`b``');
  expect(code('`')).toBe('`` ` ``');
  expect(fenced('sh', 'echo ```')).toBe('````sh\necho ```\n````');
});

test('the list has every problem type once, below its category, with its verdict', () => {
  const text = catalogMarkdown(catalog);
  for (const { entry, markdownUri, name } of catalog.problems) {
    expect(text.split(`](${markdownUri}) \`${name}\``)).toHaveLength(2);
    const title = catalog.facts.categories[entry.category]?.title ?? '';
    expect(text.indexOf(markdownUri)).toBeGreaterThan(text.indexOf(`## ${title}`));
    const line = text.split('\n').find((each) => each.includes(markdownUri));
    expect(line).toContain(`Retry: ${retryWords[entry.retry.when]}. Who can fix it: `);
  }
  const categories = new Set(catalog.problems.map(({ entry }) => entry.category)).size;
  // Then the pages by status and by route.
  expect(headings(text)).toHaveLength(1 + categories + 2);
});

test('the lists by category, status and route hold each type that belongs there, and no other', () => {
  const files = listFiles(catalog);
  const named = (path: string) =>
    [...(files.get(path) ?? '').matchAll(/\.md\) `([^`]+)`/g)].map(([, name]) => name).sort();
  const names = (belongs: (problem: ProblemType) => boolean) =>
    catalog.problems
      .filter(belongs)
      .map(({ name }) => name)
      .sort();
  expect(named('problems/category/session.md')).toEqual(names(({ entry }) => entry.category === 'session'));
  expect(named('problems/status/404.md')).toEqual(names(({ statuses }) => statuses.includes(404)));
  const login = ({ entry }: ProblemType) =>
    entry.endpoints?.some((each) => (typeof each === 'string' ? each : each.route) === 'POST /auth/login') ?? false;
  expect(named('problems/route/post-auth-login.md')).toEqual(names(login));
  for (const [path, text] of files) {
    expect(text, path).toMatch(/^# \S/);
    expect(text, path).toContain(`Index of all pages: ${indexUrl(catalog)}`);
    expect(text, path).not.toMatch(/\[object|\n{3}|[ \t]\n/);
    expect(proseOf(text)).not.toMatch(/undefined/);
  }
});

test('with 10,000 problem types no list is longer than an agent reads, and every type stands in one', () => {
  const large = enlarged(10_000);
  const files = listFiles(large);
  for (const [path, text] of files) expect(text.length, path).toBeLessThanOrEqual(listLength);
  const all = [...files].filter(([path]) => path.includes('/category/')).map(([, text]) => text);
  const listed = new Set([...all.join('').matchAll(/\]\((\S+)\) `/g)].map(([, url]) => url));
  expect(listed.size).toBe(large.problems.length);
  // Each part is reached from the one before.
  for (const path of files.keys()) {
    const [, stem = '', part] = /^(.*?)(?:\.(\d+))?\.md$/.exec(path) ?? [];
    if (part === undefined) continue;
    const before = files.get(Number(part) === 2 ? `${stem}.md` : `${stem}.${Number(part) - 1}.md`);
    expect(before, path).toContain(`](${catalog.site.origin}${catalog.site.base}/${path})`);
  }
});

test('llms.txt has one link for each problem type, by category, and for each list and prose page', () => {
  const guide = { url: 'https://a.example/guides/loans.md', title: 'Loans', summary: 'How loans work.' };
  const text = llmsFiles(catalog, [guide]).get('llms.txt') ?? '';
  expect(text.startsWith(`# ${catalog.facts.name}\n\n> ${catalog.facts.description}\n`)).toBe(true);
  for (const { markdownUri } of catalog.problems) expect(text.split(`](${markdownUri})`)).toHaveLength(2);
  for (const path of listFiles(catalog).keys()) expect(text).toContain(`${catalog.site.origin}/docs/${path})`);
  expect(text).toContain('- [Loans](https://a.example/guides/loans.md): How loans work.');
  expect(text.length).toBeLessThanOrEqual(llmsLength);
});

test('a long llms.txt becomes one of lists, and a text of all twins that nobody can read is left out', () => {
  const files = llmsFiles(enlarged(10_000));
  const text = files.get('llms.txt') ?? '';
  expect(text.length).toBeLessThan(llmsLength);
  for (const key of new Set(catalog.problems.map(({ entry }) => entry.category))) {
    expect(text).toContain(`](${catalog.facts.baseUri}/category/${key}.md)`);
  }
  expect([...files.keys()]).toEqual(['llms.txt']);
  expect(text).not.toContain('llms-full.txt');
});

test('headings go one level down, lines of code stay', () => {
  const text = '# A\n\n```sh\n# a comment\n```\n\n   ````md\n```\n# B\n   ````\n\n## C';
  expect(demoted(text)).toBe(text.replace('# A', '## A').replace('## C', '### C'));
});

test('llms-full.txt has the text of every twin, one level down', () => {
  const text = llmsFiles(library).get('llms-full.txt') ?? '';
  expect(headings(text).filter((heading) => heading === 'Causes')).toHaveLength(library.problems.length);
  for (const { entry, typeUri } of library.problems) {
    expect(text).toContain(`\n## ${entry.title}\n\nType: ${typeUri}\n`);
    expect(text).toContain(entry.now);
  }
  expect(text.match(/^# /gm)).toHaveLength(1);
});
