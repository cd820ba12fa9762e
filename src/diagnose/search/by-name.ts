import type { Answer } from './answer.ts';
import { type Kind, kinds, type Lookup, likely, type Naming } from './lookup.ts';
import { bareNames, folded, leeway, typos } from './names.ts';
import { fillers } from './stop-words.ts';

const words: Readonly<Record<Kind, string>> = {
  name: 'its name',
  title: 'its title',
  alias: 'another name',
  'seen title': 'a title that the server sends',
  exception: 'an exception class',
};

/** A name, a title, a constant, an alias or an exception class, exactly. */
export function byName(lookup: Lookup, text: string): Answer | undefined {
  for (const name of bareNames(text)) {
    const found = lookup.names.get(name);
    if (found) return ranked(lookup, found);
  }
  return undefined;
}

/** A name or a title, and nothing around it. */
export function byTitle(lookup: Lookup, text: string): Answer | undefined {
  const found = lookup.names.get(folded(text))?.filter(({ kind }) => kind === 'name' || kind === 'title') ?? [];
  return found.length > 0 ? ranked(lookup, found) : undefined;
}

/** Names within a text of other words: `error_code=SESSION_INVALID agent=…`. Plain words do not count as names. */
export function byNameWithin(lookup: Lookup, text: string): Answer | undefined {
  for (const token of text.match(/\b[A-Za-z][A-Za-z0-9_-]{3,80}\b/g)?.filter(isCompound) ?? []) {
    const found = bareNames(token).flatMap((name) => lookup.names.get(name) ?? []);
    if (found.length > 0) return { ...ranked(lookup, found), isWords: false };
  }
  return undefined;
}

/** A name of several words within a question: `how do I fix session invalid?`. The longest counts. */
export function byNameInWords(lookup: Lookup, text: string): Answer | undefined {
  const phrases = new Set(Object.values(lookup.index.statuses).map(folded));
  const words = wordsOf(text.slice(0, 400));
  for (let length = Math.min(6, words.length); length > 1; length -= 1)
    for (let at = 0; at + length <= words.length; at += 1) {
      const part = folded(words.slice(at, at + length).join(''));
      const found = phrases.has(part) ? [] : (lookup.names.get(part)?.filter(isNoException) ?? []);
      if (found.length === 0) continue;
      const others = [...words.slice(0, at), ...words.slice(at + length)];
      const isAlone = others.every((word) => fillers.has(word.toLowerCase()));
      return { ...ranked(lookup, found), isIdentity: false, isGuess: !isAlone };
    }
  return undefined;
}

/** The words of a name or a title in another order: `invalid session`. */
export function byWordsOfName(lookup: Lookup, text: string): Answer | undefined {
  const sorted = (name: string) => wordsOf(name.toLowerCase()).sort().join(' ');
  const asked = sorted(text.slice(0, 100));
  const types = likely(
    lookup,
    lookup.index.types.flatMap(({ name, title, aka = [] }, at) =>
      [name, title, ...aka].some((each) => sorted(each) === asked) ? [at] : [],
    ),
  );
  return types.length > 0 ? { by: 'the words of its name', types, isWords: true } : undefined;
}

function wordsOf(text: string): string[] {
  return text.split(/[\s\p{P}\p{S}]+/u).filter(Boolean);
}

/** The beginning of a name: `ratelimit`. */
export function byStartOfName(lookup: Lookup, text: string): Answer | undefined {
  const asked = folded(text);
  if (asked.length < 5) return undefined;
  const found = [...lookup.names].flatMap(([name, namings]) => (name.startsWith(asked) ? namings : []));
  const types = likely(
    lookup,
    found.filter(isNoException).map(({ at }) => at),
  );
  return types.length > 0 ? { by: 'the beginning of its name', types } : undefined;
}

function isNoException({ kind }: Naming): boolean {
  return kind !== 'exception';
}

function isCompound(token: string): boolean {
  return /[A-Za-z0-9][_-][A-Za-z0-9]|[a-z0-9][A-Z]/.test(token);
}

/** A name or a title with one or two typing errors. */
export function byTypo(lookup: Lookup, text: string): Answer | undefined {
  let most = 2;
  const near = new Map<number, number>();
  for (const asked of bareNames(text)) {
    const allowed = Math.min(most, leeway(asked.length));
    if (allowed === 0) continue;
    for (const [name, namings] of lookup.names) {
      const steps = typos(name, asked, Math.min(allowed, leeway(name.length)));
      if (steps > most) continue;
      if (steps < most) near.clear();
      most = steps;
      for (const { at, kind } of namings)
        if (kind !== 'exception') near.set(at, Math.min(near.get(at) ?? 9, kinds.indexOf(kind)));
    }
  }
  if (near.size === 0) return undefined;
  const types = likely(lookup, near.keys()).sort((a, b) => (near.get(a) ?? 0) - (near.get(b) ?? 0));
  return { by: 'a name spelled nearly so', types };
}

/** At most three types whose names come closest, for "did you mean". */
export function nearest(lookup: Lookup, text: string): number[] {
  const asked = folded(text).slice(0, 60);
  if (asked.length < 3) return [];
  const parts = new Set(
    text
      .toLowerCase()
      .split(/[^a-z0-9]+/)
      .filter((part) => part.length > 2 && !fillers.has(part)),
  );
  const most = Math.max(2, Math.floor(asked.length / 3));
  const scored = lookup.index.types.map(({ name, title }, at) => {
    const steps = Math.min(typos(folded(name), asked, most), typos(folded(title), asked, most));
    const shared = name.split('-').filter((part) => parts.has(part)).length;
    return { at, score: Math.min(steps, shared > 0 ? most + 1 - shared / 10 : Number.POSITIVE_INFINITY) };
  });
  return scored
    .filter(({ score }) => score < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.score - b.score)
    .slice(0, 3)
    .map(({ at }) => at);
}

/** The surest kind of name decides; types that have the name in a weaker sense come after. */
function ranked(lookup: Lookup, found: readonly Naming[]): Answer {
  const kind = kinds.find((each) => found.some((naming) => naming.kind === each)) ?? 'name';
  const isBest = (naming: Naming) => naming.kind === kind;
  const types = likely(
    lookup,
    found.filter(isBest).map(({ at }) => at),
  );
  // A type that raises one exception only is better told by it than one that raises several.
  const raised = (at: number) => lookup.index.types[at]?.classes?.length ?? 0;
  return {
    by: words[kind],
    isIdentity: types.length === 1 && ['name', 'title', 'alias'].includes(kind),
    types: kind === 'exception' ? types.sort((a, b) => raised(a) - raised(b)) : types,
    also: likely(
      lookup,
      found.filter((naming) => !isBest(naming)).map(({ at }) => at),
    ),
    isWords: true,
  };
}
