import type { Answer } from './answer.ts';
import { byClues, byLastOfChain, statusWithin } from './by-clues.ts';
import {
  byName,
  byNameInWords,
  byNameWithin,
  byStartOfName,
  byTitle,
  byTypo,
  byWordsOfName,
  nearest,
} from './by-name.ts';
import { byPaste } from './by-paste.ts';
import { byRoute } from './by-route.ts';
import { byReason, byStatus, byStatusWithin, ofStatus, statusIn } from './by-status.ts';
import {
  byCode,
  byDetail,
  byDetailWithin,
  byHeader,
  byLongDetailWithin,
  byLongestDetailWithin,
  byPartOfDetail,
  byVagueDetail,
} from './by-text.ts';
import { byUri, lastPart } from './by-uri.ts';
import type { FinderIndex } from './index.ts';
import { type Lookup, lookupOf } from './lookup.ts';

/** What a person has in hand -> the problem types it means. */

export interface Resolver {
  resolve(text: string): Answer;
  /** Types with names like the text, for when nothing is found. */
  near(text: string): readonly number[];
}

/** Longest text that is looked at, in characters. */
export const longest = 256 * 1024;

/** The address of another place, or of a page that does not exist. */
function byLastPart(lookup: Lookup, text: string): Answer | undefined {
  const part = lastPart(text);
  const found = part === undefined ? undefined : (byName(lookup, part) ?? byTypo(lookup, part));
  return found && { by: 'the last part of the address', types: found.types };
}

/** `Title: detail`, `AuthenticationError: detail`: what an exception prints. */
function byNameAndDetail(lookup: Lookup, text: string): Answer | undefined {
  const [, head, tail] = /^([^:{}<]{3,100}):\s+(.+)$/s.exec(text) ?? [];
  const name = head && byName(lookup, head);
  const answer = name && tail && byDetail(lookup, tail);
  if (!answer) return undefined;
  const all = [...name.types, ...(name.also ?? [])];
  const named = [...answer.types, ...(answer.also ?? [])].filter((at) => all.includes(at));
  return named.length > 0 ? { by: 'its detail text', types: named } : answer;
}

/** A name and nothing else, or an exception that one type raises. */
function byNameAlone(lookup: Lookup, text: string): Answer | undefined {
  return /\s/.test(text) ? byTitle(lookup, text) : byName(lookup, text);
}

/** The surest reading of a text comes first; the first that finds something answers. */
const readings: readonly ((lookup: Lookup, text: string) => Answer | undefined)[] = [
  byPaste,
  byUri,
  byHeader,
  byLongestDetailWithin,
  (lookup, text) => byLastOfChain(lookup, text, byTitle),
  byNameAndDetail,
  byNameAlone,
  byClues,
  byName,
  byStatus,
  byDetail,
  byRoute,
  byCode,
  byLastPart,
  byLongDetailWithin,
  byNameWithin,
  byTypo,
  byDetailWithin,
  byWordsOfName,
  byPartOfDetail,
  byNameInWords,
  byReason,
];

/** What is tried when not all words of the text stand in one type. */
const guesses: typeof readings = [byStatusWithin, byVagueDetail, byStartOfName];

/** @param search types whose words fit, perhaps those of a status only, the best first, and whether they have all words */
export function resolver(
  index: FinderIndex,
  search: (text: string, among?: readonly number[]) => { readonly types: readonly number[]; readonly isWhole: boolean },
): Resolver {
  const lookup = lookupOf(index);

  return {
    near: (text) => nearest(lookup, lastPart(text) ?? text),
    resolve(given) {
      const text = given.slice(0, longest).trim();
      for (const read of readings) {
        const answer = read(lookup, text);
        if (!answer) continue;
        if (answer.types.length === 0) return byLastPart(lookup, text) ?? answer;
        if (!answer.isWords) return answer;
        const found = answer.isIdentity ? undefined : search(text);
        const more = [
          ...(answer.also ?? []),
          ...(byCode(lookup, text)?.types ?? []),
          ...(found?.isWhole ? found.types : []),
        ];
        return { ...answer, also: [...new Set(more)].filter((at) => !answer.types.includes(at)) };
      }
      return withinStatus(text) ?? byWords(text);
    },
  };

  /** `401 session`: words, among the types of a status. */
  function withinStatus(text: string): Answer | undefined {
    const { status, rest = '' } = statusIn(text) ?? {};
    if (status === undefined || rest.length > 200) return undefined;
    const list = ofStatus(lookup, status);
    const { types, isWhole } = search(rest, list.types);
    if (types.length > 0) return { by: `the status ${status} and words`, types, isGuess: !isWhole };
    return list.types.length > 0 ? { ...list, isGuess: true } : undefined;
  }

  function byWords(text: string): Answer {
    const { types, isWhole } = search(text);
    const status = statusWithin(text);
    const fits = types.filter((at) => status === undefined || index.types[at]?.status.includes(status));
    if (isWhole && fits.length > 0)
      return { by: 'words', types: fits, isGuess: true, isWords: true, ...(status !== undefined && { status }) };
    for (const guess of guesses) {
      const answer = guess(lookup, text);
      if (answer) return { ...answer, isGuess: true };
    }
    return { by: 'some of the words', types: [], also: types, isGuess: true };
  }
}
