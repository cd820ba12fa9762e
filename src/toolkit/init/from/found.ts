import { STATUS_CODES } from 'node:http';

/** What a source says of problem types, in one form for every kind of source. */

/** A JSON object. */
export type Body = Readonly<Record<string, unknown>>;

/** A JSON Schema of any draft. */
export type Schema = Body;

/** What one place says of one problem type. */
export interface Found {
  /** Its type URI, where it has one. */
  readonly uri?: string;
  /** What names it, where no type URI does: a code, a key, a file name. */
  readonly name?: string;
  /** The code that clients know it by. */
  readonly code?: string;
  readonly title?: string;
  readonly statuses?: readonly number[];
  /** What is said of it, as prose. */
  readonly text?: string;
  /** Schemas of its extension members, and which of them are always sent. */
  readonly members?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  /** Bodies as they are sent. */
  readonly bodies?: readonly Body[];
  /** `METHOD /path/{parameter}` of operations that answer with it. */
  readonly routes?: readonly string[];
}

export const standardMembers = ['type', 'title', 'status', 'detail', 'instance'];

export function isObject(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Returns a text that says something, without space around it. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** Returns the HTTP error statuses in a value: 404, "404", "404 Not Found", "NOT_FOUND", or a list of these. */
export function statusesOf(value: unknown): number[] {
  if (Array.isArray(value)) return value.flatMap(statusesOf);
  const text = String(value ?? '').trim();
  const digits = /^(?:HTTP[ /_-]?)?([45]\d\d)(?!\d)/i.exec(text)?.[1];
  if (digits) return [Number(digits)];
  const folded = (phrase: string) => phrase.toLowerCase().replace(/[^a-z]/g, '');
  const known = Object.entries(STATUS_CODES).find(([, phrase = '']) => folded(phrase) === folded(text));
  return known && Number(known[0]) >= 400 ? [Number(known[0])] : [];
}

/** Whether a text can be a type URI: absolute, or a path. `about:blank` names no type. */
export function isTypeUri(text: unknown): text is string {
  return typeof text === 'string' && /^([a-z][a-z0-9+.-]*:|\/)\S+$/i.test(text) && text !== 'about:blank';
}

/** Returns what a body as sent says of its type. */
export function foundInBody(body: Body, status?: number): Found {
  const type = textOf(body.type);
  const title = textOf(body.title);
  const statuses = [...new Set([...statusesOf(body.status), ...statusesOf(status)])];
  const code = textOf(body.code) ?? textOf(body.error_code) ?? textOf(body.errorCode);
  const named = type !== undefined && type !== 'about:blank';
  return {
    ...(isTypeUri(type) ? { uri: type } : { name: named ? type : (code ?? title ?? STATUS_CODES[statuses[0] ?? 0]) }),
    ...(code && { code }),
    ...(title && { title }),
    statuses,
    bodies: [body],
  };
}
