import { join } from 'node:path';
import ts from 'typescript';
import { expect, onTestFinished, test } from 'vitest';
import { follow, linked, type Step, stepsOf, unlike } from '../arcp/guides/follow.ts';
import { blocksIn, curl, exchangesOf } from '../arcp/guides/guide.ts';
import { freePort, serve } from '../support.ts';
import { house, others, put } from './guide-packages.ts';

/** The code of the guides of other catalogs, with the package of each. */

/** Test runners without types here. */
const globals = `declare const Deno: { test(name: string, run: () => unknown): void };
declare function it(name: string, run: () => unknown): void;
declare module 'problems-v1' { export * from 'PACKAGE'; }
declare module 'bun:test' {
  interface Matchers<T> { not: Matchers<T> }
  interface AsymmetricMatchers { any(type: unknown): unknown }
  export const expect: { extend(matchers: object): void };
}
`;

test('all their TypeScript fits the types of the package', () => {
  const files = others.flatMap(({ name, guides, subject }) => {
    const folder = join(house, name);
    put(join(folder, 'globals.d.ts'), globals.replace('PACKAGE', subject.name));
    const found = [...guides].flatMap(([guide, body]) => {
      const named = stepsOf(body).filter((step): step is Step & { file: string } => 'file' in step);
      return blocksIn(body)
        .filter(({ lang }) => lang === 'typescript')
        .map(({ text }, index) => {
          const file = named.find((step) => 'text' in step && step.text.trim() === text.trim())?.file;
          const path = join(folder, guide, file ?? `part-${index}.ts`);
          put(path, text);
          return path;
        });
    });
    expect(found.length).toBeGreaterThan(40);
    return [...found, join(folder, 'globals.d.ts')];
  });
  const program = ts.createProgram(files, {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    experimentalDecorators: true,
    emitDecoratorMetadata: true,
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    types: ['node'],
  });
  const faults = files
    .flatMap((file) => program.getSourceFile(file) ?? [])
    .flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)])
    .map(({ file, start = 0, messageText }) => {
      const line = file?.text.slice(0, start).split('\n').length;
      const text = ts.flattenDiagnosticMessageText(messageText, '\n');
      return `${file?.fileName.slice(house.length + 1)}:${line} ${text}`;
    });
  expect(faults).toEqual([]);
}, 120_000);

const [library] = others;

test('the app of the guide for Express answers as the guide shows', async () => {
  const guide = library?.guides.get('express') ?? '';
  const steps = stepsOf(guide);
  const folder = linked(steps, library?.subject);
  for (const step of steps) if ('file' in step) put(join(folder, step.file), step.text);
  const port = await freePort();
  const env = { PORT: String(port), TEST: '' };
  const { stop } = await serve(process.execPath, ['app.ts'], /http:\/\//, { cwd: folder, env });
  onTestFinished(stop);
  const exchanges = exchangesOf(blocksIn(guide));
  expect(exchanges.length).toBeGreaterThan(3);
  for (const { command, response } of exchanges) {
    const [head = '', body = ''] = response.split('\n\n');
    const [statusLine = '', ...fields] = head.split('\n');
    const actual = await curl(command, port);
    expect([String(actual.status), command]).toEqual([statusLine.split(' ')[1], command]);
    for (const [name = '', value] of fields.map((field) => field.split(': ', 2)))
      expect(actual.headers.get(name)).toBe(value);
    expect(await actual.text()).toBe(body && JSON.stringify(JSON.parse(body)));
  }
});

test('the guide for Vitest shows what its commands print', async () => {
  const steps = stepsOf(library?.guides.get('vitest') ?? '');
  const outputs = await follow(linked(steps, library?.subject), steps);
  expect(outputs).not.toEqual([]);
  for (const output of outputs) expect(unlike(output)).toBeUndefined();
}, 60_000);
