import type { Cause } from '#runtime/causes/cause.ts';
import type { KnownAnswer, ProblemType } from './context.ts';

/** The causes of a type as a reader looks for them: by the text that arrived, or else by what can be seen. */

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

export function chooserOf({ causes, answers, status: usual }: ProblemType): Chooser {
  const shared = sharedTexts(answers);
  const groups = new Map<string, { status: number | undefined; texts: Set<string>; rows: Row[] }>();
  const isUnsent = (cause: Cause) => cause.sent === 'no' || cause.retired !== undefined;
  for (const cause of causes) {
    if (isUnsent(cause)) continue;
    const own = answers.filter((answer) => answer.causes?.includes(cause.name));
    const both = own.filter(({ detail }) => detail !== undefined && shared.has(detail));
    const found = [...new Set(own.map((answer) => answer.status ?? usual))];
    const status = found.length === 1 && found[0] !== usual ? found[0] : undefined;
    const key = `${status ?? ''} ${both[0]?.detail ?? ''}`;
    const group = groups.get(key) ?? { status, texts: new Set(), rows: [] };
    groups.set(key, group);
    for (const { detail } of both) group.texts.add(detail as string);
    const texts = own.filter((answer) => !both.includes(answer)).flatMap((answer) => saidBy(answer) ?? []);
    group.rows.push({ cause, texts: [...new Set(texts)] });
  }
  return {
    groups: [...groups.values()].map((group) => ({ ...group, texts: [...group.texts] })),
    unspecific: answers.filter(({ causes = [] }) => causes.length === 0).flatMap((answer) => saidBy(answer) ?? []),
    unsent: causes.filter(isUnsent),
  };
}

/** What tells an answer from others: its text, its title, or a value in it. */
export function saidBy({ detail, title, members, item }: KnownAnswer): string | undefined {
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
