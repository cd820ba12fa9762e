import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import type { Files } from '#emit/files.ts';
import { joinedDeclarations } from '#emit/package/declarations.ts';
import { packageDir } from '../support.ts';

/** Declarations in few files: what is joined, and what is left out. */

const modules: Record<string, string> = {
  'index.d.ts': "export { type Part, read } from './read/read.js';\n",
  'read/read.d.ts': `import type { Part } from './part.js';
import { type Base } from '../base/base.js';
export type { Part } from './part.js';
/** Reads like {@link judge}. */
export declare function read(value: Base): Part;
/** Judges. */
export declare function judge(value: Helper): void;
type Helper = string;
`,
  'read/part.d.ts': `import type { Base } from '../base/base.js';
/** A part. */
export interface Part extends Base {
    read: Inner;
}
interface Inner {
}
`,
  'read/former.d.ts': 'export declare const former: string;\n',
  'base/base.d.ts': 'export interface Base {\n    type: string;\n}\nexport type Unused = Base;\n',
  'check.d.ts': `import type { Finding } from './check/finding.js';
import { former } from './read/former.js';
export declare function check(): Finding | typeof former;
`,
  'check/finding.d.ts': "import type { Level } from './level.js';\nexport interface Finding {\n    level: Level;\n}\n",
  'check/level.d.ts': "export type Level = 'error' | 'note';\n",
  'check/judge.d.ts': 'export declare function judge(): void;\n',
};

const joined = joinedDeclarations(new Map(Object.entries(modules)), ['index.js', 'check.js']);

test('the modules of a folder become one file, and entry points stay', () => {
  expect([...joined.keys()].sort()).toEqual([
    'base/index.d.ts',
    'check.d.ts',
    'check/index.d.ts',
    'index.d.ts',
    'read/former.d.ts',
    'read/index.d.ts',
  ]);
  expect(joined.get('index.d.ts')).toBe("export { type Part, read } from './read/index.js';\n");
  expect(joined.get('check.d.ts')).toBe(`import type { Finding } from './check/index.js';
import type { former } from './read/former.js';
export declare function check(): Finding | typeof former;
`);
  expect(joined.get('check/index.d.ts')).toBe(
    "export interface Finding {\n    level: Level;\n}\nexport type Level = 'error' | 'note';\n",
  );
});

test('what nobody needs is left out: modules, declarations and imports', () => {
  expect(joined.get('base/index.d.ts')).toBe('export interface Base {\n    type: string;\n}\n');
  expect(joined.get('read/index.d.ts')).toBe(`import type { Base } from '../base/index.js';
/** A part. */
export interface Part extends Base {
    read: Inner;
}
interface Inner {
}
/** Reads like {@link judge}. */
export declare function read(value: Base): Part;
`);
});

test('what is exported as a whole stays whole', () => {
  const all = { ...modules, 'index.d.ts': "export * from './base/base.js';\n" };
  const files = joinedDeclarations(new Map(Object.entries(all)), ['index.js']);
  expect(files.get('base/index.d.ts')).toBe(modules['base/base.d.ts']);
});

test('in the package each file declares a name once, and index.d.ts reads five', () => {
  const paths = readdirSync(packageDir, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.d.ts'));
  const files: Files = new Map(paths.map((path) => [path, readFileSync(join(packageDir, path), 'utf8')]));
  for (const [path, text] of files) {
    const { statements } = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022);
    const declared = statements.filter(
      (each) => ts.isInterfaceDeclaration(each) || ts.isTypeAliasDeclaration(each) || ts.isClassDeclaration(each),
    );
    const names = declared.map(({ name }) => name?.text);
    expect([path, names]).toEqual([path, [...new Set(names)]]);
  }
  const read = ts.createProgram([join(packageDir, 'index.d.ts')], { noLib: true, types: [] }).getSourceFiles();
  expect(read).toHaveLength(5);
});
