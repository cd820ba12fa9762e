import { type NotAProblem, notAProblem, unreadable } from './not-a-problem.ts';

/** What a fetch `Response` and a `Request` have in common, and what stand-ins for them have. */
export interface Message {
  readonly headers: { get(name: string): string | null };
  readonly body?: unknown;
  readonly bodyUsed?: boolean;
  readonly status?: number;
  readonly url?: string;
  clone?(): Message;
  arrayBuffer?(): Promise<ArrayBuffer>;
  text?(): Promise<string>;
}

/** Whether a value is a fetch `Response` or `Request`, of whichever implementation. */
export function isMessage(value: unknown): value is Message {
  const { headers, arrayBuffer, text } = Object(value);
  return typeof headers?.get === 'function' && (typeof arrayBuffer === 'function' || typeof text === 'function');
}

/** The media type without parameters, in lower case. RFC 9110 section 8.3.1. */
export function essenceOf(contentType: string | null | undefined): string {
  return (contentType ?? '').split(/[;,]/, 1)[0]?.trim().toLowerCase() ?? '';
}

/** Whether a media type is XML. RFC 7303 section 4.2. */
export function isXmlType(contentType: string | null | undefined): boolean {
  return /[/+]xml$/.test(essenceOf(contentType));
}

/** Reads the body of a copy as UTF-8, so that the caller can still read the original. Stops after `maxBytes`. */
export async function readBody(message: Message, maxBytes: number): Promise<string | NotAProblem> {
  const bytes = await readBytes(message, maxBytes);
  return ArrayBuffer.isView(bytes) ? decode(bytes) : bytes;
}

/** Reads the bytes of a copy, so that the caller can still read the original. Stops after `maxBytes`. */
export async function readBytes(message: Message, maxBytes: number): Promise<Uint8Array | NotAProblem> {
  if (message.bodyUsed) return notAProblem('body-used', 'The body was read before. Read a clone of the response.');
  let copy = message;
  try {
    copy = message.clone?.() ?? message;
  } catch {
    return notAProblem('body-used', 'The body is being read elsewhere. Read a clone of the response.');
  }
  return bytesOf(copy, maxBytes);
}

async function bytesOf(message: Message, maxBytes: number): Promise<Uint8Array | NotAProblem> {
  const { body } = message;
  if (typeof (body as ReadableStream | null)?.getReader === 'function') {
    return drain(body as ReadableStream<Uint8Array>, maxBytes);
  }
  const whole = message.arrayBuffer
    ? new Uint8Array(await message.arrayBuffer())
    : new TextEncoder().encode(await message.text?.());
  return whole.byteLength > maxBytes ? tooLarge(maxBytes) : whole;
}

async function drain(stream: ReadableStream<Uint8Array>, maxBytes: number): Promise<Uint8Array | NotAProblem> {
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  let steps = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    if (!ArrayBuffer.isView(value)) return unreadable;
    size += value.byteLength;
    steps += 1;
    if (size > maxBytes || steps > maxBytes) {
      // Settles only when the caller's half of the copy is cancelled too, so nobody waits for it.
      reader.cancel().catch(() => {});
      return tooLarge(maxBytes);
    }
    chunks.push(value);
  }
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return whole;
}

/** UTF-8 to text; a byte order mark is dropped, a wrong byte becomes U+FFFD. */
function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** Text as it is, bytes of any realm as text, and anything else as `undefined`. */
export function textOf(body: unknown): string | undefined {
  const source = sourceOf(body);
  return typeof source === 'object' ? decode(source) : source;
}

/** Text as it is, bytes of any realm as a `Uint8Array`, and anything else as `undefined`. */
export function sourceOf(body: unknown): string | Uint8Array | undefined {
  if (typeof body === 'string') return body;
  if (ArrayBuffer.isView(body)) return new Uint8Array(body.buffer, body.byteOffset, body.byteLength);
  return Object.prototype.toString.call(body) === '[object ArrayBuffer]'
    ? new Uint8Array(body as ArrayBuffer)
    : undefined;
}

export function tooLarge(maxBytes: number): NotAProblem {
  return notAProblem('too-large', `The body is larger than ${maxBytes} bytes. Raise maxBytes to read it.`);
}
