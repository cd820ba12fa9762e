import { isXmlType } from '#runtime/read/body.ts';
import { decodeXml } from '#runtime/xml/decode.ts';
import { withoutRest } from './body-end.ts';
import { codesOf, utf8 } from './bytes.ts';
import type { Headers } from './message.ts';
import { plainHttp } from './transcript.ts';

/** The text of HTTP messages -> responses with their requests. Runs in browsers too. */

export interface HttpMessage {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
  /** Why the body is not in the text, as a sentence; absent where it is. */
  readonly bodyMissing?: string | undefined;
  /** Line of the status line, from 1. */
  readonly line: number;
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly requestHeaders?: Headers | undefined;
}

const statusLine = /^HTTP\/(\d)(?:\.\d)?[ \t]+(\d{3})\b/;
/** Without a version only before a whole address, as prose can begin with a verb too. */
const requestLine = /^([A-Z-]+)[ \t]+(?:(\S+)[ \t]+HTTP\/\d(?:\.\d)?|(https?:\/\/\S+))[ \t]*$/;

/** Whether a text has a response with its status line. */
export function isHttp(bytes: string): boolean {
  return /(?:^|\d)(?:< | {2}|RawContent\s*: )?HTTP\/\d(?:\.\d)?[ \t]+\d{3}\b/m.test(bytes);
}

/**
 * All responses in order: interim ones, redirects and the final one. Text before the first is skipped.
 * @param isText whether the bytes are UTF-8, whatever a body declares
 */
export function parseHttp(bytes: string, isText = false): HttpMessage[] {
  const { text, lines, scheme, isTranscript } = plainHttp(bytes);
  const messages: HttpMessage[] = [];
  let request: Request | undefined;
  let at = startAfter(text, 0);
  let feeds = newlines(text, 0, at);
  while (at < text.length) {
    const end = headEnd(text, at);
    const { first, headers } = headOf(text.slice(at, end.from));
    const [, version, code] = statusLine.exec(first) ?? [];
    let until: number;
    if (code === undefined) {
      request = requestOf(first, headers, scheme);
      until = startAfter(text, end.to);
    } else {
      const status = Number(code);
      const length = Number(valueIn(headers, 'content-length') ?? Number.NaN);
      const isEmpty = status < 200 || status === 204 || status === 304 || startAfter(text, end.to) === end.to;
      const least = !isEmpty && length >= 0 && end.to + length <= text.length ? end.to + length : end.to;
      until = startAfter(text, least);
      const raw = isEmpty ? '' : text.slice(end.to, until);
      const isChunked = /chunked/i.test(valueIn(headers, 'transfer-encoding') ?? '');
      const body = withoutRest(isChunked ? dechunked(raw) : raw, length);
      const isKnownEmpty = length === 0 || (Number.isNaN(length) && !isChunked && version === '1' && !isTranscript);
      messages.push({
        status,
        headers,
        body: isText ? utf8(body) : textOf(body, valueIn(headers, 'content-type')),
        bodyMissing: bodyMissing(body, isKnownEmpty, request?.method),
        line: lines?.[feeds] ?? feeds + 1,
        ...request,
      });
    }
    feeds += newlines(text, at, until);
    at = until;
  }
  return messages;
}

type Request = Pick<HttpMessage, 'method' | 'url' | 'requestHeaders'>;

function requestOf(first: string, requestHeaders: Headers, scheme: string | undefined): Request {
  const [, method, target = '', address] = requestLine.exec(first) ?? [];
  const host = valueIn(requestHeaders, 'host');
  const url = address ?? (/^https?:/.test(target) || !host ? target : `${scheme ?? schemeOf(host)}://${host}${target}`);
  return { method, url, requestHeaders };
}

/** A host with another port than 443, or of this machine, most likely speaks plain HTTP. */
function schemeOf(host: string): string {
  const isPlain = /^(?:localhost|127\.|\[::1\])|:(?!443$)\d+$/.test(host);
  return isPlain ? 'http' : 'https';
}

function bodyMissing(body: string, isKnownEmpty: boolean, method: string | undefined): string | undefined {
  if (method === 'HEAD') return 'A response to HEAD has no body.';
  if (body.trim() === '')
    return isKnownEmpty ? undefined : 'The body is missing. Save it too, for example with "curl -i".';
  const isCut = /^\s*[{[]/.test(body) && /(?:\.\.\.|\u00e2\u0080\u00a6)$/.test(body.trimEnd());
  return isCut ? 'The body is cut off. Save all of it, for example with "curl -i".' : undefined;
}

function headOf(head: string): { first: string; headers: [string, string][] } {
  const [first = '', ...fields] = head.replace(/\r{0,2}\n[ \t]+/g, ' ').split(/\r{0,2}\n/);
  const headers = fields.flatMap((field): [string, string][] => {
    const colon = field.indexOf(':');
    return colon > 0 ? [[field.slice(0, colon).trim(), utf8(field.slice(colon + 1).trim())]] : [];
  });
  return { first, headers };
}

function valueIn(headers: Headers, name: string): string | undefined {
  return headers.find(([field]) => field.toLowerCase() === name)?.[1];
}

/** Where the next message starts: at `from` itself, or at the start of a line. */
function startAfter(text: string, from: number): number {
  if (statusLine.test(text.slice(from, from + 32))) return from;
  const isStart = from === 0 || text[from - 1] === '\n';
  for (let at = isStart ? from : after(text, '\n', from); at < text.length; at = after(text, '\n', at)) {
    const code = text.charCodeAt(at);
    if (code < 65 || code > 90) continue;
    const line = text.slice(at, after(text, '\n', at)).trimEnd();
    if (statusLine.test(line) || requestLine.test(line)) return at;
  }
  return text.length;
}

/** Behind the next sign, or the end of the text. */
function after(text: string, sign: string, from: number): number {
  const at = text.indexOf(sign, from);
  return at < 0 ? text.length : at + sign.length;
}

/** Where the header fields end and where the body begins. */
function headEnd(text: string, from: number): { from: number; to: number } {
  const blank = /\r{0,2}\n\r{0,2}\n/g;
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

/** XML says itself which encoding it is in; everything else is UTF-8. */
export function textOf(bytes: string, contentType: string | undefined): string {
  try {
    if (isXmlType(contentType)) return decodeXml(codesOf(bytes), contentType ?? '');
  } catch {
    // The check tells what is wrong with it.
  }
  return utf8(bytes);
}
