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
 * Catalog -> the modules of its validators. Each has a function that says whether a value fits, and a table that is read
 * only where it does not. A type with a schema that the table cannot express has the code that ajv writes.
 */
export function validatorFiles(catalog: Catalog): Files {
  const { problems } = catalog;
  const files = new Map<string, string>();
  const tables = new Map<ProblemType, Table>();
  for (const problem of problems) {
    const table = tableOf(problem.schema);
    if (table) tables.set(problem, table);
  }
  const shared = sharedModule([...tables.values()], commonOf(catalog));
  files.set('validators/shared.ts', shared.text);
  for (const problem of problems) {
    const table = tables.get(problem);
    if (!table) {
      files.set(`validators/${problem.name}.js`, standaloneModule(problem.schema));
      files.set(`validators/${problem.name}.d.ts`, standaloneTypes);
    } else if (hasOwn(table, commonOf(catalog))) {
      files.set(`validators/${problem.name}.ts`, tableModule(table, commonOf(catalog), shared.declarations));
    }
  }
  files.set('validators.ts', listModule(catalog, tables));
  return files;
}

/** `undefined` where a member has a keyword that the table does not know. */
export function tableOf(schema: Schema): Table | undefined {
  const { type: _, ...properties } = stripAnnotations(schema).properties as Record<string, Schema>;
  const members = Object.entries(properties).map(([name, member]) => [name, stepsOf(member)] as const);
  const isKnown = members.every((member): member is Members[number] => member[1] !== undefined);
  if (!isKnown) return undefined;
  return { members, required: (schema.required as readonly string[]).filter((name) => name !== 'type') };
}

/** Whether a type asks for more than all types do. One that does not has no module of its own. */
function hasOwn({ members, required }: Table, commonCount: number): boolean {
  return members.length > commonCount || required.length > 0;
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
  return { declarations, text: module(`${declarations.text()}\n${rest}`, []) };
}

function tableModule(table: Table, commonCount: number, shared: Declarations): string {
  const declarations = new Declarations(shared);
  const fits = fitsCode(table, declarations);
  const rows = rowsCode(table.members.slice(commonCount), declarations);
  const rest = `export const fits = ${fits};

export const rows: Rows = ${rows};`;
  const text = `${declarations.text(rest)}\n${rest}`;
  return module(text, declarations.importsOf(text));
}

/** A function that says whether a value fits a type. */
function fitsCode({ members, required }: Table, declarations: Declarations): string {
  const all = conjunction([
    'isObject(value)',
    'value.type === type',
    ...required.map((name) => `${memberCode(name)} !== undefined`),
    ...members.flatMap(([name, steps]) =>
      steps.length > 0 ? [`${declarations.fits(steps, name)}(${memberCode(name)})`] : [],
    ),
  ]);
  return `(value: any, type: string): boolean => ${all}`;
}

function module(text: string, shared: readonly string[]): string {
  const called = new Set(text.split('(').map((part) => part.split(/[^\w$]/).at(-1)));
  const used = helpers.filter((name) => called.has(name));
  const lines = [
    `import { ${[...used, ...(text.includes(': Row =') ? ['type Row'] : []), 'type Rows'].join(', ')} } from '../../validate/rows.ts';`,
    ...(shared.length > 0 ? [`import { ${shared.join(', ')} } from './shared.ts';`] : []),
  ];
  return `${lines.join('\n')}\n\n${text.trim()}\n`;
}

const standaloneTypes = `import type { RawValidator } from '../../validate/validate.js';
export declare const validate: RawValidator;
`;

function listModule(catalog: Catalog, tables: ReadonlyMap<ProblemType, Table>): string {
  const { problems } = catalog;
  const parts = problems.map((problem) => partOf(problem, tables.get(problem), commonOf(catalog)));
  const exports = problems.map((problem, at) => {
    const { exportName, validatorName, entry, pageUri } = problem;
    const doc = jsdoc([
      `Whether a value is an occurrence of "${entry.title}".`,
      '',
      `@see {@link ${pageUri}}`,
      ...(entry.retired ? [`@deprecated Retired in ${entry.retired.in}: ${entry.retired.because}`] : []),
    ]);
    const made = `/* @__PURE__ */ ${parts[at]?.made}`;
    return `${doc}\nexport const ${validatorName}: ProblemValidator<typeof ${exportName}> = ${made};`;
  });
  return `import type { ProblemValidator } from '../validate/validate.ts';
${[...new Set(parts.flatMap(({ makers }) => makers))].sort(byOrder).join('\n')}
${parts.flatMap(({ imports }) => imports).join('\n')}

${exports.join('\n\n')}

/** The validators of all problem types of the catalog. */
export const validators: readonly [
${problems.map(({ validatorName }) => `  typeof ${validatorName},`).join('\n')}
] = [
${problems.map(({ validatorName }) => `  ${validatorName},`).join('\n')}
];
`;
}

const importTable = "import { tableValidator } from '../validate/table.ts';";
const importCheck = "import { problemValidator } from '../validate/validate.ts';";
const importCommon = "import { common } from './validators/shared.ts';";
const importFits = "import { fitsCommon } from './validators/shared.ts';";
const makerOrder = [importTable, importCheck, importCommon, importFits];
const byOrder = (a: string, b: string) => makerOrder.indexOf(a) - makerOrder.indexOf(b);

/** What one validator is made of: imports that several share, its own imports, and an expression. */
function partOf({ name, exportName }: ProblemType, table: Table | undefined, commonCount: number) {
  const own = `import { ${exportName} } from './${name}.ts';`;
  if (!table) {
    const check = `import { validate as ${exportName}Check } from './validators/${name}.js';`;
    return {
      makers: [importCheck],
      imports: [own, check],
      made: `problemValidator(${exportName}, ${exportName}Check)`,
    };
  }
  if (!hasOwn(table, commonCount)) {
    const made = `tableValidator(${exportName}, fitsCommon, common, {})`;
    return { makers: [importTable, importCommon, importFits], imports: [own], made };
  }
  const rows = `import { fits as ${exportName}Fits, rows as ${exportName}Rows } from './validators/${name}.ts';`;
  const required = table.required.length > 0 ? `, ${JSON.stringify(table.required)}` : '';
  const made = `tableValidator(${exportName}, ${exportName}Fits, common, ${exportName}Rows${required})`;
  return { makers: [importTable, importCommon], imports: [own, rows], made };
}

/** Returns a module with the validator of one type as its default export. */
export function oneValidator(catalog: Catalog, problem: ProblemType): string {
  const { makers, imports, made } = partOf(problem, tableOf(problem.schema), commonOf(catalog));
  return `${[...makers, ...imports].join('\n')}\n\nexport default ${made};\n`;
}
