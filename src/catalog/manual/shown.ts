import type { Catalog, ProblemType } from '../catalog.ts';
import { exampleResponse, responseText } from '../example.ts';
import { inlineLiteral, javascript } from '../request.ts';
import { pathMember, requiredOf, retryMember } from './roles.ts';

/** A problem type as the code, the requests and the responses of guides name it. */
export interface Shown {
  /** Its constructor. */
  readonly export: string;
  readonly name: string;
  readonly constant: string;
  readonly title: string;
  readonly titleCode: string;
  /** For the command line of a POSIX shell. */
  readonly titleInShell: string;
  readonly status: number;
  readonly uri: string;
  /** Where test runners say to read on; `null` where the type URI is not an address. */
  readonly see: string | null;
  /** Path of the page. */
  readonly path: string;
  /** The members that it requires, and that of `Retry-After`. */
  readonly given: Readonly<Record<string, unknown>>;
  /** A call of the constructor: `outOfStock({ sku: 'A-17' })`. */
  readonly call: string;
  /** The same with `detail`. */
  readonly said: string;
  /** `detail` of the example, and a word of it as code. */
  readonly detail: string;
  readonly wordCode: string;
  /** One member, with its value as text and as code; `detail` where no member is required. */
  readonly member: string;
  readonly value: string;
  readonly valueCode: string;
  /** How code reads it from a problem: `.sku`. */
  readonly access: string;
  /** An object with that member alone, and one with another value; the member as JSON. */
  readonly expected: string;
  readonly expectedInTable: string;
  readonly unexpected: string;
  readonly json: string;
  /** All members of `said`, as JSON on one line. */
  readonly members: string;
  /** A body without `status` and `detail`, as JSON on one line. */
  readonly body: string;
  /** The response with `said`, and with the text of another `detail`. */
  readonly response: string;
  responseWith(detail: string): string;
  /** What a test runner prints of `call`, and the status of its response. */
  readonly printed: string;
  /** The required member that the path of a request names; its value where there is none, or a number. */
  readonly id: string | null;
  /** A name for it in each case. */
  readonly param: string;
  readonly idValue: string;
  /** `said` with that member and the text made of it. */
  readonly ofRequest: string;
  /** Whether no member is required. */
  readonly isBare: boolean;
  /** Member that `Retry-After` is made of. */
  readonly retry: string | null;
  readonly retryAccess: string;
  readonly retryValue: string;
}

/** Moment of all examples. */
const moment = '2026-01-31T12:00:00.000Z';

export function shown(catalog: Catalog, problem: ProblemType, words: ReadonlySet<string>): Shown {
  const { entry, example, exportName, status } = problem;
  const detail = String(example.detail);
  const required = requiredOf(catalog, problem);
  const retry = retryMember(problem);
  const names = retry === undefined || required.includes(retry) ? required : [...required, retry];
  const given = Object.fromEntries(names.map((name) => [name, example[name]]));
  const member = names.find((name) => typeof example[name] !== 'object') ?? 'detail';
  const least = member === 'detail' ? { ...given, detail } : given;
  const id = pathMember(catalog, problem, words);
  const filled = Object.fromEntries(Object.keys(catalog.facts.fill ?? {}).map((name) => [name, moment]));
  const standard = { type: problem.typeUri, title: entry.title, status };
  const responseWith = (text: string) =>
    responseText(exampleResponse({ ...problem, example: { ...standard, detail: text, ...given, ...filled } }));
  const call = (members: object) => `${exportName}(${inlineLiteral(members, javascript)})`;
  const value = String(example[member]);
  const said = { ...given, detail };
  return {
    export: exportName,
    name: problem.name,
    constant: problem.constant,
    title: entry.title,
    titleCode: javascript.scalar(entry.title),
    titleInShell: `'${entry.title.replaceAll("'", "'\\''")}'`,
    status,
    uri: problem.typeUri,
    see: seeLines(problem.typeUri),
    path: problem.path,
    given,
    call: call(least),
    said: call(said),
    detail,
    wordCode: javascript.scalar(detail.includes(value) && member !== 'detail' ? value : (detail.split(' ')[0] ?? '')),
    member,
    value,
    valueCode: inlineLiteral(example[member], javascript),
    access: accessTo(member),
    expected: inlineLiteral({ [member]: example[member] }, javascript),
    expectedInTable: inlineLiteral({ [member]: example[member] }, javascript).replaceAll('|', '\\|'),
    unexpected: inlineLiteral({ [member]: 'other' }, javascript),
    json: `${JSON.stringify(member)}: ${JSON.stringify(example[member])}`,
    members: inlineLiteral(said, json),
    body: inlineLiteral({ type: problem.typeUri, title: entry.title, ...given }, json),
    response: responseWith(detail),
    responseWith,
    printed: printedObject({ ...standard, ...least, ...filled }, Object.keys(filled)),
    id: id ?? null,
    param: id ?? 'id',
    idValue: id === undefined ? '1' : value,
    ofRequest:
      id === undefined
        ? call(said)
        : `${exportName}({ ${id}, detail: \`${templateText(detail).replaceAll(templateText(value), `\${${id}}`)}\` })`,
    isBare: required.length === 0,
    retry: retry ?? null,
    retryAccess: accessTo(retry ?? ''),
    retryValue: retry === undefined ? '' : String(example[retry]),
  };
}

const json = { ...javascript, scalar: JSON.stringify, key: JSON.stringify };

function accessTo(member: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(member) ? `.${member}` : `[${javascript.scalar(member)}]`;
}

function templateText(text: string): string {
  return text.replace(/[\\`]|\$(?=\{)/g, '\\$&');
}

/** The last lines of a failure message: the pages of type URIs. */
export function seeLines(...uris: readonly string[]): string | null {
  const lines = uris.filter((uri) => /^https?:/.test(uri)).map((uri) => `See ${uri}`);
  return lines.join('\n') || null;
}

/** A problem as test runners print it, by name; `…` for what depends on the moment or the test runner. */
function printedObject(body: Readonly<Record<string, unknown>>, filled: readonly string[]): string {
  const lines = Object.keys(body)
    .sort()
    .map((name) => {
      const value = body[name];
      const json = JSON.stringify(value);
      const isPlain = !filled.includes(name) && Object(value) !== value && !json.includes('\\');
      return `  "${name}": ${isPlain ? json : '…'},`;
    });
  return ['Object {', ...lines, '}'].join('\n');
}
