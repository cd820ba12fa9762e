import { expect, test } from 'vitest';
import { declarationsIn } from '#catalog/declarations.ts';

/** An edit of a value does not make TypeScript read the types of its file again; any other edit does. */

const file = (value: string, types = 'export interface Late {\n  /** Days. */\n  days: number;\n}\n') =>
  `import type { Problem } from './entry.ts';\n\n${types}\nconst pay = {\n  step: '${value}',\n};\n
export default {\n  title: '${value}',\n\n  causes: { late: { fix: [pay] } },\n} satisfies Problem<Late>;\n`;

test.each<[what: string, before: string, after: string]>([
  ['a sentence', file('Pay.'), file('Pay now.')],
  ['a list', 'export const steps: Step[] = [\n  one,\n];\n', 'export const steps: Step[] = [\n  two,\n];\n'],
  [
    'a text in the first column',
    file("x',\n  code: `\nimport a from 'a';\n}\n`,\n  more: '"),
    file(`x',\n  code: \`\nimport b from 'b';\n}\n\\\`typeof \\\${a}\\\` \${name}\`,\n  more: '`),
  ],
  ['a text that begins like a declaration', file('Type or import types.'), file('An interface of one type.')],
  ['a line that names types', file("x',\n  a: import.meta,\n  type: 'a"), file("x',\n  a: 1,\n  type: 'b")],
  ['a comment', file('x', "// Don't.\n"), file('y', "// Don't.\n")],
  ['a text in double quotes', file(`x',\n  a: "Don't",\n  b: '`), file(`x',\n  a: "Doesn't \\" \`",\n  b: '`)],
  ['a template with a line that goes on', file("x',\n  a: `b \\\n  c`,\n  d: '"), file("x',\n  a: `b`,\n  d: '")],
  ['a text with quotes', file("Don\\'t. // `"), file('"Do." /* `')],
  [
    'causes that the entry is compared with',
    `const causes = {\n  a: 1,\n} satisfies Causes;\n${file('x')}`.replace('<Late>', '<Late, typeof causes>'),
    `const causes = {\n  b: 1,\n} satisfies Causes;\n${file('x')}`.replace('<Late>', '<Late, typeof causes>'),
  ],
])('%s does not matter', (_, before, after) => {
  expect(before).not.toBe(after);
  expect(declarationsIn(after)).toBe(declarationsIn(before));
});

test.each<[what: string, before: string, after: string]>([
  ['a member', file('x'), file('x').replace('days', 'hours')],
  ['its description', file('x'), file('x').replace('Days.', 'Hours.')],
  ['an import', file('x'), file('x').replace('./entry.ts', './other.ts')],
  ['the name of a value', file('x'), file('x').replace('const pay', 'const paid')],
  [
    'a value that a type is made of',
    file('x', 'export type Late = keyof typeof pay;\n'),
    file('x', 'export type Late = keyof typeof pay;\n').replace('step:', 'steps:'),
  ],
  [
    'an interface after a value on one line',
    'export default { title } satisfies Problem;\nexport interface Late {\n  days: number;\n}\n',
    'export default { title } satisfies Problem;\nexport interface Late {\n  hours: number;\n}\n',
  ],
  [
    'an interface that is indented',
    'export default {\n  title };\n  export interface Late {\n  days: number;\n}\n',
    'export default {\n  title };\n  export interface Late {\n  hours: number;\n}\n',
  ],
  [
    'an interface between lines of a value',
    'export default {\n  title };\n  interface Late {\n  days: number;\n}\n',
    'export default {\n  title };\n  interface Late {\n  hours: number;\n}\n',
  ],
  [
    'an interface behind spaces',
    'export default {\n  title };\n export  interface Late {\n  days: number;\n}\n',
    'export default {\n  title };\n export  interface Late {\n  hours: number;\n}\n',
  ],
  ['a value that does not begin its line', 'let a; const b = {\n  c: 1,\n};\n', 'let a; const b = {\n  c: 2,\n};\n'],
  [
    'a value that is compared within a line',
    'const a = {\n  b: 1,\n};\nconst c = [{} satisfies A<typeof a>];\n',
    'const a = {\n  b: 2,\n};\nconst c = [{} satisfies A<typeof a>];\n',
  ],
  ['a template', 'export type Late = `late`;\n', 'export type Late = `later`;\n'],
  ['a template with code in it', `const a = {\n  b: \`\${c()}\`,\n};\n`, `const a = {\n  b: \`\${d()}\`,\n};\n`],
  ['a value with a regular expression', 'const a = {\n  b: /`/,\n};\n', 'const a = {\n  b: /``/,\n};\n'],
])('%s matters', (_, before, after) => {
  expect(before).not.toBe(after);
  expect(declarationsIn(after)).not.toBe(declarationsIn(before));
});

test('values are left out but for their first and last line, and all else stays', () => {
  const types = Array.from({ length: 11 }, (_, at) => `export type T${at} = \`t${at}\`;\n`).join('');
  const values = `const steps: readonly Step[] = [\n  one,\n\n\ttwo,\n] as const;\nexport const some = {\n};\nlet a = {\n  b: 1,\n};\n`;
  expect(declarationsIn(`${types}${values}${file('x')}`)).toBe(`${types}const steps: readonly Step[] = [
] as const;
export const some = {
};
let a = {
  b: 1,
};
import type { Problem } from './entry.ts';

export interface Late {
  /** Days. */
  days: number;
}

const pay = {
};

export default {
} satisfies Problem<Late>;
`);
});
