import type { Answer } from './answer.ts';
import { detailsOf } from './index.ts';
import { type Lookup, likely } from './lookup.ts';
import { folded } from './names.ts';
import { hasPart, holds, matches, type Pattern, plain } from './pattern.ts';

/** Shortest fixed part of a `detail` text that is looked for inside a longer text, in characters. */
const leastInside = 10;
/** Fixed characters of a `detail` text that no name has. */
const longerThanNames = 40;
/** The longest text that is compared with `detail` texts, in characters. */
export const longestText = 8000;

/** The `detail` text of a response, whole; or a longer one within, where a wildcard alone makes it whole. */
export function byDetail(lookup: Lookup, text: string): Answer | undefined {
  const asked = plain(text.slice(0, longestText).replace(/^\W*detail["']?\s*[:=]/i, '')).replace(/^'(.*?)',?$/, '$1');
  const whole = lookup.details.map(({ pattern }) => pattern).filter((each) => isTelling(each) && matches(each, asked));
  const most = Math.max(...whole.map(({ weight }) => weight));
  return bestPattern(
    lookup,
    (pattern) => whole.includes(pattern) || (whole.length > 0 && pattern.weight > most && holds(pattern, asked)),
  );
}

/** A `detail` text so long that names in it do not count: `…: invalid_input_problem() got …`. */
export function byLongestDetailWithin(lookup: Lookup, text: string): Answer | undefined {
  return byDetailWithin(lookup, text, longerThanNames);
}

/** A text such as `Missing *` fits too much to be believed before anything else. */
export function byVagueDetail(lookup: Lookup, text: string): Answer | undefined {
  const asked = plain(text.slice(0, longestText));
  return bestPattern(lookup, (pattern) => pattern.weight > 2 && matches(pattern, asked));
}

function isTelling({ parts, weight }: Pattern): boolean {
  return weight >= (parts.length > 1 ? leastInside : 3);
}

/** A `detail` text, or what a client library says, within a line of a log or a trace. */
export function byDetailWithin(lookup: Lookup, text: string, least = leastInside): Answer | undefined {
  const asked = plain(text.slice(0, longestText));
  return bestPattern(lookup, (pattern) => pattern.weight >= least && holds(pattern, asked));
}

/** One that says more than a name beside it, such as that of an exception. */
export function byLongDetailWithin(lookup: Lookup, text: string): Answer | undefined {
  return byDetailWithin(lookup, text, 16);
}

/** The beginning of a `detail` text, or another part of it. */
export function byPartOfDetail(lookup: Lookup, text: string): Answer | undefined {
  const asked = plain(text.slice(0, longestText)).replace(/(?:\.{3}|…)$/, '');
  if (asked.length < leastInside || !/\S\s\S+\s\S/.test(asked)) return undefined;
  const fits = lookup.details.filter(({ pattern }) => hasPart(pattern, asked));
  const [types, also] = [false, true].map((isSaid) =>
    likely(
      lookup,
      fits.filter((fit) => fit.isSaid === isSaid).map(({ at }) => at),
    ),
  ) as [number[], number[]];
  if (fits.length === 0) return undefined;
  return types.length > 0
    ? { by: 'a part of its detail text', types, also, isWords: true }
    : { by: 'a part of the message of a client', types: also, isWords: true };
}

/** The text with most fixed characters wins; between equals, what the server says beats what a client says of it. */
function bestPattern(lookup: Lookup, isFit: (pattern: Pattern) => boolean): Answer | undefined {
  const fits = lookup.details.filter(({ pattern }) => isFit(pattern));
  const most = Math.max(...fits.map(({ pattern }) => pattern.weight));
  const best = fits.filter(({ pattern }) => pattern.weight === most);
  const own = best.filter(({ isSaid }) => !isSaid);
  const chosen = own.length > 0 ? own : best;
  const types = likely(
    lookup,
    chosen.map(({ at }) => at),
  );
  if (types.length === 0) return undefined;
  const also = likely(
    lookup,
    fits.map(({ at }) => at),
  ).filter((at) => !types.includes(at));
  const isOwn = own.length > 0;
  return {
    by: isOwn ? 'its detail text' : 'the message of a client',
    types,
    also,
    isIdentity: isOwn && types.length === 1 && most >= leastInside,
  };
}

/** A header field, with or without a value: `WWW-Authenticate: Bearer`. */
export function byHeader(lookup: Lookup, text: string): Answer | undefined {
  const [name = '', ...values] = text
    .trim()
    .replace(/^(?:-H|--header)\s/, '')
    .split(':');
  const field = /^\W*(\w[\w-]*)["']?\s*$/.exec(name)?.[1] ?? '';
  const header = lookup.headers.get(field.toLowerCase());
  if (!header) return undefined;
  const key = folded(header);
  const using = new Set(lookup.codes.get(key));
  const said = plain(values.join(':'));
  const scored = lookup.index.types.map((type, at) => {
    const own = type.headers?.[header];
    const isNamed = [...(type.aka ?? []), ...detailsOf(type)].some((name) => folded(name).includes(key));
    const fixed = plain(own ?? '');
    const isSame = fixed !== '' && said !== '' && (said.startsWith(fixed) || fixed.startsWith(said));
    const isOther = fixed !== '' && said !== '' && !isSame;
    const sent = own === undefined || isOther ? 0 : 2;
    const score = (isSame ? 8 : 0) + (isNamed ? 4 : 0) + sent + (using.has(at) || isOther ? 1 : 0);
    return { at, score };
  });
  const order = likely(
    lookup,
    scored.filter(({ score }) => score > 0).map(({ at }) => at),
  );
  const scoreOf = (at: number) => scored[at]?.score ?? 0;
  return { by: `the header field ${header}`, types: order.sort((a, b) => scoreOf(b) - scoreOf(a)) };
}

/** An identifier that pages mention, with or without a value: a member, a setting, a method of a client library. */
export function byCode(lookup: Lookup, text: string): Answer | undefined {
  const [, code = '', rest = ''] = /^["'`.\s]*([\w-][\w.-]*)([\s\S]*)$/.exec(text) ?? [];
  const isAlone = /^["'`():,;\s]*$/.test(rest) || /^(?:["'`]?\s*[:=]\s*\S*|\([^()]*\)[;\s]*)$/.test(rest);
  const known = lookup.codes.get(folded(code)) ?? lookup.codes.get(folded(code.slice(code.lastIndexOf('.') + 1)));
  const types = isAlone && /[_A-Z.-]/.test(code) ? known : undefined;
  return types ? { by: `the mention of ${code}`, types: likely(lookup, types) } : undefined;
}
