import { jsonEnd } from './body-end.ts';
import { bytesOf, utf8 } from './bytes.ts';
import { plain } from './colors.ts';
import { isHttp, parseHttp, textOf } from './http-text.ts';
import { unwrapped } from './loose-json.ts';
import type { Message } from './message.ts';
import { entriesOf, harEntry, recorded, withheldIn } from './recorded.ts';

/** Text -> responses: raw HTTP, HAR, JSON, JSON lines, XML, JSON within the lines of a log. Runs in browsers too. */

/** What is parsed: the text with each character one byte, and how messages call it. */
export interface InputText {
  readonly bytes: string;
  readonly label: string;
  /** Whether it was text before it became bytes, so that no part can be in an encoding of its own. */
  readonly isText?: boolean;
}

/** The responses of an input in order, or why there is none. */
export type ParsedInput =
  | { readonly messages: readonly Message[]; readonly fault?: undefined }
  | { readonly messages: readonly []; readonly fault: string };

/** Input of text, as an editor or a browser has it. */
export function inputOf(text: string, label: string): InputText {
  return { bytes: bytesOf(text), label, isText: true };
}

/** Reads every response of an input, in order. */
export function parseInput(input: InputText): ParsedInput {
  const { label, isText = false } = input;
  const bytes = plain(input.bytes);
  const start = bytes.trimStart().charAt(0);
  const isJson = start === '{' || start === '[';
  if (isHttp(bytes) && !isJson) return { messages: httpMessages(bytes, label, isText) };
  const text = utf8(bytes);
  if (isJson) {
    const { value, error } = parsed(text);
    if (error === undefined) return fromJson(value, label);
    const lines = lineMessages(text, label);
    if (lines.length > 0) return { messages: lines };
    if (isHttp(bytes)) return { messages: httpMessages(bytes, label, isText) };
    const leading = start === '{' ? objectMessage(text, text.indexOf('{'), label) : [];
    if (leading.length > 0) return { messages: leading };
    if (start === '{') return { messages: [], fault: `${label}: not JSON. ${error}` };
  }
  const logged = text.split('\n').flatMap((line, index) => loggedMessage(line, index + 1, label));
  const found = [logged, scatteredMessage(text, label), xmlMessage(bytes, label, isText)].find(
    ({ length }) => length > 0,
  );
  return found ? { messages: found } : { messages: [], fault: `${label}: ${nothingIn(text)}` };
}

function nothingIn(text: string): string {
  const save = 'Save the whole response, for example with "curl -i".';
  if (/^\s*</.test(text)) return `a page without its status line. ${save}`;
  if (/^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) \S+/m.test(text)) {
    return 'requests without responses. Send them and save what comes back, for example with "curl -i".';
  }
  return `not an HTTP response, HAR or JSON. ${save}`;
}

function httpMessages(bytes: string, label: string, isText: boolean): Message[] {
  return parseHttp(bytes, isText).map((message) => ({
    ...message,
    label: message.line > 1 ? `${label}, line ${message.line}` : label,
  }));
}

function fromJson(whole: unknown, label: string): ParsedInput {
  const entries = entriesOf(whole);
  if (entries) {
    const withheld = withheldIn(entries);
    const messages = entries.flatMap(
      (entry, index) => harEntry(entry, `${label}, entry ${index + 1}`, ['log', 'entries', index], withheld) ?? [],
    );
    return messages.length > 0
      ? { messages }
      : { messages: [], fault: `${label}: a HAR without responses. Record some requests first.` };
  }
  if (!Array.isArray(whole)) return { messages: recorded(whole, label, 1, []) };
  return { messages: whole.flatMap((value, index) => recorded(value, `${label}, item ${index + 1}`, 1, [index])) };
}

function parsed(text: string): { readonly value?: unknown; readonly error?: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { error: (error as Error).message };
  }
}

/** JSON lines: several, the first of which is JSON. */
function lineMessages(text: string, label: string): Message[] {
  const lines = text.split('\n').map((line, index) => ({ document: line.trim(), line: index + 1 }));
  const filled = lines.filter(({ document }) => document !== '');
  if (filled.length < 2 || parsed(filled[0]?.document ?? '').error !== undefined) return [];
  return filled.flatMap(({ document, line }): Message[] => {
    const name = `${label}, line ${line}`;
    const { value, error } = parsed(document);
    if (error !== undefined) return [{ label: name, line, body: document }];
    return recorded(value, name, line, []).map((message) => ({ ...message, document }));
  });
}

/** The first JSON object within a line of a log: what is before and after it is skipped. */
function loggedMessage(text: string, line: number, label: string): Message[] {
  for (const from of braces(text)) {
    const messages = objectMessage(text, from, `${label}, line ${line}`);
    if (messages.length > 0) return messages.map((message) => ({ ...message, line }));
  }
  return [];
}

/** The first JSON object of a text that goes over several lines, as Invoke-WebRequest prints the body of an error. */
function scatteredMessage(text: string, label: string): Message[] {
  for (const from of braces(text)) {
    const line = text.slice(0, from).split('\n').length;
    const messages = objectMessage(text, from, line > 1 ? `${label}, line ${line}` : label);
    if (messages.length > 0) return messages.map((message) => ({ ...message, line }));
  }
  return [];
}

/** A problem in XML, whatever is before and after it. */
function xmlMessage(bytes: string, label: string, isText: boolean): Message[] {
  const text = isText ? utf8(bytes) : textOf(bytes, 'application/problem+xml');
  const [start, name = ''] = /<((?:[\w.-]{1,40}:)?problem)(?=[\s>])/.exec(text) ?? [];
  if (!start) return [];
  const from = text.indexOf(start);
  const end = text.indexOf(`</${name}>`, from);
  const line = text.slice(0, from).split('\n').length;
  return [{ label, line, body: end < 0 ? text.slice(from) : text.slice(from, end + name.length + 3) }];
}

/** Where objects can begin: the first few, so that a line full of braces takes no time. */
function braces(text: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf('{'); at >= 0 && found.length < 8; at = text.indexOf('{', at + 1)) found.push(at);
  return found.filter((at) => /^\{\s*"/.test(text.slice(at, at + 200)));
}

/** The object that begins there, whatever follows it. A console breaks long lines, also within a text. */
function objectMessage(text: string, from: number, label: string): Message[] {
  const rest = text.slice(from);
  const document = rest.slice(0, jsonEnd(rest));
  const line = text.slice(0, from).split('\n').length;
  const { value, error } = parsed(document);
  if (error === undefined) return recorded(value, label, line, []).map((message) => ({ ...message, document }));
  const unbroken = document.replace(/"(?:[^"\\]|\\[\s\S]?)*"?/g, unwrapped);
  return parsed(unbroken).error === undefined ? [{ label, line, body: unbroken }] : [];
}
