import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, posix } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { root } from './support.ts';

/** Which room may use which: the arrows of CONTRIBUTING.md. */

interface Import {
  file: string;
  /** Repository path of a module of ours, or the name of a package. */
  target: string;
  typeOnly: boolean;
}

const sources = ['problems', 'src', 'astro.config.mjs']
  .flatMap((place) =>
    place.includes('.')
      ? [place]
      : readdirSync(join(root, place), { recursive: true, encoding: 'utf8' }).map((path) => `${place}/${path}`),
  )
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.(ts|mjs|astro)$/.test(path) && !path.startsWith('src/runtime/generated/'));

const imports = sources.flatMap(importsOf);

function importsOf(file: string): Import[] {
  let text = readFileSync(join(root, file), 'utf8');
  if (file.endsWith('.astro')) {
    const scripts = [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1]);
    text = [/^---\n([\s\S]*?)\n---/.exec(text)?.[1], ...scripts].join('\n');
  }
  const found: Import[] = [];
  const add = (specifier: string, typeOnly: boolean) => {
    const path = specifier.startsWith('#') ? `/src/${specifier.slice(1)}` : `/${file}/../${specifier}`;
    const target = /^[.#]/.test(specifier) ? posix.normalize(path).slice(1) : specifier;
    found.push({ file, target, typeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      const bindings = ts.isImportDeclaration(node) ? node.importClause?.namedBindings : node.exportClause;
      const elements =
        bindings && (ts.isNamedImports(bindings) || ts.isNamedExports(bindings)) ? bindings.elements : undefined;
      const whole = ts.isImportDeclaration(node) ? node.importClause?.isTypeOnly : node.isTypeOnly;
      const each = elements !== undefined && elements.length > 0 && elements.every((element) => element.isTypeOnly);
      const plain = ts.isImportDeclaration(node) && node.importClause?.name !== undefined;
      if (node.moduleSpecifier)
        add((node.moduleSpecifier as ts.StringLiteral).text, Boolean(whole || (each && !plain)));
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      if (argument && ts.isStringLiteralLike(argument)) add(argument.text, false);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS));
  return found;
}

const inside = (folder: string) => (target: string) => target === folder || target.startsWith(`${folder}/`);
const isNode = (target: string) =>
  target.startsWith('node:') || target.startsWith('data:') || builtinModules.includes(target);
const isLocal = (target: string) => /^(src|problems|test|dist|schemas)\//.test(target);
const from = (folder: string) => imports.filter(({ file }) => inside(folder)(file));
const breaches = (list: Import[], allowed: (each: Import) => boolean) =>
  list.filter((each) => !allowed(each)).map(({ file, target }) => `${file} -> ${target}`);
const within =
  (...places: string[]) =>
  ({ target }: Import) =>
    !isLocal(target) || places.some((place) => inside(`src/${place}`)(target));

test('the scan sees the imports of every room', () => {
  for (const room of [
    'problems',
    'src/catalog',
    'src/runtime',
    'src/diagnose',
    'src/emit',
    'src/hosting',
    'src/site',
  ]) {
    expect(from(room), room).not.toEqual([]);
  }
});

test('an entry imports types only, from the entry schema and from its index', () => {
  const entries = from('problems').filter(({ file }) => file.split('/').length === 2 && file !== 'problems/index.ts');
  expect(
    breaches(
      entries,
      ({ target, typeOnly }) => typeOnly && ['src/catalog/entry.ts', 'problems/index.ts'].includes(target),
    ),
  ).toEqual([]);
});

test("the catalog's own facts import the entry schema's types and their own parts", () => {
  const index = from('problems').filter(({ file }) => file === 'problems/index.ts' || file.split('/').length > 2);
  expect(
    breaches(
      index,
      ({ target, typeOnly }) => (target === 'src/catalog/entry.ts' && typeOnly) || inside('problems/facts')(target),
    ),
  ).toEqual([]);
});

test('src/catalog knows the entries by path only, and few packages', () => {
  const packages = [
    'zod',
    'ajv',
    'typescript',
    'typescript-json-schema',
    'fastest-levenshtein',
    'marked',
    'mustache',
    'culori',
    'sharp',
    'yaml',
  ];
  expect(
    breaches(
      from('src/catalog'),
      ({ target }) =>
        inside('src/catalog')(target) ||
        inside('src/runtime/causes')(target) ||
        inside('src/runtime/routes')(target) ||
        target === 'src/runtime/problem/status.ts' ||
        target === 'src/runtime/check/owed.ts' ||
        isNode(target) ||
        packages.some((name) => inside(name)(target)),
    ),
  ).toEqual([]);
});

test('one module alone imports typescript-json-schema, one alone ajv', () => {
  const importers = (name: string) => [
    ...new Set(imports.filter(({ target }) => inside(name)(target)).map(({ file }) => file)),
  ];
  expect(importers('typescript-json-schema')).toEqual(['src/catalog/members.ts']);
  expect(importers('ajv')).toEqual(['src/catalog/validator.ts']);
});

test('src/runtime imports nothing outside itself at run time', () => {
  expect(
    breaches(
      from('src/runtime'),
      ({ file, target, typeOnly }) =>
        inside('src/runtime')(target) ||
        (typeOnly && !isLocal(target)) ||
        (/(vitest|jest|msw)\.ts$/.test(file) && !isLocal(target)),
    ),
  ).toEqual([]);
});

/** Room to the rooms it may use. Nothing uses `src/toolkit`. */
test.each([
  ['diagnose', ['diagnose', 'runtime', 'catalog']],
  ['emit', ['emit', 'catalog', 'runtime/problem', 'runtime/causes', 'runtime/validate']],
  ['hosting/prepare', ['hosting', 'emit', 'catalog']],
  ['hosting/nginx', ['hosting', 'emit', 'catalog']],
  ['hosting/server', ['hosting/server']],
  ['cli', ['cli', 'diagnose', 'runtime', 'catalog', 'emit/markdown']],
  [
    'site/browser',
    ['site/browser', 'site/icons.ts', 'site/languages.ts', 'site/status-family.ts', 'diagnose', 'runtime', 'catalog'],
  ],
  ['site', ['site', 'catalog', 'emit', 'diagnose', 'runtime']],
])('src/%s uses only %j', (room, places) => {
  expect(breaches(from(`src/${room}`), within(...places))).toEqual([]);
});

test('what makes the generated modules does not import them', () => {
  const reached = new Set(['lint', 'generate', 'package'].map((name) => `src/toolkit/${name}.ts`));
  for (const file of reached) {
    for (const { target, typeOnly } of imports.filter((each) => each.file === file)) if (!typeOnly) reached.add(target);
  }
  expect(reached.size).toBeGreaterThan(20);
  expect([...reached].filter(inside('src/runtime/generated'))).toEqual([]);
});
