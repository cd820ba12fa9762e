import { isUtf8 } from 'node:buffer';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { Catalog, ProblemType } from './catalog.ts';
import { causesOf, usualStatus } from './causes.ts';
import { crossFindings } from './cross-check.ts';
import { type Entry, entrySchema } from './entry.ts';
import { entryFiles, nameOf } from './entry-files.ts';
import { type Facts, factsSchema, withDefaults } from './facts.ts';
import { openCache } from './file-cache.ts';
import { CatalogError, type Finding } from './finding.ts';
import { readHistory } from './history.ts';
import { readInterfaces } from './interfaces.ts';
import { issueText } from './issues.ts';
import { namesOf, pascalCase, sitePaths } from './names.ts';
import { readPictures } from './pictures.ts';
import { problemSchema } from './schema.ts';
import { frameLanguage, type Translation, translationOf } from './translations/index.ts';
import { ownTranslation, translationFaults, translationFix } from './translations/own.ts';
import { isOpenStatus, openText, showsDrafts, unwrittenFindings } from './unfinished.ts';

/** problems/ -> Catalog: one immutable value, or every finding at once. */

/** What can be read of a folder, and what is wrong with it. */
export interface Examined {
  /** The catalog of all entries that can be read; absent when the catalog's own facts cannot be. */
  readonly catalog?: Catalog;
  /** Every finding that keeps the catalog from being used, by file. */
  readonly findings: readonly Finding[];
}

const cache = new Map<string, { stamp: string; catalog: Catalog }>();

/**
 * Loads the catalog of a folder: `index.ts` and one entry a file.
 * @param folder path of the folder, relative to the working directory or absolute
 * @throws CatalogError with every finding
 */
export async function load(folder: string): Promise<Catalog> {
  const root = resolve(folder);
  const stamp = stampOf(root);
  const known = cache.get(root);
  if (known?.stamp === stamp) return known.catalog;
  const { catalog, findings } = await read(root, stamp);
  const isUsable = findings.every(({ level }) => level === 'unfinished' && showsDrafts());
  if (!catalog || !isUsable || catalog.problems.length === 0) throw new CatalogError(findings);
  cache.set(root, { stamp, catalog });
  return catalog;
}

/**
 * Reads as much of a folder as can be read.
 * @param folder path of the folder, relative to the working directory or absolute
 * @param isAsked whether the examples of an entry are compared with its schema, by name; all are when absent
 * @throws CatalogError when there is no such folder, or no `index.ts` in it
 */
export async function examine(folder: string, isAsked?: (name: string) => boolean): Promise<Examined> {
  return read(resolve(folder), stampOf(resolve(folder)), isAsked);
}

async function read(root: string, stamp: string, isAsked = (_name: string) => true): Promise<Examined> {
  const label = (file: string) => relative(dirname(root), file).replaceAll('\\', '/');
  const findings: Finding[] = [];
  const indexFile = indexOf(root);
  const written = await parse(indexFile, label(indexFile), factsSchema, findings, stamp);
  const facts = written && withDefaults(written);
  const files = entryFiles(root, label, findings, facts);
  const own = await readTranslation(root, label, findings, stamp);
  const entries = new Map<string, Entry>();
  for (const file of files) {
    const entry = await parse(file, label(file), entrySchema, findings, stamp);
    if (entry) entries.set(file, entry);
  }
  const wanted = new Map(files.map((file) => [file, pascalCase(nameOf(file))]));
  const { interfaces, findings: memberFindings } = await readInterfaces(indexFile, wanted, label);
  findings.push(...memberFindings);
  if (!facts) return { findings };
  const translation = own ?? translationOf(facts);
  if (files.length === 0)
    findings.push({ file: label(root), fact: 'it holds no entry', fix: 'Add a file such as out-of-stock.ts.' });

  const problems: ProblemType[] = [];
  for (const [file, entry] of entries) {
    const names = namesOf(nameOf(file), facts, entry.type);
    const members = interfaces.entries.get(file);
    if (!members) continue;
    const statuses = [entry.status ?? []].flat();
    const status = usualStatus(entry);
    // What every response has need not be repeated in each example.
    const always = (common: Facts['example'] = {}) =>
      Object.fromEntries(
        interfaces.common.members.flatMap(({ name, required }) =>
          required && name in common ? [[name, common[name]]] : [],
        ),
      );
    const whole = ({ detail, instance, ...extensions }: Entry['example'], common: Facts['example']) => ({
      type: names.typeUri,
      title: entry.title,
      status,
      detail,
      ...(instance === undefined ? {} : { instance }),
      ...always(common),
      ...extensions,
    });
    const example = whole(entry.example, facts.example);
    const schema = problemSchema({
      ...names,
      entry,
      facts,
      translation,
      example,
      members: members.members,
      common: interfaces.common.members,
    });
    problems.push({
      ...names,
      ...members,
      file: label(file),
      entry,
      statuses,
      status,
      causes: causesOf(entry, names.pageUri),
      answers: entry.answers ?? [],
      schema,
      example,
      documented: entry.documented && whole(entry.documented, facts.documented),
    });
  }
  const { pictures, findings: pictureFindings } = await readPictures(root, facts, label(indexFile));
  findings.push(...pictureFindings);
  // It brings all spaces of colors.
  if (facts.accent) findings.push(...(await import('./accent.ts')).accentFindings(facts, label(indexFile)));
  const catalog: Catalog = {
    folder: root,
    facts,
    translation,
    frameLanguage: own ? (facts.language ?? 'en') : frameLanguage(facts),
    common: interfaces.common,
    problems,
    unread: files.map(nameOf).filter((name) => !problems.some((problem) => problem.name === name)),
    history: readHistory(root, label, findings),
    site: sitePaths(facts.baseUri),
    pictures,
  };
  findings.push(...crossFindings(catalog, label(indexFile)));
  const broken = new Set(findings.map((finding) => finding.file));
  const sound = problems.filter(({ file, name }) => !broken.has(file) && isAsked(name));
  findings.push(...(await examplesOf(catalog, sound, [indexFile, ...files])));
  findings.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  return { catalog: deepFreeze(catalog), findings };
}

/** Findings about the examples of problem types; an example is compared again when its file changes. */
async function examplesOf(
  catalog: Catalog,
  problems: readonly ProblemType[],
  files: readonly string[],
): Promise<Finding[]> {
  const { known, save } = openCache<readonly Finding[]>('examples', catalog.folder, files);
  const fileOf = ({ name }: ProblemType) => join(catalog.folder, `${name}.ts`);
  const missing = problems.filter((problem) => !known.has(fileOf(problem)));
  if (missing.length > 0) {
    const { exampleFindings } = await import('./example-check.ts');
    for (const problem of missing) known.set(fileOf(problem), exampleFindings(problem, catalog.common));
    save();
  }
  return problems.flatMap((problem) => known.get(fileOf(problem)) ?? []);
}

/**
 * Loads the catalog's own facts alone, `index.ts`.
 * @throws CatalogError with every finding
 */
export async function loadFacts(folder: string): Promise<Facts> {
  const findings: Finding[] = [];
  const file = indexOf(resolve(folder));
  const facts = await parse(
    file,
    relative(dirname(resolve(folder)), file),
    factsSchema,
    findings,
    stampOf(resolve(folder)),
  );
  if (!facts) throw new CatalogError(findings);
  return withDefaults(facts);
}

/** The texts of the frame in a file of the catalog's own; undefined when it has none, or none that can be used. */
async function readTranslation(
  root: string,
  label: (file: string) => string,
  findings: Finding[],
  stamp: string,
): Promise<Translation | undefined> {
  const file = ownTranslation(root);
  if (file === undefined) return undefined;
  const given = await parse(file, label(file), z.custom<Translation>(), findings, stamp);
  const faults = given === undefined ? [] : translationFaults(given);
  findings.push(...faults.map((fact) => ({ file: label(file), fact, fix: translationFix })));
  return faults.length > 0 ? undefined : given;
}

/** Path of `index.ts`, which must be there. */
function indexOf(root: string): string {
  const refuse = (file: string, fact: string, fix: string) => {
    throw new CatalogError([{ file, fact, fix }]);
  };
  const index = join(root, 'index.ts');
  if (!existsSync(root)) refuse(basename(root), 'the folder does not exist', `Create it, or correct the path ${root}.`);
  if (!statSync(root).isDirectory())
    refuse(basename(root), 'it is not a folder', 'Name the folder that holds the entries.');
  if (!existsSync(index)) {
    refuse(
      `${basename(root)}/index.ts`,
      'the file is missing',
      'Create it, or run "problem-catalog init": it exports the catalog\'s own facts.',
    );
  }
  return index;
}

/** Node's own `import()`: Vite replaces the plain expression by its module runner, which cannot read `.ts?query`. */
const { default: nativeImport }: { default: (url: string) => Promise<{ default?: unknown }> } = await import(
  // @ts-expect-error TypeScript does not know data: modules
  'data:text/javascript,export default (url) => import(url)'
);

/** State of the catalog when a file was first imported, by path. */
const firstStamps = new Map<string, string>();

async function parse<S extends z.ZodType>(
  file: string,
  label: string,
  schema: S,
  findings: Finding[],
  stamp: string,
): Promise<z.output<S> | undefined> {
  let module: { default?: unknown };
  if (!isUtf8(readFileSync(file))) {
    findings.push({ file: label, fact: 'the file is not UTF-8', fix: 'Save it in the encoding UTF-8.' });
    return undefined;
  }
  try {
    const first = firstStamps.get(file) ?? stamp;
    firstStamps.set(file, first);
    // Node reads a file once, and again under another query. What it compiled is kept for the address without one.
    module = await nativeImport(pathToFileURL(file).href + (stamp === first ? '' : `?${stamp}`));
    // What cannot be written as JSON cannot be looked through: a getter that throws, a value that is a part of itself.
    JSON.stringify(module.default, (_key, value) => (typeof value === 'bigint' ? null : value));
  } catch (error) {
    const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    findings.push({
      file: label,
      fact: `it cannot be loaded: ${said.split('\n')[0]}`,
      fix:
        error instanceof SyntaxError
          ? 'Correct the TypeScript; "npm run check" shows the line.'
          : 'Correct what the file does when it is loaded, or what it exports.',
    });
    return undefined;
  }
  if (module.default === undefined) {
    findings.push({ file: label, fact: 'it has no default export', fix: 'Write "export default { … }".' });
    return undefined;
  }
  if (schema instanceof z.ZodObject) findings.push(...unwrittenFindings(label, module.default));
  const result = schema.safeParse(module.default, { reportInput: true });
  if (result.success) return result.data;
  // Of a list in place of a text, zod says too that it is empty.
  const ofType = new Set(
    result.error.issues.filter(({ code }) => code === 'invalid_type').map(({ path }) => path.join()),
  );
  for (const issue of result.error.issues)
    if (issue.input !== openText && (issue.code === 'invalid_type' || !ofType.has(issue.path.join())))
      findings.push({ file: label, ...issueText(issue), ...(isOpenStatus(issue) && { level: 'unfinished' }) });
  return undefined;
}

/** Changes whenever a file of the folder changes. */
function stampOf(root: string): string {
  if (!existsSync(root) || !statSync(root).isDirectory()) return '';
  let newest = 0;
  const walk = (folder: string): number => {
    let count = 0;
    for (const item of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, item.name);
      if (item.isDirectory()) count += walk(path);
      else if (/\.(ts|json|svg|png)$/.test(item.name)) {
        newest = Math.max(newest, statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0);
        count += 1;
      }
    }
    return count;
  };
  return `${walk(root)}-${newest}`;
}

function deepFreeze<T>(value: T): T {
  if (value === null || typeof value !== 'object' || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const inner of Object.values(value)) deepFreeze(inner);
  return value;
}
