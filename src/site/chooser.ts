import { itemText } from '#catalog/causes.ts';
import { dotted } from '#catalog/text.ts';
import type { Cause, CausesOfType } from '#runtime/causes/cause.ts';
import type { KnownAnswer, ProblemType } from './context.ts';

/** The causes of a type as a reader looks for them: by the text that arrived, or else by what can be seen. */

type Items = CausesOfType['items'];

/** A cause, and the texts that lead to it alone. */
export interface Row {
  readonly cause: Cause;
  readonly texts: readonly string[];
}

/** Causes that share a text or a status. */
export interface Group {
  /** Where it is not the usual status of the type. */
  readonly status: number | undefined;
  /** Texts that each of several of these causes can have. */
  readonly texts: readonly string[];
  readonly rows: readonly Row[];
}

export interface Chooser {
  readonly groups: readonly Group[];
  /** Texts that tell no cause. */
  readonly unspecific: readonly string[];
  /** Causes that the running server never reaches, and former ones. */
  readonly unsent: readonly Cause[];
}

export function chooserOf({ causes, answers, status: usual, entry }: ProblemType): Chooser {
  const shared = sharedTexts(answers);
  const groups = new Map<string, { status: number | undefined; rows: (Row & { shared: readonly string[] })[] }>();
  const isUnsent = (cause: Cause) => cause.sent === 'no' || cause.retired !== undefined;
  for (const cause of causes) {
    if (isUnsent(cause)) continue;
    const own = answers.filter((answer) => answer.causes?.includes(cause.name));
    const both = own.filter(({ detail }) => detail !== undefined && shared.has(detail));
    const found = [...new Set(own.map((answer) => answer.status ?? usual))];
    const status = found.length === 1 && found[0] !== usual ? found[0] : undefined;
    const key = `${status ?? ''} ${both[0]?.detail ?? ''}`;
    const group = groups.get(key) ?? { status, rows: [] };
    groups.set(key, group);
    const texts = own.filter((answer) => !both.includes(answer)).flatMap((answer) => saidBy(answer, entry.items) ?? []);
    const sharedHere = both.flatMap(({ detail }) => detail ?? []);
    group.rows.push({ cause, texts: [...new Set(texts)], shared: [...new Set(sharedHere)] });
  }
  return {
    groups: [...groups.values()].map(headed),
    unspecific: answers
      .filter(({ causes = [] }) => causes.length === 0)
      .flatMap((answer) => saidBy(answer, entry.items) ?? []),
    unsent: causes.filter(isUnsent),
  };
}

/** The texts that most rows of a group share stand above them, all others in their rows. */
function headed({
  status,
  rows,
}: {
  status: number | undefined;
  rows: readonly (Row & { shared: readonly string[] })[];
}): Group {
  const all = [...new Set(rows.flatMap(({ shared }) => shared))];
  const countOf = (text: string) => rows.filter(({ shared }) => shared.includes(text)).length;
  const texts = all.filter((text) => countOf(text) > 1 && countOf(text) * 2 >= rows.length);
  const rest = (shared: readonly string[]) => shared.filter((text) => !texts.includes(text));
  return {
    status,
    texts,
    rows: rows.map(({ cause, texts: own, shared }) => ({ cause, texts: [...own, ...rest(shared)] })),
  };
}

/** One way in which a cause arrives. Empty parts say nothing. */
export interface Arrival {
  readonly status: number | undefined;
  readonly title: string | undefined;
  readonly detail: string | undefined;
  /** Members and values of an item: name and text. */
  readonly values: readonly (readonly [name: string, value: string])[];
  /** What a reader would not expect of the request: a header field that is absent, or has a certain value. */
  readonly request: readonly (readonly [field: string, isThere: boolean])[];
  readonly routes: readonly string[];
}

/**
 * How a cause arrives, each way once.
 * @param said texts that stand above already: alone they are not repeated
 */
export function arrivalsOf(
  { answers, statuses, entry }: ProblemType,
  cause: string,
  said: readonly string[],
): Arrival[] {
  const own = answers.filter(({ causes = [] }) => causes.includes(cause));
  const all = own.map(({ status, title, detail, members, item, request, routes = [] }): Arrival => {
    const part = itemText(entry.items, item);
    return {
      status: status === statuses[0] ? undefined : status,
      title: title === entry.title ? undefined : title,
      detail: part?.text ?? (detail && dotted(detail)),
      values: Object.entries({ ...members, ...(part?.rest ?? item) }).map(([name, value]) => [name, dotted(value)]),
      request: oddFields(request ?? {}),
      routes: routes.length < 4 ? routes : [],
    };
  });
  const texts = said.map(dotted);
  const more = all.filter(({ status, title, detail, values, request, routes }) => {
    const hasMore = title !== undefined || values.length > 0 || request.length > 0 || routes.length > 0;
    return (
      hasMore || (status !== undefined && detail === undefined) || (detail !== undefined && !texts.includes(detail))
    );
  });
  const keyOf = (each: Arrival) => JSON.stringify(each);
  const keys = more.map(keyOf);
  return more.filter(
    (each, at) =>
      keys.indexOf(keyOf(each)) === at &&
      (each.request.length === 0 || !keys.includes(keyOf({ ...each, request: [] }))),
  );
}

/** Header fields that are absent, or whose value is told; that one is there says little. */
function oddFields(request: NonNullable<KnownAnswer['request']>): Arrival['request'] {
  return Object.entries(request).flatMap(([name, value]): Arrival['request'] => {
    if (value === false) return [[name, false]];
    const text = value === true ? '' : dotted(value);
    return text === '' || text.split('…').length > 2 || text.startsWith('…') ? [] : [[`${name}: ${text}`, true]];
  });
}

/** What tells an answer from others: its text, its title, or a value in it. */
export function saidBy({ detail, title, members, item }: KnownAnswer, items: Items): string | undefined {
  const part = itemText(items, item);
  if (part) return part.text;
  const values = Object.values(item ?? {}).concat(Object.entries(members ?? {}).map((pair) => pair.join(': ')));
  return detail ?? (values.length > 0 ? values.join(' ') : title);
}

/** Texts of `detail` that lead to more than one cause, whether by one answer or, with the request, by several. */
function sharedTexts(answers: readonly KnownAnswer[]): Set<string> {
  const causes = new Map<string, Set<string>>();
  for (const { detail, causes: names = [] } of answers) {
    if (detail === undefined) continue;
    causes.set(detail, new Set([...(causes.get(detail) ?? []), ...names]));
  }
  return new Set([...causes].filter(([, names]) => names.size > 1).map(([detail]) => detail));
}
