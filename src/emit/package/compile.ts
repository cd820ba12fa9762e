import { transform } from 'esbuild';
import ts from 'typescript';
import type { Catalog } from '#catalog/catalog.ts';
import type { Files } from '../files.ts';
import { moduleFiles } from './modules.ts';

/** The package's own modules of a catalog -> JavaScript without prose, and declarations with it. */
export async function compiledModules(catalog: Catalog): Promise<Files> {
  const files = new Map<string, string>();
  for (const [path, text] of moduleFiles(catalog)) {
    if (!path.endsWith('.ts') || path.endsWith('.d.ts')) {
      files.set(path, text);
      continue;
    }
    const stem = path.slice(0, -'.ts'.length);
    files.set(`${stem}.js`, await javaScript(text));
    files.set(`${stem}.d.ts`, declarations(path, compiledImports(text)));
  }
  return files;
}

/** Returns a module of TypeScript as JavaScript without prose, which imports `.js`. */
export async function javaScript(text: string): Promise<string> {
  const { code } = await transform(compiledImports(text), {
    loader: 'ts',
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
  });
  return code;
}

function compiledImports(text: string): string {
  return text.replace(/(from '\.{1,2}\/[^']+)\.ts'/g, "$1.js'");
}

function declarations(path: string, source: string): string {
  const { outputText } = ts.transpileDeclaration(source, {
    fileName: path,
    compilerOptions: {
      declaration: true,
      isolatedDeclarations: true,
      strict: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.NodeNext,
      verbatimModuleSyntax: true,
    },
  });
  return outputText;
}
