import { type ChildProcess, spawn } from 'node:child_process';
import { afterAll } from 'vitest';
import { cliFile } from './run.ts';

/** The mock server as a process of its own, which ends with the tests of the file. */

export interface Mock {
  url: string;
  child: ChildProcess;
  output(): string;
  /** Exit code and signal. */
  ended: Promise<[number | null, string | null]>;
}

const started: Mock[] = [];
afterAll(() => {
  for (const { child } of started) child.kill('SIGKILL');
});

export async function start(...args: string[]): Promise<Mock> {
  const child = spawn(process.execPath, [cliFile, 'mock', '--port', '0', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  const ended = new Promise<[number | null, string | null]>((done) =>
    child.on('exit', (code, signal) => done([code, signal])),
  );
  const url = await new Promise<string>((done, fail) => {
    child.stdout.on('data', (chunk) => {
      output += chunk;
      const [, found] = /Listening on (\S+)\. /.exec(output) ?? [];
      if (found) done(found);
    });
    ended.then(([code]) => fail(new Error(`mock ended with ${code}: ${output}`)));
  });
  const mock = { url, child, output: () => output, ended };
  started.push(mock);
  return mock;
}

export const prefer = (preference: string, init: RequestInit = {}) => ({
  ...init,
  headers: { ...init.headers, Prefer: preference },
});
