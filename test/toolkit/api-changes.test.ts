import { expect, test } from 'vitest';
import { type Api, apiOf, ownApi } from '#toolkit/diff/api.ts';
import { apiChanges } from '#toolkit/diff/api-changes.ts';
import { packageDir } from '../support.ts';

/** What a change of the package's own functions and types means to code that uses them. */

const api = (main: string, more: Readonly<Record<string, string>> = {}): Api => ({
  exports: { '.': 'index.d.ts', './catalog.json': undefined },
  declarations: new Map(Object.entries({ 'index.d.ts': main, ...more })),
  node: '>=20',
});
const fits = (name: string) => ['minor', `export of . ${name} changed its types: code that uses it still compiles`];
const breaks = (name: string) => ['major', `export of . ${name} changed its types: code that uses it may not compile`];
const changes = (was: string, is: string) => [...apiChanges(api(was), api(is))];

test('an API does not differ from itself, nor by comments, quotes and order', () => {
  const own = ownApi();
  expect(own.exports).toMatchObject({ '.': 'index.d.ts', './causes/vitest': 'causes/vitest.d.ts' });
  expect([...apiChanges(own, own)]).toEqual([]);
  expect([...apiChanges(apiOf(packageDir), own)]).toEqual([]);
  expect(
    changes(
      "/** Reads. */\nexport declare function read(a: 'x'): void;\nexport type B = string;",
      'export type B = string;\nexport declare function read( a: "x" ): void;',
    ),
  ).toEqual([]);
});

type Case = readonly [what: string, was: string, is: string];

const fitting: readonly Case[] = [
  ['a further optional parameter', 'function f(a: string): void', 'function f(a: string, b?: number): void'],
  ['a parameter that takes more', 'function f(a: string): void', 'function f(a: string | URL): void'],
  ['a parameter of another name', 'function f(a: string): void', 'function f(text: string): void'],
  ['a result that is narrower', 'function f(): string | undefined', 'function f(): string'],
  ['a further overload', 'function f(a: 1): 1', 'function f(a: 1): 1; export declare function f(a: 2): 2'],
  ['a generic that takes more', 'function f<T extends string>(a: T): T', 'function f<T>(a: T): T'],
  ['a constant of a narrower type', 'const f: string', "const f: 'a'"],
  ['a further optional member', 'interface f { a: string }', 'interface f { a: string; b?: number }'],
  ['a further optional member of a generic', 'interface f<T> { a: T }', 'interface f<T> { a: T; b?: number }'],
  ['a further member of a union', "type f = 'a' | 'b'", "type f = 'c' | 'b' | 'a'"],
];

const breaking: readonly Case[] = [
  ['a further required parameter', 'function f(a: string): void', 'function f(a: string, b: number): void'],
  ['a parameter that takes less', 'function f(a: string | URL): void', 'function f(a: string): void'],
  ['a parameter that is gone', 'function f(a: string, b: string): void', 'function f(a: string): void'],
  ['a result that is wider', 'function f(): string', 'function f(): string | undefined'],
  ['a result that must be awaited', 'function f(): string', 'function f(): Promise<string>'],
  ['an overload that is gone', 'function f(a: 1): 1; export declare function f(a: 2): 2', 'function f(a: 1): 1'],
  ['a generic that takes less', 'function f<T>(a: T): T', 'function f<T extends string>(a: T): T'],
  ['a further required member', 'interface f { a: string }', 'interface f { a: string; b: number }'],
  ['a member that is gone', 'interface f { a: string; b: number }', 'interface f { a: string }'],
  ['a nested member that is gone', 'interface f { a: { b: 1; c: 1 } }', 'interface f { a: { b: 1 } }'],
  ['a member that may be absent', 'interface f { a: string }', 'interface f { a?: string }'],
  ['a member of a union that is gone', "type f = 'a' | 'b'", "type f = 'a'"],
  ['a further type parameter', 'type f<T> = T[]', 'type f<T, U> = (T | U)[]'],
  ['a type that is a value no longer', 'class f { a: string }', 'interface f { a: string }'],
  ['a method that takes less', 'interface f { m(a: string | URL): void }', 'interface f { m(a: string): void }'],
  ['a method of a class that takes less', 'class f { m(a: string | URL): void }', 'class f { m(a: string): void }'],
  ['any in place of a type', 'interface f { a: string }', 'interface f { a: any; b: string }'],
  [
    'an overload that takes fewer',
    'function f(a: 1, b: 1): 1; export declare function f(a: 2): 2',
    'function f(a: 1): 1; export declare function f(a: 2): 2',
  ],
  ['a constant that takes fewer', 'const f: (a: 1, b: 1) => 1', 'const f: (a: 1) => 1'],
];

// All at once, since each comparison starts TypeScript.
const cases = [...fitting, ...breaking];
const whole = (at: 1 | 2) =>
  cases.map((row, index) => `export declare ${row[at].replaceAll(/\bf\b/g, `f${index}`)};`).join('\n');
const told = new Map(changes(whole(1), whole(2)).map((change) => [/\bf\d+\b/.exec(change[1])?.[0], change]));

const nameOf = (what: string) => `f${cases.findIndex(([each]) => each === what)}`;

test.each(fitting)('%s: code still compiles', (what) => {
  expect(told.get(nameOf(what))).toEqual(fits(nameOf(what)));
});

test.each(breaking)('%s: code may not compile', (what) => {
  expect(told.get(nameOf(what))).toEqual(breaks(nameOf(what)));
});

test('a type without a name in the API counts for each export that it is part of', () => {
  const module = (options: string) => `export {};
    interface Options { ${options} }
    export declare function read(options: Options): void;
    export declare function write(options: Options): void;
    export declare function other(): void;`;
  expect(changes(module('a?: 1'), module('a?: 1; b?: 1'))).toEqual([fits('read'), fits('write')]);
  expect(changes(module('a?: 1'), module('a: 1'))).toEqual([breaks('read'), breaks('write')]);
});

test('a type with a name in the API counts under its name alone', () => {
  const module = (options: string) =>
    `export interface Options { ${options} }\nexport declare function read(options: Options): void;`;
  expect(changes(module('a?: 1'), module('a: 1'))).toEqual([breaks('Options')]);
});

test('it follows a name into the modules that it comes from', () => {
  const main = "export * from './parts.js';\nexport { old as read } from './read/read.js';";
  const read = (result: string) => ({
    'parts.d.ts': 'export type Part = string;',
    'read/read.d.ts': `import type { Input } from '../input.js';\nexport declare function old(input: Input): ${result};`,
    'input.d.ts': 'export type Input = string;',
  });
  const was = api(main, read('string'));
  expect([...apiChanges(was, api(main, read('string')))]).toEqual([]);
  expect([...apiChanges(was, api(main, read('number')))]).toEqual([breaks('read')]);
  const narrower = { ...read('string'), 'input.d.ts': "export type Input = 'a';" };
  expect([...apiChanges(was, api(main, narrower))]).toEqual([breaks('read')]);
});

test('names that are new or gone are told as such, and what the catalog has is not told', () => {
  const main = "export * from './generated/index.js';\nexport { problemTypes } from './generated/types.js';";
  expect(changes(`${main}\nexport declare const a: 1;`, `${main}\nexport declare const b: 1;`)).toEqual([
    ['minor', 'export of . b is new'],
    ['major', 'export of . a was removed', 'export of . a'],
  ]);
});

test('a type of the catalog fits nothing but itself', () => {
  const module = (type: string) =>
    `import type { CatalogProblem, Other } from './generated/index.js';\nexport declare function read(): ${type};`;
  expect(changes(module('CatalogProblem'), module('CatalogProblem & { a: 1 }'))).toEqual([fits('read')]);
  expect(changes(module('CatalogProblem'), module('Other'))).toEqual([breaks('read')]);
});

test('types of packages are known where these are installed, and count as other types where not', () => {
  const module = (type: string, name: string) =>
    `import type { Hono } from '${name}';\nexport declare function install(app: ${type}): void;`;
  expect(changes(module('Hono', 'hono'), module('Hono | undefined', 'hono'))).toEqual([fits('install')]);
  expect(changes(module('Hono', 'hono'), module('string', 'hono'))).toEqual([breaks('install')]);
  expect(changes(module('Hono', 'no-such'), module('Hono | undefined', 'no-such'))).toEqual([breaks('install')]);
});

test('a module that is missing in one of the two is not compared', () => {
  expect(changes("export { read } from './gone.js';", 'export declare function read(): void;')).toEqual([]);
});

test.each([
  ['>=20', '>=22', 'major'],
  ['>=22', '>=20', 'minor'],
  [undefined, '>=20', 'major'],
])('the range of Node.js from %s to %s asks for a %s version', (was, is, level) => {
  const [change] = apiChanges({ ...api(''), node: was }, { ...api(''), node: is });
  expect(change?.[0]).toBe(level);
});
