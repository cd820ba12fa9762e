import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { marked } from 'marked';
import { freePort, packageDir, root, run, temporary } from '../../support.ts';
import { textOf } from './guide.ts';

/** A guide of the terminal, followed word by word in an empty folder: files saved, commands run, output compared. */

/** Code to save as a file; or a command with what the guide shows of its output, where `…` stands for anything. */
export type Step = { readonly file: string; readonly text: string } | { readonly command: string; shown?: string };

/** Reads the code blocks of a page: a file after "Save … as `name`:", a command, or the output of the command before. */
export function stepsOf(page: string): Step[] {
  const tokens = marked.lexer(page).filter(({ type }) => type !== 'space');
  const steps: Step[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.type !== 'code') continue;
    const before = tokens[index - 1];
    const [, file] = /\b[Ss]ave\b[^`]*\bas\s+`([\w./-]+)`[^`]*:$/.exec(before?.raw.trimEnd() ?? '') ?? [];
    const last = steps.at(-1);
    if (file) steps.push({ file, text: `${token.text}\n` });
    else if (token.lang === 'bash') steps.push({ command: token.text });
    else if (token.lang === 'text' && before?.type === 'code' && last && 'command' in last) last.shown = token.text;
  }
  return steps;
}

/** The guide of the manual with that name. */
export function manual(name: string): Step[] {
  return stepsOf(textOf(name));
}

const setUp = /^npm (init|pkg|install)\b/;

/** The package that guides are about. */
export interface Subject {
  readonly name: string;
  readonly folder: string;
}

const arcp: Subject = { name: 'arcp-problems', folder: packageDir };

/** An empty folder with the packages that the guide installs, taken from this repository, and with their commands. */
export function linked(steps: readonly Step[], subject = arcp): string {
  const folder = temporary();
  mkdirSync(join(folder, 'node_modules/.bin'), { recursive: true });
  const lines = steps.flatMap((step) => ('command' in step ? step.command.split('\n') : []));
  const type = lines.includes('npm pkg set type=module') ? 'module' : 'commonjs';
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type }));
  const installed = lines.flatMap((line) => /^npm install (?:--save-dev )?(.*)$/.exec(line)?.[1]?.split(' ') ?? []);
  for (const name of installed) {
    const target = name === subject.name ? subject.folder : join(root, 'node_modules', name);
    mkdirSync(dirname(join(folder, 'node_modules', name)), { recursive: true });
    symlinkSync(target, join(folder, 'node_modules', name), 'dir');
    const { bin = {} } = JSON.parse(readFileSync(join(target, 'package.json'), 'utf8'));
    const commands = typeof bin === 'string' ? { [name]: bin } : bin;
    for (const [command, file] of Object.entries(commands)) {
      const script = `#!/bin/sh\nexec '${process.execPath}' '${join(target, String(file))}' "$@"\n`;
      writeFileSync(join(folder, 'node_modules/.bin', command), script, { mode: 0o755 });
    }
  }
  return folder;
}

export interface Output {
  readonly command: string;
  readonly shown: string;
  /** What it wrote to standard output, and what to standard error after it. */
  readonly written: readonly [string, string];
}

/**
 * Takes all steps in one shell, and gives the output of each command that has some in the guide. The ports of the guide are
 * replaced by free ones. With `installs`, `npm` commands are run too, where `arcp-problems` is that file.
 */
export async function follow(folder: string, steps: readonly Step[], installs?: string): Promise<Output[]> {
  const ports = new Map([
    ['4010', String(await freePort())],
    ['4011', String(await freePort())],
  ]);
  const own = (text: string) => text.replace(/\b401[01]\b/g, (port) => ports.get(port) ?? port);
  const saved = temporary();
  const mark = '=== next step ===';
  const lines = steps.map((step, index) => {
    const start = `echo '${mark}'; echo '${mark}' >&2`;
    if ('file' in step) {
      writeFileSync(join(saved, String(index)), own(step.text));
      return `${start}\ncp '${join(saved, String(index))}' '${step.file}'`;
    }
    const kept = step.command.split('\n').filter((line) => installs || !setUp.test(line));
    const text = kept.map((line) => (setUp.test(line) ? line.replace(/\barcp-problems\b/, installs ?? '') : line));
    return `${start}\n${own(text.join('\n'))}`;
  });
  const script = `trap 'kill $(jobs -p) 2>/dev/null' EXIT\n${lines.join('\n')}`;
  const env = { COLUMNS: '80', PATH: `${dirname(process.execPath)}:${process.env.PATH}` };
  const { stdout, stderr } = await run('bash', ['-c', script], { cwd: folder, env });
  const [out, errors] = [stdout, stderr].map((text) => {
    const back = [...ports].reduce((whole, [port, actual]) => whole.replaceAll(actual, port), text);
    return back.split(`${mark}\n`).slice(1);
  });
  return steps.flatMap((step, index) => {
    if ('file' in step || step.shown === undefined) return [];
    const { command, shown } = step;
    return [{ command, shown, written: [out?.[index] ?? '', errors?.[index] ?? ''] as const }];
  });
}

/** What differs from what the guide shows. A runner may write its results to standard error. */
export function unlike({ command, shown, written: [out, errors] }: Output): string | undefined {
  const texts = [out, errors, out + errors];
  if (texts.some((text) => pattern(shown).test(text.trimEnd()))) return undefined;
  return `${command}\n--- shown\n${shown}\n--- written\n${out + errors}`;
}

/** Whether a text is as shown in a guide, where `…` stands for anything. */
function pattern(shown: string): RegExp {
  const parts = shown.split('…').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replaceAll('\n', '\\r?\\n'));
  return new RegExp(`^${parts.join('[^]*')}$`);
}
