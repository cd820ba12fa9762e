import { join } from 'node:path';
import ts from 'typescript';
import { rooms } from '../project.ts';
import type { Api } from './api.ts';
import type { Export } from './signatures.ts';
import { virtualProgram } from './virtual.ts';

/** An export whose declarations are not what they were. */
type Changed = readonly [subpath: string, was: Export, is: Export];

const options: ts.CompilerOptions = {
  strict: true,
  skipLibCheck: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: [],
};

/**
 * Returns for each changed export whether code that compiles with its former types compiles with its present ones:
 * - a value can be used and called as the former one;
 * - a type and the former one can be used as each other;
 * - a union or an overloaded function has all that it had.
 *
 * What cannot be known, as the types of a package that is not installed, does not fit.
 */
export function stillCompiles(was: Api, is: Api, changed: readonly Changed[]): boolean[] {
  const files = new Map([...inFolder('was', was), ...inFolder('is', is)]);
  for (const [index, each] of changed.entries()) files.set(`probe-${index}.ts`, probe(each, was, is));
  const missing = new Set<string>();
  const program = virtualProgram(files, options, (name) => {
    const found = ts.resolveModuleName(name, join(rooms, 'toolkit/any.ts'), options, ts.sys);
    if (!found.resolvedModule) missing.add(name);
    return found;
  });
  const isKnown = (path: string) =>
    ts.preProcessFile(files.get(path) ?? '').importedFiles.every(({ fileName }) => !missing.has(fileName));
  return changed.map(([, old, now], index) => {
    const declaring = [...[...old.files].map((path) => `was/${path}`), ...[...now.files].map((path) => `is/${path}`)];
    if (!declaring.every(isKnown)) return false;
    if (hasGrown(old, now)) return true;
    if (old.own > 1 || now.own > 1) return false;
    return program.getSemanticDiagnostics(program.getSourceFile(`/probe-${index}.ts`)).length === 0;
  });
}

/** Whether all that changed is that a union has further members, or a function further overloads. */
function hasGrown(was: Export, is: Export): boolean {
  const now = new Set([...is.declarations, ...(is.union ?? [])]);
  const old = was.union && is.union ? [...was.union, ...was.declarations.slice(1)] : was.declarations;
  return old.every((text) => now.has(text));
}

/** A module that compiles when the present types fit. */
function probe([subpath, was, is]: Changed, ...apis: [Api, Api]): string {
  const [old, now] = apis.map(({ exports }) => exports[subpath]?.replace(/d\.ts$/, 'js'));
  const names = Array.from({ length: was.parameters }, (_, index) => `T${index}`).join(', ');
  const list = names && `<${names}>`;
  const type = (from: string, { name }: Export) => `${from}.${name}${list}`;
  return [
    `import type * as was from './was/${old}';`,
    `import type * as is from './is/${now}';`,
    'type Arguments<F> = F extends (...given: infer A) => unknown ? A : [];',
    ...(was.isValue
      ? [
          `export const value: typeof was.${was.name} = null! as typeof is.${is.name};`,
          `export const given: Arguments<typeof is.${is.name}> = null! as Arguments<typeof was.${was.name}>;`,
        ]
      : []),
    was.isType
      ? `export function type${list}(a: ${type('was', was)}, b: ${type('is', is)}): [${type('is', is)}, ${type('was', was)}] { return [a, b]; }`
      : '',
  ].join('\n');
}

function inFolder(folder: string, { declarations }: Api): [path: string, text: string][] {
  return [...declarations].map(([path, text]) => [`${folder}/${path}`, withoutMethods(path, text)]);
}

const printer = ts.createPrinter();

/** Writes methods as properties, since TypeScript takes a method whose parameters became narrower for the former one. */
function withoutMethods(path: string, text: string): string {
  const { factory } = ts;
  const visit = (node: ts.Node): ts.Node => {
    const isMethod = ts.isMethodSignature(node) || ts.isMethodDeclaration(node);
    if (!isMethod || isOverloaded(node)) return ts.visitEachChild(node, visit, undefined);
    const type = factory.createFunctionTypeNode(
      node.typeParameters,
      node.parameters,
      node.type ?? factory.createKeywordTypeNode(ts.SyntaxKind.AnyKeyword),
    );
    return ts.isMethodSignature(node)
      ? factory.createPropertySignature(node.modifiers, node.name, node.questionToken, type)
      : factory.createPropertyDeclaration(node.modifiers, node.name, node.questionToken, type, undefined);
  };
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  return printer.printFile(ts.visitEachChild(source, visit, undefined));
}

function isOverloaded(node: ts.MethodSignature | ts.MethodDeclaration): boolean {
  const { parent } = node;
  const members: readonly ts.Node[] = 'members' in parent ? parent.members : [];
  const name = node.name.getText();
  const isSame = (each: ts.Node) =>
    (ts.isMethodSignature(each) || ts.isMethodDeclaration(each)) && each.name.getText() === name;
  return members.filter(isSame).length > 1;
}
