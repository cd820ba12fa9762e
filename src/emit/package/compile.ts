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
    const source = text.replaceAll(/(from '\.{1,2}\/[^']+)\.ts'/g, "$1.js'");
    const { code } = await transform(source, { loader: 'ts', format: 'esm', target: 'es2022', charset: 'utf8' });
    files.set(`${stem}.js`, code);
    files.set(`${stem}.d.ts`, declarations(path, source));
  }
  return files;
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
