import { type BodyReader, isMessage, messageReader, readerOf } from './body.ts';
import { type Foreign, firstText, type Source, statusOf } from './exchange.ts';
import { isAbsolute, isPlainObject } from './interpret.ts';
import { type Refusal, refusal } from './not-a-problem.ts';

/** A response in one shape, whichever client or test tool it came from. A bare body has no header fields at all. */
export interface Received extends Source {
  /** Looks a header field up. */
  readonly header?: Lookup | undefined;
  /** Text, bytes or a parsed value. */
  readonly body?: unknown;
  /** Reads the body where it is not at hand yet. */
  readonly read?: BodyReader | undefined;
  /** Why there is no body. */
  readonly unreadable?: Refusal | undefined;
}

type Lookup = (name: string) => string | undefined;

/** Largest body that checks and matchers read, in bytes. */
const maxBytes = 16_777_216;

/**
 * Brings what a client gives into one shape, with its body: a response of fetch, node-fetch, ky, undici, axios, got,
 * superagent, supertest, needle, Playwright or the `inject` of fastify; an error or a result that has such a response;
 * any `{ status, headers, body }`; a `ProblemError`; a promise of these; or a bare body. Synchronous where the body is at
 * hand. A promise that is rejected with something else tells so as `unreadable`. Never throws and never rejects.
 */
export function received(input: unknown): Received | Promise<Received> {
  try {
    return typeof Object(input).then === 'function' ? settled(input).then(withBody) : withBody(opened(input));
  } catch {
    return { ...nothing, unreadable };
  }
}

/** Waits for a promise, and leaves the body unread, since the header fields may decide whether it is read at all. */
export async function settled(input: unknown): Promise<Received> {
  let value: unknown;
  try {
    value = await input;
  } catch (cause) {
    const response = opened(cause);
    if (response.header) return response;
    return { ...response, unreadable: { ...unreadable, cause } };
  }
  return opened(value);
}

function withBody(response: Received): Received | Promise<Received> {
  const { read, ...known } = response;
  return read
    ? read(maxBytes).then(
        (found) => ({ ...known, ...found }),
        () => ({ ...known, unreadable }),
      )
    : response;
}

const nothing: Source = { response: {}, holder: {} };
const unreadable = refusal('unreadable');

function opened(input: unknown): Received {
  try {
    if (typeof input !== 'object' || input === null || looksLikeProblem(input)) return { ...nothing, body: input };
    const value = plain(input);
    const inner = plain(value.response);
    if (isResponse(inner)) return ofResponse(inner, value);
    if (looksLikeProblem(value.problem)) return ofProblemError(value);
    // ofetch keeps what it read on the response.
    if (isResponse(value)) return ofResponse(value, { data: value._data });
    return { response: {}, holder: isPlainObject(input) ? {} : value, body: input };
  } catch {
    return { ...nothing, unreadable };
  }
}

/** The responses and requests of Playwright and Puppeteer have methods where others have members. */
function plain(input: unknown): Foreign {
  const value: Foreign = Object(input);
  const isFolded = ['url', 'headers'].every((name) => typeof value[name] === 'function');
  if (!isFolded) return value;
  return {
    url: value.url(),
    headers: value.headers(),
    method: value.method?.(),
    status: value.status?.(),
    request: value.request && plain(value.request()),
    body: value.text && { text: () => value.text() },
  };
}

/** Members of which a response has one at least, beside its status. */
const ofResponses = ['headers', 'statusText', 'ok', 'data', 'body', 'payload', 'text', 'rawBody'];

function isResponse(value: Foreign): boolean {
  return isMessage(value) || (statusOf(value) !== undefined && ofResponses.some((name) => value[name] !== undefined));
}

/** A parsed problem details object may have members such as `headers` and `response` too. */
function looksLikeProblem(value: unknown): boolean {
  if (!isPlainObject(value)) return false;
  const { type, title, detail } = value;
  return typeof title === 'string' || typeof detail === 'string' || (typeof type === 'string' && isAbsolute(type));
}

function ofResponse(response: Foreign, holder: Foreign): Received {
  const message = isMessage(response) ? response : undefined;
  // Some clients read the body to put it into their error or result: ofetch, ky, wretch, openapi-fetch.
  const keeper = message ? holder : response;
  const { text, payload, rawResponse, data, body, rawBody, error, json } = message && !message.bodyUsed ? {} : keeper;
  const given = firstText(text, payload, rawResponse) ?? data ?? body ?? rawBody ?? error ?? (message && json);
  const read = message && given === undefined ? messageReader(message) : readerOf(given ?? response);
  return { response, holder, header: headerLookup(response.headers), ...(read ? { read } : { body: given }) };
}

function ofProblemError(error: Foreign): Received {
  const header = headerLookup({ 'Content-Type': 'application/problem+json', ...error.headers });
  return { response: error.exchange ?? { status: error.status }, holder: {}, header, body: error.problem };
}

function headerLookup(headers: unknown): Lookup {
  const { get } = Object(headers);
  if (typeof get === 'function') return (name) => fieldText(get.call(headers, name));
  const pairs = Array.isArray(headers) ? headers : Object.entries(Object(headers));
  const byName = new Map(pairs.map(([name, value]) => [String(name).toLowerCase(), fieldText(value)]));
  return (name) => byName.get(name.toLowerCase());
}

function fieldText(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  return Array.isArray(value) ? value.join(', ') : String(value);
}
