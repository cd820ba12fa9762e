import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { load } from '#catalog/load.ts';
import { isOtherCatalog, problemsDir, root, run } from '../support.ts';

/** Samples are for copying: they compile as they stand. */

const { problems } = await load(problemsDir);
const samples = (lang: string) =>
  problems.flatMap(({ name, entry }) =>
    (entry.samples ?? [])
      .filter((sample) => sample.lang === lang)
      .map(({ code }, index) => ({ file: `${name}-${index}`, code })),
  );

test('every problem type has a sample that branches on its type; elsewhere those with samples in TypeScript', () => {
  const lacking = problems.filter(
    ({ entry, exportName, typeUri }) =>
      (!isOtherCatalog || entry.samples?.some(({ lang }) => lang === 'typescript')) &&
      !(entry.samples ?? []).some(({ code }) => code.includes(exportName) || code.includes(typeUri)),
  );
  expect(lacking.map(({ name }) => name)).toEqual([]);
});

test('no sample branches on message text', () => {
  const branching = problems.flatMap(({ name, entry }) =>
    (entry.samples ?? [])
      .filter(({ code }) =>
        /\bif\b.*(detail|message|str\(\w+\)).*(\bin\b|includes|===|==|match)|["'] in str\(/.test(code),
      )
      .map(() => name),
  );
  expect(branching).toEqual([]);
});

test.skipIf(isOtherCatalog && samples('typescript').length === 0)(
  'TypeScript samples pass the compiler against the built package',
  () => {
    const files = new Map(
      samples('typescript').map(({ file, code }) => [
        join(root, 'test/samples', `${file}.ts`),
        `${code}\nexport {};\n`,
      ]),
    );
    expect(files.size).toBeGreaterThan(0);
    const options: ts.CompilerOptions = {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      target: ts.ScriptTarget.ES2023,
      lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      types: ['node'],
      typeRoots: [join(root, 'node_modules/@types')],
    };
    const host = ts.createCompilerHost(options);
    const { fileExists, getSourceFile } = host;
    host.fileExists = (path) => files.has(path) || fileExists(path);
    host.getSourceFile = (path, target, ...rest) => {
      const text = files.get(path);
      return text === undefined ? getSourceFile(path, target, ...rest) : ts.createSourceFile(path, text, target, true);
    };
    const program = ts.createProgram([...files.keys()], options, host);
    const faults = ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => {
      const line = file ? file.getLineAndCharacterOfPosition(start).line : 0;
      return `${file?.fileName.slice(root.length)}:${line + 1} ${file?.text.split('\n')[line]?.trim()}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
    });
    expect(faults).toEqual([]);
  },
);

test('Python samples compile', async ({ skip }) => {
  const { code: absent } = await run('python3', ['--version']);
  skip(absent !== 0, 'python3 is not installed');
  const program =
    'import json, sys\nfor sample in json.load(sys.stdin): compile(sample["code"], sample["file"], "exec")';
  const { code, stderr } = await run('python3', ['-c', program], { input: JSON.stringify(samples('python')) });
  expect(code, stderr).toBe(0);
});
