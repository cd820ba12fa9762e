import { execFile, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';
import { afterAll, onTestFinished } from 'vitest';
import { projectOf } from '#toolkit/project.ts';

/** What tests share: paths, temporary folders, commands, a browser. */

const given = process.env.PROBLEMS_DIR;
/** The repository. */
export const root = resolve(import.meta.dirname, '..');
/** The catalog under test, and where its parts are. */
export const project = projectOf(given, root);
export const isOtherCatalog = Boolean(given);
export const problemsDir = project.catalog;
export const packageDir = project.package;
export const siteDir = project.site;
/** The catalog of another product. */
export const libraryDir = join(root, 'test/catalogs/library');

/** A folder that is removed after the test. */
export function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'problems-'));
  atTheEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** After the test, or after all tests of the file when called outside of one. */
function atTheEnd(clean: () => void): void {
  try {
    onTestFinished(clean);
  } catch {
    afterAll(clean);
  }
}

/** A copy of the library catalog that a test may spoil. */
export function copyOfLibrary(folder = join(temporary(), 'library')): string {
  cpSync(libraryDir, folder, { recursive: true });
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.ts'))) {
    const path = join(folder, file);
    const entrySchema = relative(folder, join(root, 'src/catalog/entry.ts'));
    writeFileSync(path, readFileSync(path, 'utf8').replace('../../../src/catalog/entry.ts', entrySchema));
  }
  return folder;
}

/** A copy of the repository's sources, below `dist`, so that it finds the same dependencies. */
export function workshop(): string {
  mkdirSync(join(root, 'dist'), { recursive: true });
  const folder = mkdtempSync(join(root, 'dist/workshop-'));
  atTheEnd(() => rmSync(folder, { recursive: true, force: true }));
  for (const item of readdirSync(root)) {
    if (['node_modules', 'dist', '.git', '.astro'].includes(item)) continue;
    cpSync(join(root, item), join(folder, item), { recursive: true });
  }
  return folder;
}

/** The environment of a person at a terminal: Astro, for one, behaves differently where it sees Vitest. */
const ofTests = /^(VITEST|NODE_ENV$|MODE$|DEV$|PROD$|TEST$|FORCE_COLOR$)/;
const plainEnv: NodeJS.ProcessEnv = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !ofTests.test(name))),
  NO_COLOR: '1',
};

interface Result {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs a program to its end; a failure is a result too. */
export async function run(
  command: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv; input?: string } = {},
): Promise<Result> {
  const promise = promisify(execFile)(command, args, {
    cwd: options.cwd ?? root,
    env: { ...plainEnv, ...options.env },
    maxBuffer: 64 * 1024 * 1024,
  });
  // A program that ends without reading closes the pipe.
  promise.child.stdin?.on('error', () => {});
  promise.child.stdin?.end(options.input ?? '');
  try {
    return { code: 0, ...(await promise) };
  } catch (error) {
    const { code, stdout = '', stderr = '' } = error as { code?: number | string } & Partial<Result>;
    return { code: typeof code === 'number' ? code : 1, stdout, stderr: stderr || String(error) };
  }
}

/** Starts `command`, waits until it prints `ready`, and gives the text so far, and what ends the process. */
export async function serve(
  command: string,
  args: readonly string[],
  ready: RegExp,
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<{ output(): string; stop(): void }> {
  const child = spawn(command, args, {
    cwd: options.cwd ?? root,
    env: { ...plainEnv, ...options.env },
    detached: true,
  });
  let output = '';
  const stop = () => {
    if (child.exitCode === null && child.pid) process.kill(-child.pid, 'SIGTERM');
  };
  await new Promise<void>((done, fail) => {
    const read = (chunk: Buffer) => {
      output += chunk;
      if (ready.test(output)) done();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('exit', (code) => fail(new Error(`${command} ended with ${code}:\n${output}`)));
    child.on('error', fail);
  });
  return { output: () => output, stop };
}

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const { createServer } = await import('node:net');
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return (address as { port: number }).port;
}

/** A headless Chromium: the one that `CHROME_PATH` names, or the one that comes with the dependencies. */
export async function browser(...switches: string[]): Promise<Browser> {
  // Outside AWS Lambda this makes the package unpack the libraries and fonts that a bare machine lacks.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x';
  const args = ['--no-sandbox', '--no-zygote', '--disable-gpu', '--hide-scrollbars', '--disable-background-networking'];
  return playwright.launch({
    executablePath: process.env.CHROME_PATH ?? (await chromium.executablePath()),
    args: [...args, ...switches],
    headless: true,
  });
}
