import { objectOf } from './input/body.ts';
import { isProblemMessage, type Message } from './input/message.ts';
import { inputOf, parseInput } from './input/responses.ts';

/** A text that is too large to be shown -> the failing responses in it, each as a small text that can be inspected. */

export interface Failing {
  readonly status: number | undefined;
  /** What was asked for: method and address, or the place in the input. */
  readonly label: string;
  /** Title of the problem, where the body has one. */
  readonly title: string | undefined;
  /** The response with its request, as an entry of an HTTP Archive. */
  readonly text: string;
}

export interface Failures {
  readonly failing: readonly Failing[];
  /** Number of all responses, and of those that failed. */
  readonly responses: number;
  readonly failed: number;
  /** Why there is none. */
  readonly fault?: string | undefined;
}

/** Most responses that are listed, and most characters of a body. */
const most = 500;
const longestBody = 100_000;

export function failuresIn(text: string, name: string): Failures {
  const { messages, fault } = parseInput(inputOf(text, name));
  const failed = messages.filter(isProblemMessage);
  const failing = failed.slice(0, most).map((message): Failing => {
    const { title } = objectOf(message.body) ?? {};
    const called = [message.method, message.url].filter(Boolean).join(' ');
    const body = typeof message.body === 'string' ? message.body : JSON.stringify(message.body, null, 2);
    return {
      status: message.status,
      label: called || message.label,
      title: typeof title === 'string' ? title.slice(0, 200) : undefined,
      text: message.status === undefined ? body.slice(0, longestBody) : entryOf(message, body),
    };
  });
  return { failing, responses: messages.length, failed: failed.length, fault };
}

function entryOf(
  { status, headers, method, url, requestHeaders, withheld, bodyMissing }: Message,
  body: string,
): string {
  const list = (fields: Message['headers'] = []) => fields.map(([name, value]) => ({ name, value }));
  const entry = {
    request: { method, url, headers: requestHeaders && list(requestHeaders) },
    response: {
      status,
      headers: list(headers),
      content: bodyMissing === undefined ? { text: body.slice(0, longestBody) } : {},
    },
    // What marks an archive whose credentials may have been left out.
    ...(withheld && { _initiator: {} }),
  };
  return JSON.stringify(entry, null, 2);
}
