import { titlesByType } from './generated/titles.ts';
import type { NotAType, ProblemDetails, Simplify } from './problem/details.ts';
import { ProblemError, problemOf } from './problem/error.ts';

/** Titles by type URI and language tag, those of the default language first. */
export type TitlesByType = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** An `Accept-Language` field, or languages in the order of preference as `navigator.languages` has them. */
export type AcceptLanguage = string | readonly string[] | null | undefined;

/** A problem whose title may be in another language. */
export type Localized<P> = Simplify<{ [Key in keyof P]: Key extends 'title' ? string : P[Key] }>;

/**
 * Returns the problem with its title in the language that the client prefers: a copy, or the problem itself if its type has
 * no titles. `type` stays its identity. Takes what `Accept-Language` says, and in `titles` those of types that the catalog does not
 * define. If no language fits, the title is in the default one. RFC 9457 section 3.1.3, RFC 4647 section 3.4.
 *
 * @example
 * ```ts
 * import { localize } from '#package/localize';
 *
 * const type = 'https://shop.example/problems/out-of-stock';
 * const titles = { [type]: { en: 'Out of Stock', de: 'Nicht auf Lager' } };
 * localize({ type, title: 'Out of Stock', status: 409 }, 'de-AT, en;q=0.8', titles).title; //=> 'Nicht auf Lager'
 * ```
 */
export function localize<P extends ProblemDetails>(
  problem: P & NotAType,
  acceptLanguage: AcceptLanguage,
  titles?: TitlesByType,
): Localized<P> {
  const [, title = problem.title] = choose(problem, acceptLanguage, titles) ?? [];
  return (title === problem.title ? problem : { ...problem, title }) as Localized<P>;
}

/**
 * Returns the header fields for a response with the problem that {@link localize} gives: `Content-Language` with the language
 * of the title, and `Vary: Accept-Language`. Returns none if the type of the problem has no titles. Write `detail` in the same
 * language, or leave it out. RFC 9110 sections 8.5 and 12.5.5.
 *
 * @example
 * ```ts
 * import { languageHeaders } from '#package/localize';
 *
 * const type = 'https://shop.example/problems/out-of-stock';
 * const titles = { [type]: { en: 'Out of Stock', de: 'Nicht auf Lager' } };
 * languageHeaders({ type }, 'de', titles); //=> { 'Content-Language': 'de', Vary: 'Accept-Language' }
 * ```
 */
export function languageHeaders<P extends ProblemDetails>(
  problem: P & NotAType,
  acceptLanguage: AcceptLanguage,
  titles?: TitlesByType,
): Record<string, string> {
  const [language] = choose(problem, acceptLanguage, titles) ?? [];
  return language === undefined ? {} : { 'Content-Language': language, Vary: 'Accept-Language' };
}

/**
 * Returns a `map` for the error handler of a framework: it sends each problem that was thrown with the title and the header
 * fields that {@link localize} and {@link languageHeaders} give, and leaves anything else to the handler. Takes a function that reads
 * `Accept-Language` of a request.
 *
 * @example
 * ```ts
 * import express from 'express';
 * import { problemHandler } from '#package/express';
 * import { localizeErrors } from '#package/localize';
 *
 * const app = express();
 * app.use(problemHandler({ map: localizeErrors((request) => request.get('Accept-Language')) }));
 * ```
 */
export function localizeErrors<Request>(
  read: (request: Request) => AcceptLanguage,
  titles?: TitlesByType,
): (error: unknown, request: Request) => ProblemError | undefined {
  return (error, request) => {
    const problem = problemOf(error);
    if (!problem) return undefined;
    const accepted = read(request);
    const own = problem === error ? undefined : Object(error).headers;
    const headers = { ...own, ...languageHeaders(problem, accepted, titles) };
    return new ProblemError(localize(problem, accepted, titles), { cause: error, headers });
  };
}

/** The language and the title; nothing if the type of the problem has no titles. */
function choose(
  { type = '' }: ProblemDetails,
  acceptLanguage: AcceptLanguage,
  own: TitlesByType = {},
): [language: string, title: string] | undefined {
  const titles = [own, titlesByType].find((each) => Object.hasOwn(each, type))?.[type];
  if (!titles) return undefined;
  const language = preferred(Object.keys(titles), [acceptLanguage ?? []].flat().join());
  return language === undefined ? undefined : [language, titles[language] as string];
}

/** The tag that fits a field best; the first one if none does. RFC 9110 section 12.5.4. */
function preferred([first, ...others]: readonly string[], field: string): string | undefined {
  const ranges = field.split(',').flatMap((part) => {
    const [range = '', ...parameters] = part.toLowerCase().split(';');
    const weight = parameters.map((each) => each.trim()).find((each) => each.startsWith('q='));
    const q = weight === undefined ? 1 : Number(weight.slice(2));
    return range.trim() && q >= 0 && q <= 1 ? { range: range.trim(), q } : [];
  });
  const refused = ranges.filter(({ q }) => q === 0);
  const tags = [first ?? [], others].flat().filter((tag) => !refused.some(({ range }) => isWithin(tag, range)));
  ranges.sort((a, b) => b.q - a.q);
  for (const { range, q } of ranges) {
    if (q === 0) break;
    // The most specific tag that the range is in; else one that is in the range, as "pt-BR" is in "pt".
    const [best] = tags.filter((tag) => isWithin(range, tag)).sort((a, b) => b.length - a.length);
    const found = range === '*' ? tags[0] : (best ?? tags.find((tag) => isWithin(tag, range)));
    if (found !== undefined) return found;
  }
  return first;
}

function isWithin(tag: string, range: string): boolean {
  return `${tag}-`.toLowerCase().startsWith(`${range}-`.toLowerCase());
}
