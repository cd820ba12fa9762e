import { isUtf8 } from 'node:buffer';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve as resolvePath } from 'node:path';
import { parse } from 'yaml';
import { UsageError } from '../../command.ts';
import { rowsOf } from './csv.ts';
import { type Found, isObject, textOf } from './found.ts';
import { foundInList, isProblemBody } from './list.ts';
import { foundInMarkdown } from './markdown.ts';
import { foundInOpenApi } from './openapi.ts';
import { foundInHar, foundInRecord, linesOf } from './recorded.ts';
import { foundInSchema, listOf, type Resolve, resolverOf } from './schema.ts';

/** Reads what people have of problem types: one file, or a folder of files. */

const extensions = /\.(json|ya?ml|har|jsonl|ndjson|csv|tsv|md|markdown)$/i;
const kinds =
  'an OpenAPI description (3.0 or 3.1), a list of errors, recorded responses (HAR or JSON lines), or problem types as Markdown or JSON Schemas';

/**
 * Returns what a file or folder says of problem types, in the order of its parts.
 * @throws UsageError when there is no such file, when it cannot be read, or when it says nothing
 */
export function readSource(path: string, root: string): Found[] {
  const source = resolvePath(root, path);
  if (!existsSync(source)) throw new UsageError(`init: --from must be a file or folder that exists (was "${path}").`);
  const isFolder = statSync(source).isDirectory();
  const found = (isFolder ? filesOf(source) : [source]).flatMap((file) => {
    try {
      return readFile(file, relative(root, file) || file);
    } catch (error) {
      // A folder holds files of other kinds too.
      if (isFolder && error instanceof UsageError) return [];
      throw error;
    }
  });
  if (found.length === 0) {
    const [fact, fix] = isFolder ? ['holds no problem type', `Name ${kinds}.`] : nothingIn(textIn(source, path), path);
    throw new UsageError(`init: ${path} ${fact}. ${fix}`);
  }
  return found;
}

function textIn(file: string, label: string): string {
  const bytes = readFileSync(file);
  if (!isUtf8(bytes))
    throw new UsageError(`init: ${label} must be in the encoding UTF-8. Save it so, in a spreadsheet as "CSV UTF-8".`);
  return bytes.toString('utf8').replace(/^\uFEFF/, '');
}

/** Why a file says nothing of problem types, and what to name instead. */
function nothingIn(text: string, path: string): [fact: string, fix: string] {
  if (text.trim() === '') return ['is empty', `Name ${kinds}.`];
  const document = isTable(path) || /\.(md|markdown|jsonl|ndjson)$/i.test(path) ? undefined : documentOf(text, path);
  if (isOpenApi(document))
    return [
      'is an OpenAPI description whose error responses name no problem type: they have neither application/problem+json, nor a "type", nor a "code" in an example',
      'Add an example to each of them, or name a list of errors.',
    ];
  const { entries } = isObject(document) && isObject(document.log) ? document.log : {};
  if (Array.isArray(entries)) {
    const fact =
      entries.length === 0 ? 'is a HAR file without requests' : 'is a HAR file in which no response is a problem';
    return [fact, 'Record requests that fail, and save them with their content.'];
  }
  if (isObject(document) && isSchema(document))
    return [
      'is a JSON Schema that names no problem type',
      'Give its "type" the type URI as "const", or name a list of errors.',
    ];
  return ['holds no problem type', `Name ${kinds}.`];
}

/** Returns what an OpenAPI description says of the API: its title, its version and its server. */
export function readApi(path: string, root: string): { name?: string; server?: { version: string; url: string } } {
  const file = resolvePath(root, path);
  if (!statSync(file).isFile() || !/\.(json|ya?ml)$/i.test(file)) return {};
  const document = documentOf(textIn(file, path), path);
  if (!isObject(document) || !('openapi' in document) || !isObject(document.info)) return {};
  const { title, version } = document.info;
  const url = listOf(document.servers)
    .map((server) => (isObject(server) ? textOf(server.url) : undefined))
    .find((each) => each !== undefined && /^https?:\/\/[^{}]+$/.test(each));
  const name = textOf(title);
  return {
    ...(name !== undefined && name.length <= 40 && { name }),
    ...(url !== undefined && { server: { version: String(version ?? '1'), url: url.replace(/\/$/, '') } }),
  };
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !/^(\.|node_modules$)/.test(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((item) => {
      const path = join(folder, item.name);
      if (item.isDirectory()) return filesOf(path);
      return extensions.test(item.name) ? [path] : [];
    });
}

function readFile(file: string, label: string): Found[] {
  const text = textIn(file, label);
  const name = basename(file).replace(/(\.schema)?\.\w+$/, '');
  if (/\.(md|markdown)$/i.test(file)) return foundInMarkdown(text, name);
  if (isTable(file)) return foundInList(rowsOf(text)) ?? [];
  const lines = /\.(jsonl|ndjson)$/i.test(file) || text.trim().includes('}\n{') ? linesOf(text) : undefined;
  if (lines) return lines.flatMap(foundInRecord);
  return foundInDocument(documentOf(text, label), name, resolverOfFile(file), label);
}

const isTable = (path: string) => /\.[ct]sv$/i.test(path);

function documentOf(text: string, label: string): unknown {
  try {
    return /^\s*[{[]/.test(text) ? JSON.parse(text) : parse(text, { merge: true });
  } catch (error) {
    try {
      return parse(text, { merge: true });
    } catch {
      const [reason] = (error as Error).message.split(/:?\n/);
      throw new UsageError(
        `init: ${label} must be JSON, JSON lines or YAML (${reason}). Correct it, or name another file.`,
      );
    }
  }
}

function foundInDocument(document: unknown, name: string, resolve: Resolve, label: string): Found[] {
  if (isObject(document)) {
    if ('swagger' in document)
      throw new UsageError(
        `init: ${label} must be OpenAPI 3.0 or 3.1 (was Swagger ${document.swagger}). Convert it first, for example with swagger2openapi.`,
      );
    if (isOpenApi(document)) return foundInOpenApi(document, resolve);
    if (isObject(document.log) && Array.isArray(document.log.entries)) return foundInHar(document);
    if (isSchema(document)) return foundInSchemas(document, name, resolve);
    if (isProblemBody(document)) return foundInRecord(document);
  }
  const records = listOf(document).filter(isObject);
  const isRecorded =
    records.length > 0 && records.every((item) => isObject(item.response) || 'body' in item || isOccurrence(item));
  if (isRecorded) return records.flatMap(foundInRecord);
  return foundInList(document) ?? [];
}

/** A body as sent has what a list of errors has not: `detail` beside `type`. */
function isOccurrence(item: Readonly<Record<string, unknown>>): boolean {
  return isProblemBody(item) && 'type' in item && 'instance' in item;
}

/** A file of components alone is a part of a description. */
function isOpenApi(document: unknown): document is { readonly openapi?: unknown; readonly components?: unknown } {
  return isObject(document) && ('openapi' in document || isObject(document.components));
}

function isSchema(document: Readonly<Record<string, unknown>>): boolean {
  return (
    ['$schema', '$defs', 'definitions', 'allOf', 'oneOf'].some((key) => key in document) ||
    isObject(document.properties)
  );
}

function foundInSchemas(document: Readonly<Record<string, unknown>>, name: string, resolve: Resolve): Found[] {
  const parts = { ...(document.$defs as object), ...(document.definitions as object) };
  const own = 'properties' in document || 'allOf' in document || 'oneOf' in document || 'anyOf' in document;
  return [
    ...(own ? typed(document, name) : []),
    ...Object.entries(parts).flatMap(([key, schema]) => typed(schema, key)),
  ];

  function typed(schema: unknown, key: string): Found[] {
    return foundInSchema(schema, resolve, { name: key }).filter(
      ({ uri, statuses, title }) => uri !== undefined || (title !== undefined && statuses?.length),
    );
  }
}

/** References go on into files beside the one that holds them, each read once. */
function resolverOfFile(file: string, known = new Map<string, Resolve>()): Resolve {
  const before = known.get(file);
  if (before) return before;
  const place: { resolve?: Resolve } = {};
  known.set(file, (value) => place.resolve?.(value) ?? {});
  const document = documentOf(textIn(file, file), file);
  place.resolve = resolverOf(document, (path) => {
    const other = resolvePath(dirname(file), path);
    return !/^[a-z]+:/i.test(path) && existsSync(other) ? resolverOfFile(other, known) : undefined;
  });
  return place.resolve;
}
