/** The package manager of a project, and what it is told in a workflow. */

export type Runner = keyof typeof runners;

const node = (cache?: string) =>
  `      - uses: actions/setup-node@v5\n        with:\n          node-version: 22\n${cache === undefined ? '' : `          cache: ${cache}\n`}`;

/** What makes the package manager ready, and how it installs what its lock file says. */
const runners = {
  npm: { setup: node('npm'), install: 'npm ci' },
  pnpm: {
    setup: `      - uses: pnpm/action-setup@v4\n        with:\n          version: 10\n${node('pnpm')}`,
    install: 'pnpm install --frozen-lockfile',
  },
  yarn: { setup: `      - run: corepack enable\n${node('yarn')}`, install: 'yarn install --immutable' },
  bun: { setup: `      - uses: oven-sh/setup-bun@v2\n${node()}`, install: 'bun install --frozen-lockfile' },
};

/**
 * Returns the package manager that runs this.
 * @param agent what it says of itself in `npm_config_user_agent`, as in `pnpm/10.34.9 npm/? node/v22.18.0 linux x64`
 */
export function runnerOf(agent = ''): Runner {
  const name = agent.slice(0, Math.max(0, agent.indexOf('/')));
  return Object.hasOwn(runners, name) ? (name as Runner) : 'npm';
}

/** Returns the command that runs a script of package.json. */
export function scriptCommand(runner: Runner, script: string): string {
  // `bun test` would run tests of its own.
  const isShort = ['start', 'test'].includes(script) && runner !== 'bun';
  return `${runner} ${isShort ? '' : 'run '}${script}`;
}

/** Returns the workflow that checks, tests and builds a catalog on GitHub. */
export function workflowText(runner: Runner): string {
  const { setup, install } = runners[runner];
  return `name: ci
on:
  push:
    branches: [main]
  pull_request:
permissions:
  contents: read
jobs:
  catalog:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
${setup}      - run: ${install}
      - run: ${scriptCommand(runner, 'test')}
      - run: ${scriptCommand(runner, 'build')}
`;
}
