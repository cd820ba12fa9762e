import type { Answer } from './answer.ts';
import { type Book, likely } from './book.ts';
import { byName } from './by-name.ts';
import { byRoute } from './by-route.ts';
import { byDetail } from './by-text.ts';
import { folded } from './names.ts';

/** A status: `401`, `401 Unauthorized`, `HTTP/1.1 401`, `status: 401`, `unauthorized`, `4xx`. */
export function byStatus(book: Book, text: string): Answer | undefined {
  const { statuses } = book.index;
  const family = /^\s*([45])(?:xx|\*\*)\s*$/i.exec(text)?.[1];
  if (family) {
    return { by: `the status ${family}xx`, types: typesOf(book, (status) => String(status).startsWith(family)) };
  }
  const { status, rest } = statusIn(text) ?? {};
  if (status !== undefined) {
    const list = ofStatus(book, status);
    if (rest === undefined || rest === '') return list;
    const named = (byName(book, rest) ?? byDetail(book, rest))?.types.filter((at) => list.types.includes(at)) ?? [];
    if (isReason(book, rest, status)) return { ...list, types: [...new Set([...named, ...list.types])] };
    return named.length > 0 ? { by: `the status ${status} and its name`, types: named } : undefined;
  }
  const asked = folded(text);
  const [named] = Object.entries(statuses).find(([, phrase]) => folded(phrase) === asked) ?? [];
  return named ? ofStatus(book, Number(named)) : undefined;
}

/** A status in the message of an HTTP client, at the route of its URL: `404 Client Error: Not Found for url: https://…`. */
export function byStatusWithin(book: Book, text: string): Answer | undefined {
  const [status] = [...text.slice(0, 4000).matchAll(/(?<![\w.:/-])[45]\d\d\b(?![.-]\d)/g)]
    .map(([digits]) => Number(digits))
    .filter((each) => each in book.index.statuses);
  if (status === undefined) return undefined;
  const list = ofStatus(book, status);
  const url = /https?:\/\/[^\s"'<>()]+/.exec(text)?.[0];
  const route = url === undefined ? undefined : byRoute(book, url);
  const here = route?.types.filter((at) => list.types.includes(at)) ?? [];
  return route && here.length > 0 ? { ...route, by: `the status ${status} at ${route.by}`, types: here } : list;
}

/** The status that a text begins with, as a status line does, and what else is in the text. */
export function statusIn(text: string): { status: number; rest: string } | undefined {
  const lead =
    /^\W*(?:(?:https?(?:\/\d(?:\.\d)?)?|status|status[\s_-]?code|response|code|error|got(?: an?)?)[\s"':=]*)*([1-5]\d\d)\b(.*)$/is;
  const [, status, rest = ''] = lead.exec(text) ?? [];
  return status ? { status: Number(status), rest: rest.replace(/^[\s"':,;.()-]+|[\s"':,;.()-]+$/g, '') } : undefined;
}

export function ofStatus(book: Book, status: number): Answer {
  const types = typesOf(book, (other) => other === status);
  const phrase = book.index.statuses[status];
  return {
    by: `the status ${status}${phrase ? ` ${phrase}` : ''}`,
    types,
    ...(types.length > 0 ? { page: `status/${status}` } : {}),
  };
}

/** Types whose first status it is come first. */
function typesOf(book: Book, isAsked: (status: number) => boolean): number[] {
  const { types } = book.index;
  const positions = types.flatMap(({ status }, at) => (status.some(isAsked) ? [at] : []));
  const isFirst = (at: number) => isAsked(types[at]?.status[0] ?? 0);
  const order = likely(book, positions);
  return [...order.filter(isFirst), ...order.filter((at) => !isFirst(at))];
}

function isReason({ index }: Book, text: string, status: number): boolean {
  const asked = folded(text);
  const words = ['error', 'errors', 'response', 'status', 'problem', 'problems', 'http'];
  return words.includes(asked) || folded(index.statuses[status] ?? '').startsWith(asked);
}
