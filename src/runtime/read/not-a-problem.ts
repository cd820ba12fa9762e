import { problemMediaType } from '../problem/details.ts';

/** Why a response or a value is not a problem details object. */
export type NotAProblemReason =
  | 'media-type'
  | 'empty'
  | 'body-used'
  | 'too-large'
  | 'too-deep'
  | 'syntax'
  | 'not-an-object'
  | 'unreadable';

/** A copy of a Node.js stream waits for its original beyond this many bytes. */
export const largestCopy = 16_384;

/** The answer for anything that is not a problem details object. */
export interface NotAProblem {
  readonly kind: 'not-a-problem';
  /** Stable code of the reason. */
  readonly reason: NotAProblemReason;
  /** The reason as a sentence. */
  readonly message: string;
  /** What the promise was rejected with, where it was. */
  readonly cause?: unknown;
  readonly problem?: undefined;
}

/** The same without its message, which is made where someone reads it: `readProblem` alone carries no texts. */
export interface Refusal extends Omit<NotAProblem, 'message'> {
  /** What the message mentions: a media type, a limit, the text or the value. */
  readonly about?: unknown;
  /** The message, where it is not that of the reason. */
  readonly message?: string;
}

export function refusal(reason: NotAProblemReason, about?: unknown): Refusal {
  return { kind: 'not-a-problem', reason, about };
}

export function notAProblem(reason: NotAProblemReason, message: string): NotAProblem {
  return { kind: 'not-a-problem', reason, message };
}

/** Adds the message to a refusal. */
export function explained({ about, ...known }: Refusal): NotAProblem {
  const message = known.message ?? messages[known.reason](about);
  return { ...known, message: 'cause' in known ? rejectionText(known.cause) : message };
}

// biome-ignore lint/suspicious/noExplicitAny: each message knows what it is about
const messages: Record<NotAProblemReason, (about: any) => string> = {
  'media-type': ({ essence, wasRead }) =>
    `${mediaTypeReason(essence)}${wasRead ? ' Its members are not those of a problem.' : ''}`,
  empty: () => 'The body is empty.',
  'body-used': () => 'The body was read before, or is being read. Read a clone of the response.',
  'too-large': (maxBytes) =>
    `The body is larger than ${maxBytes} bytes. ${maxBytes === largestCopy ? 'Pass the text' : 'Raise maxBytes'}.`,
  'too-deep': (maxDepth) => `It is nested more than ${maxDepth} levels deep, or has too many members.`,
  syntax: (text) => `The body is not JSON: ${excerpt(text)}`,
  'not-an-object': (value) => `It is ${kindOf(value)}, not a JSON object.`,
  unreadable: () => 'Reading it failed with an error.',
};

export function mediaTypeReason(essence: string): string {
  if (essence === '') return `There is no Content-Type; a problem has ${problemMediaType}.`;
  const xml = essence === 'application/problem+xml' ? ' Read it with readProblemXml.' : '';
  return `The media type is ${essence}, not ${problemMediaType}.${xml}`;
}

function rejectionText(cause: unknown): string {
  try {
    return `The promise was rejected: ${String(Object(cause).message ?? cause)}`;
  } catch {
    return 'The promise was rejected.';
  }
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'an array';
  if (value === null || value === undefined) return String(value);
  return typeof value === 'object' ? 'an object of a class' : `a ${typeof value}`;
}

/** The beginning of a text, on one line. */
export function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return JSON.stringify(line.length > 80 ? `${line.slice(0, 79)}…` : line);
}
