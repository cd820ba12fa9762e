/** How the users of each test runner set it up and start it. */

export interface Setup {
  readonly name: string;
  /** The contract of `runners/` that it runs. */
  readonly contract: 'expect' | 'assert';
  /** What stands in place of the imports of its own runner. */
  readonly head: string;
  /** Kind of the modules, as `package.json` names it. */
  readonly type: 'module' | 'commonjs';
  /** Further files beside the tests. */
  readonly files?: Readonly<Record<string, string>>;
  /** What the types of the runner lack for any matcher of others. */
  readonly untyped?: RegExp;
  /** Arguments of Node.js, or of the runtime; the test file comes last. */
  readonly command: readonly string[];
  /** The executable, in `node_modules`, where it is not Node.js. */
  readonly runtime?: string;
  /** What it prints when all tests of the contract passed. */
  readonly passed: RegExp;
  /** What it prints of a matcher that was not awaited, where it tells. */
  readonly forgotten?: RegExp;
}

const vitest: Setup = {
  name: 'as modules',
  contract: 'expect',
  head: "import 'arcp-problems/vitest';\nimport 'arcp-problems/causes/vitest';\nimport { expect, test } from 'vitest';",
  type: 'module',
  files: { 'vitest.config.js': 'export default {};\n' },
  command: ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.js'],
  passed: /Tests +8 passed \(8\)/,
  forgotten: /toBeProblem\(\) was not awaited/,
};

const jestSetup = "import 'arcp-problems/jest';\nimport 'arcp-problems/causes/jest';";
const jestConfig = "{ setupFilesAfterEnv: ['arcp-problems/jest', 'arcp-problems/causes/jest'], transform: {} };\n";

const jest: Setup = {
  name: 'in its default set-up',
  contract: 'expect',
  head: `/// <reference types="jest" />\n${jestSetup}`,
  type: 'commonjs',
  files: { 'jest.config.js': `module.exports = ${jestConfig}` },
  command: ['node_modules/jest/bin/jest.js', '--config', 'tests/jest.config.js'],
  passed: /Tests: +8 passed, 8 total/,
  forgotten: /toBeProblem\(\) was not awaited/,
};
const jestGlobals: Partial<Setup> = {
  head: `${jestSetup}\nimport { expect, test } from '@jest/globals';`,
};
const jestModules: Partial<Setup> = {
  type: 'module',
  files: { 'jest.config.js': `export default ${jestConfig}` },
  command: ['--experimental-vm-modules', ...jest.command],
};

const executable = (name: string, file: string) =>
  `${name}-${process.platform}-${process.arch === 'arm64' ? 'aarch64' : process.arch}${file}`;

/** By the name of the runner: the set-ups that are tried with each of its majors. */
export const setups: Readonly<Record<string, readonly Setup[]>> = {
  vitest: [vitest],
  jest: [
    jest,
    { ...jest, ...jestGlobals, name: 'with @jest/globals' },
    { ...jest, ...jestModules, name: 'as modules' },
    { ...jest, ...jestModules, ...jestGlobals, name: 'as modules with @jest/globals' },
  ],
  playwright: [
    {
      name: 'as modules',
      contract: 'expect',
      head:
        "import { expect as base, test } from '@playwright/test';\n" +
        "import { causeMatchers } from 'arcp-problems/causes/matchers';\n" +
        "import { problemMatchers } from 'arcp-problems/matchers';\n" +
        'const expect = base.extend({ ...problemMatchers, ...causeMatchers });',
      type: 'module',
      // After `rejects`, and as asymmetric matchers.
      untyped: /Property 'toBe\w+' does not exist on type '(\{ not: MakeMatchers<Promise<void>, any|Expect<)/,
      command: ['node_modules/@playwright/test/cli.js', 'test', '--reporter=line'],
      passed: /\b8 passed/,
    },
  ],
  bun: [
    {
      name: 'as modules',
      contract: 'expect',
      head: `/// <reference types="bun-types" />
import { expect, test } from 'bun:test';
import { type CauseMatchers, causeMatchers } from 'arcp-problems/causes/matchers';
import { type ProblemMatchers, problemMatchers } from 'arcp-problems/matchers';
expect.extend({ ...problemMatchers, ...causeMatchers });
declare module 'bun:test' {
  interface Matchers<T> extends ProblemMatchers<void, T>, CauseMatchers {}
  interface AsymmetricMatchers extends ProblemMatchers<any> {}
}`,
      type: 'module',
      runtime: executable('@oven/bun', '/bin/bun'),
      command: ['test'],
      passed: /\b8 pass\n\s*0 fail/,
    },
  ],
  deno: [
    {
      name: 'as modules',
      contract: 'assert',
      head: `import { equal, match } from 'node:assert/strict';
declare const Deno: { test(name: string, run: () => Promise<void>): void };
const { test } = Deno;`,
      type: 'module',
      runtime: executable('@deno', '-glibc/deno').replace('@deno-', '@deno/'),
      command: ['test', '--allow-all', '--no-check'],
      passed: /2 passed \| 0 failed/,
    },
  ],
  'node-test': [
    {
      name: 'as modules',
      contract: 'assert',
      head: "import { equal, match } from 'node:assert/strict';\nimport { test } from 'node:test';",
      type: 'module',
      command: ['--test'],
      passed: /pass 2\n[\s\S]*fail 0/,
    },
    {
      name: 'as CommonJS',
      contract: 'assert',
      head: "import { equal, match } from 'node:assert/strict';\nimport { test } from 'node:test';",
      type: 'commonjs',
      command: ['--test'],
      passed: /pass 2\n[\s\S]*fail 0/,
    },
  ],
  chai: [
    {
      name: 'with Mocha',
      contract: 'assert',
      head: `/// <reference types="mocha" />
import { assert } from 'chai';
const { equal, match } = assert;
const test = it;`,
      type: 'module',
      command: ['node_modules/mocha/bin/mocha.js'],
      passed: /2 passing/,
    },
  ],
};
