import { createRequire } from 'node:module';
import type TypeScript from 'typescript';

/** TypeScript programs of the files of a catalog. */

/** How many files are in one program. Its memory grows with its files. */
const batch = 200;

/** An import would first search all of its text for the names of exports. */
export const ts: typeof TypeScript = createRequire(import.meta.url)('typescript');

const compilerOptions: TypeScript.CompilerOptions = {
  strict: true,
  target: ts.ScriptTarget.ES2023,
  lib: ['lib.es2023.d.ts'],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  allowImportingTsExtensions: true,
  types: [],
};

/** Files outside of a catalog are parsed once and without JSDoc, however many there are that import them. */
const outside = new Map<string, TypeScript.SourceFile | undefined>();

/**
 * Returns a program.
 * @param folder the folder of the catalog
 * @param files paths of entries and of `index.ts`
 * @param reach `catalog` leaves out what files import from elsewhere: the types that entries satisfy, which take most of the
 * time
 */
export function programOf(folder: string, files: readonly string[], reach: 'all' | 'catalog'): TypeScript.Program {
  const own = slashed(folder);
  const host = ts.createCompilerHost(compilerOptions);
  const read = host.getSourceFile;
  host.getSourceFile = (file, options, ...rest) => {
    if (file.startsWith(own)) return read(file, options, ...rest);
    if (!outside.has(file)) {
      const plain = {
        ...(options as TypeScript.CreateSourceFileOptions),
        jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
      };
      outside.set(file, read(file, plain, ...rest));
    }
    return outside.get(file);
  };
  if (reach === 'catalog') {
    host.resolveModuleNameLiterals = (literals, file, redirected, options) =>
      literals.map(({ text }) => {
        const { resolvedModule } = ts.resolveModuleName(text, file, options, host, undefined, redirected);
        return { resolvedModule: resolvedModule?.resolvedFileName.startsWith(own) ? resolvedModule : undefined };
      });
  }
  return ts.createProgram([...files], compilerOptions, host);
}

/** Returns parts of a list, of so many files as are in one program. */
export function* batches<Item>(all: readonly Item[]): Generator<readonly Item[]> {
  for (let start = 0; start < all.length; start += batch) yield all.slice(start, start + batch);
}

/** Returns a path as TypeScript writes it. */
export const slashed = (path: string) => path.replaceAll('\\', '/');
