import type { Answer, Cause, CausesOfType } from '#runtime/causes/cause.ts';
import type { KnownExchange } from '#runtime/causes/exchange.ts';
import { filledFix, namesIn } from '#runtime/causes/fill.ts';
import { type FoundCauses, findCausesOf, findNamesOf, type NamedCauses } from '#runtime/causes/find.ts';
import { fittingSteps } from '#runtime/causes/fit.ts';
import type { Values } from '#runtime/causes/pattern.ts';
import { matchRoute, matchRoutes } from '#runtime/routes/match.ts';
import type { Message } from './input/message.ts';
import { secretsIn } from './input/secrets.ts';
import { holds, matches, patternOf, plain } from './search/pattern.ts';

/** One response and what is known of its type -> its causes with their fixes, and the faults it lists. */

/** A cause whose fix has the reader's values, or else those of the catalog. */
export interface DiagnosedCause extends Cause {
  /** The reader's values in the requests of its fix. */
  readonly own: readonly string[];
}

/** One fault of a response that lists several. */
export interface Fault {
  /** The field at fault, where the response names it. */
  readonly field: string | undefined;
  readonly message: string | undefined;
  /** Names of its causes; several: one of them. */
  readonly causes: readonly string[];
}

export interface Diagnosis {
  /** Causes that the response proves. */
  readonly sure: readonly DiagnosedCause[];
  /** Causes that may be meant, the likeliest first. */
  readonly possible: readonly DiagnosedCause[];
  readonly by: FoundCauses['by'];
  readonly faults: readonly Fault[];
}

/** What is known of a type; causes and answers may have the body of a typical response. */
export type KnownType = Omit<CausesOfType, 'causes' | 'answers'> & {
  readonly causes: readonly (Cause & Typical)[];
  readonly answers?: readonly (Answer & Typical)[];
};

interface Typical {
  readonly example?: Body | undefined;
}

/** What is known of the catalog. */
export interface Known {
  /** `METHOD /path/{parameter}`. */
  readonly routes?: readonly string[] | undefined;
  /** What `{name}` stands for where the response does not tell. */
  readonly values?: Values | undefined;
}

type Body = Readonly<Record<string, unknown>>;

/** The request of a message as evidence. */
export function exchangeOf({ status, method, url, requestHeaders, withheld }: Message): KnownExchange {
  return { status: status || undefined, method, url, headers: requestHeaders, withheld };
}

/** Finds the causes of a response, and fills their fixes with its values. Values that are secret or odd are not used. */
export function diagnose(type: KnownType, body: Body, exchange: KnownExchange, known: Known = {}): Diagnosis {
  const found = findCausesOf(type, body, exchange);
  const around = pathValues(known.routes ?? [], body, exchange);
  const filled = ({ name }: Cause): DiagnosedCause[] => {
    const cause = type.causes.find((each) => each.name === name);
    if (!cause) return [];
    const item = found.items?.find(({ sure, possible }) => sure.includes(name) || possible.includes(name));
    const own = safe({ ...around, ...found.values, ...item?.values });
    const leading = (type.answers ?? []).filter(({ causes = [] }) => causes.includes(name));
    const typical = [...leading, cause].map(({ example = {} }) => findCausesOf(type, example).values);
    const { example: _, ...told } = cause;
    const fix = fittingSteps(cause.fix, body, exchange);
    const used = namesIn(fix.map(({ request }) => request)).flatMap((each) =>
      Object.hasOwn(own, each) ? (own[each] as string) : [],
    );
    return [
      { ...told, fix: filledFix(fix, Object.assign({}, known.values, ...typical, own)), own: [...new Set(used)] },
    ];
  };
  return {
    sure: found.sure.flatMap(filled),
    possible: found.possible.flatMap(filled),
    by: found.by,
    faults: (found.items ?? []).map(({ values, sure, possible }) => ({
      ...saidBy(values),
      causes: [...sure, ...possible],
    })),
  };
}

/** Variable parts of a known text. */
const variables = /\*|\{[a-z][a-z0-9_]*\}/g;
/** Stands for a variable part that the text does not tell. */
const ellipsis = '…';
/** Most parts of a text that are tried. */
const mostParts = 8;

/** Fixed characters of a known text that is believed anywhere within another one. */
const leastWithin = 10;

/** The `detail` in a text without a response: all of it, what follows one of its colons, or a known text anywhere in it. */
export function detailIn(type: NamedCauses, text: string): Body {
  const parts = text.trim().split(/:\s/).slice(0, mostParts);
  const details = parts.map((_, at) => parts.slice(at).join(': '));
  const detail = details.find((each) => findNamesOf(type, { detail: each }).by === 'text') ?? detailWithin(type, text);
  return detail === undefined ? {} : { detail };
}

/** The known text that a longer one has, whatever its case and quotes: the longest, with an ellipsis for what varies. */
function detailWithin({ answers = [] }: NamedCauses, text: string): string | undefined {
  const asked = plain(text);
  const fits = answers.flatMap(({ detail }) => {
    const pattern = patternOf((detail ?? '').replace(variables, '*'));
    const isWhole = pattern.weight > 2 && matches(pattern, asked);
    const isWithin = pattern.weight >= leastWithin && holds(pattern, asked);
    return detail !== undefined && (isWhole || isWithin) ? [{ detail, weight: pattern.weight }] : [];
  });
  const most = Math.max(...fits.map(({ weight }) => weight));
  return fits.find(({ weight }) => weight === most)?.detail.replace(variables, ellipsis);
}

/** Field and message, whatever the server calls them. */
function saidBy(values: Values): Pick<Fault, 'field' | 'message'> {
  const first = (names: readonly string[]) => names.map((name) => values[name]).find((value) => value?.trim());
  return {
    field: first(['field', 'parameter', 'pointer', 'name', 'path', 'loc', 'param']),
    message: first(['message', 'msg', 'reason', 'detail', 'description', 'error', 'rule', 'title', 'kind', 'code']),
  };
}

/** The parameters of the most exact route that the request fits, or else the instance. */
function pathValues(routes: readonly string[], { instance }: Body, { method, url }: KnownExchange): Values {
  const paths = [instance, url].filter((text) => typeof text === 'string');
  return Object.assign(
    {},
    ...paths.map((path) => {
      const route = matchRoutes(routes, method, path)[0] ?? matchRoutes(routes, undefined, path)[0];
      return route === undefined ? {} : matchRoute(route, undefined, path);
    }),
  );
}

/** Short, on one line, and nothing that is secret or was masked. */
function safe(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).filter(
      ([name, text]) =>
        text !== '' &&
        text !== ellipsis &&
        text.length <= 200 &&
        !/\p{Cc}|\p{Cs}|\[masked:|\[FILTERED\]/u.test(text) &&
        secretsIn(JSON.stringify({ [name]: text })).length === 0,
    ),
  );
}
