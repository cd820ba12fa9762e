import type { RequestParts } from './request-parts.ts';

/** Whether a parser failed at the body of the request, or at some other text: JSON that a handler parsed by hand. */

const marked = new WeakSet<object>();

/** Notes that the error was thrown by reading the body of a request. */
export function markMalformed(error: object): void {
  marked.add(error);
}

/**
 * `shown` when the error was noted so, or when the body of the request fails to parse in the same way. `hidden` when all
 * that is known is that the body was read: then the message may quote some other text.
 */
export function malformed(
  error: { name?: unknown; message?: unknown },
  parts: (() => RequestParts) | undefined,
): 'shown' | 'hidden' | undefined {
  if (marked.has(error)) return 'shown';
  if (error.name !== 'SyntaxError' || !parts || !/\bJSON\b/.test(String(error.message))) return undefined;
  const { text, wasRead } = parts();
  if (text !== undefined) return parseError(text) === error.message ? 'shown' : undefined;
  return wasRead ? 'hidden' : undefined;
}

function parseError(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
