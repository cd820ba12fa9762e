import { posix } from 'node:path';
import ts from 'typescript';

/** TypeScript over declarations that are not on disk. */

/** Modules that several programs share: those of TypeScript itself and of packages. */
const onDisk = new Map<string, ts.SourceFile | undefined>();

/** What stands for every module of the catalog, which is compared by itself. */
const catalogModule = 'catalog.d.ts';

/**
 * Returns a program of modules at `/<path>`; of the file system it sees what `resolvePackage` leads to.
 * @param resolvePackage file of a package's declarations; without it, packages have no types
 */
export function virtualProgram(
  files: ReadonlyMap<string, string>,
  options: ts.CompilerOptions,
  resolvePackage?: (name: string) => ts.ResolvedModuleWithFailedLookupLocations,
): ts.Program {
  const all = new Map([...files, [catalogModule, catalogNames(files)]]);
  const host = ts.createCompilerHost(options);
  const read = host.readFile;
  const exists = host.fileExists;
  host.fileExists = (path) => all.has(path.slice(1)) || exists(path);
  host.readFile = (path) => all.get(path.slice(1)) ?? read(path);
  const load = host.getSourceFile;
  host.getSourceFile = (path, language, ...more) => {
    const text = all.get(path.slice(1));
    if (text !== undefined) return ts.createSourceFile(path, text, language);
    if (!onDisk.has(path)) onDisk.set(path, load(path, language, ...more));
    return onDisk.get(path);
  };
  host.resolveModuleNameLiterals = (literals, containing) =>
    literals.map(({ text }) => {
      if (!files.has(containing.slice(1))) return ts.resolveModuleName(text, containing, options, host);
      if (!text.startsWith('.')) return resolvePackage?.(text) ?? { resolvedModule: undefined };
      const path = posix.join(posix.dirname(containing.slice(1)), text).replace(/js$/, 'd.ts');
      const target = /(^|\/)generated\//.test(path) ? catalogModule : path;
      if (!all.has(target)) return { resolvedModule: undefined };
      return { resolvedModule: { resolvedFileName: `/${target}`, extension: ts.Extension.Dts } };
    });
  return ts.createProgram(
    [...files.keys()].map((path) => `/${path}`),
    options,
    host,
  );
}

/** Declares each name that is imported from a module of the catalog, as a type and a value that fit nothing else. */
function catalogNames(files: ReadonlyMap<string, string>): string {
  const imported = [...files.values()].flatMap((text) =>
    [...text.matchAll(/\{([^{}]*)\} from ['"]([^'"{}]*)['"]/g)]
      .filter(([, , from = '']) => from.includes('generated/'))
      .flatMap(([, names = '']) => names.split(',').map((name) => /^\s*(?:type )?(\w+)/.exec(name)?.[1] ?? '')),
  );
  return [...new Set(imported.filter(Boolean))]
    .map(
      (name) =>
        `export interface ${name} { readonly '~type': '${name}' }\nexport declare const ${name}: { readonly '~value': '${name}' };\n`,
    )
    .join('');
}
