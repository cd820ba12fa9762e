import type { Cause, CausesOfType } from './cause.ts';
import type { KnownExchange } from './exchange.ts';
import { filledFix } from './fill.ts';
import { type Body, type Fit, fitOf, fittingSteps, shown } from './fit.ts';
import { findPattern, patternOf, type Values } from './pattern.ts';

/** A response -> the causes that it proves and those that it allows. Pure; reads data alone. */

/** What the causes of a response are. */
export interface FoundCauses {
  /** Causes that the response proves; several where it lists several faults. */
  readonly sure: readonly Cause[];
  /** Causes that may be meant, the likeliest first. What the response rules out is not among them. */
  readonly possible: readonly Cause[];
  /** What the response says of the reader's own request, by name: `agent_id`. From a stranger: escape it for where it goes. */
  readonly values: Values;
  /** What decided: a text that is known, the type alone, or nothing, since the type is not known. */
  readonly by: 'text' | 'type' | 'none';
  /** For a response that lists several faults: each with its values and its causes. */
  readonly items?: readonly {
    readonly values: Values;
    readonly sure: readonly string[];
    readonly possible: readonly string[];
  }[];
}

export const nothingFound: FoundCauses = { sure: [], possible: [], values: {}, by: 'none' };

/** What decides between the causes of a type: their names, and the responses that lead to them. */
export interface NamedCauses extends Omit<CausesOfType, 'causes'> {
  readonly causes: readonly Pick<Cause, 'name' | 'retired' | 'sent'>[];
}

/** Finds the names of the causes of one occurrence, and what decided. */
export function findNamesOf(type: NamedCauses, body: Body, exchange: KnownExchange = {}) {
  const items = itemsOf(type, body);
  const judged = items.map((item) => judge(type, body, exchange, item));
  if (items.length === 0) judged.push(judge(type, body, exchange));
  const sure = unique(judged.flatMap((each) => each.sure));
  const possible = unique(judged.flatMap((each) => each.possible)).filter((name) => !sure.includes(name));
  const by: FoundCauses['by'] = judged.some(({ isKnown }) => isKnown) ? 'text' : 'type';
  return { sure, possible, by, judged, isList: items.length > 0 };
}

/** Finds the causes of one occurrence, given all that is known of its type. */
export function findCausesOf(type: CausesOfType, body: Body, exchange: KnownExchange = {}): FoundCauses {
  const { sure, possible, by, judged, isList } = findNamesOf(type, body, exchange);
  const members = membersOf(body);
  const values = { ...members, ...Object.assign({}, ...judged.map((each) => each.values).reverse()) };
  const causeOf = (name: string) => {
    const cause = type.causes.find((each) => each.name === name);
    const own = judged.find((each) => each.sure.includes(name)) ?? judged.find((each) => each.possible.includes(name));
    if (!cause) return [];
    return [{ ...cause, fix: filledFix(fittingSteps(cause.fix, body, exchange), { ...members, ...own?.values }) }];
  };
  return {
    sure: sure.flatMap(causeOf),
    possible: possible.flatMap(causeOf),
    values,
    by,
    ...(isList && { items: judged.map(({ isKnown: _, ...item }) => item) }),
  };
}

interface Judgment {
  readonly sure: readonly string[];
  readonly possible: readonly string[];
  readonly values: Values;
  /** Whether an answer is known that leads to a cause. */
  readonly isKnown: boolean;
}

function judge(type: NamedCauses, body: Body, exchange: KnownExchange, item?: Body): Judgment {
  const fits = (type.answers ?? [])
    .filter((answer) => item !== undefined || !answer.item)
    .map((answer) => fitOf(answer, body, exchange, item));
  const said = fits.filter(({ text, around }) => text >= 0 && around !== false);
  const leading = said.filter(({ answer }) => (answer.causes ?? []).length > 0);
  const chosen = closest(leading.filter(isTelling));
  const captured = (chosen.length > 0 ? chosen : closest(said)).map((fit) => fit.values);
  const values = Object.assign(textsOf(item ?? {}), ...captured);
  const names = inOrder(type, chosen);
  if (names.length > 0) {
    const isSure = names.length === 1 && chosen.some(({ around }) => around === true);
    return { sure: isSure ? names : [], possible: isSure ? [] : names, values, isKnown: true };
  }
  const allowed = allowedCauses(type, fits, body);
  const isOnly = type.causes.length === 1 && fits.length === 0 && allowed.length === 1;
  return { sure: isOnly ? allowed : [], possible: isOnly ? [] : allowed, values, isKnown: false };
}

/** An answer without conditions says nothing of the response. */
function isTelling({ text, around, proofs, answer }: Fit): boolean {
  return text > 0 || proofs > 0 || (around === true && answer.status !== undefined);
}

/** Those with most text; among them, where the request proves one, that one. */
function closest(fits: readonly Fit[]): Fit[] {
  const most = Math.max(...fits.map(({ text }) => text));
  const best = fits.filter(({ text }) => text === most);
  const proved = Math.max(0, ...best.filter(({ around }) => around === true).map(({ proofs }) => proofs));
  return proved === 0 ? best : best.filter(({ around, proofs }) => around === true && proofs === proved);
}

/** Names of the causes in the order of the answers; those that the server never reaches come only where nothing else does. */
function inOrder({ causes }: NamedCauses, fits: readonly Fit[]): string[] {
  const names = unique(fits.flatMap(({ answer }) => answer.causes ?? []));
  const reached = names.filter((name) => causes.find((cause) => cause.name === name)?.sent !== 'no');
  return reached.length > 0 ? reached : names;
}

/** Causes that nothing rules out: an unknown text excludes none, a status, a route or a header field does. */
function allowedCauses({ causes, title }: NamedCauses, fits: readonly Fit[], body: Body): string[] {
  const heard = fits.filter(({ answer, around }) => around !== false && answer.title === body.title);
  const isTitled = typeof body.title === 'string' && body.title !== title && heard.length > 0;
  return causes
    .filter((cause) => cause.sent !== 'no' && cause.retired === undefined)
    .filter(({ name }) => {
      const leading = (isTitled ? heard : fits).filter(({ answer }) => answer.causes?.includes(name));
      if (isTitled) return leading.length > 0;
      return leading.length === 0 || leading.some(({ around }) => around !== false);
    })
    .map(({ name }) => name);
}

/** Largest number of faults that are judged one by one. */
const mostItems = 50;

/** The faults that a response lists, each with its values. */
export function itemsOf({ items }: Pick<CausesOfType, 'items'>, body: Body): Body[] {
  if (!items || !Object.hasOwn(body, items.in)) return [];
  const value = body[items.in];
  if (Array.isArray(value)) return value.slice(0, mostItems).map((item) => Object(item) as Body);
  const parts = (items.parts ?? []).map(patternOf);
  return items.each ? findPattern(patternOf(items.each), shown(value), parts).slice(0, mostItems) : [];
}

/** Members that can stand in a request, as text. */
function membersOf(body: Body): Record<string, string> {
  const { type: _, title: __, status: ___, detail: ____, instance: _____, ...own } = body;
  return textsOf(own);
}

function textsOf(body: Body): Record<string, string> {
  const texts = Object.entries(body).filter(([, value]) => typeof value === 'string' || typeof value === 'number');
  return Object.fromEntries(texts.map(([name, value]) => [name, shown(value)]));
}

function unique<T>(list: readonly T[]): T[] {
  return [...new Set(list)];
}
