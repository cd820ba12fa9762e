import type { Foreign } from './exchange.ts';
import { largestCopy, type Refusal, refusal } from './not-a-problem.ts';

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
  return (contentType ?? '')
    .replace(/[;,].*/s, '')
    .trim()
    .toLowerCase();
}

/** Whether a media type is XML. RFC 7303 section 4.2. */
export function isXmlType(contentType: string | null | undefined): boolean {
  return /[/+]xml$/.test(essenceOf(contentType));
}

/** Bytes or, where there is nothing else, text; or why there is none. */
export interface BodyRead {
  readonly body?: string | Uint8Array;
  readonly unreadable?: Refusal;
}

/** Reads a body. Stops after `maxBytes`. */
export type BodyReader = (maxBytes: number) => Promise<BodyRead>;

/** Reads the body of a copy, so that the caller can still read the original. */
export function messageReader(message: Message): BodyReader {
  return async (maxBytes) => {
    let copy = message;
    try {
      if (!message.bodyUsed) copy = message.clone?.() ?? message;
    } catch {
      return bodyUsed;
    }
    if (copy.bodyUsed) return bodyUsed;
    const isNodeStream = copy !== message && typeof Object(copy.body).pipe === 'function';
    const read = readerOf(copy.body) ?? readerOf(copy);
    return read?.(isNodeStream ? Math.min(maxBytes, largestCopy) : maxBytes) ?? { body: '' };
  };
}

const bodyUsed: BodyRead = { unreadable: refusal('body-used') };

/** The reader of a stream or of anything with `arrayBuffer` or `text`; `undefined` for a body that is at hand. */
export function readerOf(body: unknown): BodyReader | undefined {
  const { getReader, [Symbol.asyncIterator]: iterator, arrayBuffer, text, locked, readableDidRead } = Object(body);
  if (typeof (getReader ?? iterator) === 'function') {
    return async (maxBytes) => (locked || readableDidRead ? bodyUsed : drain(body as Foreign, maxBytes));
  }
  if (typeof (arrayBuffer ?? text) !== 'function') return undefined;
  return async (maxBytes) => {
    const whole = arrayBuffer ? new Uint8Array(await arrayBuffer.call(body)) : String(await text.call(body));
    return whole.length > maxBytes ? { unreadable: refusal('too-large', maxBytes) } : { body: whole };
  };
}

async function drain(stream: Foreign, maxBytes: number): Promise<BodyRead> {
  const source = stream.getReader?.() ?? stream[Symbol.asyncIterator as never]();
  const chunks: Uint8Array[] = [];
  let size = 0;
  let unreadable: Refusal | undefined;
  while (!unreadable) {
    const { done, value } = await (source.read?.() ?? source.next());
    if (done) return { body: joined(chunks, size) };
    const bytes = typeof value === 'string' ? new TextEncoder().encode(value) : value;
    size += bytes?.byteLength;
    chunks.push(bytes);
    if (!ArrayBuffer.isView(bytes)) unreadable = refusal('unreadable');
    else if (size > maxBytes || chunks.length > maxBytes + 1) unreadable = refusal('too-large', maxBytes);
  }
  // Settles only when the caller's half of the copy is cancelled too, so nobody waits for it.
  (source.cancel?.() ?? source.return?.())?.catch(() => {});
  return { unreadable };
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return whole;
}

/** Text as it is, bytes of any realm as text, and anything else as `undefined`. */
export function textOf(body: unknown): string | undefined {
  if (typeof body === 'string') return body;
  // UTF-8: a byte order mark is dropped, a wrong byte becomes U+FFFD.
  return isBytes(body) ? new TextDecoder().decode(body) : undefined;
}

/** Text as it is, bytes of any realm as a `Uint8Array`, and anything else as `undefined`. */
export function sourceOf(body: unknown): string | Uint8Array | undefined {
  if (typeof body === 'string') return body;
  if (ArrayBuffer.isView(body)) return new Uint8Array(body.buffer, body.byteOffset, body.byteLength);
  return isBytes(body) ? new Uint8Array(body) : undefined;
}

/** Whether a value is an `ArrayBuffer` or a view of one, of any realm. */
function isBytes(body: unknown): body is ArrayBuffer {
  return ArrayBuffer.isView(body) || Object.prototype.toString.call(body) === '[object ArrayBuffer]';
}
