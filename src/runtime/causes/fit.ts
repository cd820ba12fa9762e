import { matchRoute } from '../routes/match.ts';
import type { Answer, CauseStep, Conditions } from './cause.ts';
import { type KnownExchange, requestHeader } from './exchange.ts';
import { matchPattern, matchText, patternOf, unescaped, type Values } from './pattern.ts';

/** Whether one known answer is the response at hand. What the input lacks neither proves nor excludes. */

export type Body = Readonly<Record<string, unknown>>;

export interface Fit {
  readonly answer: Answer;
  /** Fixed characters of its texts that the body has; -1: the body says something else. */
  readonly text: number;
  /** Whether status, route and header fields of the request fit: `undefined` when some of them is not known. */
  readonly around: boolean | undefined;
  /** How many conditions on the request hold. */
  readonly proofs: number;
  readonly values: Values;
}

/** The steps that nothing known of the response rules out; all of them where none would be left. */
export function fittingSteps(fix: readonly CauseStep[], body: Body, exchange: KnownExchange): readonly CauseStep[] {
  const verdicts = (conditions: CauseStep['only'] = []) =>
    [conditions].flat().map((each: Conditions) => {
      const { text, around } = fitOf(each, body, exchange);
      return text < 0 ? false : around;
    });
  const left = fix.filter(
    ({ only, except }) => !(only && verdicts(only).every((fits) => fits === false)) && !verdicts(except).includes(true),
  );
  return (left.length > 0 ? left : fix).map(({ only: _, except: __, ...step }) => step);
}

/** @param item values of one item, for a response that lists several faults */
export function fitOf(answer: Answer, body: Body, exchange: KnownExchange, item?: Body): Fit {
  const values: Record<string, string> = {};
  const { title, members, ...said } = answer;
  const isPart = Object.keys(body).every((name) => name === 'detail');
  const isUntitled = title !== undefined && body.title === undefined;
  const isBare = members !== undefined && isPart;
  const known = { ...said, ...(!isUntitled && { title }), ...(!isBare && { members }) };
  const text = textOf(known, body, item, values);
  const status = exchange.status ?? (typeof body.status === 'number' ? body.status : undefined);
  const conditions: (boolean | undefined)[] = isUntitled || isBare ? [undefined] : [];
  if (answer.status !== undefined) conditions.push(status === undefined ? undefined : status === answer.status);
  const onRequest: (boolean | undefined)[] = [];
  if (answer.routes) onRequest.push(routeFits(answer.routes, body, exchange, values));
  for (const [name, wanted] of Object.entries(answer.request ?? {})) {
    const field = requestHeader(exchange, name);
    if (!field || (field.isThere && field.value === undefined && typeof wanted === 'string')) onRequest.push(undefined);
    else if (typeof wanted === 'boolean') onRequest.push(field.isThere === wanted);
    else onRequest.push(field.isThere && take(values, matchPattern(patternOf(wanted), field.value ?? '')));
  }
  const all = [...conditions, ...onRequest];
  const around = all.includes(false) ? false : all.includes(undefined) ? undefined : true;
  return { answer, text, around, proofs: onRequest.filter((fits) => fits === true).length, values };
}

function textOf(answer: Answer, body: Body, item: Body | undefined, values: Record<string, string>): number {
  let weight = 0;
  const fits = (pattern: string, value: unknown) => {
    const found = value === undefined || value === null ? undefined : matchText(patternOf(pattern), shown(value));
    if (found) weight += found.weight + 1;
    return take(values, found?.values);
  };
  if (answer.detail !== undefined && !fits(answer.detail, body.detail)) return -1;
  if (answer.title !== undefined && !fits(answer.title, body.title)) return -1;
  for (const [name, pattern] of Object.entries(answer.members ?? {})) {
    if (!fits(pattern, Object.hasOwn(body, name) ? body[name] : undefined)) return -1;
  }
  for (const [name, pattern] of Object.entries(answer.item ?? {})) if (!fits(pattern, item?.[name])) return -1;
  return weight;
}

/** A value as a pattern sees it. */
export function shown(value: unknown): string {
  return unescaped(typeof value === 'object' ? JSON.stringify(value) : String(value)).trim();
}

function routeFits(
  routes: readonly string[],
  { instance }: Body,
  { method, url }: KnownExchange,
  values: Record<string, string>,
): boolean | undefined {
  const place = url ?? (typeof instance === 'string' ? instance : undefined);
  if (place === undefined) return undefined;
  return routes.some((route) => take(values, matchRoute(route, url === undefined ? undefined : method, place)));
}

function take(values: Record<string, string>, found: Values | undefined): boolean {
  if (found) Object.assign(values, found);
  return found !== undefined;
}
