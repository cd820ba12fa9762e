import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { transform } from 'esbuild';
import ts from 'typescript';
import { slashed } from '#catalog/compiler.ts';
import type { Files } from '#emit/files.ts';
import { commandFiles } from '#emit/package/command.ts';
import { rooms } from './project.ts';

/**
 * Compiles the runtime, and bundles the command of the package.
 * @param sources the folder of the runtime
 * @param modules what the runtime imports from its folder `generated`, by path in it
 * @returns files by path, without those modules
 */
export async function compiledRuntime(sources: string, modules: Files): Promise<Files> {
  const names = readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts') && !path.startsWith('generated'))
    .map((path) => join(sources, path));
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    rewriteRelativeImportExtensions: true,
    verbatimModuleSyntax: true,
    strict: true,
    skipLibCheck: true,
    declaration: true,
    rootDir: sources,
    outDir: sources,
    types: ['node'],
  };
  const host = ts.createCompilerHost(options);
  const folder = slashed(join(sources, 'generated/'));
  const { fileExists, readFile, directoryExists = () => true } = host;
  const given = (path: string) => modules.get(path.slice(folder.length));
  host.fileExists = (path) => (path.startsWith(folder) ? given(path) !== undefined : fileExists(path));
  host.readFile = (path) => (path.startsWith(folder) ? given(path) : readFile(path));
  host.directoryExists = (path) => `${path}/`.startsWith(folder) || directoryExists(path);
  const program = ts.createProgram(names, options, host);
  const files = new Map<string, string>();
  const { diagnostics } = program.emit(undefined, (path, text) => {
    const name = path.slice(sources.length + 1);
    if (!path.startsWith(folder)) files.set(name, text);
  });
  const all = [...ts.getPreEmitDiagnostics(program), ...diagnostics];
  if (all.length > 0) {
    console.error(ts.formatDiagnosticsWithColorAndContext(all, host));
    process.exit(1);
  }
  for (const [path, text] of files) {
    // Prose stays in the declarations.
    const lean = path.endsWith('.js')
      ? (await transform(text, { format: 'esm', target: 'es2022', charset: 'utf8' })).code
      : text.replace(/((?:from |import\()['"]\.{1,2}\/[^'"]+)\.ts(['"])/g, '$1.js$2');
    files.set(path, lean);
  }
  return new Map([...files, ...(await commandFiles(rooms))]);
}
