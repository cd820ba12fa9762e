import type { Catalog, ProblemType } from '#catalog/catalog.ts';
import type { Schema } from '#catalog/members.ts';
import { standaloneModule, stripAnnotations } from '#catalog/validator.ts';
import type { Files } from '../../files.ts';
import { jsdoc } from '../jsdoc.ts';
import { conjunction, Declarations, helpers, memberCode, rowsCode } from './code.ts';
import { type Members, stepsOf } from './steps.ts';

/** What is known of the members of a problem type but for `type`, in the order of the schema. */
interface Table {
  readonly members: Members;
  readonly required: readonly string[];
}

/** Members of every type, standard and common, apart from `type`. */
const commonOf = ({ common }: Catalog) => 4 + common.members.length;

/**
 * Catalog -> the modules of its validators. Each validator has a function that says whether a value fits, and a table that
 * is read only where it does not. A type with a schema that the table cannot express has the code that ajv writes.
 */
export function validatorFiles(catalog: Catalog): Files {
  const { files, parts } = validatorsOf(catalog);
  return new Map([...files, ['validators.ts', listModule(parts)]]);
}

/** Catalog -> the same with a module for each validator, `session-invalid.validator.ts`, which exports it as default. */
export function singleFiles(catalog: Catalog): Files {
  const { files, parts } = validatorsOf(catalog);
  const modules = parts.map((part): [string, string] => {
    const text = `${importsOf([part])}\n\n${part.declarations}export default ${part.made};\n`;
    return [`${part.problem.name}.validator.ts`, text];
  });
  return new Map([...files, ...modules]);
}

/** What one validator is made of. */
interface Part {
  readonly problem: ProblemType;
  /** The constructor in the module of the validator: no name of a type or a member has an underscore at its end. */
  readonly type: string;
  readonly imports: readonly string[];
  /** Names that come from the module of what is shared. */
  readonly shared: readonly string[];
  readonly declarations: string;
  /** Expression that makes the validator. */
  readonly made: string;
}

/** The parts of the validators, and the modules that they import. */
function validatorsOf(catalog: Catalog): { files: Map<string, string>; parts: readonly Part[] } {
  const { problems } = catalog;
  const files = new Map<string, string>();
  const tables = problems.map(({ schema }) => tableOf(schema));
  const known = tables.filter((table) => table !== undefined);
  const shared = sharedModule(known, commonOf(catalog));
  files.set('validators/shared.ts', shared.text);
  const parts = problems.map((problem, at) => {
    const table = tables[at];
    const type = shared.names.has(problem.exportName) ? `${problem.exportName}_` : problem.exportName;
    if (table) return tablePart(problem, type, table, commonOf(catalog), shared.declarations);
    files.set(`validators/${problem.name}.js`, standaloneModule(problem.schema));
    files.set(`validators/${problem.name}.d.ts`, standaloneTypes);
    return checkPart(problem, type);
  });
  return { files, parts };
}

/** `undefined` where a member has a keyword that the table does not know. */
export function tableOf(schema: Schema): Table | undefined {
  const { type: _, ...properties } = stripAnnotations(schema).properties as Record<string, Schema>;
  const members = Object.entries(properties).map(([name, member]) => [name, stepsOf(member)] as const);
  const isKnown = members.every((member): member is Members[number] => member[1] !== undefined);
  if (!isKnown) return undefined;
  return { members, required: (schema.required as readonly string[]).filter((name) => name !== 'type') };
}

/** What several types use, and what judges the members that all have. */
function sharedModule(tables: readonly Table[], commonCount: number) {
  const declarations = new Declarations();
  const common = tables[0]?.members.slice(0, commonCount) ?? [];
  const users = new Map<string, number>();
  for (const [, steps] of tables.flatMap(({ members }) => members)) {
    const key = JSON.stringify(steps);
    users.set(key, (users.get(key) ?? 0) + 1);
  }
  for (const [name, steps] of [...common, ...tables.flatMap(({ members }) => members)]) {
    if (steps.length > 0 && (users.get(JSON.stringify(steps)) ?? 0) > 1) declarations.row(steps, name);
  }
  const fits = fitsCode({ members: common, required: [] }, declarations);
  const rest = `/** What all problem types have in common. */
export const common: Rows = ${rowsCode(common, declarations)};

/** Whether a value fits a problem type that has nothing else. */
export const fitsCommon = ${fits};`;
  const text = `${declarations.text()}\n${rest}`;
  const imports = importLine('../../validate/rows.ts', [...called(text, helpers), ...rowType(text), 'type Rows']);
  const names = new Set([...runtimeNames, ...declarations.names.values(), 'common', 'fitsCommon']);
  return { declarations, names, text: `${imports}\n\n${text.trim()}\n` };
}

function tablePart(
  problem: ProblemType,
  type: string,
  { members, required }: Table,
  commonCount: number,
  shared: Declarations,
): Part {
  const imports = [importType(problem, type)];
  if (members.length === commonCount && required.length === 0) {
    const made = `tableValidator(${type}, fitsCommon, common, {})`;
    return { problem, type, imports, shared: ['common', 'fitsCommon'], declarations: '', made };
  }
  const own = new Declarations(shared, `_${problem.exportName}`);
  const rows = rowsCode(members.slice(commonCount), own);
  const names = required.length > 0 ? `, ${JSON.stringify(required)}` : '';
  const made = `tableValidator(${type}, ${fitsCode({ members, required }, own)}, common, ${rows}${names})`;
  const declarations = own.text(made);
  return { problem, type, imports, shared: ['common', ...own.importsOf(declarations + made)], declarations, made };
}

function checkPart(problem: ProblemType, type: string): Part {
  const { name, exportName } = problem;
  const check = `${exportName}_check`;
  const imports = [importType(problem, type), importLine(`./validators/${name}.js`, [`validate as ${check}`])];
  return { problem, type, imports, shared: [], declarations: '', made: `problemValidator(${type}, ${check})` };
}

function importType({ name, exportName }: ProblemType, type: string): string {
  return importLine(`./${name}.ts`, [type === exportName ? type : `${exportName} as ${type}`]);
}

/** A function that says whether a value fits a type. */
function fitsCode({ members, required }: Table, declarations: Declarations): string {
  const all = conjunction([
    'isObject(value)',
    'value.type === type',
    ...members.flatMap(([name, steps]) =>
      steps.length > 0 ? [`${declarations.fits(steps, name)}(${memberCode(name)})`] : [],
    ),
    ...required.map((name) => `${memberCode(name)} !== undefined`),
  ]);
  return `(value: any, type: string): boolean => ${all}`;
}

/** What modules of validators import from the runtime. */
const runtime: readonly (readonly [module: string, names: readonly string[]])[] = [
  ['../validate/table.ts', ['tableValidator']],
  ['../validate/validate.ts', ['problemValidator']],
  ['../validate/rows.ts', helpers],
];

const runtimeNames = runtime.flatMap(([, names]) => names);

function importsOf(parts: readonly Part[]): string {
  const text = parts.map(({ declarations, made }) => declarations + made).join('\n');
  const lines = [
    ...runtime.map(([module, names]) => importLine(module, called(text, names))),
    importLine('../validate/rows.ts', rowType(text)),
    importLine('./validators/shared.ts', [...new Set(parts.flatMap(({ shared }) => shared))]),
    ...parts.flatMap(({ imports }) => imports),
  ];
  return lines.filter(Boolean).join('\n');
}

function importLine(module: string, names: readonly string[]): string {
  return names.length > 0 ? `import { ${names.join(', ')} } from '${module}';` : '';
}

const rowType = (code: string) => (code.includes(': Row =') ? ['type Row'] : []);

/** Those functions of a list that code calls. */
function called(code: string, names: readonly string[]): string[] {
  const all = new Set(code.split('(').map((part) => part.split(/[^\w$]/).at(-1)));
  return names.filter((name) => all.has(name));
}

const standaloneTypes = `import type { RawValidator } from '../../validate/validate.js';
export declare const validate: RawValidator;
`;

function listModule(parts: readonly Part[]): string {
  const exports = parts.map(({ problem, type, declarations, made }) => {
    const { validatorName, entry, pageUri } = problem;
    const doc = jsdoc([
      `Whether a value is an occurrence of "${entry.title}".`,
      '',
      `@see {@link ${pageUri}}`,
      ...(entry.retired ? [`@deprecated Retired in ${entry.retired.in}: ${entry.retired.because}`] : []),
    ]);
    return `${declarations && `${declarations}\n`}${doc}\nexport const ${validatorName}: ProblemValidator<typeof ${type}> = /* @__PURE__ */ ${made};`;
  });
  const names = parts.map(({ problem }) => problem.validatorName);
  return `import type { ProblemValidator } from '../validate/validate.ts';
${importsOf(parts)}

${exports.join('\n\n')}

/** The validators of all problem types of the catalog. */
export const validators: readonly [
${names.map((name) => `  typeof ${name},`).join('\n')}
] = [
${names.map((name) => `  ${name},`).join('\n')}
];
`;
}
