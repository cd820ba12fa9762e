import { reasonPhrase } from '../problem/status.ts';

/**
 * Whose fault an error is. Only an error that a framework or a middleware made for the client is shown, and only what is
 * listed here is known to be one. An error with a `status` is no such sign by itself: clients of other servers report the
 * status of their server that way.
 */

/** The members that the errors below have; anything else may have them too, of any type. */
export interface Thrown {
  name?: unknown;
  message?: unknown;
  code?: unknown;
  status?: unknown;
  statusCode?: unknown;
  httpCode?: unknown;
  expose?: unknown;
  headers?: unknown;
  limit?: unknown;
  errors?: unknown;
  path?: unknown;
  res?: { headers?: unknown };
  getResponse?: () => unknown;
  isBoom?: unknown;
  output?: { statusCode?: unknown; headers?: unknown };
  validation?: unknown;
  validationContext?: string;
  data?: unknown;
  unhandled?: unknown;
  cause?: unknown;
  inner?: unknown;
}

/** What an error of a framework asks for. */
export interface Asked {
  readonly status: unknown;
  readonly headers?: unknown;
  /** Whether the message is for the client too. @default true */
  readonly isShown?: boolean;
}

/** Native errors with nothing but these members: what Express, Koa and Fastify document, and what their parsers throw. */
const plainMembers = /^(stack|message|status|statusCode|body)$/;

const namedMembers = /^(stack|name|message|status)$/;

const hasNoOther = (error: object, members: RegExp): boolean =>
  Object.getOwnPropertyNames(error).every((each) => members.test(each));

const isNative = (error: object): boolean =>
  error instanceof Error &&
  /^(Error|SyntaxError|TypeError|RangeError|URIError)$/.test(Object.getPrototypeOf(error).constructor?.name);

const uploadLimit = /^LIMIT_(FILE_SIZE|FIELD_VALUE|(PART|FILE|FIELD)_COUNT)$/;
const uploadFault = /^(LIMIT_|MISSING_FIELD_NAME$|INVALID_FIELD_NAME$)/;

/** Errors of busboy and @fastify/busboy, which have neither a class nor a code. */
const formFault =
  /^(Unexpected end of (form|multipart data)|Part terminated early due to unexpected end of multipart data|Malformed (part header|urlencoded form|content type)|Multipart: Boundary not found)$/;
const formType = /^(Missing Content-Type$|Unsupported content type: )/;

/** Reason phrases before RFC 9110, which older libraries use. */
const formerPhrases = ['Request Entity Too Large', 'Payload Too Large', 'Unprocessable Entity'];

/** What the error asks for if it was made for the client; else `undefined`. */
export function askedBy(error: Thrown): Asked | undefined {
  const { name, message, code, httpCode } = error;
  const status = error.status ?? error.statusCode;
  // http-errors, and what body-parser, raw-body, send, csurf and Koa make of it
  if (typeof error.expose === 'boolean') return { status, headers: error.headers, isShown: error.expose };
  // HTTPException of Hono, HttpException of NestJS
  if (typeof error.getResponse === 'function') return { status, headers: error.res?.headers };
  // Fastify and its plugins
  if (name === 'FastifyError' || /^FST_/.test(String(code)) || Array.isArray(error.validation)) return { status };
  // h3 2 and 1
  if (name === 'HTTPError' && 'statusText' in error && !('response' in error)) {
    // Its own `headers` may be those of a cause. Its cause is what it was made of.
    return { status, headers: Object(error.cause).headers, isShown: !isOfValidator(error) };
  }
  if (Object(error.constructor).__h3_error__ === true && !error.unhandled) {
    return { status, isShown: !isOfValidator(error) };
  }
  if (error.isBoom === true) return { status: error.output?.statusCode, headers: error.output?.headers };
  if (name === 'MulterError' && uploadFault.test(String(code))) {
    return { status: uploadLimit.test(String(code)) ? 413 : 400 };
  }
  // formidable, which speaks of its parser
  if (Number.isInteger(httpCode) && Number(code) >= 1000 && Number(code) < 1100) {
    return { status: httpCode, isShown: false };
  }
  // express-openapi-validator
  if (isNamedByStatus(name, status) && Array.isArray(error.errors) && typeof error.path === 'string') {
    return { status, headers: error.headers };
  }
  // express-jwt
  if (name === 'UnauthorizedError' && error.inner !== undefined && status === 401) return { status };
  // passport with `failWithError`
  if (name === 'AuthenticationError' && isNamedByStatus(message, status) && hasNoOther(error, namedMembers)) {
    return { status };
  }
  if (!isNative(error)) return undefined;
  if (formFault.test(String(message))) return { status: 400 };
  if (formType.test(String(message))) return { status: 415 };
  return status !== undefined && hasNoOther(error, plainMembers) ? { status, isShown: false } : undefined;
}

/** Whether the message is that of an error which a validator threw: h3 takes it, whatever it says. */
function isOfValidator({ message, cause, data }: Thrown): boolean {
  return [data, Object(cause).cause].some((error) => error instanceof Error && error.message === message);
}

/** Whether the text is the reason phrase of the status. */
export function isNamedByStatus(text: unknown, status: unknown): boolean {
  return text === reasonPhrase(status as number) || formerPhrases.includes(String(text));
}
