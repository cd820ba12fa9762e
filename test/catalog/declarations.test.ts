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
  ['a template', 'export type Late = `late`;\n', 'export type Late = `later`;\n'],
  ['a template with code in it', `const a = {\n  b: \`\${c()}\`,\n};\n`, `const a = {\n  b: \`\${d()}\`,\n};\n`],
  ['a value with a regular expression', 'const a = {\n  b: /`/,\n};\n', 'const a = {\n  b: /``/,\n};\n'],
])('%s matters', (_, before, after) => {
  expect(before).not.toBe(after);
  expect(declarationsIn(after)).not.toBe(declarationsIn(before));
});
