import type { Catalog } from '#catalog/catalog.ts';
import type { Files } from '../files.ts';
import { kept } from '../kept.ts';
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
    files.set(`${stem}.d.ts`, await declarations(path, compiledImports(text)));
  }
  return files;
}

/** Returns a module of TypeScript as JavaScript without prose, which imports `.js`. */
export async function javaScript(text: string): Promise<string> {
  const source = compiledImports(text);
  const code = await kept('javascript', source, async () => {
    const { transform } = await import('esbuild');
    return (await transform(source, { loader: 'ts', format: 'esm', target: 'es2022', charset: 'utf8' })).code;
  });
  return String(code);
}

function compiledImports(text: string): string {
  return text.replace(/(from '\.{1,2}\/[^']+)\.ts'/g, "$1.js'");
}

async function declarations(path: string, module: string): Promise<string> {
  // Values that change with every text or schema of an entry, and do not matter to the declaration.
  const source = module.replace(
    /^([^=\r\n\u2028\u2029]*)= (?:JSON\.parse|\/\* @__PURE__ \*\/ \w+Validator)\(.*;$/gm,
    '$1= undefined!;',
  );
  const text = await kept('declarations', `${path}\0${source}`, async () => {
    // TypeScript takes half a second to load.
    const { default: ts } = await import('typescript');
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
  });
  return String(text);
}
