// cspell:ignore größter grosster
// cspell:ignore kebap
import { expect, test } from 'vitest';
import { nameFault } from '#catalog/name-fault.ts';

/** What the name of a file can name, and what is said of one that cannot. */

const fault = (name: string) => Object.values(nameFault(name) ?? {}).join('. ');

test.each(['out-of-stock', 'a', 'a1-2b', 'problem-of-type', 'new-card', 'validate-card', 'export-const', 'indexes'])(
  '%s is a name',
  (name) => {
    expect(nameFault(name)).toBeUndefined();
  },
);

const kebab = 'the file name must be kebab-case: lower-case words, joined by "-"';
const digit = 'the file name must start with a letter';
test.each([
  ['OutOfStock', `${kebab} (was "OutOfStock"). Rename the file to out-of-stock.ts.`],
  ['item2Sold', `${kebab} (was "item2Sold"). Rename the file to item2-sold.ts.`],
  ['SOLD__out..', `${kebab} (was "SOLD__out.."). Rename the file to sold-out.ts.`],
  ['__sold', `${kebab} (was "__sold"). Rename the file to sold.ts.`],
  ['sold--out', `${kebab} (was "sold--out"). Rename the file to sold-out.ts.`],
  ['größter Éclair', `${kebab} (was "größter Éclair"). Rename the file to grosster-eclair.ts.`],
  ['-', `${kebab} (was "-"). Rename the file, as in session-invalid.ts.`],
  [
    '404',
    `${digit} (was "404"). Rename the file to error-404.ts. If its type URI has no "error-", write that as type in the entry.`,
  ],
  [
    '2ndHand',
    `${digit} (was "2ndHand"). Rename the file to error-2nd-hand.ts. If its type URI has no "error-", write that as type in the entry.`,
  ],
])('%s is not written like a name', (name, said) => {
  expect(fault(name)).toBe(said);
});

test.each(['arguments', 'extends', 'false', 'finally', 'public', 'return', 'yield'])(
  '%s is a word of JavaScript',
  (name) => {
    expect(fault(name)).toBe(
      `the file name must not be a reserved word of JavaScript (was "${name}"). Add a word that says more.`,
    );
  },
);

test.each([
  // Modules that are made of all types.
  ['causes', 'causes'],
  ['common', 'common'],
  ['former-types', 'former-types'],
  ['headers', 'headers'],
  ['index', 'index'],
  ['problem-types', 'problem-types'],
  ['titles', 'titles'],
  ['validators', 'validators'],
  // Names of values and types.
  ['common-members', 'CommonMembers'],
  ['problem', 'Problem'],
  ['about-blank', 'aboutBlank'],
  ['define-problem-type', 'defineProblemType'],
  ['problem-details', 'ProblemDetails'],
  ['not-a-problem', 'NotAProblem'],
  ['any-problem-type', 'AnyProblemType'],
  ['raw-validator', 'RawValidator'],
  ['problem-validator', 'problemValidator'],
  ['validate', 'validate'],
])('%s is the name of a part of the package', (name, own) => {
  expect(fault(name)).toBe(`the file name must not be that of the package's own ${own}. Add a word that says more.`);
});
