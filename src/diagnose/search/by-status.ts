import type { Answer } from './answer.ts';
import { byName } from './by-name.ts';
import { byRoute } from './by-route.ts';
import { byDetail } from './by-text.ts';
import { type Lookup, likely } from './lookup.ts';
import { folded, leeway, typos } from './names.ts';
import { fillers } from './stop-words.ts';
import { trimmed } from './trim.ts';

/** A status: `401`, `401 Unauthorized`, `HTTP/1.1 401`, `status: 401`, `unauthorized`, `4xx`. */
export function byStatus(lookup: Lookup, text: string): Answer | undefined {
  const family = /^\W*(?:(?:http|status|error)\W+)?([45])(?:xx|\*\*)(?:\W+(?:errors?|status|responses?))?\W*$/i.exec(
    text,
  )?.[1];
  if (family) {
    return { by: `the status ${family}xx`, types: typesOf(lookup, (status) => String(status).startsWith(family)) };
  }
  const { status, rest } = statusIn(text) ?? {};
  if (status !== undefined) {
    const list = ofStatus(lookup, status);
    if (rest === undefined || rest === '') return list;
    const name = byName(lookup, rest) ?? byDetail(lookup, rest);
    if (name && list.types.length === 0) return name;
    const named = name?.types.filter((at) => list.types.includes(at)) ?? [];
    if (isReason(lookup, rest, status)) return { ...list, types: [...new Set([...named, ...list.types])] };
    return named.length > 0 ? { by: `the status ${status} and its name`, types: named } : undefined;
  }
  const asked = folded(text);
  const named = phrasesOf(lookup).find(({ phrase }) => folded(phrase) === asked);
  const list = named && ofStatus(lookup, named.status);
  return list && (list.types.length > 0 || /\s/.test(named.phrase)) ? list : undefined;
}

/** Reason phrases, with the older ones that many servers send. */
function phrasesOf({ index }: Lookup): { status: number; phrase: string }[] {
  const own = Object.entries(index.statuses).map(([status, phrase]) => ({ status: Number(status), phrase }));
  const older = [
    { status: 413, phrase: 'Payload Too Large' },
    { status: 413, phrase: 'Request Entity Too Large' },
    { status: 422, phrase: 'Unprocessable Entity' },
  ];
  return [...own, ...older];
}

/** A reason phrase with a typing error or in British spelling, or among other words: `nginx says bad gateway`. */
export function byReason(lookup: Lookup, text: string): Answer | undefined {
  if (text.length > 200 || /\d{3}/.test(text)) return undefined;
  const asked = folded(text);
  const words = ` ${text.toLowerCase().replace(/[\s\p{P}]+/gu, ' ')} `;
  const near = phrasesOf(lookup).find(
    ({ phrase }) =>
      typos(folded(phrase), asked, leeway(asked.length)) < 3 ||
      (phrase.includes(' ') && words.includes(` ${phrase.toLowerCase()} `)),
  );
  const list = near && ofStatus(lookup, near.status);
  if (!list || list.types.length === 0) return undefined;
  const others = words.replace(` ${near.phrase.toLowerCase()} `, ' ').split(' ').filter(Boolean);
  const isAlone = others.every((word) => fillers.has(word)) || folded(others.join('')) === asked;
  return { ...list, isWords: true, isGuess: !isAlone };
}

/** A status in the message of an HTTP client, at the route of its URL: `404 Client Error: Not Found for url: https://…`. */
export function byStatusWithin(lookup: Lookup, text: string): Answer | undefined {
  const [status] = [...text.slice(0, 4000).matchAll(/(?<![\w.:/-])[45]\d\d\b(?![.-]\d)/g)]
    .map(([digits]) => Number(digits))
    .filter((each) => ofStatus(lookup, each).types.length > 0);
  if (status === undefined) return undefined;
  const list = ofStatus(lookup, status);
  const url = /https?:\/\/[^\s"'<>()]+/.exec(text)?.[0];
  const route = url === undefined ? undefined : byRoute(lookup, url);
  const here = route?.types.filter((at) => list.types.includes(at)) ?? [];
  return route && here.length > 0 ? { ...route, by: `the status ${status} at ${route.by}`, types: here } : list;
}

/** The status that a text begins with, as a status line does, and what else is in the text. */
export function statusIn(text: string): { status: number; rest: string } | undefined {
  const lead =
    /^\W*(?:(?:https?(?:\/\d(?:\.\d)?)?|status|response|code|error|got|an?)[\s"':=_-]*)*([1-5]\d\d)\b(.*)$/is;
  const [, status, rest = ''] = lead.exec(text) ?? [];
  return status ? { status: Number(status), rest: trimmed(rest, /[\s"':,;.()-]/) } : undefined;
}

export function ofStatus(lookup: Lookup, status: number): Answer {
  const types = typesOf(lookup, (other) => other === status);
  const phrase = lookup.index.statuses[status];
  return {
    by: `the status ${status}${phrase ? ` ${phrase}` : ''}`,
    types,
    status,
    ...(types.length > 0 || lookup.statusPages.has(status) ? { page: `status/${status}` } : {}),
  };
}

/** Types whose first status it is come first. */
function typesOf(lookup: Lookup, isAsked: (status: number) => boolean): number[] {
  const { types } = lookup.index;
  const positions = types.flatMap(({ status }, at) => (status.some(isAsked) ? [at] : []));
  const isFirst = (at: number) => isAsked(types[at]?.status[0] ?? 0);
  const order = likely(lookup, positions);
  return [...order.filter(isFirst), ...order.filter((at) => !isFirst(at))];
}

function isReason(lookup: Lookup, text: string, status: number): boolean {
  const asked = folded(text);
  const words = ['error', 'errors', 'response', 'status', 'problem', 'problems', 'http'];
  return (
    words.includes(asked) ||
    phrasesOf(lookup).some((each) => each.status === status && folded(each.phrase).startsWith(asked))
  );
}
