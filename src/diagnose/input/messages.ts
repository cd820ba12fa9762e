import { isHtmlPage } from '../other-responses.ts';
import { positionOf } from './lines.ts';
import { type LooseObject, looseObjects } from './loose-json.ts';
import { inputOf, type Message, parseInput } from './responses.ts';

/** Text -> the responses in it. */

// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape sequences of terminals begin with one
const colors = /\u001b(?:\[[\d;?]*[A-Za-z]|\][^\u0007\u001b]*(?:\u0007|\u001b\\))/g;

/** A response, and its body where that could be read loosely only. */
export type Read = Message & { readonly loose?: LooseObject };

/** A text without what terminals color it with. */
export function plain(text: string): string {
  return text.replace(colors, '');
}

export function messagesOf(text: string): readonly Read[] {
  const strict = parseInput(inputOf(text, 'The text')).messages;
  return strict.some(({ body }) => isProblemLike(objectOf(body))) ? strict : looselyRead(text, strict);
}

/** What stands between other words, or is not quite JSON. The responses themselves where there is nothing of that kind. */
function looselyRead(text: string, strict: readonly Read[]): readonly Read[] {
  const problems = looseObjects(text, isProblemLike);
  const found = problems.length > 0 || strict.length > 0 ? problems : looseObjects(text, isReplyLike).slice(0, 1);
  const raw = strict.filter(({ status, path }) => status !== undefined && path === undefined);
  const read = found.flatMap((loose): Read[] => {
    const line = positionOf(text, loose.start).line;
    const owner = raw.findLast((message) => message.line <= line);
    if (!owner) return [{ label: `line ${line}`, line, body: loose.value, loose }];
    return isHtmlPage(String(owner.body), lookup(owner)('content-type') ?? '')
      ? []
      : [{ ...owner, body: loose.value, loose }];
  });
  return read.length > 0 ? read : strict;
}

export function lookup({ headers = [] }: Message): (name: string) => string | undefined {
  return (name) => headers.find(([field]) => field.toLowerCase() === name)?.[1];
}

export function objectOf(body: unknown): Record<string, unknown> | undefined {
  let value = body;
  if (typeof body === 'string') {
    try {
      value = JSON.parse(body.replace(/^\uFEFF/, ''));
    } catch {
      return undefined;
    }
  }
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
}

/** Whether it tells of an error in another form. */
function isReplyLike({ detail, message, error }: Readonly<Record<string, unknown>>): boolean {
  return [detail, message, error].some((text) => typeof text === 'string');
}

/** Whether a value without its media type is meant as a problem details object. */
export function isProblemLike(body: Readonly<Record<string, unknown>> | undefined): boolean {
  const { type, title, status, detail } = body ?? {};
  if (typeof type === 'string') return [title, detail].some((text) => typeof text === 'string') || status !== undefined;
  return typeof title === 'string' && typeof status === 'number';
}
