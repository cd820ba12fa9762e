/** The text of HTTP responses, as `curl -i` prints it, as parts. Runs in browsers too. */

export interface HttpMessage {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
  /** Line of the status line, from 1. */
  readonly line: number;
  /** The header announces a body that is not there: an answer to HEAD. */
  readonly isHead: boolean;
}

const statusLine = /^HTTP\/\d(?:\.\d)?[ \t]+(\d{3})\b/;

/** Whether a text holds a response with its status line. */
export function isHttp(bytes: string): boolean {
  return /^(?:< | {2})?HTTP\/\d(?:\.\d)?[ \t]+\d{3}\b/m.test(bytes);
}

/** All responses in order: interim ones, redirects and the final one. What stands before the first is passed over. */
export function parseHttp(bytes: string): HttpMessage[] {
  const { text, lines } = unmarked(bytes);
  const messages: HttpMessage[] = [];
  let at = nextStatusLine(text, 0);
  let feeds = newlines(text, 0, at);
  while (at < text.length) {
    const end = headEnd(text, at);
    const [first = '', ...fields] = text
      .slice(at, end.from)
      .replace(/\r?\n[ \t]+/g, ' ')
      .split(/\r?\n/);
    const status = Number(statusLine.exec(first)?.[1]);
    const headers = fields.flatMap((field) => {
      const colon = field.indexOf(':');
      return colon > 0 ? [[field.slice(0, colon).trim(), utf8(field.slice(colon + 1).trim())] as const] : [];
    });
    const value = (name: string) => headers.find(([field]) => field.toLowerCase() === name)?.[1];
    const length = Number(value('content-length') ?? Number.NaN);
    const bodiless =
      status < 200 || status === 204 || status === 304 || statusLine.test(text.slice(end.to, end.to + 32));
    const least = !bodiless && length >= 0 && end.to + length <= text.length ? end.to + length : end.to;
    const until = nextStatusLine(text, least);
    const raw = bodiless ? '' : text.slice(end.to, until);
    const body = /chunked/i.test(value('transfer-encoding') ?? '') ? dechunked(raw) : raw;
    messages.push({
      status,
      headers,
      body: utf8(body),
      line: lines?.[feeds] ?? feeds + 1,
      isHead: body.trim() === '' && length > 0,
    });
    feeds += newlines(text, at, until);
    at = until;
  }
  return messages;
}

function nextStatusLine(text: string, from: number): number {
  for (let at = from; at <= text.length; ) {
    if (statusLine.test(text.slice(at, at + 32))) return at;
    const feed = text.indexOf('\nHTTP/', at);
    if (feed < 0) break;
    at = feed + 1;
  }
  return text.length;
}

/** Where the header fields end and where the body begins. */
function headEnd(text: string, from: number): { from: number; to: number } {
  const blank = /\r?\n\r?\n/g;
  blank.lastIndex = from;
  const match = blank.exec(text);
  return match ? { from: match.index, to: blank.lastIndex } : { from: text.length, to: text.length };
}

function newlines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** The body of `curl --raw` or of a captured connection; curl itself joins the chunks already. */
function dechunked(raw: string): string {
  let body = '';
  let at = 0;
  for (;;) {
    const size = /^([0-9a-f]{1,7})[^\r\n]*\r?\n/i.exec(raw.slice(at, at + 128));
    if (!size) return raw;
    const length = Number.parseInt(size[1] ?? '', 16);
    if (length === 0) return body;
    at += size[0].length;
    if (at + length > raw.length) return raw;
    body += raw.slice(at, at + length);
    at += length + (raw[at + length] === '\r' ? 2 : 1);
  }
}

/**
 * `curl -v` marks header lines with `< ` and adds lines of its own; `wget -S` indents them, without a blank line at the
 * end. `lines` holds, for each line of the text, its number in the input, where these differ.
 */
function unmarked(bytes: string): { text: string; lines?: number[] } {
  const isCurl = /^< HTTP\//m.test(bytes);
  if (!isCurl && !/^ {2}HTTP\//m.test(bytes)) return { text: bytes };
  const kept: string[] = [];
  const lines: number[] = [];
  let isHead = false;
  bytes.split('\n').forEach((line, index) => {
    if (isCurl) {
      if (/^([*>](\s|$)|[{}] \[\d+ bytes data\]|\s+%\s|\s*\d+ +\d+ .*--:--:--)/.test(line)) return;
      kept.push(line.replace(/^< ?/, ''));
    } else {
      const wasHead = isHead;
      isHead = /^ {2}HTTP\//.test(line) || (isHead && /^ {2}\S/.test(line));
      if (wasHead && !isHead) lines.push(index + 1);
      kept.push(...(wasHead && !isHead ? [''] : []), isHead ? line.slice(2) : line);
    }
    lines.push(index + 1);
  });
  return { text: kept.join('\n'), lines };
}

/** Bytes as text. */
export function utf8(bytes: string): string {
  const codes = new Uint8Array(bytes.length);
  for (let index = 0; index < bytes.length; index += 1) codes[index] = bytes.charCodeAt(index);
  return new TextDecoder().decode(codes);
}

/** Text as a string in which each character is one byte, so that lengths in header fields hold. */
export function bytesOf(text: string): string {
  const codes = new TextEncoder().encode(text);
  let bytes = '';
  for (let from = 0; from < codes.length; from += 8192) {
    bytes += String.fromCharCode(...codes.subarray(from, from + 8192));
  }
  return bytes;
}
