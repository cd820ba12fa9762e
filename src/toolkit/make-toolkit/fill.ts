import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join } from 'node:path';
import { transform } from 'esbuild';
import ts from 'typescript';
import { load } from '#catalog/load.ts';
import { jsonText } from '#emit/files.ts';
import { serverBundle } from '../make-server.ts';
import { projectOf, rooms } from '../project.ts';
import { runtimeFiles } from '../runtime.ts';

/** The files of the package `problem-catalog`. Its rooms are those of `src`, compiled. */

/** Rooms that the toolkit needs as they are; the command and the server of a catalog are bundles. */
const shipped = ['catalog', 'diagnose', 'emit', 'hosting', 'site', 'toolkit'];
/** Parts that serve this repository alone. */
const own = /^(toolkit\/(make-toolkit|check-all|types|regexps)\b|site\/(tsconfig|env\.d))/;

/** Fills the folder of the package. */
export async function fillToolkit(folder: string): Promise<void> {
  const catalog = await load(projectOf().catalog);
  const put = (path: string, text: string | Uint8Array) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const imported = new Set<string>();
  for (const path of shipped.flatMap(filesOf)) {
    if (own.test(path)) continue;
    const source = join(rooms, path);
    if (!/\.(ts|astro)$/.test(path)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      cpSync(source, join(folder, path));
      continue;
    }
    const text = readFileSync(source, 'utf8');
    for (const name of packagesOf(path, text)) imported.add(name);
    if (path.endsWith('.astro')) put(path, compiledImports(text));
    else put(path.replace(/\.ts$/, '.js'), await compiled(text));
  }
  for (const [path, text] of declarations()) put(path, text);
  for (const [path, text] of await runtimeFiles(catalog)) put(`package/${path}`, text);
  put('server.mjs', await serverBundle());
  put('package.json', jsonText(manifest(imported)));
  cpSync(join(rooms, '../LICENSE'), join(folder, 'LICENSE'));
  cpSync(join(rooms, 'toolkit/README.md'), join(folder, 'README.md'));
}

function filesOf(room: string): string[] {
  return readdirSync(join(rooms, room), { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) =>
      join(item.parentPath, item.name)
        .slice(rooms.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

/** Relative imports name what is compiled; those that begin with `#` are led there by package.json. */
function compiledImports(text: string): string {
  return text.replace(/((?:\bfrom |\bimport |\bimport\()'\.{1,2}\/[^'?]+)\.ts(\?[^']*)?'/g, "$1.js$2'");
}

async function compiled(text: string): Promise<string> {
  const { code } = await transform(compiledImports(text), {
    loader: 'ts',
    format: 'esm',
    target: 'es2023',
    charset: 'utf8',
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  });
  return code;
}

/** What authors of entries and of sites import types from: the types of entries and of translations, and the plugin, whose own types need none of ours. */
function declarations(): Map<string, string> {
  const entry = join(rooms, 'catalog/entry.ts');
  const translation = join(rooms, 'catalog/translations/index.ts');
  const plugin = join(rooms, 'site/embed/plugin.ts');
  return new Map([...emitted(entry), ...emitted(translation), ...emitted(plugin, plugin)]);
}

function emitted(root: string, only?: string): Map<string, string> {
  const program = ts.createProgram([root], {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    allowImportingTsExtensions: true,
    emitDeclarationOnly: true,
    declaration: true,
    strict: true,
    skipLibCheck: true,
    rootDir: rooms,
    outDir: rooms,
    types: ['node'],
  });
  const files = new Map<string, string>();
  program.emit(only === undefined ? undefined : program.getSourceFile(only), (path, text) =>
    files.set(path.slice(rooms.length + 1), text.replace(/(['"]\.{1,2}\/[^'"]+)\.ts(['"])/g, '$1.js$2')),
  );
  return files;
}

/** Names of the packages that a module imports. */
function packagesOf(path: string, text: string): string[] {
  const parts = path.endsWith('.astro')
    ? [
        /^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '',
        ...text
          .split('<script>')
          .slice(1)
          .map((rest) => rest.split('</script>', 1)[0] ?? ''),
      ]
    : [text];
  return parts
    .flatMap((part) => ts.preProcessFile(part).importedFiles)
    .flatMap(({ fileName }) => {
      const name = /^(@[^/]+\/)?[^/:]+/.exec(fileName)?.[0];
      return name && !/^[.#]|^(node|data|virtual|astro):/.test(fileName) && !builtinModules.includes(name)
        ? [name]
        : [];
    });
}

function manifest(imported: ReadonlySet<string>) {
  const given = JSON.parse(readFileSync(join(rooms, 'toolkit/manifest.json'), 'utf8'));
  const versions: Record<string, string> = JSON.parse(
    readFileSync(join(rooms, '../package.json'), 'utf8'),
  ).devDependencies;
  // Read from their folders: the fonts of the pictures, and types that declarations name.
  const names = [...imported, '@fontsource/ibm-plex-sans', '@types/node'].filter((name) => name !== 'vite');
  const dependencies = [...new Set(names)].sort().map((name) => {
    const version = versions[name];
    if (version === undefined) throw new Error(`src imports ${name}, which package.json does not name.`);
    return [name, version] as const;
  });
  return { ...given, dependencies: Object.fromEntries(dependencies) };
}
