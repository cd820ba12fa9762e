import { isMessage, isXmlType, type Message, readBody, readBytes } from './body.ts';
import { isPlainObject } from './interpret.ts';
import type { NotAProblem } from './not-a-problem.ts';

/** A response in one shape, whichever client or test tool it came from. A bare body has neither status nor header. */
export interface Received {
  readonly status: number | undefined;
  /** Looks a header field up; `undefined` when there are no header fields at all. */
  readonly header: ((name: string) => string | undefined) | undefined;
  /** Text, bytes or a parsed value; or why it could not be read. */
  readonly body: unknown;
  readonly unreadable?: NotAProblem;
  readonly url: string | undefined;
  readonly method: string | undefined;
}

/** Largest body that checks and matchers read, in bytes. */
const maxBytes = 16 * 1_048_576;

/**
 * Brings a response into one shape: a fetch `Response` (a copy is read, hence a promise), a response of supertest, axios
 * (or its error) or fastify's `inject`, any `{ status, headers, body }`, or a bare body.
 */
export function received(input: unknown): Received | Promise<Received> {
  if (isMessage(input) && typeof (input as { data?: unknown }).data === 'undefined') return readMessage(input);
  const { response, isAxiosError } = Object(input);
  if (isAxiosError === true && response) return received(response);
  if (!isResponseLike(input)) {
    return { status: undefined, header: undefined, body: input, url: undefined, method: undefined };
  }
  const { text, payload, data, body, url, config, request } = input;
  const raw = [text, payload].find((candidate) => typeof candidate === 'string' && candidate !== '');
  return {
    status: (input.status ?? input.statusCode) as number,
    header: headerLookup(input.headers),
    body: raw ?? data ?? body,
    url: [url, request?.url, config?.url].find((candidate) => typeof candidate === 'string'),
    method: [input.method, request?.method, config?.method].find((candidate) => typeof candidate === 'string'),
  };
}

async function readMessage(message: Message): Promise<Received> {
  // XML says itself which encoding it is in.
  const read = isXmlType(message.headers.get('content-type')) ? readBytes : readBody;
  const body = await read(message, maxBytes);
  const facts = {
    status: message.status,
    header: headerLookup(message.headers),
    url: message.url || undefined,
    method: (message as { method?: string }).method,
  };
  return typeof body === 'string' || ArrayBuffer.isView(body)
    ? { ...facts, body }
    : { ...facts, body: undefined, unreadable: body };
}

// biome-ignore lint/suspicious/noExplicitAny: members of a foreign object, each looked at before use
type ResponseLike = Record<string, any>;

function isResponseLike(input: unknown): input is ResponseLike {
  if (typeof input !== 'object' || input === null) return false;
  const { status, statusCode, headers } = input as ResponseLike;
  const isStatus = Number.isInteger(status) || Number.isInteger(statusCode);
  return isStatus && typeof headers === 'object' && headers !== null;
}

type Lookup = (name: string) => string | undefined;

function headerLookup(headers: unknown): Lookup {
  const { get } = Object(headers);
  if (typeof get === 'function') return (name) => textOf(get.call(headers, name));
  const pairs = Array.isArray(headers) ? headers : Object.entries(Object(headers));
  const byName = new Map(pairs.map(([name, value]) => [String(name).toLowerCase(), textOf(value)]));
  return (name) => byName.get(name.toLowerCase());
}

function textOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  return Array.isArray(value) ? value.join(', ') : String(value);
}

/** Whether a body is a parsed one with nothing in it, as some clients leave it behind for one they could not parse. */
export function isEmptyObject(body: unknown): boolean {
  return isPlainObject(body) && Object.keys(body).length === 0;
}
