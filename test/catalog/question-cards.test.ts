import { expect, test } from 'vitest';
import type { ProblemType } from '#catalog/catalog.ts';
import { questionCard } from '#catalog/question-cards.ts';

/** What the answer to a question names, and the texts that lead there. */

const late = { name: 'late' };
const never = { name: 'never' };
const lapsed = {
  name: 'lapsed',
  status: 403,
  causes: [late, never],
  answers: [
    { detail: 'It ended on {last_day2}, * ago.', causes: ['late'] },
    { detail: 'There is none in {Place}.', causes: ['never', 'late'], status: 404 },
    { detail: 'It ended on {day}, {time} ago.', causes: ['late'] },
    { title: 'Lapsed', causes: ['late'] },
    { detail: 'Ask the desk.' },
  ],
} as unknown as ProblemType;
const problems = [{ ...lapsed, name: 'other' }, lapsed];

test.each<[reference: string, status: number | undefined, cause: unknown, texts: string[]]>([
  ['lapsed', undefined, undefined, ['It ended on …, … ago.', 'There is none in {Place}.']],
  ['lapsed', 403, undefined, ['It ended on …, … ago.', 'Ask the desk.']],
  ['lapsed', 404, undefined, ['There is none in {Place}.']],
  ['lapsed', 500, undefined, []],
  ['lapsed#late', undefined, late, ['It ended on …, … ago.', 'There is none in {Place}.']],
  ['lapsed#late', 403, late, ['It ended on …, … ago.']],
  ['lapsed#never', undefined, never, ['There is none in {Place}.']],
  ['lapsed#other', 404, undefined, ['There is none in {Place}.']],
])('%s with the status %s', (reference, status, cause, texts) => {
  expect(questionCard(problems, reference, status)).toEqual({ problem: lapsed, cause, reference, texts });
});

test('a type that does not exist is an error', () => {
  expect(() => questionCard(problems, 'laps#late', 403)).toThrow(new Error('No entry is called laps.'));
});
