import { basename } from 'node:path';
import ts from 'typescript';
import * as tjs from 'typescript-json-schema';
import { programOf, slashed } from './compiler.ts';
import type { Finding } from './finding.ts';
import { lostTags, spread, tagFaults, unknownTags } from './member-tags.ts';
import { templatePattern, unsupported } from './members-support.ts';

/** TypeScript interfaces of extension members -> JSON Schema, and their own text for the published types. */

/** A JSON Schema, draft 2020-12. */
export interface Schema {
  readonly [keyword: string]: unknown;
}

/** One extension member, for tables and hovers. */
export interface Member {
  readonly name: string;
  readonly required: boolean;
  /** Its type as written: `number | NumberText`. */
  readonly type: string;
  /** Its JSDoc, Markdown on one line. */
  readonly description: string;
  readonly schema: Schema;
}

export interface Interface {
  readonly members: readonly Member[];
  /** The declarations to publish: the interface and the helper types of its file, with JSDoc. */
  readonly declarations: string;
  /** Names of the declared types. */
  readonly types: readonly string[];
  /** Helper types of the file, which the package exports too. */
  readonly helpers: readonly Helper[];
  /** Helper types of `index.ts` that the declarations name. */
  readonly imports: readonly string[];
  /** Types of other entries that they name, with the module: `./session-invalid.ts`. */
  readonly borrowed: readonly { readonly name: string; readonly from: string }[];
}

/** A type that entries are written with. */
export interface Helper {
  readonly name: string;
  /** What its values are; its own text where JSON Schema cannot say it. */
  readonly schema: Schema;
}

/** What is known of one file. */
export interface Reading {
  readonly found: Interface;
  readonly findings: readonly Finding[];
}

/** The name that the interface of a file must have, and whether it can be absent. */
export interface Wanted {
  readonly name: string;
  readonly optional: boolean;
}

/**
 * Reads the interfaces of files of one catalog.
 * @param files path of each file
 * @param label path as shown in findings
 */
export function readMembers(
  folder: string,
  files: ReadonlyMap<string, Wanted>,
  label: (file: string) => string,
): Map<string, Reading> {
  const program = programOf(folder, [...files.keys()], 'catalog');
  const own = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(slashed(folder)));
  // The generator looks at every declaration of the files that it is given.
  const ownOnly = { ...program, getSourceFiles: () => own };
  const generator = tjs.buildGenerator(ownOnly as unknown as tjs.Program, {
    ref: false,
    required: true,
    strictNullChecks: true,
    uniqueNames: true,
    ignoreErrors: true,
  });
  const readings = new Map<string, Reading>();
  for (const [file, wanted] of files) {
    const findings: Finding[] = [];
    const reader = { program, generator, checker: program.getTypeChecker(), findings };
    const found = readInterface(reader, file, wanted.name, label(file), wanted);
    readings.set(file, { found, findings });
  }
  return readings;
}

interface Reader {
  readonly program: ts.Program;
  readonly checker: ts.TypeChecker;
  readonly generator: tjs.JsonSchemaGenerator | null;
  readonly findings: Finding[];
}

function readInterface(
  { program, checker, generator, findings }: Reader,
  file: string,
  name: string,
  label: string,
  { optional }: { optional: boolean },
): Interface {
  const report = (fact: string, fix: string) => findings.push({ file: label, fact, fix });
  const source = program.getSourceFile(file);
  const nothing: Interface = { members: [], declarations: '', types: [], helpers: [], imports: [], borrowed: [] };
  if (!source) return nothing;
  const helpers = source.statements.filter(
    (node) => ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node),
  ) as (ts.InterfaceDeclaration | ts.TypeAliasDeclaration)[];
  const imports = typeImports(source, helpers, report);
  const said = (faults: readonly { path: string; fact: string; fix: string }[]) => {
    for (const { path, fact, fix } of faults) report(`${path} ${fact}`, fix);
    return faults.length > 0;
  };
  said(lostTags(helpers, checker));
  for (const helper of helpers) {
    said(unknownTags(checker.getSymbolAtLocation(helper.name) as ts.Symbol, `type ${helper.name.text}`));
    if (helper.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword)) continue;
    report(`type ${helper.name.text} is not exported`, 'Export it: it is published together with the problem type.');
  }
  const declarations = helpers.map((node) => textOf(node, source)).join('\n\n');
  const schemaOf = (type: string): Schema | undefined => {
    const symbol = generator
      ?.getSymbols(type)
      .find((ref) => ref.symbol.declarations?.[0]?.getSourceFile().fileName === source.fileName);
    return symbol && (modern(generator?.getSchemaForSymbol(symbol.name, false)) as Schema);
  };
  const bare: Interface = {
    members: [],
    declarations,
    types: helpers.map((node) => node.name.text),
    helpers: helpers.filter((node) => node.name.text !== name).map((node) => helperOf(node, schemaOf)),
    ...imports,
  };
  const [declaration, again] = helpers.filter((node) => node.name.text === name);
  if (!declaration) {
    if (!optional) {
      report(
        `interface ${name} is missing`,
        `Export an interface ${name} that lists the extension members; it may be empty.`,
      );
    }
    return bare;
  }
  if (!ts.isInterfaceDeclaration(declaration)) {
    report(`${name} must be an interface`, `Write "export interface ${name} { … }".`);
    return bare;
  }

  if (again) {
    report(`interface ${name} is declared twice`, 'Write all members in one.');
    return bare;
  }

  const type = checker.getTypeAtLocation(declaration);
  const isSupported = !said(unsupported(type, declaration, checker));
  let schema: Schema | undefined;
  try {
    schema = isSupported ? schemaOf(name) : undefined;
  } catch (error) {
    report(
      `interface ${name} cannot be said in JSON Schema: ${(error as Error).message.replace(/\.?(\n.*)?$/s, '')}`,
      'Use simpler types.',
    );
  }
  const required = new Set((schema?.required as string[] | undefined) ?? []);
  // Members with a fault are there all the same, for what names them.
  const properties = new Map(Object.entries((schema?.properties ?? {}) as Record<string, Schema>));
  said([...properties].flatMap(([own, part]) => tagFaults(part, `member ${own}`)));
  const members = checker.getPropertiesOfType(type).map((property): Member => {
    const written = property.valueDeclaration as ts.PropertySignature | undefined;
    const description = ts.displayPartsToString(property.getDocumentationComment(checker));
    if (description === '') {
      findings.push({
        file: label,
        fact: `member ${property.name} has no JSDoc`,
        fix: 'Say what its value means, then when it is absent.',
        level: 'unfinished',
      });
    }
    return {
      name: property.name,
      required: required.has(property.name),
      type: (written?.type?.getText() ?? 'unknown').replace(/\s+/g, ' '),
      description: description.replace(/\s+/g, ' '),
      schema: properties.get(property.name) ?? {},
    };
  });
  return { ...bare, members };
}

function helperOf(
  node: ts.InterfaceDeclaration | ts.TypeAliasDeclaration,
  schemaOf: (type: string) => Schema | undefined,
): Helper {
  const name = node.name.text;
  const text = { $comment: node.getText().replace(/\s+/g, ' ') };
  if (node.typeParameters) return { name, schema: text };
  try {
    return { name, schema: schemaOf(name) ?? text };
  } catch {
    return { name, schema: text };
  }
}

/**
 * Names imported as types from `./index.ts` and from other entries, which the package has. Any value is a finding, and any
 * other type that a published declaration is made of.
 */
function typeImports(
  source: ts.SourceFile,
  declarations: readonly ts.Node[],
  report: (fact: string, fix: string) => void,
): Pick<Interface, 'borrowed' | 'imports'> {
  const names: string[] = [];
  const borrowed: { name: string; from: string }[] = [];
  const isIndex = basename(source.fileName) === 'index.ts';
  const used = namesIn(declarations);
  const foreign = (type: string, from: string) =>
    report(
      `it is made of the type ${type} from ${from}, which the package does not have`,
      isIndex ? 'Declare it in this file.' : 'Declare it in this file, or in index.ts and import it from there.',
    );
  for (const node of source.statements) {
    const isOther = ts.isClassDeclaration(node) || ts.isEnumDeclaration(node) || ts.isModuleDeclaration(node);
    if (isOther && node.name && used.has(node.name.text))
      report(`it is made of ${node.name.text}, which is not published`, 'Declare it as an interface or a type.');
    if (!ts.isImportDeclaration(node)) continue;
    const from = (node.moduleSpecifier as ts.StringLiteral).text;
    const clause = node.importClause;
    const bindings = clause?.namedBindings;
    const elements = bindings && ts.isNamedImports(bindings) ? bindings.elements : [];
    const typeOnly = clause?.isTypeOnly || (elements.length > 0 && elements.every((element) => element.isTypeOnly));
    if (!typeOnly && !isIndex)
      report(`it imports a value from ${from}`, 'An entry is data: import types only, with "import type".');
    const others = [clause?.name, bindings && ts.isNamespaceImport(bindings) ? bindings.name : undefined];
    for (const name of others) if (name && used.has(name.text)) foreign(name.text, from);
    for (const { name, propertyName } of elements) {
      const isEntry = /^\.\/[a-z][a-z0-9-]*\.ts$/.test(from);
      if (!used.has(name.text) && from !== './index.ts') continue;
      if (!isEntry || isIndex) foreign(name.text, from);
      else if (propertyName && propertyName.text !== name.text)
        report(`it imports ${propertyName.text} from ${from} as ${name.text}`, 'Import it under its own name.');
      else if (from === './index.ts') names.push(name.text);
      else borrowed.push({ name: name.text, from });
    }
  }
  for (const from of used.values()) if (from !== undefined) foreign('that is imported in place', from);
  return { imports: names, borrowed };
}

/** Names of the types that declarations are made of; of a type that is imported in place, the module. */
function namesIn(declarations: readonly ts.Node[]): Map<string, string | undefined> {
  const names = new Map<string, string | undefined>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) names.set(node.text, undefined);
    if (ts.isImportTypeNode(node)) names.set(node.getText(), node.argument.getText());
    ts.forEachChild(node, visit);
  };
  for (const declaration of declarations) visit(declaration);
  return names;
}

function textOf(node: ts.Node, source: ts.SourceFile): string {
  const doc = ts.getJSDocCommentsAndTags(node)[0];
  return source.text.slice(doc ? doc.getStart(source) : node.getStart(source), node.end);
}

/** Draft 7, as typescript-json-schema writes it, to 2020-12; unions of plain types become one `type` list. */
function modern(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(modern);
  if (value === null || typeof value !== 'object') return value;
  const result: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    if (key === '$schema') continue;
    if (key === 'description') result[key] = String(inner).replace(/\s+/g, ' ');
    else if (key === 'items' && Array.isArray(inner)) {
      result.prefixItems = inner.map(modern);
      result.items = 'additionalItems' in value ? modern((value as Schema).additionalItems) : false;
    } else if (key === 'additionalItems') continue;
    else if (key === 'pattern')
      // The generator writes the pattern of a template behind its type, and that of a tag before it.
      result[key] = 'type' in result ? templatePattern(String(inner)) : inner;
    else if (['default', 'examples'].includes(key)) result[key] = inner;
    else if (key === 'properties')
      // Members can be named like keywords.
      result[key] = Object.fromEntries(Object.entries(inner as Schema).map(([name, own]) => [name, modern(own)]));
    else result[key] = modern(inner);
  }
  return merged(result);
}

/** `anyOf` of a number and a number as text is one schema: its errors are one sentence. */
function merged(schema: Record<string, unknown>): Record<string, unknown> {
  const parts = schema.anyOf as Schema[] | undefined;
  if (!parts?.every(({ type }) => typeof type === 'string')) return spread(schema);
  const types = parts.map(({ type }) => type as string);
  const isOne = parts.every((part) =>
    part.type === 'string' ? !('const' in part || 'enum' in part) : Object.keys(part).length === 1,
  );
  if (!isOne || new Set(types).size !== types.length) return spread(schema);
  const { anyOf: _, ...rest } = schema;
  const { description: __, ...text } = parts.find(({ type }) => type === 'string') ?? {};
  return { ...rest, ...text, type: types.sort() };
}
