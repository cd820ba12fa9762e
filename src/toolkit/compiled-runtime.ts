import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { transform } from 'esbuild';
import ts from 'typescript';
import type { Files } from '#emit/files.ts';
import { commandFiles } from '#emit/package/command.ts';
import { rooms } from './project.ts';

/**
 * Compiles the runtime, and bundles the command of the package.
 * @param sources the folder of the runtime, with the modules of a catalog in it
 * @returns files by path; those that are made from the catalog are left out
 */
export async function compiledRuntime(sources: string): Promise<Files> {
  const names = readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
    .map((path) => join(sources, path));
  const program = ts.createProgram(names, {
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
  });
  const files = new Map<string, string>();
  const { diagnostics } = program.emit(undefined, (path, text) => {
    const name = path.slice(sources.length + 1);
    if (!name.startsWith('generated/')) files.set(name, text);
  });
  const all = [...ts.getPreEmitDiagnostics(program), ...diagnostics];
  if (all.length > 0) {
    const host = {
      getCanonicalFileName: (name: string) => name,
      getCurrentDirectory: () => process.cwd(),
      getNewLine: () => '\n',
    };
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
