import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { runnerOf, scriptCommand, workflowText } from '#toolkit/init/runner.ts';

/** The package manager that `init` writes for. */

test.each([
  ['npm/11.6.2 node/v22.18.0 linux x64 workspaces/false', 'npm', 'npm ci', 'npm test'],
  ['pnpm/10.34.9 npm/? node/v22.18.0 linux x64', 'pnpm', 'pnpm install --frozen-lockfile', 'pnpm test'],
  ['yarn/4.10.3 npm/? node/v22.18.0 linux x64', 'yarn', 'yarn install --immutable', 'yarn test'],
  // `bun test` would look for tests of its own.
  ['bun/1.3.2 npm/? node/v22.18.0 linux x64', 'bun', 'bun install --frozen-lockfile', 'bun run test'],
  ['', 'npm', 'npm ci', 'npm test'],
  ['toString/1.0', 'npm', 'npm ci', 'npm test'],
])('started by "%s", the workflow and the README are for %s', (agent, name, install, tests) => {
  const runner = runnerOf(agent);
  expect(runner).toBe(name);
  expect(scriptCommand(runner, 'test')).toBe(tests);
  const { steps } = parse(workflowText(runner)).jobs.catalog;
  expect(steps.flatMap(({ run }: { run?: string }) => (run && run !== 'corepack enable' ? [run] : []))).toEqual([
    install,
    tests,
    `${name} run build`,
  ]);
});
