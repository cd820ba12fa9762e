// cspell:ignore uprint bindkey compadd compinit COMPREPLY CWORD zmodload zpty
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { load } from '#catalog/load.ts';
import { absent } from '../absent.ts';
import { problemsDir, run, temporary } from '../support.ts';
import { cli, fileOf } from './run.ts';

/** Completion scripts, each run by its own shell where that shell is installed. */

const { facts } = await load(problemsDir);
const scripts = new Map<string, string>();
const missing = new Set<string>();

beforeAll(async () => {
  for (const shell of ['bash', 'zsh', 'fish', 'powershell']) {
    scripts.set(shell, (await cli(['completion', shell])).stdout);
    const program = shell === 'powershell' ? 'pwsh' : shell;
    if ((await run(program, ['--version'])).code !== 0) missing.add(shell);
  }
  for (const shell of missing) absent(shell, 'completion in it');
});

/** What a shell offers at the end of a command line. */
const offers: Record<string, (line: string) => Promise<string[]>> = {
  bash: async (line) => {
    const words = line.split(' ');
    const call = `COMP_WORDS=("$@"); COMP_CWORD=$(($#-1)); [[ $(complete -p "$1") =~ -F\\ ([^\\ ]+) ]] && "\${BASH_REMATCH[1]}"`;
    const print = `printf '%s\\n' "\${COMPREPLY[@]}"`;
    return lines(await run('bash', ['-c', `${scripts.get('bash')}\n${call}\n${print}`, 'bash', ...words]));
  },
  fish: async (line) => {
    const file = fileOf('completion.fish', scripts.get('fish') ?? '');
    const env = { HOME: temporary(), XDG_CONFIG_HOME: temporary() };
    const found = await run('fish', ['-c', `source ${file}; complete -C '${line}'`], { env });
    return lines(found).map((each) => each.split('\t')[0] ?? '');
  },
  zsh: async (line) => {
    const file = fileOf('completion.zsh', scripts.get('zsh') ?? '');
    const found = join(temporary(), 'found.txt');
    // zsh shows matches on a terminal only, so they are taken where they are added. Keys before its line editor reads them
    // would be the terminal's, which takes ^U for itself.
    const steps = `
      zmodload zsh/zpty
      zpty it zsh -f -i
      zpty -w it 'PROMPT=; autoload -Uz compinit; compinit -u -D; source ${file}'
      zpty -w it 'compadd() { local -a found; builtin compadd -O found "$@"; print -rl -- $found >> ${found}; builtin compadd "$@" }'
      zpty -w it 'bindkey "^I" complete-word; zle-line-init() { print -n re""ady }; zle -N zle-line-init'
      zpty -r it ready '*ready*'
      zpty -w -n it '${line}'$'\\t'
      zpty -w -n it $'\\C-uprint do""ne\\n'
      zpty -r it done '*done*'`;
    lines(await run('zsh', ['-f', '-c', steps], { env: { TERM: 'dumb' } }));
    return existsSync(found) ? [...new Set(readFileSync(found, 'utf8').split('\n'))].filter(Boolean) : [];
  },
};

function lines({ stdout, stderr }: { stdout: string; stderr: string }): string[] {
  expect(stderr).toBe('');
  return stdout.split('\n').filter(Boolean);
}

const categories = Object.keys(facts.categories)
  .filter((key) => key.startsWith('se'))
  .sort();
const formats = ['github', 'human', 'json'];

describe.each(Object.entries(offers))('%s', (shell, offered) => {
  test.each([
    ['arcp-problems exp', ['explain']],
    ['arcp-problems explain session-', ['session-expired', 'session-invalid']],
    ['arcp-problems list --cat', ['--category']],
    ['arcp-problems list --category se', categories],
    ['arcp-problems check --format ', formats],
    ['arcp-problems check package.js', ['package.json']],
    ['arcp-problems completion po', ['powershell']],
    ['npx arcp-problems exp', ['explain']],
    ['npx arcp-problems explain session-', ['session-expired', 'session-invalid']],
    ['npx --yes arcp-problems@latest list --category se', categories],
    ['npx arcp-problems check --format ', formats],
    ['npx arcp-problems check package.js', ['package.json']],
    ['npx other explain session-', []],
  ])('completes "%s"', async (line, wanted) => {
    if (missing.has(shell)) return;
    expect((await offered(line)).sort()).toEqual(wanted);
  });
});

describe('bash', () => {
  test('completes other commands of npx as before', async () => {
    const script = `_before() { COMPREPLY=(from-before); }\ncomplete -F _before npx\n${scripts.get('bash')}\n${scripts.get('bash')}`;
    const call = `COMP_WORDS=(npx cow); COMP_CWORD=1; _arcp_problems_npx; echo "$COMPREPLY"`;
    expect((await run('bash', ['-c', `${script}\n${call}`])).stdout).toBe('from-before\n');
  });
});

test('the script for PowerShell has every command, each option and its values', () => {
  const text = scripts.get('powershell') ?? '';
  for (const word of ['explain', 'session-invalid', '--category', ...categories, ...formats])
    expect(text).toContain(`'${word}'`);
});
