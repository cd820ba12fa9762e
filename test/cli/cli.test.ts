// cspell:ignore tokn explan categry logn sesion invald tcsh pipefail PIPESTATUS
import { spawn } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { load } from '#catalog/load.ts';
import { absent } from '../absent.ts';
import { libraryDir, problemsDir, run, temporary, workshop } from '../support.ts';
import { cli, cliFile, fileOf } from './run.ts';

/** The command line as a whole: help, exit codes, list, pipes, another catalog. */

const { problems } = await load(problemsDir);

/** Names of the problem types in the rows of a table. */
const rows = (text: string) => [...text.matchAll(/^ {2}\d{3}(?: \d{3})* +(\S+)/gm)].map(([, name]) => name);

describe('help and wrong use', () => {
  test('--help tells the commands, with examples', async () => {
    const { code, stdout, stderr } = await cli(['--help']);
    expect([code, stderr]).toEqual([0, '']);
    for (const command of ['explain', 'list', 'check', 'mock', 'completion']) expect(stdout).toMatch(`\n  ${command} `);
    expect(stdout).toContain('Examples:\n  $ arcp-problems explain');
  });

  test.each(['explain', 'list', 'check', 'mock', 'completion'])(
    '%s --help fits on a screen of 80 columns',
    async (command) => {
      const { code, stdout } = await cli([command, '--help'], { env: { COLUMNS: '80' } });
      expect(code).toBe(0);
      const prose = stdout.split('\nExamples:')[0]?.split('\n') ?? [];
      expect(prose.filter((line) => line.length > 80)).toEqual([]);
      expect(stdout).toContain('Examples:');
    },
  );

  test.each(['--version', '-v', '-V'])('%s tells the version of the package', async (flag) => {
    expect((await cli([flag])).stdout).toMatch(/^\d+\.\d+\.\d+\S*\n$/);
  });

  test('help is --help, also of one command', async () => {
    expect((await cli(['help'])).stdout).toBe((await cli(['--help'])).stdout);
    expect((await cli(['help', 'check'])).stdout).toBe((await cli(['check', '--help'])).stdout);
  });

  test.each([
    ['token-invalid'],
    ['TOKEN_INVALID'],
    ['tokn-invalid'],
    ['token-invalid', '--json'],
    ['401'],
    ['Session', 'Validation', 'Failed'],
  ])('explain can be left out: %j %j', async (...args) => {
    expect(await cli(args)).toEqual(await cli(['explain', ...args]));
  });

  test('explain can be left out before a file and standard input', async () => {
    const body = JSON.stringify({ type: problems[0]?.typeUri, title: 'x', status: 400 });
    const piped = await cli(['-'], { input: body });
    expect([piped.code, piped.stderr]).toEqual([0, '']);
    expect(piped.stdout).toContain(`${problems[0]?.typeUri}\n`);
    expect((await cli([fileOf('response.json', body)])).stdout).toContain(`${problems[0]?.typeUri}\n`);
  });

  test.each([
    [[], 'Usage: arcp-problems'],
    [['explan', 'x'], '(Did you mean explain?)'],
    [['check'], '"arcp-problems help check" shows how to use it.'],
    [['no-such-thing-at-all'], 'No problem type or file is called "no-such-thing-at-all".'],
    [['help', 'explan'], "unknown command 'explan'"],
    [['list', '--categry', 'pin'], '(Did you mean --category?)'],
    [['list', '--category', 'limit'], 'Did you mean "limits"?'],
    [['list', '--retry', 'after-logn'], 'Did you mean "after-login"?'],
    [['list', '--status', '200'], 'must be an error status such as 401 or 4xx (was "200")'],
    [['list', '--route', '/auth/logn'], 'Did you mean "/auth/login"?'],
    [['explain'], "missing required argument 'what'"],
    [['explain', 'no-such-thing-at-all'], '"arcp-problems list" shows all.'],
    [['explain', 'sesion-invald'], 'Did you mean "session-invalid"?'],
    [['explain', '401'], '"arcp-problems list --status 401" tells more.'],
    [['explain', 'pin-not-set', '--json', '--md'], 'cannot be used with'],
    [['check', 'x', '--format', 'yaml'], 'Allowed choices are human, json, github.'],
    [['check', 'x', '--base-url', 'here'], '--base-url must be an absolute URL (was "here")'],
    [['mock', '--port', '99999'], 'It must be a port from 0 to 65535.'],
    [['mock', '--delay', 'soon'], 'It must be milliseconds'],
    [['completion', 'tcsh'], 'Allowed choices are bash, zsh, fish, powershell.'],
  ])('%j ends with 2 and says what to do', async (args, message) => {
    const { code, stdout, stderr } = await cli(args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr.replace(/\s+/g, ' ')).toContain(message);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

describe('list', () => {
  test('has every problem type once', async () => {
    const { code, stdout } = await cli(['list']);
    expect(code).toBe(0);
    expect(rows(stdout).sort()).toEqual(problems.map(({ name }) => name).sort());
  });

  test.each([
    [['--status', '401'], ({ statuses }: (typeof problems)[number]) => statuses.includes(401)],
    [['--status', '5xx,429'], ({ statuses }: (typeof problems)[number]) => statuses.some((s) => s >= 500 || s === 429)],
    [['--category', 'session'], ({ entry }: (typeof problems)[number]) => entry.category === 'session'],
    [['--category', 'Admin Sessions'], ({ entry }: (typeof problems)[number]) => entry.category === 'session'],
    [['--retry', 'after-login'], ({ entry }: (typeof problems)[number]) => entry.retry.when === 'after-login'],
    [
      ['--retry', 'after-login', '--status', '4xx', '--category', 'session'],
      ({ entry }: (typeof problems)[number]) => entry.retry.when === 'after-login' && entry.category === 'session',
    ],
  ])('%j keeps those that meet all conditions', async (args, meets) => {
    const wanted = problems.filter(meets).map(({ name }) => name);
    expect(wanted).not.toEqual([]);
    expect(rows((await cli(['list', ...args])).stdout).sort()).toEqual(wanted.sort());
    const json = JSON.parse((await cli(['list', ...args, '--json'])).stdout) as { name: string }[];
    expect(json.map(({ name }) => name)).toEqual(wanted);
  });

  test.each(['POST /auth/login', '/auth/login', 'GET /agents/{agent_id}', 'GET /agents/my-agent'])(
    '--route "%s" keeps what that route can answer',
    async (route) => {
      const names = rows((await cli(['list', '--route', route])).stdout);
      const known = route.replace('my-agent', '{agent_id}');
      const wanted = problems.filter(({ entry }) =>
        entry.endpoints?.some((endpoint) => (typeof endpoint === 'string' ? endpoint : endpoint.route).endsWith(known)),
      );
      expect(names.sort()).toEqual(wanted.map(({ name }) => name).sort());
      expect(names).not.toEqual([]);
    },
  );

  test('a narrow screen leaves columns out instead of breaking lines', async () => {
    const { stdout } = await cli(['list'], { env: { COLUMNS: '40' } });
    expect(rows(stdout)).toHaveLength(problems.length);
    expect(stdout.split('\n').filter((line) => line.length > 44)).toEqual([]);
  });

  test('nothing found is no failure', async () => {
    const { code, stdout } = await cli(['list', '--status', '418']);
    expect([code, stdout]).toEqual([0, 'No problem type meets these conditions.\n']);
    expect(JSON.parse((await cli(['list', '--status', '418', '--json'])).stdout)).toEqual([]);
  });
});

describe('pipes and terminals', () => {
  test('a reader that closes the pipe ends the command in silence', async () => {
    const { code, stdout, stderr } = await run('bash', [
      '-c',
      `set -o pipefail; "$0" "$1" list --json | head -n 1; echo "\${PIPESTATUS[0]}"`,
      process.execPath,
      cliFile,
    ]);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toBe('[\n0\n');
  });

  test('a closed standard output is no reason for a stack trace', async () => {
    const { stderr } = await run('bash', ['-c', '"$0" "$1" explain pin-not-set >&-', process.execPath, cliFile]);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  test.each([
    [{ FORCE_COLOR: '1' }, true],
    [{ FORCE_COLOR: '1', NO_COLOR: '1', TERM: 'dumb' }, true],
    [{ FORCE_COLOR: '0' }, false],
    [{ FORCE_COLOR: 'false' }, false],
    [{ FORCE_COLOR: '' }, false],
  ])('with %j a pipe gets color: %j', async (env, isColored) => {
    const { stdout } = await cli(['explain', 'pin-not-set'], { env: { NO_COLOR: '', ...env } });
    expect(stdout.includes('\u001b[1mPIN Not Set')).toBe(isColored);
  });

  test('nothing is colored in a pipe', async () => {
    const { stdout } = await cli(['explain', 'pin-not-set'], { env: { NO_COLOR: '', TERM: 'xterm-256color' } });
    expect(stdout).not.toContain('\u001b');
  });

  test.runIf(process.platform === 'linux')('a terminal gets color, unless NO_COLOR is set', async () => {
    const onTerminal = async (env: NodeJS.ProcessEnv) => {
      const command = `'${process.execPath}' '${cliFile}' explain pin-not-set`;
      const result = await run('script', ['-qec', command, '/dev/null'], { env: { TERM: 'xterm-256color', ...env } });
      return result.stdout;
    };
    const available = (await run('script', ['--version'])).code === 0;
    if (!available) return absent('script', 'color on a terminal');
    expect(await onTerminal({ NO_COLOR: '' })).toContain('\u001b[1mPIN Not Set');
    expect(await onTerminal({ NO_COLOR: '1' })).not.toContain('\u001b[1m');
    expect(await onTerminal({ NO_COLOR: '', TERM: 'dumb' })).not.toContain('\u001b[1m');
  });
});

test('the command needs no package, and has the licenses of what it contains', async () => {
  expect(readFileSync(cliFile, 'utf8')).toBe("#!/usr/bin/env node\nimport './cli/bin.js';\n");
  const folder = join(cliFile, '../cli');
  const files = readdirSync(folder).filter((name) => name.endsWith('.js'));
  expect(files.length).toBeGreaterThan(1);
  for (const file of files) {
    const text = readFileSync(join(folder, file), 'utf8');
    const imported = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
    expect(imported.filter((specifier) => !/^(node:|\.\.?\/)/.test(specifier))).toEqual([]);
    expect(text).not.toMatch(/\brequire\(/);
  }
  const licenses = readFileSync(join(folder, 'LICENSES.txt'), 'utf8');
  // Nothing of what reads a catalog from its sources: each library takes time to start.
  expect([...licenses.matchAll(/^([@a-z/-]+) \d+\.\d+\.\d+$/gm)].map(([, name]) => name)).toEqual([
    'commander',
    'fast-string-truncated-width',
    'fast-string-width',
    'fast-wrap-ansi',
    'fastest-levenshtein',
    'jsonc-parser',
    'marked',
    'picocolors',
  ]);
});

test('a file of the package that is missing is told, without a stack trace', async () => {
  const folder = join(temporary(), 'package');
  cpSync(join(cliFile, '..'), folder, { recursive: true });
  rmSync(join(folder, 'catalog.json'));
  const { code, stderr } = await run(process.execPath, [join(folder, 'cli.js'), 'list']);
  expect(code).toBe(2);
  expect(stderr).toBe(`${join(folder, 'catalog.json')}: the file is missing. Install the package again.\n`);
});

test('the same source makes a command for another catalog', async () => {
  const folder = workshop();
  const built = await run(process.execPath, ['src/toolkit/bin.ts', 'build', '--package'], {
    cwd: folder,
    env: { PROBLEMS_DIR: libraryDir },
  });
  expect(built.stderr).toBe('');
  const manifest = JSON.parse(readFileSync(join(folder, 'dist/package/package.json'), 'utf8'));
  expect(manifest.bin).toEqual({ problems: './cli.js' });
  const other = (...args: string[]) => run(process.execPath, [join(folder, 'dist/package/cli.js'), ...args]);
  expect((await other('--help')).stdout).toContain('Usage: problems [options]');
  expect((await other('--help')).stdout).toContain('of Lending Desk (RFC 9457)');
  expect((await other('explain', 'Card Expired')).stdout).toContain(
    'https://errors.lending.example/types/card-expired',
  );
  expect((await other('explain', 'card-expired')).stdout).toContain('Retired in 3.0.0.');
  expect(rows((await other('list')).stdout)).toHaveLength(3);
  const example = join(folder, 'response.json');
  writeFileSync(example, '{"type":"https://errors.lending.example/types/membership-lapsed","title":"x"}');
  const checked = await other('check', example);
  expect(checked.code).toBe(1);
  expect(checked.stdout).toContain('renewal');
}, 120_000);

test('commands that are stopped by a signal leave nothing running', async () => {
  const child = spawn(process.execPath, [cliFile, 'check', '-'], { stdio: ['pipe', 'ignore', 'ignore'] });
  await new Promise((done) => setTimeout(done, 300));
  child.kill('SIGTERM');
  const signal = await new Promise((done) => child.on('exit', (_, name) => done(name)));
  expect(signal).toBe('SIGTERM');
});
