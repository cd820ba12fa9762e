import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transform } from 'esbuild';
import ts from 'typescript';
import type { Catalog } from '#catalog/catalog.ts';
import { type Files, writeFiles } from '#emit/files.ts';
import { kept } from '#emit/kept.ts';
import { commandFiles } from '#emit/package/command.ts';
import { moduleFiles } from '#emit/package/modules.ts';
import { isSource, rooms } from './project.ts';

/** The runtime: what is the same in the package of every catalog, compiled. */

const sources = join(rooms, 'runtime');
const generated = join(sources, 'generated');

/** Writes the package's modules of a catalog beside the sources of the runtime, which import them. */
export function writeModules(catalog: Catalog): void {
  writeFiles(generated, moduleFiles(catalog), () => true);
}

/**
 * Returns the runtime and the command of the package, by path. From its sources the toolkit compiles them; its package
 * brings them along.
 * @param catalog a catalog to compile with; the result does not depend on it
 */
export async function runtimeFiles(catalog: Catalog): Promise<Files> {
  if (!isSource) return filesIn(join(rooms, 'package'));
  writeModules(catalog);
  const made = await kept('runtime', '', async () =>
    JSON.stringify([...(await compiled()), ...(await commandFiles(rooms))]),
  );
  return new Map(JSON.parse(String(made)) as [string, string][]);
}

function filesIn(folder: string): Files {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name));
  return new Map(
    paths.map((path) => [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
  );
}

async function compiled(): Promise<Files> {
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
  return files;
}
