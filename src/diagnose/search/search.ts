import { findNamesOf } from '#runtime/causes/find.ts';
import { detailIn, exchangeOf } from '../diagnosis.ts';
import { objectOf } from '../input/body.ts';
import { lookup } from '../input/message.ts';
import { inputOf, parseInput } from '../input/responses.ts';
import { fittingReplies, isHtmlPage, statusOfPage } from '../other-responses.ts';
import type { Answer } from './answer.ts';
import { statusWithin } from './by-clues.ts';
import { longestText } from './by-text.ts';
import { type Document, documentsOf } from './documents.ts';
import { fullText, type WordHit } from './full-text.ts';
import type { FinderIndex, FinderType } from './index.ts';
import { folded } from './names.ts';
import { type Resolver, resolver } from './resolve.ts';
import { marked, type Piece, snippet } from './snippet.ts';
import { termsOf } from './terms.ts';

/** A text that somebody has -> everything that it can mean, the best first, and how sure the first is. */

export interface Hit {
  readonly document: Document;
  /** Title and reason, with what matched marked. */
  readonly title: readonly Piece[];
  readonly why: readonly Piece[];
  /** The reason is what people ask with. */
  readonly isAsked: boolean;
}

export interface Found {
  readonly hits: readonly Hit[];
  /** The first hit is the answer; otherwise all may be meant. */
  readonly isSure: boolean;
  /** As what the text was read, to stand after "found by". */
  readonly by: string;
  readonly isResponse: boolean;
}

export interface Search extends Resolver {
  search(text: string): Found;
}

/** Most hits. */
const most = 40;

export function searcher(index: FinderIndex): Search {
  let made: ReturnType<typeof prepare> | undefined;
  const prepared = () => {
    made ??= prepare(index);
    return made;
  };
  const { resolve, near } = resolver(index, (text, among) => {
    const { documents, words } = prepared();
    const found = words.search(text);
    const isMeant = ({ id }: WordHit) => among === undefined || among.includes(documents[id]?.at ?? -1);
    return typesIn(documents, found.filter(isMeant));
  });
  return { resolve, near, search: (text) => searchIn(index, prepared(), resolve, text) };
}

function prepare(index: FinderIndex) {
  const documents = documentsOf(index);
  return { documents, names: namesOf(documents), words: fullText(documents) };
}

function searchIn(
  index: FinderIndex,
  { documents, names, words }: ReturnType<typeof prepare>,
  resolve: Resolver['resolve'],
  given: string,
): Found {
  const typeAt = (at: number) => documents.findIndex(({ at: place }) => place === at);
  const text = given.trim();
  if (text === '') return { hits: [], isSure: false, by: '', isResponse: false };
  const answer = resolve(text);
  const found = within(text, answer, text.length > 400 ? [] : words.search(text));
  const page =
    answer.page === undefined ? -1 : documents.findIndex(({ path }) => path === `${index.path}/${answer.page}`);
  const [first, isSure] = firstOf(text, answer, found, page);
  const order = new Set<number>();
  const put = (list: readonly number[]) => {
    for (const id of list) if (id >= 0) order.add(id);
  };
  put(first);
  // Words around a status say little, unless more than half of them stand in one place.
  if (answer.isGuess && answer.page !== undefined && (found[0]?.covered ?? 0) <= 0.5)
    put([page, ...answer.types.map(typeAt)]);
  // Where one word is a name of several types, words of pages add nothing to it.
  const isRead = !answer.isGuess && (!answer.isWords || /^\S+$/.test(text));
  if (isRead) put(answer.types.map(typeAt));
  const isWordSure = order.size === 0 && !isErrorCode(text) && isClear(documents, text, found);
  const least = (found[0]?.score ?? 0) * 0.12;
  put(found.filter(({ score }) => score >= least).map(({ id }) => id));
  if (!isRead) put([...answer.types, ...(answer.also ?? [])].map(typeAt));
  return {
    hits: [...order].slice(0, most).map((id) =>
      hitOf(
        documents[id] as Document,
        text,
        found.find((hit) => hit.id === id),
      ),
    ),
    isSure: isSure || isWordSure,
    by: answer.by,
    isResponse: answer.isResponse ?? false,
  };

  /** What stands before all other hits, and whether it is the answer. */
  function firstOf(
    text: string,
    answer: Answer,
    found: readonly WordHit[],
    page: number,
  ): readonly [hits: readonly number[], isSure: boolean] {
    const { types, by, isIdentity, isGuess } = answer;
    const live = liveOf(index, types);
    const isDetail = by === 'its detail text';
    const isTyped = live.length === 1 && !isGuess && (types.length === 1 || isDetail);
    const typed = () =>
      live.flatMap((at) => {
        const causes = causesOf(index, documents, at, text, answer, found);
        return [...(causes.length === 1 ? causes : []), typeAt(at), ...causes];
      });
    if (isIdentity || (isTyped && isDetail))
      return [typed(), by !== 'another name' || !isGeneralClass(index, live, text)];
    const replies = replyHits(index, documents, text, found);
    if (replies.length > 0) return [replies, replies.length === 1];
    const named = namedBy(names.own, text);
    if (named.length > 0) return [named, named.length === 1];
    if (page !== -1 && !isGuess) return [[page], true];
    if (isTyped) return [typed(), true];
    const isCode = /^\S+$/.test(text) && /[_-]/.test(text);
    const asked =
      text.length > 200 || isCode
        ? []
        : pagesFirst(documents, liveFirst(documents, names.asked.get(sense(text)) ?? []));
    return [asked, asked.length === 1 && !isErrorCode(text)];
  }

  /** Word hits in the order in which the whole text speaks for them: a status in it, and the types that it was read as. */
  function within(text: string, { types, isGuess }: Answer, found: readonly WordHit[]): readonly WordHit[] {
    const status = statusWithin(text);
    const fits = (at: number) => status === undefined || index.types[at]?.status.includes(status) === true;
    const factor = ({ id }: WordHit) => {
      const { at } = documents[id] as Document;
      if (at === undefined) return 1;
      return (fits(at) ? 1 : 0.3) * (!isGuess && types.includes(at) ? 2 : 1);
    };
    const scored = found.map((hit) => ({ ...hit, score: hit.score * factor(hit) })).sort((a, b) => b.score - a.score);
    // A part says more than its page, where it has all that was asked.
    const [best] = scored;
    if (!best) return [];
    const start = `${documents[best.id]?.path}#`;
    const own = scored
      .slice(0, 8)
      .find(
        ({ id, covered, coveredByName }) =>
          documents[id]?.path.startsWith(start) && covered >= best.covered && coveredByName >= best.coveredByName,
      );
    return own ? [own, ...scored] : scored;
  }
}

/** A code of an HTTP client, such as `ECONNRESET` or `CERT_HAS_EXPIRED`: it does not say which connection failed. */
function isErrorCode(text: string): boolean {
  return /^(?:E[A-Z]{4,}|[A-Z\d]+(?:_[A-Z\d]+)+)$/.test(text);
}

/**
 * Whether a class in a text has the name of an alias that is written otherwise, as any program has a `ValidationError`, or
 * belongs to a package of another name.
 */
function isGeneralClass({ types, baseUri }: FinderIndex, positions: readonly number[], text: string): boolean {
  const aliases = new Set(positions.flatMap((at) => types[at]?.aka ?? []));
  const names = new Set([...aliases].map(folded));
  const classes = /\s/.test(text) ? (text.slice(0, longestText).match(/\b[A-Z]\w*Error\b/g) ?? []) : [];
  const [, owner = ''] = /^\W*([a-z]\w*)\.(?:\w+\.)*[A-Z]\w*Error\b/.exec(text) ?? [];
  const isOfOther = !folded(baseUri).includes(folded(owner));
  return classes.some((name) => names.has(folded(name)) && (isOfOther || !aliases.has(name)));
}

/** Those that a running server sends, or all where it sends none. */
function liveOf({ types }: FinderIndex, positions: readonly number[]): readonly number[] {
  const live = positions.filter((at) => types[at]?.state === 'sent' || types[at]?.state === 'rare');
  return live.length > 0 ? live : positions;
}

/** The best of the word hits is the answer when one of its names has all that was asked, and no other comes near. */
function isClear(documents: readonly Document[], text: string, found: readonly WordHit[]): boolean {
  const [first, ...others] = found;
  const document = first && documents[first.id];
  if (!document) return false;
  const asked = termsOf(text);
  const isNamed = [document.title, ...document.names, ...document.asked].some((name) => {
    const terms = termsOf(name);
    return asked.every((term) => terms.includes(term));
  });
  if (!isNamed) return false;
  const page = (id: number) => documents[id]?.path.replace(/#.*/, '');
  const rival = others.find(({ id }) => page(id) !== page(first.id));
  return !rival || first.score > rival.score * (rival.covered < 1 ? 1.3 : 2);
}

/** Types of word hits, causes counted for their types. */
function typesIn(documents: readonly Document[], found: readonly WordHit[]): { types: number[]; isWhole: boolean } {
  const own = found.flatMap(({ id, covered }) => {
    const at = documents[id]?.at;
    return at === undefined ? [] : [{ at, isWhole: covered === 1 }];
  });
  const whole = own.filter(({ isWhole }) => isWhole);
  const chosen = whole.length > 0 ? whole : own.slice(0, 10);
  return { types: [...new Set(chosen.map(({ at }) => at))], isWhole: whole.length > 0 };
}

type Names = ReadonlyMap<string, readonly number[]>;

/** Names of pages, and words that people ask with, folded. */
function namesOf(documents: readonly Document[]): { readonly own: Names; readonly asked: Names } {
  const own = new Map<string, number[]>();
  const asked = new Map<string, number[]>();
  const add = (map: Map<string, number[]>, id: number, list: readonly string[]) => {
    for (const name of new Set(list)) {
      const known = map.get(name);
      if (known) known.push(id);
      else map.set(name, [id]);
    }
  };
  documents.forEach((document, id) => {
    if (document.at === undefined) add(own, id, document.names.map(folded));
    add(asked, id, document.asked.filter((text) => !/^[\d/]*$/.test(text)).map(sense));
  });
  return { own, asked };
}

/** What a running server does not send only where nothing else is there. */
function liveFirst(documents: readonly Document[], ids: readonly number[]): readonly number[] {
  const live = ids.filter((id) => !documents[id]?.isIdle);
  return live.length > 0 ? live : ids;
}

/** A page that is asked for by a word is more likely meant than a part of another. */
function pagesFirst(documents: readonly Document[], ids: readonly number[]): readonly number[] {
  const isPart = (id: number) => documents[id]?.path.includes('#') === true;
  return [...ids.filter((id) => !isPart(id)), ...ids.filter(isPart)];
}

/** Words without endings and without those that say nothing, so that only what is meant is compared. */
function sense(text: string): string {
  return termsOf(text).sort().join(' ');
}

/** `JWT_SECRET=x` and `agent_id: a` without what is behind the sign. */
function withoutValue(text: string): string {
  const sign = Math.max(text.lastIndexOf('='), text.lastIndexOf(':'));
  return sign >= 0 &&
    !text
      .slice(sign + 1)
      .trim()
      .includes(' ')
    ? text.slice(0, sign).trimEnd()
    : text;
}

/** Documents that have the text as a name. */
function namedBy(names: Names, text: string): readonly number[] {
  if (text.length > 200 || text.startsWith('/')) return [];
  const asked = withoutValue(text.split(/\s+/).join(' ')).replace(
    /^(?:what (?:is|does)|how (?:do I|to) (?:use|set)|the|my) | (?:setting|guide|header|page|mean)$/gi,
    '',
  );
  return names.get(folded(text)) ?? names.get(folded(asked)) ?? [];
}

/** Causes of the type that the text leads to, the likeliest first: by diagnosis, or where its words name one cause. */
function causesOf(
  { types }: FinderIndex,
  documents: readonly Document[],
  at: number,
  text: string,
  { by, message }: Answer,
  found: readonly WordHit[],
): number[] {
  const type = types[at] as FinderType;
  const own = documents.flatMap(({ kind, at: place }, id) => (kind === 'cause' && place === at ? [id] : []));
  const body = message ? (objectOf(message.body) ?? {}) : detailIn(type, text.slice(0, longestText));
  const diagnosis = findNamesOf(type, body, message ? exchangeOf(message) : {});
  if (diagnosis.by === 'text')
    return [...diagnosis.sure, ...diagnosis.possible].flatMap(
      (name) => own[type.causes.findIndex((cause) => cause.name === name)] ?? [],
    );
  const [named] = found;
  if (!named || !own.includes(named.id)) return [];
  const isMeant = by.endsWith(' and words') || (by === 'another name' && named.coveredByName === 1);
  return isMeant ? [named.id] : [];
}

/** Known responses that are not problem details, found by status, header fields and body; the likeliest first. */
function replyHits(
  { replies }: FinderIndex,
  documents: readonly Document[],
  text: string,
  found: readonly WordHit[],
): number[] {
  if (text.length > 100_000) return [];
  const isBody = /^[{<]|HTTP\/\d/.test(text) || isHtmlPage(text, '');
  const [message] = isBody ? parseInput(inputOf(text, 'the text')).messages : [];
  const raw = message ? (typeof message.body === 'string' ? message.body : (JSON.stringify(message.body) ?? '')) : text;
  const body = message && objectOf(message.body);
  const header = message ? lookup(message) : () => undefined;
  const own = typeof body?.status === 'number' ? body.status : undefined;
  const status = message?.status ?? own ?? statusOfPage(raw);
  const contentType = header('content-type') ?? '';
  // A route is quoted in what is said of many responses.
  const isSentence = text.includes(' ') && !text.includes('/');
  const known = isBody
    ? replies
    : replies.filter(
        ({ begins, text: own }) =>
          begins.some((start) => text.startsWith(start)) || (isSentence && own.includes(`\`${text}\``)),
      );
  const fits = fittingReplies(known, { status, header, body: raw, contentType });
  const scoreOf = (id: number) => found.find((hit) => hit.id === id)?.score ?? 0;
  return fits
    .map(({ anchor }) => documents.findIndex(({ kind, path }) => kind === 'reply' && path.endsWith(`#${anchor}`)))
    .sort((a, b) => scoreOf(b) - scoreOf(a));
}

function hitOf(document: Document, text: string, word: WordHit | undefined): Hit {
  const terms = new Set([...(word?.terms ?? []), ...termsOf(text.slice(0, 200))]);
  const has = (part: string) => termsOf(part).some((term) => terms.has(term));
  const asked = document.asked.find(has);
  const said = document.said.find(has)?.replaceAll('*', '…');
  const source = has(document.text) ? document.text : asked && !has(document.title) ? asked : (said ?? document.text);
  return { document, title: marked(document.title, terms), why: snippet(source, terms), isAsked: source === asked };
}
