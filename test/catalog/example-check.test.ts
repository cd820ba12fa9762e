import { expect, test } from 'vitest';
import type { ProblemType } from '#catalog/catalog.ts';
import { exampleFindings } from '#catalog/example-check.ts';
import { findingText } from '#catalog/finding.ts';
import type { Interface } from '#catalog/members.ts';

/** What is said of an example that is no occurrence of its type. */

const problem = {
  file: 'a.ts',
  interfaceName: 'LoanLimit',
  members: [
    { name: 'limit', type: 'number' },
    { name: 'loans', type: 'Loan[]' },
  ],
  schema: {
    type: 'object',
    properties: {
      limit: { type: 'integer', minimum: 1 },
      loans: { type: 'array', items: { type: 'object', properties: { due: { type: 'string' } } } },
      detail: { type: 'string' },
      trace: { type: 'string' },
    },
    required: ['limit'],
  },
};
const common = { members: [{ name: 'trace', type: 'string' }] } as unknown as Interface;

const said = (example: object, documented?: object) =>
  exampleFindings({ ...problem, entry: { example, documented }, example } as unknown as ProblemType, common).map(
    findingText,
  );

const has = (name: string) => `a.ts: example has the member ${name}, which neither LoanLimit nor CommonMembers has.`;
const remove = 'Remove it: every example gets it from the entry.';

test.each<[what: string, example: object, documented: object | undefined, ...findings: string[]]>([
  [
    'nothing of one that fits',
    { detail: 'a', instance: 'b', limit: 1, loans: [], trace: 'c' },
    { limit: 1, trace: 'd' },
  ],
  [
    'members that the entry has',
    { limit: 1, type: 'a', title: 'b' },
    { status: 1 },
    ...['status', 'type', 'title'].map((name) => `${has(name)} ${remove}`),
  ],
  [
    'members that nobody has',
    { limit: 1, limits: 2, another: 3, details: 'x' },
    { traces: 1, limits: 2 },
    `${has('traces')} Did you mean trace?`,
    `${has('limits')} Did you mean limit?`,
    `${has('another')} Add it to LoanLimit, or remove it.`,
    `${has('details')} Did you mean detail?`,
  ],
  [
    'a member that is missing',
    {},
    undefined,
    "a.ts: example must have required property 'limit'. Make the example fit the interface LoanLimit.",
  ],
  [
    'a value of another type',
    { limit: 'two' },
    undefined,
    'a.ts: example.limit must be integer (was "two"). LoanLimit says limit: number.',
  ],
  [
    'a value that is too small',
    { limit: 0 },
    undefined,
    'a.ts: example.limit must be >= 1 (was 0). LoanLimit says limit: number.',
  ],
  [
    'a value within another',
    { limit: 1, loans: [{}, { due: 5 }] },
    undefined,
    'a.ts: example.loans.1.due must be string (was 5). LoanLimit says loans: Loan[].',
  ],
  [
    'a value of a common member',
    { limit: 1, trace: null },
    undefined,
    'a.ts: example.trace must be string (was null). Make the example fit the interface LoanLimit.',
  ],
])('%s', (_, example, documented, ...findings) => {
  expect(said(example, documented)).toEqual(findings);
});
