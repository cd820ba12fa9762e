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
 * answer can be sure.
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

describe.each(['tuned.tsv', 'untuned.tsv', 'loose.tsv'])('of the questions in %s', (file) => {
  const asked = questionsIn(file).map(({ question, accepted }) => {
    const { hits, isSure } = search(question);
    const [first = ''] = hits.map(({ document }) => document.path.slice(root.length));
    return { question, accepted, first, isSure, isRight: accepted.length === 0 ? !isSure : fits(first, accepted) };
  });
  const told = (list: typeof asked) => list.map(({ question, first }) => `${question} -> ${first}`);

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
