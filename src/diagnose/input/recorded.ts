import { textOf } from './http-text.ts';
import type { Headers, Message } from './message.ts';

/** A JSON value -> a recorded response: an entry of HAR, a pair of request and response, or a body alone. */

type Bag = Readonly<Record<string, unknown>>;
type Path = readonly (string | number)[];

/** Recordings have their responses at most so many levels deep. */
const deepest = 9;

/** The entries of an HTTP Archive; undefined for any other value. */
export function entriesOf(value: unknown): readonly unknown[] | undefined {
  const { log } = Object(value) as { log?: { entries?: unknown } };
  return Array.isArray(log?.entries) ? log.entries : undefined;
}

const credentials = ['authorization', 'cookie'];

/** Chrome exports without credentials unless asked for them, so an archive of it without any of them does not tell. */
export function withheldIn(entries: readonly unknown[]): readonly string[] | undefined {
  const isOfChrome = entries.some((entry) => '_initiator' in Object(entry) || '_resourceType' in Object(entry));
  if (!isOfChrome) return undefined;
  const names = entries.flatMap((entry) =>
    pairsOf((Object(entry) as { request?: Bag }).request?.headers).map(([name]) => name.toLowerCase()),
  );
  return names.some((name) => credentials.includes(name)) ? undefined : credentials;
}

/** What a value holds: recorded responses, problems within a record of a log, or a bare body. */
export function recorded(value: unknown, label: string, line: number, path: Path): Message[] {
  const whole = responseOf(value, label, line, path);
  if (whole) return [whole];
  const found = isProblemLike(value) ? [] : within(value, label, line, path);
  if (found.length > 1) return found.map((message, at) => ({ ...message, label: `${label}, response ${at + 1}` }));
  return found.length > 0 ? found : [{ label, line, body: value, path }];
}

/** A recorded response, or a pair of request and response. */
function responseOf(value: unknown, label: string, line: number, path: Path): Message | undefined {
  const bag = isBag(value) ? value : {};
  if (isBag(bag.response) && isBag(bag.response.content)) {
    const entry = harEntry(bag, label, path, withheldIn([bag]));
    if (entry) return { ...entry, line };
  }
  const inner = isBag(bag.response) && isRecorded(bag.response);
  const response = inner ? (bag.response as Bag) : bag;
  if (!isRecorded(response)) return undefined;
  const request = isBag(bag.request) ? bag.request : {};
  const members = ['body', 'payload', 'data', 'text'];
  const member = members.find((name) => response[name] !== undefined && response[name] !== null);
  const method = textAmong(request.method, response.method);
  const body = member ? response[member] : '';
  // Pact 4 says beside the body how it is encoded.
  const isWrapped = isBag(body) && 'content' in body && 'encoded' in body;
  return {
    label,
    line,
    status: (response.status ?? response.statusCode) as number,
    headers: pairsOf(response.headers),
    body: isWrapped ? body.content : body,
    bodyMissing: missing(member !== undefined, method, 'The body was not recorded. Record it as "body".'),
    url: textAmong(response.url, request.url),
    method,
    requestHeaders: request.headers === undefined ? undefined : pairsOf(request.headers),
    path: [...path, ...(inner ? ['response'] : []), ...(member ? [member] : []), ...(isWrapped ? ['content'] : [])],
  };
}

/** An entry of an HTTP Archive. A request that was blocked or failed has the status 0. */
export function harEntry(
  entry: unknown,
  label: string,
  path: Path,
  withheld: readonly string[] | undefined,
): Message | undefined {
  const { request, response } = Object(entry) as { request?: Bag; response?: Bag };
  if (!isBag(response) || !Number.isInteger(response.status)) return undefined;
  const { text, encoding, size } = Object(response.content) as Bag;
  const headers = pairsOf(response.headers);
  const method = textAmong(request?.method);
  const url = textAmong(request?.url);
  const called = [method, url].filter(Boolean).join(' ');
  const isHere = typeof text === 'string' || size === 0;
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  return {
    label: `${label}${called ? `: ${called}` : ''}`,
    line: 1,
    status: response.status as number,
    headers,
    body: typeof text !== 'string' ? '' : encoding === 'base64' ? decoded(text, type) : text,
    bodyMissing: missing(isHere, method, 'The HAR has no text for it. Export the HAR with content.'),
    url,
    method,
    requestHeaders: request?.headers === undefined ? undefined : pairsOf(request.headers),
    withheld,
    path: [...path, 'response', 'content', 'text'],
  };
}

function missing(isHere: boolean, method: string | undefined, otherwise: string): string | undefined {
  if (method?.toUpperCase() === 'HEAD') return 'A response to HEAD has no body.';
  return isHere ? undefined : otherwise;
}

/** The recorded responses inside a value, and the problems in it or in texts in it that are in none of these. */
function within(root: unknown, label: string, line: number, start: Path): Message[] {
  const found: Message[] = [];
  let level = [{ value: root, path: start }];
  for (let depth = 0; depth < deepest && level.length > 0; depth += 1) {
    const next: typeof level = [];
    for (const { value, path } of level) {
      const response = responseOf(value, label, line, path);
      const isBody = isProblemLike(typeof value === 'string' && /^\s*\{/.test(value) ? parsed(value) : value);
      if (response && response.bodyMissing === undefined) found.push(response);
      else if (isBody) found.push({ label, line, body: value, path });
      else if (typeof value === 'object' && value !== null) {
        for (const [name, child] of Object.entries(value).slice(0, 1000)) {
          next.push({ value: child, path: [...path, Array.isArray(value) ? Number(name) : name] });
        }
      }
    }
    level = next;
  }
  return found;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A type that can be a URI reference, next to a title, a status or a detail. */
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

function textAmong(...candidates: unknown[]): string | undefined {
  return candidates.find((item): item is string => typeof item === 'string');
}

/** Header fields as an object, as pairs, or as HAR has them. */
function pairsOf(headers: unknown): Headers {
  const list = Array.isArray(headers) ? headers : Object.entries(Object(headers));
  return list.flatMap((item): [string, string][] => {
    const [name, value] = Array.isArray(item) ? item : [item?.name, item?.value];
    if (typeof name !== 'string') return [];
    return [value].flat().map((one): [string, string] => [name, String(one)]);
  });
}

function decoded(base64: string, contentType: string | undefined): string {
  try {
    return textOf(atob(base64), contentType);
  } catch {
    return base64;
  }
}
