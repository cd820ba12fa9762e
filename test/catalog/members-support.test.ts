/* cspell:disable */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type ts from 'typescript';
import { expect, test } from 'vitest';
import { programOf } from '#catalog/compiler.ts';
import { templatePattern, unsupported } from '#catalog/members-support.ts';
import { temporary } from '../support.ts';

/** What is said of members that no JSON Schema can describe: all interfaces are in one program. */

const brand = 'A brand has no form in JSON Schema; use the plain type.';
const noType = 'JSON Schema has no such type; use string, number, boolean, null, arrays and interfaces.';
const noFunction = 'JSON has no functions; remove it.';
const library = 'Use string, number, boolean, null, arrays and interfaces.';
const record = 'Write { [key: string]: T } instead: Record loses T on the way to JSON Schema.';
const recursive = 'Recursive types are not supported; limit the depth, or use "unknown".';
const undefinedFix = 'JSON has no undefined; mark the member optional with "?".';
const shadows = 'shadows the standard member of that name (RFC 9457 section 3.1). Choose another name.';
const reserved = 'has a name that JavaScript reserves. Choose another name.';
const known =
  'Known are minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, minLength, maxLength, minItems, maxItems, minProperties, maxProperties, pattern, format, uniqueItems, default, examples, example, deprecated, see.';

/** The interface, after other declarations, and the faults. */
const rows: [text: string, ...faults: string[]][] = [
  ['interface Row {}'],
  [
    'enum Kind { a, b } interface Row { a: string; b?: number; c: boolean | null; d: unknown; e: "x" | 1; f: string[]; g: [string, number]; h: Kind }',
  ],
  [
    'interface Inner { a?: string } interface Row { a: Inner; b?: Inner; c: { d: Inner[] } & Inner; e: Partial<Inner> }',
  ],
  [
    'interface Row { [key: string]: unknown }',
    'interface Row has an index signature. Name each member; unknown members are always allowed.',
  ],
  [
    'interface Row<T extends { a: string }> { a: T; b: T["a"]; c: T extends string ? 1 : 2; d: { e: T }[]; f: keyof T }',
    'interface Row has type parameters. Write the types out.',
    ...[
      'a is of the open type T',
      'b is of the open type T["a"]',
      'c is of the open type T extends string ? 1 : 2',
      'd[].e is of the open type T',
    ].map((fact) => `member ${fact}. Write the type out.`),
  ],
  // Names.
  [
    'interface Row { type: Date; title: string; status: string; detail: string; instance: string; more: string }',
    ...['type', 'title', 'status', 'detail', 'instance'].map((name) => `member ${name} ${shadows}`),
  ],
  [
    'interface Row { __proto__: string; constructor: string; prototype: string; toString: string; valueOf: string; toJSON: string; then: string; caller: string; hasOwnProperty: string }',
    ...['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'toJSON', 'then', 'hasOwnProperty'].map(
      (name) => `member ${name} ${reserved}`,
    ),
  ],
  // Plain types.
  [
    'declare const value: string; interface Row { a: typeof value; b: { c: typeof value } }',
    ...['a', 'b.c'].map(
      (name) => `member ${name} is the type of a constant. Write the type out: constants are not part of the package.`,
    ),
  ],
  [
    'interface Row { a(): string; b: { c(): string }; d: any; e: any[]; f: undefined; g: never; h: string | undefined; i?: string | undefined; j: (string | undefined)[]; k?: undefined; l: void }',
    `member a is a method. ${noFunction}`,
    `member b.c is a method. ${noFunction}`,
    'member d is of type any. Say what it is; "unknown" stands for any JSON value.',
    'member e[] is of type any. Say what it is; "unknown" stands for any JSON value.',
    `member f allows undefined. ${undefinedFix}`,
    'member g is of type never. Remove it.',
    `member h allows undefined. ${undefinedFix}`,
    `member j[] allows undefined. ${undefinedFix}`,
    `member k allows undefined. ${undefinedFix}`,
    `member l allows undefined. ${undefinedFix}`,
  ],
  [
    // biome-ignore lint/suspicious/noTemplateCurlyInString: TypeScript in a string
    'interface Row { a: `x${string}-${number}`; b: `x${bigint}`; c: `x${string}${boolean}`; d: `${Uppercase<string>}x` }',
    ...['b', 'd'].map(
      (name) => `member ${name} is a template literal of more than strings and numbers. Use string with @pattern.`,
    ),
  ],
  [
    'declare const key: unique symbol; interface Row { a: bigint; b: 1n; c: symbol; d: object; e: Uppercase<string>; f: typeof key | string }',
    ...[
      'a is of type bigint',
      'b is of type 1n',
      'c is of type symbol',
      'd is of type object',
      'e is of type Uppercase<string>',
      'f is of type unique symbol',
    ].map((fact) => `member ${fact}. ${noType}`),
  ],
  [
    'interface Row { a: string & { brand: "x" }; b: (number & { brand: 1 }) | null; c: { d: Date } & { e: string } }',
    `member a is of type string & { brand: "x"; }. ${brand}`,
    `member b is of type number & { brand: 1; }. ${brand}`,
    'member c.d is of type Date. Use string with the JSDoc tag "@format date-time": JSON has no dates.',
  ],
  // Objects.
  [
    'interface Empty {} interface Row { a: {}; b: string | {}; c: Empty; d: { __proto__: string; constructor: string }; e: [] }',
    ...['a', 'b'].map((name) => `member ${name} is of type {}. Name its members; "unknown" stands for any JSON value.`),
    `member d.__proto__ ${reserved}`,
  ],
  [
    'interface Tree { child?: Tree; children: Tree[]; other: { tree: Tree } | null } interface Row { a: Tree; b: { c: Tree } }',
    ...['a.child', 'a.children[]', 'a.other.tree', 'b.c.child', 'b.c.children[]', 'b.c.other.tree'].map(
      (path) => `member ${path} contains itself. ${recursive}`,
    ),
  ],
  [
    'interface Row { a: readonly string[]; b: { c: ReadonlyArray<string> }; d: [string, ...number[]]; e: [...string[], Date]; f: [string, number?]; g: [Date, Map<string, string>] }',
    ...['a', 'b.c'].map(
      (path) => `member ${path} is a readonly array. Drop "readonly": what is read from JSON belongs to the reader.`,
    ),
    ...['d', 'e', 'f'].map((path) => `member ${path} is a tuple of no fixed length. Use an array, or name each part.`),
    'member g[] is of type Date. Use string with the JSDoc tag "@format date-time": JSON has no dates.',
    `member g[] is of type Map<string, string>. ${library}`,
  ],
  [
    'interface Row { a: () => void; b: new () => Date; c: { (): void }; d: Function; e: { f: RegExp }; g: Set<string>; h: String }',
    ...['a', 'b', 'c'].map((path) => `member ${path} is a function. ${noFunction}`),
    ...['d is of type Function', 'e.f is of type RegExp', 'g is of type Set<string>', 'h is of type String'].map(
      (fact) => `member ${fact}. ${library}`,
    ),
  ],
  [
    'interface Row { a: Record<string, number>; b: Record<"a", Date>; c: Partial<Record<string, number>>; d: Pick<{ e: Date; f: 1 }, "f">; g: Readonly<{ h: Date }> }',
    `member a is of type Record<string, number>. ${record}`,
    'member b.a is of type Date. Use string with the JSDoc tag "@format date-time": JSON has no dates.',
    `member c.* allows undefined. ${undefinedFix}`,
    'member g.h is of type Date. Use string with the JSDoc tag "@format date-time": JSON has no dates.',
  ],
  [
    // biome-ignore lint/suspicious/noTemplateCurlyInString: TypeScript in a string
    'interface Row { a: { [key: string]: Date }; b: { [key: number]: string }; c: { [key: string]: string[] }; d: { [key: `x${string}`]: string } }',
    'member a.* is of type Date. Use string with the JSDoc tag "@format date-time": JSON has no dates.',
    ...['b', 'd'].map(
      (path) => `member ${path} has an index signature of other than string. Use { [key: string]: T }.`,
    ),
  ],
  // Tags.
  [
    'interface Row { /** @TJS-type integer @TJS-minimum 1 @type {x} @see a @example b @examples c @default d @deprecated @uniqueItems true */ a: number; /** @patern x */ b: string; c: { /** @quiteanother @TJS-foo */ d: string }; /** @minLength x */ e: { a: never } }',
    'member b has the unknown tag @patern. Did you mean @pattern?',
    `member c.d has the unknown tag @quiteanother. ${known}`,
    `member c.d has the unknown tag @TJS-foo. ${known}`,
    'member e.a is of type never. Remove it.',
  ],
  [
    'interface Row { /** @TJS-type integer */ a?: number; /** @TJS-type ["integer", "null"] */ b: number | null; /** @TJS-type integer */ c: number | "x" | null; d: { /** @type number */ e: boolean | number } }',
    ...['c has the tag @TJS-type, which leaves out string', 'c has the tag @TJS-type, which leaves out null'].map(
      (fact) => `member ${fact}. Name all its types, as in @TJS-type ["integer", "null"].`,
    ),
    'member d.e has the tag @type, which leaves out boolean. Name all its types, as in @TJS-type ["integer", "null"].',
  ],
];

// A comment after a brace on its line is not read.
const file = join(temporary(), 'rows.ts');
writeFileSync(file, rows.map(([text], at) => `namespace N${at} { ${text.replaceAll('/**', '\n/**')} }`).join('\n'));
const program = programOf(file, [file], 'catalog');
const checker = program.getTypeChecker();
const spaces = program.getSourceFile(file)?.statements as unknown as readonly (ts.ModuleDeclaration & {
  readonly body: ts.ModuleBlock;
})[];

test.each(rows.map(([text, ...faults], at) => ({ text, faults, at })))('$text', ({ faults, at }) => {
  const declaration = spaces[at]?.body.statements.at(-1) as ts.InterfaceDeclaration;
  const found = unsupported(checker.getTypeAtLocation(declaration), declaration, checker);
  expect(found.map(({ path, fact, fix }) => `${path} ${fact}. ${fix}`)).toEqual(faults);
});

test('a number in a template is a number of JSON', () => {
  const pattern = new RegExp(templatePattern('^x[0-9]*-[0-9]*$'));
  expect(['x1--2.5', 'x0-1e5', 'x-', 'x01-1', 'x1-1.', 'x1-1e'].filter((text) => pattern.test(text))).toEqual([
    'x1--2.5',
    'x0-1e5',
  ]);
});
