import { lexer, type Token } from 'marked';
import { describe, expect, test } from 'vitest';
import { llmsFiles, llmsLength } from '../src/build/llms.ts';
import { catalogMarkdown, problemMarkdown, twinBytes } from '../src/build/markdown.ts';
import { code, fenced, firstSentence, plain } from '../src/build/markdown-parts.ts';
import { type Catalog, load, type ProblemType } from '../src/catalog/catalog.ts';
import { curlText } from '../src/catalog/request.ts';
import { libraryDir, problemsDir } from './support.ts';

/** The Markdown twins, the list of all, and llms.txt. */

const catalog = await load(problemsDir);
const library = await load(libraryDir);
const twins = [...catalog.problems, ...library.problems].map((problem): [string, ProblemType, string] => {
  const owner = catalog.problems.includes(problem) ? catalog : library;
  return [problem.name, problem, problemMarkdown(owner, problem)];
});
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

describe.each(twins)('the twin of %s', (_, problem, text) => {
  const { entry } = problem;

  test(`is at most ${twinBytes} bytes long`, () => {
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(twinBytes);
  });

  test('has verdict, fix and example first, in this order', () => {
    const at = [entry.summary, entry.now, entry.retry.because, '## Fix', '## Example', '## Causes'].map((part) =>
      text.indexOf(part),
    );
    expect(at).not.toContain(-1);
    expect(at).toEqual([...at].sort((a, b) => a - b));
  });

  test('has verdict and first step among its first 1500 characters', () => {
    expect(text.slice(0, 1500)).toContain(entry.now);
    expect(text.slice(0, 1500)).toContain(entry.resolution[0]?.step);
  });

  test('has every step, and the whole request of the first that has one', () => {
    for (const { step } of entry.resolution) expect(text).toContain(step);
    const request = entry.resolution.find((step) => step.request)?.request;
    const server = catalog.problems.includes(problem) ? catalog.facts.server.url : library.facts.server.url;
    if (request) expect(text.replace(/^ {3}/gm, '')).toContain(curlText(request, server));
  });

  test('shows the example as it travels', () => {
    const [, example = ''] = /## Example\n\n```http\n([\s\S]*?)\n```/.exec(text) ?? [];
    const [head = '', body = ''] = example.split('\n\n');
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${problem.statuses[0]} \\w`));
    expect(head).toContain('\nContent-Type: application/problem+json');
    expect(JSON.parse(body)).toEqual(problem.example);
  });

  test('begins with front matter that says the same as the entry', () => {
    const [, matter = ''] = /^---\n([\s\S]*?)\n---\n/.exec(text) ?? [];
    const facts = Object.fromEntries(matter.split('\n').map((line) => /^(\w+): (.*)$/.exec(line)?.slice(1) ?? []));
    expect(facts).toEqual({
      type: problem.typeUri,
      title: JSON.stringify(entry.title),
      status: problem.statuses.length > 1 ? `[${problem.statuses.join(', ')}]` : String(problem.statuses[0]),
      category: entry.category,
      retry: entry.retry.when,
      fixedBy: `[${entry.fixedBy.join(', ')}]`,
      ...(entry.since ? { since: entry.since } : {}),
      ...(entry.retired ? { deprecated: entry.retired.in } : {}),
    });
  });

  test('links to the page and to the other twins', () => {
    expect(text).toContain(`[Page](${problem.typeUri})`);
    expect(text).toContain(`[JSON](${problem.jsonUri})`);
    expect(text).toContain(`[JSON Schema](${problem.schemaUri})`);
  });

  test('is Markdown without loose ends', () => {
    expect(text.endsWith('\n')).toBe(true);
    expect(text).not.toMatch(/undefined|\[object|\n{3}|[ \t]\n/);
    expect(text.match(/^ *```/gm)?.length ?? 0).toSatisfy((count: number) => count % 2 === 0);
    const [first, ...rest] = lexer(bodyOf(text)).filter(({ type }) => type === 'heading') as (Token & {
      depth: number;
    })[];
    expect(first?.depth).toBe(1);
    expect(rest.every(({ depth }) => depth === 2)).toBe(true);
  });
});

test('a retired type, and one that the server does not send, say so before the fix', () => {
  const text = (name: string) => twins.find(([each]) => each === name)?.[2].split('## Fix')[0];
  expect(text('card-expired')).toContain('**Retired in 3.0.0.** Cards have no date any more. Use [membership-lapsed](');
  const unsent = catalog.problems.find(({ entry }) => entry.observed?.sent === 'no');
  const { name, version } = catalog.facts.server;
  expect(text(unsent?.name ?? '')).toContain(`**Not sent by ${name} ${version}.** ${unsent?.entry.observed?.note}`);
});

test('what does not fit is left out, and the twin says where the rest is', () => {
  const long = catalog.problems.find(({ name }) => name === 'token-invalid') as ProblemType;
  const text = problemMarkdown(catalog, long);
  expect(text).toContain(`Shortened. The whole page: ${long.typeUri}`);
  const short = library.problems.find(({ name }) => name === 'membership-lapsed') as ProblemType;
  expect(problemMarkdown(library, short)).not.toContain('Shortened.');
});

test('an entry that cannot be made short enough still has verdict, steps and example', () => {
  const [model] = catalog.problems as [ProblemType];
  const resolution = Array.from({ length: 80 }, (_, index) => ({
    step: `Do thing ${index} ${'again and '.repeat(8)}again.`,
  }));
  const text = problemMarkdown(catalog, { ...model, entry: { ...model.entry, resolution } });
  expect(text).toContain(model.entry.now);
  expect(text).toContain('Do thing 79');
  expect(text).toContain('## Example');
});

test('text and code of any kind stay what they are', () => {
  expect(plain('A <b> *c* _d_ `e` [f]')).toBe('A \\<b\\> \\*c\\* \\_d\\_ \\`e\\` \\[f\\]');
  expect(code('a`b')).toBe('``a`b``');
  expect(code('`')).toBe('`` ` ``');
  expect(fenced('sh', 'echo ```')).toBe('````sh\necho ```\n````');
  expect(firstSentence('Since version 2.1 `a. b` is there. More.')).toBe('Since version 2.1 `a. b` is there.');
});

test('the list has every problem type once, below its category', () => {
  const text = catalogMarkdown(catalog);
  for (const { entry, markdownUri, name } of catalog.problems) {
    expect(text.split(`](${markdownUri}): \`${name}\``)).toHaveLength(2);
    const title = catalog.facts.categories[entry.category]?.title ?? '';
    expect(text.indexOf(markdownUri)).toBeGreaterThan(text.indexOf(`## ${title}`));
  }
  expect(headings(text)).toHaveLength(1 + new Set(catalog.problems.map(({ entry }) => entry.category)).size);
});

test('the list grows with the number of problem types alone', () => {
  const size = (count: number) => catalogMarkdown(enlarged(count)).length;
  expect(size(4000) / size(1000)).toBeLessThan(4.1);
});

test('llms.txt has one link for each problem type, by category', () => {
  const text = llmsFiles(catalog).get('llms.txt') ?? '';
  expect(text.startsWith(`# ${catalog.facts.name}\n\n> ${catalog.facts.description}\n`)).toBe(true);
  for (const { markdownUri } of catalog.problems) expect(text.split(`](${markdownUri})`)).toHaveLength(2);
  expect(text.length).toBeLessThanOrEqual(llmsLength);
});

test('a long llms.txt becomes one of categories, with a file for each', () => {
  const large = enlarged(2000);
  const files = llmsFiles(large);
  const { origin, base } = catalog.site;
  expect(files.get('llms.txt')?.length).toBeLessThan(llmsLength);
  for (const key of new Set(catalog.problems.map(({ entry }) => entry.category))) {
    expect(files.get('llms.txt')).toContain(`(${origin}${base}/llms/${key}.txt)`);
    expect(files.get(`llms/${key}.txt`)).toMatch(/^# .+\n\n> .+\n\n- \[/);
  }
  const all = [...files].filter(([path]) => path.startsWith('llms/')).map(([, text]) => text);
  for (const { markdownUri } of large.problems) expect(all.join('')).toContain(`](${markdownUri})`);
});

test('llms-full.txt has the text of every twin, one level down', () => {
  const text = llmsFiles(library).get('llms-full.txt') ?? '';
  expect(headings(text).filter((heading) => heading === 'Fix')).toHaveLength(library.problems.length);
  for (const { entry, typeUri } of library.problems) {
    expect(text).toContain(`\n## ${entry.title}\n\nType: ${typeUri}\n`);
    expect(text).toContain(entry.now);
  }
  expect(text.match(/^# /gm)).toHaveLength(1);
});
