import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Catalog } from '#catalog/catalog.ts';
import { catalogData } from '../data.ts';
import { type Files, jsonText, writeJson } from '../files.ts';
import { problemMarkdown } from '../markdown/twin.ts';
import { openapiDocument } from '../openapi/components.ts';
import { overlayDocument } from '../openapi/overlay.ts';
import { schemaFiles } from '../schemas.ts';
import { buildCommonJs } from './commonjs.ts';
import { compiledModules } from './compile.ts';
import { joinedDeclarations } from './declarations.ts';
import { entryPoints, manifestOf } from './manifest.ts';

/** Stands for the name of the package in the documentation of the runtime. */
const placeholder = '#package';

/**
 * Fills the folder of a package.
 * @param runtime what is the same in every package, compiled, by path
 * @param home the folder of the catalog's own package.json, README.md, LICENSE and CHANGELOG.md
 */
export async function fillPackage(target: string, catalog: Catalog, runtime: Files, home: string): Promise<void> {
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(target, path)), { recursive: true });
    writeFileSync(join(target, path), text);
  };
  const entries = entryPoints(runtime.keys());
  const modules = new Map(runtime);
  for (const [path, text] of await compiledModules(catalog)) modules.set(`generated/${path}`, text);
  for (const [path, text] of modules) if (!path.endsWith('.d.ts')) put(path, text);
  for (const [path, text] of joinedDeclarations(modules, entries)) {
    put(path, text.replaceAll(placeholder, catalog.facts.package));
  }
  await buildCommonJs(target, entries);
  for (const [path, text] of schemaFiles(catalog)) put(`schemas/${path}`, text);
  for (const problem of catalog.problems) put(`problems/${problem.name}.md`, problemMarkdown(catalog, problem));
  writeJson(join(target, 'catalog.json'), catalogData(catalog));
  writeJson(join(target, 'openapi.json'), openapiDocument(catalog));
  writeJson(join(target, 'overlay.json'), overlayDocument(catalog));
  put('package.json', jsonText(await manifestOf(catalog, runtime, home)));
  for (const file of ['README.md', 'LICENSE', 'CHANGELOG.md']) {
    if (existsSync(join(home, file))) cpSync(join(home, file), join(target, file));
  }
}
