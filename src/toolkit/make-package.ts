import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { transform } from 'esbuild';
import ts from 'typescript';
import type { Catalog } from '#catalog/catalog.ts';
import { catalogData } from '#emit/data.ts';
import { jsonText, writeFiles } from '#emit/files.ts';
import { problemMarkdown } from '#emit/markdown/twin.ts';
import { openapiDocument } from '#emit/openapi/components.ts';
import { overlayDocument } from '#emit/openapi/overlay.ts';
import { bundleCli } from '#emit/package/command.ts';
import { buildCommonJs, commonJsFolder } from '#emit/package/commonjs.ts';
import { moduleFiles } from '#emit/package/modules.ts';
import { schemaFiles } from '#emit/schemas.ts';
import { replaceFolder } from './output.ts';
import { generatedDir, packageDir, packageSource, root } from './paths.ts';

/** Catalog + src/runtime -> dist/package, the folder that npm publishes. */
export async function makePackage(catalog: Catalog): Promise<void> {
  writeFiles(generatedDir, moduleFiles(catalog), () => true);
  await replaceFolder(packageDir, (folder) => fill(folder, catalog));
  console.log(`dist/package: ${catalog.facts.package} with ${catalog.problems.length} problem types.`);
}

async function fill(target: string, catalog: Catalog): Promise<void> {
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(target, path)), { recursive: true });
    writeFileSync(join(target, path), text);
  };
  compile(target);
  await finish(target, catalog.facts.package);
  await bundleCli(target);
  cpSync(join(generatedDir, 'validators'), join(target, 'generated/validators'), { recursive: true });
  const published = manifest(catalog);
  await buildCommonJs(target, entryPoints(published.exports));
  for (const [path, text] of schemaFiles(catalog)) put(`schemas/${path}`, text);
  for (const problem of catalog.problems) put(`problems/${problem.name}.md`, problemMarkdown(catalog, problem));
  put('catalog.json', jsonText(catalogData(catalog)));
  put('openapi.json', jsonText(openapiDocument(catalog)));
  put('overlay.json', jsonText(overlayDocument(catalog)));
  put('package.json', jsonText(published));
  for (const file of ['README.md', 'LICENSE', 'CHANGELOG.md']) {
    if (existsSync(join(root, file))) cpSync(join(root, file), join(target, file));
  }
}

function compile(target: string): void {
  const sources = readdirSync(packageSource, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
    .map((path) => join(packageSource, path));
  const program = ts.createProgram(sources, {
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    rewriteRelativeImportExtensions: true,
    verbatimModuleSyntax: true,
    strict: true,
    skipLibCheck: true,
    declaration: true,
    rootDir: packageSource,
    outDir: target,
    types: ['node'],
  });
  const { diagnostics } = program.emit();
  const all = [...ts.getPreEmitDiagnostics(program), ...diagnostics];
  if (all.length === 0) return;
  const host = {
    getCanonicalFileName: (name: string) => name,
    getCurrentDirectory: () => root,
    getNewLine: () => '\n',
  };
  console.error(ts.formatDiagnosticsWithColorAndContext(all, host));
  process.exit(1);
}

/**
 * Takes the prose out of the modules (it stays in the declarations), lets declarations import `.js`, and calls the
 * package by its name.
 */
async function finish(target: string, name: string): Promise<void> {
  for (const path of readdirSync(target, { recursive: true, encoding: 'utf8' })) {
    const file = join(target, path);
    if (!/\.(js|d\.ts)$/.test(path)) continue;
    const text = readFileSync(file, 'utf8').replace(/\barcp-problems\b/g, name);
    if (path.endsWith('.js')) {
      const { code } = await transform(text, { format: 'esm', target: 'es2022', charset: 'utf8' });
      writeFileSync(file, code);
    } else {
      writeFileSync(file, text.replace(/((?:from |import\()['"]\.{1,2}\/[^'"]+)\.ts(['"])/g, '$1.js$2'));
    }
  }
}

/** The published package.json: the facts of the repository's own, without what only its workshop needs. */
function manifest(catalog: Catalog) {
  const {
    private: _,
    scripts,
    devDependencies,
    optionalDependencies,
    ...own
  } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const local = `./${relative(root, packageDir).replaceAll('\\', '/')}/`;
  const paths = Object.entries(own.exports as Record<string, string>).map(
    ([subpath, path]) => [subpath, path.replace(local, './').slice(2)] as const,
  );
  const targetOf = (path: string): string | { require: string; default: string } =>
    path.endsWith('.js') ? { require: `./${commonJsFolder}/${path}`, default: `./${path}` } : `./${path}`;
  return {
    ...own,
    name: catalog.facts.package,
    description: `Problem types of ${catalog.facts.name}: constructors, validators, guards and test matchers for RFC 9457 problem details.`,
    keywords: [catalog.facts.name.toLowerCase(), ...own.keywords],
    main: `./${commonJsFolder}/index.js`,
    types: './index.d.ts',
    exports: Object.fromEntries(paths.map(([subpath, path]) => [subpath, targetOf(path)] as const)),
    bin: { [catalog.facts.package.replace(/^@[^/]+\//, '')]: './cli.js' },
  };
}

/** Paths of the modules that the package exports. */
function entryPoints(exports: Readonly<Record<string, string | { default: string }>>): string[] {
  return Object.values(exports).flatMap((target) => (typeof target === 'string' ? [] : [target.default]));
}
