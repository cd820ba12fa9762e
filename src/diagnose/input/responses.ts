import { bytesOf, isHttp, parseHttp, utf8 } from './http-text.ts';

/** Text -> responses: raw HTTP, HAR, JSON, JSON lines, JSON within the lines of a log. Runs in browsers too. */

/** A response, or a bare body: then it has neither status nor headers. */
export interface Message {
  /** How output calls it: `response.http`, `capture.har, entry 3: GET https://…`. */
  readonly label: string;
  /** Line of the input where it begins, from 1. */
  readonly line: number;
  readonly status?: number;
  readonly headers?: readonly (readonly [string, string])[];
  /** Text, or a parsed JSON value. */
  readonly body: unknown;
  readonly url?: string | undefined;
  readonly method?: string | undefined;
  /** Where the body stands in the JSON of the input, as member names and indexes; absent when it stands there as text. */
  readonly path?: readonly (string | number)[] | undefined;
  /** The JSON text that `path` leads through, where it is not the whole input. */
  readonly document?: string | undefined;
}

/** What is parsed: the text with each character one byte, and how messages call it. */
export interface InputText {
  readonly bytes: string;
  readonly label: string;
}

/** The responses of an input in order, or why there is none. */
export type ParsedInput =
  | { readonly messages: readonly Message[]; readonly fault?: undefined }
  | { readonly messages: readonly []; readonly fault: string };

type Bag = Record<string, unknown>;

/** Input of text, as an editor or a browser has it. */
export function inputOf(text: string, label: string): InputText {
  return { bytes: bytesOf(text), label };
}

/** Every response of an input, in order. */
export function parseInput(input: InputText): ParsedInput {
  const { bytes, label } = input;
  const start = bytes.trimStart().charAt(0);
  if (isHttp(bytes) && start !== '{') {
    const messages = parseHttp(bytes).map(({ isHead, line, ...rest }) => ({
      ...rest,
      line,
      label: line > 1 ? `${label}, line ${line}` : label,
      ...(isHead ? { method: 'HEAD' } : {}),
    }));
    return { messages };
  }
  const text = utf8(bytes);
  if (start === '{' || start === '[') {
    const fromJson = jsonMessages(text, label);
    if (fromJson.fault === undefined) return fromJson;
    const leading = start === '{' ? leadingMessage(text, label) : [];
    if (leading.length > 0) return { messages: leading };
    if (start === '{') return fromJson;
  }
  const logged = text.split('\n').flatMap((line, index) => loggedMessage(line, index + 1, label));
  if (logged.length > 0) return { messages: logged };
  const what = start === '<' ? 'a page without its status line' : 'neither an HTTP response, HAR nor JSON';
  return { messages: [], fault: `${label}: it is ${what}. Save the whole response, as with "curl -i".` };
}

/** Whether a response is worth a look: an error, a problem, or a bare body. */
export function isProblemMessage({ status, headers }: Message): boolean {
  if (status === undefined) return true;
  const type = headers?.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  return status >= 400 || /^\s*application\/problem\+(json|xml)\b/i.test(type);
}

function jsonMessages(text: string, label: string): ParsedInput {
  let whole: unknown;
  try {
    whole = JSON.parse(text);
  } catch (error) {
    const lines = text.split('\n');
    const isLines =
      lines.filter((line) => line.trim() !== '').length > 1 && parses(lines.find((line) => line.trim()) ?? '');
    if (isLines) return { messages: lines.flatMap((line, index) => lineMessages(line, index + 1, label)) };
    return { messages: [], fault: `${label}: it is not JSON. ${(error as Error).message}` };
  }
  const { log } = Object(whole) as { log?: { entries?: unknown } };
  if (Array.isArray(log?.entries)) {
    const entries = log.entries.flatMap((entry, index) =>
      harMessage(entry, index, `${label}, entry ${index + 1}`, ['log', 'entries']),
    );
    return { messages: entries };
  }
  if (!Array.isArray(whole)) return { messages: [valueMessage(whole, label, 1, [])] };
  return { messages: whole.map((value, index) => valueMessage(value, `${label}, item ${index + 1}`, 1, [index])) };
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function lineMessages(text: string, line: number, label: string): Message[] {
  const document = text.trim();
  if (document === '') return [];
  const name = `${label}, line ${line}`;
  try {
    return [{ ...valueMessage(JSON.parse(document), name, line, []), document }];
  } catch {
    return [{ label: name, line, body: document }];
  }
}

/** The first JSON object within a line of a log: what stands before and after it is passed over. */
function loggedMessage(text: string, line: number, label: string): Message[] {
  for (
    let from = text.indexOf('{'), tries = 0;
    from >= 0 && tries < 8;
    from = text.indexOf('{', from + 1), tries += 1
  ) {
    const document = text.slice(from, objectEnd(text, from));
    if (!/^\{\s*["}]/.test(document) || !parses(document)) continue;
    return [{ ...valueMessage(JSON.parse(document), `${label}, line ${line}`, line, []), document }];
  }
  return [];
}

/** The object that a text begins with, where something else follows, such as the prompt of a terminal. */
function leadingMessage(text: string, label: string): Message[] {
  const from = text.indexOf('{');
  const document = text.slice(from, objectEnd(text, from));
  const line = text.slice(0, from).split('\n').length;
  return parses(document) ? [{ ...valueMessage(JSON.parse(document), label, line, []), document }] : [];
}

/** Where the object that begins at `from` ends, by its braces. */
function objectEnd(text: string, from: number): number {
  let depth = 0;
  for (const token of text.slice(from).matchAll(/"(?:[^"\\]|\\[\s\S])*(?:"|\\?$)|[{}]/g)) {
    if (token[0] === '{') depth += 1;
    if (token[0] === '}') depth -= 1;
    if (depth === 0) return from + token.index + 1;
  }
  return text.length;
}

/** A recorded response, a pair of request and response, a problem within a record of a log, or a bare body. */
function valueMessage(value: unknown, label: string, line: number, path: readonly (string | number)[]): Message {
  const bag = isBag(value) ? value : {};
  if (isBag(bag.response) && isBag(bag.response.content)) {
    const [message] = harMessage(bag, undefined, label, path);
    if (message) return { ...message, line };
  }
  const inner = isBag(bag.response) && isRecorded(bag.response);
  const response = inner ? (bag.response as Bag) : bag;
  if (!isRecorded(response)) {
    const found = isProblemLike(bag) ? undefined : within(value, path);
    return { label, line, body: found ? found.body : value, path: found ? found.path : path };
  }
  const request = isBag(bag.request) ? bag.request : {};
  const text = (...candidates: unknown[]) => candidates.find((item): item is string => typeof item === 'string');
  const member = ['body', 'payload', 'data', 'text'].find(
    (name) => response[name] !== undefined && response[name] !== null,
  );
  return {
    label,
    line,
    status: (response.status ?? response.statusCode) as number,
    headers: pairsOf(response.headers),
    body: member ? response[member] : '',
    url: text(response.url, request.url),
    method: text(request.method, response.method),
    path: [...path, ...(inner ? ['response'] : []), ...(member ? [member] : [])],
  };
}

/** A problem details object inside a value, or in a text inside it. */
function within(
  root: unknown,
  start: readonly (string | number)[],
): { body: unknown; path: readonly (string | number)[] } | undefined {
  let level = [{ value: root, path: start }];
  for (let depth = 0; depth < 5 && level.length > 0; depth += 1) {
    const next: typeof level = [];
    for (const { value, path } of level) {
      if (isBag(value) && isProblemLike(value)) return { body: value, path };
      if (typeof value === 'string' && /^\s*\{/.test(value) && isProblemLike(parsed(value)))
        return { body: value, path };
      if (typeof value !== 'object' || value === null) continue;
      for (const [name, child] of Object.entries(value).slice(0, 1000)) {
        next.push({ value: child, path: [...path, Array.isArray(value) ? Number(name) : name] });
      }
    }
    level = next;
  }
  return undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A type that can be a URI reference, beside a title, a status or a detail. */
function isProblemLike(value: unknown): boolean {
  if (!isBag(value)) return false;
  const { type, title, status, detail } = value;
  return (
    typeof type === 'string' && (typeof title === 'string' || typeof detail === 'string' || Number.isInteger(status))
  );
}

function isBag(value: unknown): value is Bag {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isRecorded({ status, statusCode, headers }: Bag): boolean {
  return Number.isInteger(status ?? statusCode) && typeof headers === 'object' && headers !== null;
}

/** Header fields as an object, as pairs, or as HAR has them. */
function pairsOf(headers: unknown): [string, string][] {
  const list = Array.isArray(headers) ? headers : Object.entries(Object(headers));
  return list.flatMap((item): [string, string][] => {
    const [name, value] = Array.isArray(item) ? item : [item?.name, item?.value];
    if (typeof name !== 'string') return [];
    return [value].flat().map((one): [string, string] => [name, String(one)]);
  });
}

/** An entry of an HTTP Archive. Without the text of the body only the header can be judged, as with HEAD. */
function harMessage(
  entry: unknown,
  index: number | undefined,
  label: string,
  path: readonly (string | number)[],
): Message[] {
  const { request, response } = Object(entry) as { request?: Bag; response?: Bag };
  if (!isBag(response) || !Number.isInteger(response.status) || response.status === 0) return [];
  const { text, encoding } = Object(response.content) as { text?: unknown; encoding?: unknown };
  const method = typeof request?.method === 'string' ? request.method : undefined;
  const url = typeof request?.url === 'string' ? request.url : undefined;
  const called = [method, url].filter(Boolean).join(' ');
  return [
    {
      label: `${label}${called ? `: ${called}` : ''}`,
      line: 1,
      status: response.status as number,
      headers: pairsOf(response.headers),
      body: typeof text !== 'string' ? '' : encoding === 'base64' ? decoded(text) : text,
      url,
      method: typeof text === 'string' ? method : 'HEAD',
      path: [...path, ...(index === undefined ? [] : [index]), 'response', 'content', 'text'],
    },
  ];
}

function decoded(base64: string): string {
  try {
    return utf8(atob(base64));
  } catch {
    return base64;
  }
}
