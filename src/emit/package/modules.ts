import type { Catalog, ProblemType } from '#catalog/catalog.ts';
import { causesData } from '#catalog/causes.ts';
import { formerUris } from '#catalog/former.ts';
import { blankType } from '#catalog/names.ts';
import type { Files } from '../files.ts';
import { jsdoc } from './jsdoc.ts';
import { validatorFiles } from './validators/modules.ts';

/** The problem types that have modules. The constructor of the others is `aboutBlank`, and their status tells them apart. */
export function withModules(catalog: Catalog): Catalog {
  return { ...catalog, problems: catalog.problems.filter(({ typeUri }) => typeUri !== blankType) };
}

/** Catalog -> modules of the package: a lean one for each problem type, its validator, and the lists of all. */
export function moduleFiles(whole: Catalog): Files {
  const catalog = withModules(whole);
  const { problems } = catalog;
  const files = new Map<string, string>();
  files.set('common.ts', commonModule(catalog));
  files.set('index.ts', indexModule(problems));
  files.set('headers.ts', headersModule(problems));
  files.set('former-types.ts', formerModule(catalog));
  files.set('problem-types.ts', typesModule(problems));
  files.set('causes.ts', causesModule(problems));
  files.set('titles.ts', titlesModule(catalog));
  for (const problem of problems) files.set(`${problem.name}.ts`, problemModule(catalog, problem));
  for (const [path, text] of validatorFiles(catalog)) files.set(path, text);
  return files;
}

function commonModule({ common }: Catalog): string {
  const none = '/** This catalog has no common members. */\nexport interface CommonMembers {}';
  return `${[common.declarations, ...(common.types.includes('CommonMembers') ? [] : [none])].join('\n\n').trim()}\n`;
}

/** The constructor of a problem type and its interface. */
export function problemModule(catalog: Catalog, problem: ProblemType): string {
  const { entry, exportName, interfaceName, pageUri, typeUri } = problem;
  const retired = entry.retired;
  const successor = retired?.use
    ? ` Use ${catalog.problems.find(({ name }) => name === retired.use)?.exportName} instead.`
    : '';
  const deprecated = retired ? [`@deprecated Retired in ${retired.in}: ${retired.because}${successor}`] : [];
  const doc = [
    `${entry.title} (${problem.statuses.join(', ') || 'any status'}): ${entry.summary}`,
    '',
    `@see {@link ${pageUri}}`,
    ...deprecated,
  ];
  const facts = {
    slug: problem.name,
    type: typeUri,
    title: entry.title,
    status: problem.statuses.length === 1 ? problem.statuses[0] : problem.statuses,
    headers: filled(entry.headers),
    fill: filled(catalog.facts.fill),
  };
  const { type, title, slug, headers, fill } = facts;
  const given = [type, title, problem.statuses, slug, headers, fill].map(
    (value) => JSON.stringify(value) ?? 'undefined',
  );
  while (given.at(-1) === 'undefined') given.pop();
  const borrowed = problem.borrowed.map(({ name, from }) => `\nimport type { ${name} } from '${from}';`);
  const members = `${interfaceName} & CommonMembers`;
  const causes = problem.causes.map(({ name }) => `'${name}'`).join(' | ');
  // A type that is written out spares the compiler to infer one, which takes longer with every type of the catalog.
  return `import { problemType } from '../problem/constructor.ts';
import type { ProblemType } from '../problem/type.ts';
import type { ${[...new Set(['CommonMembers', ...problem.imports])].join(', ')} } from './common.ts';${borrowed.join('')}

${deprecatedInterface(linked(problem.declarations, interfaceName, pageUri), interfaceName, deprecated)}

${jsdoc(doc)}
export const ${exportName}: ProblemType<${members}, ${typeOf(facts)}, ${causes}> = /* @__PURE__ */ problemType(
${given.map((value) => `  ${value},`).join('\n')}
);
`;
}

function indexModule(problems: readonly ProblemType[]): string {
  const lines = problems.map(({ name, exportName, types }) => {
    const names = [exportName, ...types.map((type) => `type ${type}`)];
    return `export { ${names.join(', ')} } from './${name}.ts';`;
  });
  const imports = problems.map(({ name, exportName }) => `import type { ${exportName} } from './${name}.ts';`);
  const union = problems.map(({ exportName }) => `  | Occurrence<typeof ${exportName}>`).join('\n');
  return `import type { Occurrence } from '../problem/type.ts';
${imports.join('\n')}

export type * from './common.ts';
${lines.join('\n')}

/** An occurrence of any problem type of the catalog. */
export type CatalogProblem =
${union};
`;
}

/** Apart from the constructors, so that a problem which was read and is sent on has its fields in every bundle. */
function headersModule(problems: readonly ProblemType[]): string {
  const facts = problems.flatMap(({ typeUri, entry, statuses }) =>
    filled(entry.headers) ? [[typeUri, { headers: entry.headers, statuses }]] : [],
  );
  return `import type { DefinedType } from '../problem/registry.ts';

/** The header fields that types of the catalog ask for, by type URI. */
export const catalogHeaders: Readonly<Record<string, Omit<DefinedType, 'type'>>> = ${JSON.stringify(Object.fromEntries(facts), null, 2)};
`;
}

function typesModule(problems: readonly ProblemType[]): string {
  const imports = problems.map(({ name, exportName }) => `import { ${exportName} } from './${name}.ts';`);
  return `${imports.join('\n')}

/** All problem types of the catalog, by name. */
export const problemTypes: readonly [
${problems.map(({ exportName }) => `  typeof ${exportName},`).join('\n')}
] = [
${problems.map(({ exportName }) => `  ${exportName},`).join('\n')}
];
`;
}

/** Apart from the constructors too: a problem is read under its present type though no code names that type. */
function formerModule(catalog: Catalog): string {
  const present = catalog.problems.filter(({ entry }) => entry.retired?.use === undefined);
  const facts = present.flatMap((problem) => formerUris(catalog, problem).map((uri) => [uri, problem.typeUri]));
  return `/** Former type URIs, and the present one of each. */
export const formerTypes: ReadonlyMap<string, string> = /* @__PURE__ */ new Map(${JSON.stringify(facts, null, 2)});
`;
}

/** Titles by language, for types that have more than one. */
function titlesModule({ facts, problems }: Catalog): string {
  const titles = problems.flatMap(({ typeUri, entry }) =>
    filled(entry.titles) ? [[typeUri, { [facts.language ?? 'en']: entry.title, ...entry.titles }]] : [],
  );
  return `/** Titles of problem types by type URI and language, those of the catalog's own language first. */
export const titlesByType: Readonly<Record<string, Readonly<Record<string, string>>>> = ${JSON.stringify(Object.fromEntries(titles), null, 2)};
`;
}

/** As text that is parsed once: faster to load and to compile than a literal of this size. */
function causesModule(problems: readonly ProblemType[]): string {
  const data = Object.fromEntries(problems.map((problem) => [problem.typeUri, causesData(problem)]));
  return `import type { CausesOfType } from '../causes/cause.ts';

/** What is known of the causes of each problem type, by type URI. */
export const causesByType: Readonly<Record<string, CausesOfType>> = JSON.parse(${JSON.stringify(JSON.stringify(data))});
`;
}

/** Adds the page to the JSDoc of the interface and of each member, so that every hover leads there. */
function linked(declarations: string, interfaceName: string, pageUri: string): string {
  const start = declarations.indexOf(`interface ${interfaceName}`);
  const [before, after] = [declarations.slice(0, start), declarations.slice(start)];
  const [code = '', ...documented] = after.split('/**');
  const withLinks = documented.map((part, index) => {
    const indent = /(?:^|\n)( *)$/.exec(index === 0 ? code : (documented[index - 1] ?? ''))?.[1] ?? '';
    const end = part.indexOf('*/');
    const text = part.slice(0, end).trimEnd();
    const lines = text.includes('\n') ? text : `\n${indent} *${text.replace(/^\s?/, ' ')}`;
    return `/**${lines}\n${indent} * @see {@link ${pageUri}#members}\n${indent} ${part.slice(end)}`;
  });
  return [before + code, ...withLinks].join('');
}

/** Marks the interface of a retired type, so that editors strike its name through. */
function deprecatedInterface(declarations: string, name: string, deprecated: readonly string[]): string {
  const [line] = deprecated;
  if (line === undefined) return declarations;
  const start = `\n${declarations}`.indexOf(`\nexport interface ${name} `);
  const before = declarations.slice(0, start);
  const doc = /\*\/\s*$/.exec(before);
  return doc
    ? `${before.slice(0, doc.index)}* ${line.replaceAll('*/', '*\\/')}\n */\n${declarations.slice(start)}`
    : `${before}${jsdoc([line])}\n${declarations.slice(start)}`;
}

function filled(record: Readonly<Record<string, string>> | undefined): Readonly<Record<string, string>> | undefined {
  return record && Object.keys(record).length > 0 ? record : undefined;
}

function fieldsOf(record: object, text: (name: string, value: unknown) => string): string[] {
  return Object.entries(record).flatMap(([name, value]) => (value === undefined ? [] : [text(name, value)]));
}

/** The type of a value as `const` infers it. */
function typeOf(value: unknown): string {
  if (Array.isArray(value)) return `readonly [${value.map(typeOf).join(', ')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const name = (key: string) => (/^[a-z]\w*$/i.test(key) ? key : JSON.stringify(key));
  return `{ ${fieldsOf(value, (key, inner) => `readonly ${name(key)}: ${typeOf(inner)}`).join('; ')} }`;
}
