import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { guidesOf } from '#catalog/guides.ts';
import { load } from '#catalog/load.ts';
import { siteOf } from '#catalog/site.ts';
import { finderIndex } from '#diagnose/search/make-index.ts';
import { searcher } from '#diagnose/search/search.ts';
import { problemsDir } from '../../support.ts';

/**
 * Questions as people type them, each with the page that answers it: `question<tab>path|path`. A path without a fragment
 * includes its parts. Without a path nothing answers the question. The loose ones are lines of logs, and words of which no
 * answer can be sure. The errors are what people have just read, in many languages and libraries.
 */

const catalog = await load(problemsDir);
const site = siteOf(catalog);
const { search } = searcher(finderIndex(site, guidesOf(catalog)));
const root = `${site.paths.home}/`;

const questionsIn = (file: string) =>
  readFileSync(join(import.meta.dirname, file), 'utf8')
    .split('\n')
    .filter((line) => line.includes('\t'))
    .map((line) => line.split('\t') as [question: string, answer: string])
    .map(([question, answer]) => ({ question, accepted: answer.split('|').filter(Boolean) }));

const fits = (path: string, accepted: readonly string[]) =>
  accepted.some(
    (page) => path === page || path.startsWith(`${page}#`) || (page.endsWith('/') && path.startsWith(page)),
  );

const answersIn = (file: string) =>
  questionsIn(file).map(({ question, accepted }) => {
    const { hits, isSure } = search(question);
    const paths = hits.map(({ document }) => document.path.slice(root.length));
    const [first = ''] = paths;
    const isRight = accepted.length === 0 ? !isSure : fits(first, accepted);
    return {
      question,
      accepted,
      first,
      isSure,
      isRight,
      isNear: paths.slice(0, 3).some((path) => fits(path, accepted)),
    };
  });
const told = (list: ReturnType<typeof answersIn>) => list.map(({ question, first }) => `${question} -> ${first}`);

describe.each(['tuned.tsv', 'untuned.tsv', 'loose.tsv'])('of the questions in %s', (file) => {
  const asked = answersIn(file);

  test('at least 95 of 100 find the right page first', () => {
    const wrong = asked.filter(({ isRight }) => !isRight);
    expect(told(wrong).length, told(wrong).join('\n')).toBeLessThanOrEqual(asked.length * 0.05);
  });

  test('none is answered surely and wrongly', () => {
    expect(told(asked.filter(({ isRight, isSure }) => isSure && !isRight))).toEqual([]);
  });

  if (file === 'loose.tsv') return;
  test('most right answers are sure', () => {
    const right = asked.filter(({ isRight, accepted }) => isRight && accepted.length > 0);
    expect(right.filter(({ isSure }) => isSure).length).toBeGreaterThan(right.length * 0.6);
  });
});

describe('of the questions in errors.tsv', () => {
  const asked = answersIn('errors.tsv');

  test('at least 83 of 100 find the right page first, and 95 among the first three', () => {
    const wrong = told(asked.filter(({ isRight }) => !isRight));
    expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(asked.length * 0.17);
    const far = told(asked.filter(({ isNear }) => !isNear));
    expect(far.length, far.join('\n')).toBeLessThanOrEqual(asked.length * 0.05);
  });

  test('none is answered surely and wrongly', () => {
    expect(told(asked.filter(({ isRight, isSure }) => isSure && !isRight))).toEqual([]);
  });
});
