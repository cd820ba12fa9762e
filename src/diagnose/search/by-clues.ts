import type { Answer } from './answer.ts';
import { byRoute } from './by-route.ts';
import { ofStatus } from './by-status.ts';
import { byDetail } from './by-text.ts';
import { type Lookup, likely } from './lookup.ts';
import { bareNames } from './names.ts';
import { holds, plain } from './pattern.ts';

/** What a text says of the exchange around a problem: an exception, the message of a client, a status, a route. */

interface Clue {
  readonly by: string;
  readonly types: readonly number[];
}

/** The types that all clues of a text allow; one clue alone is not enough. A clue that contradicts the others is left out. */
export function byClues(lookup: Lookup, text: string): Answer | undefined {
  const clues = cluesIn(lookup, text.slice(0, 4000));
  let types: readonly number[] = [];
  const used: string[] = [];
  for (const clue of clues) {
    // The order of the later clue counts: that of a route puts first what says most about it.
    const both = types.length === 0 ? clue.types : clue.types.filter((at) => types.includes(at));
    if (both.length === 0) continue;
    types = both;
    used.push(clue.by);
  }
  if (used.length < 2) return undefined;
  const status = statusWithin(text);
  return { by: used.join(', ').replace(/, ([^,]*)$/, ' and $1'), types, ...(status !== undefined && { status }) };
}

/** The surest first. */
function cluesIn(lookup: Lookup, text: string): Clue[] {
  const status = statusWithin(text);
  const path = /(?<![\w.])\/[\w-]+(?:\/[\w.{}-]+)*/.exec(text.replace(/https?:\/\/[^/\s]+/g, ' '))?.[0] ?? '';
  const method = /\b(GET|HEAD|POST|PUT|PATCH|DELETE)\b/.exec(text)?.[1] ?? '';
  const route = byRoute(lookup, `${method} ${path}`);
  const asked = plain(text);
  const messages = lookup.details.filter(
    ({ isSaid, pattern }) => isSaid && pattern.weight >= 10 && holds(pattern, asked),
  );
  const clues: (Clue | undefined)[] = [
    {
      by: 'the message of a client',
      types: likely(
        lookup,
        messages.map(({ at }) => at),
      ),
    },
    status === undefined ? undefined : { by: `the status ${status}`, types: ofStatus(lookup, status).types },
    route && { by: 'the route', types: route.types },
    exceptionIn(lookup, text),
  ];
  return clues.filter((clue) => clue !== undefined && clue.types.length > 0) as Clue[];
}

/** A status in the message of an HTTP client or in the line of a log, above all one with its name. */
export function statusWithin(text: string): number | undefined {
  const named = /status(?:_?code)?["']?\s?[:=]\s?["']?([45]\d\d)\b/i.exec(text)?.[1];
  const status = named ?? /(?<![\w.:/-])[45]\d\d\b(?![.-]\d)/.exec(text)?.[0];
  return status === undefined ? undefined : Number(status);
}

function exceptionIn(lookup: Lookup, text: string): Clue | undefined {
  for (const name of text.match(/\b[A-Z]\w*(?:Error|Exception)\b/g) ?? []) {
    const found = bareNames(name)
      .flatMap((each) => lookup.names.get(each) ?? [])
      .filter(({ kind }) => kind === 'exception');
    if (found.length > 0)
      return {
        by: 'the exception',
        types: likely(
          lookup,
          found.map(({ at }) => at),
        ),
      };
  }
  return undefined;
}

/** `AuthenticationError: Admin login failed: Rate limit exceeded`: what comes last says most. */
export function byLastOfChain(
  lookup: Lookup,
  text: string,
  byTitle: (lookup: Lookup, text: string) => Answer | undefined,
): Answer | undefined {
  if (text.length > 500 || !/^[\w.]*(?:Error|Exception)\b/.test(text)) return undefined;
  for (let at = text.indexOf(': '); at >= 0; at = text.indexOf(': ', at + 2)) {
    const tail = text.slice(at + 2);
    const found = byDetail(lookup, tail);
    const answer = found?.isIdentity ? found : byTitle(lookup, tail);
    if (answer && answer.types.length === 1) return answer;
  }
  return undefined;
}
