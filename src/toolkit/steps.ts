import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { delimiter, join } from 'node:path';
import { Progress } from './progress.ts';

/** Commands that look at the same files and change none of them. */

export interface Step {
  readonly name: string;
  /** A program of Node.js or of the dependencies, and its arguments. */
  readonly command: readonly string[];
  /** The earlier step that makes what this one reads. */
  readonly after?: string;
}

/**
 * Runs all steps, several at the same time, whatever one of them finds.
 * @returns the output of those with findings, in the order of the steps
 */
export async function runSteps(
  root: string,
  steps: readonly Step[],
  progress = new Progress(steps.length),
): Promise<ReadonlyMap<string, string>> {
  const outputs = new Map<string, string>();
  const ended = new Map<string, Promise<void>>();
  const queue = steps.values();
  const work = async () => {
    for (const { name, command, after = '' } of queue) {
      await ended.get(after);
      const step = progress.step(
        name,
        () => runCommand(root, command),
        ({ code }) => (code === 0 ? '' : ', with findings'),
      );
      const kept = step.then(({ code, output }) => {
        if (code !== 0) outputs.set(name, output);
      });
      ended.set(name, kept);
      await kept;
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return new Map(steps.flatMap(({ name }) => (outputs.has(name) ? [[name, outputs.get(name) ?? '']] : [])));
}

/** Runs a command, and returns what it prints. */
export function runCommand(root: string, [program = '', ...args]: readonly string[]) {
  const PATH = [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter);
  const child = spawn(program === 'node' ? process.execPath : program, args, {
    cwd: root,
    env: { ...process.env, PATH, FORCE_COLOR: process.stdout.isTTY ? '1' : '0' },
    shell: program !== 'node' && process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk;
    });
  }
  return new Promise<{ code: number; output: string }>((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => done({ code: code ?? 1, output }));
  });
}
