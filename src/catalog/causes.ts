import type { Cause, CauseStep, CausesOfType } from '#runtime/causes/cause.ts';
import { findCausesOf } from '#runtime/causes/find.ts';
import { matchPattern, patternOf, type Values } from '#runtime/causes/pattern.ts';
import type { KnownAnswer, ProblemType } from './catalog.ts';
import type { Entry, Fixer } from './entry.ts';
import type { Facts } from './facts.ts';
import { dotted } from './text.ts';

/** The causes of an entry as data, and the responses that lead to them. */

/** Ids of sections of a problem page, which no cause can have as its name. */
export const reservedIds = [
  'cause',
  'causes',
  'code',
  'example',
  'headers',
  'history',
  'machine',
  'members',
  'none',
  'observed',
  'operators',
  'prevent',
  'related',
  'routes',
  'top',
  'why',
];

/** The causes of an entry, with what the entry says for all of them. */
export function causesOf({ causes, fixedBy, retry }: Entry, pageUri: string): Cause[] {
  return Object.entries(causes).map(([name, cause]) => {
    const { asked: _, ...told } = cause;
    return {
      name,
      address: `${pageUri}#${name}`,
      ...told,
      fixedBy: cause.fixedBy ?? fixedBy,
      retry: cause.retry ?? retry,
    };
  });
}

/** The status of an example: the default of the type, or that of its first known answer. */
export function usualStatus({ status = [], answers = [] }: Pick<Entry, 'answers' | 'status'>): number {
  return [status].flat()[0] ?? answers.find((answer) => answer.status !== undefined)?.status ?? 400;
}

/** Texts, titles and statuses of the known answers of a type, each once and in their order. */
export function seenOf({ title, titles: localized = {}, status, answers = [] }: Entry): {
  readonly details: readonly string[];
  readonly titles: readonly string[];
  readonly statuses: readonly number[];
} {
  const titles = answers.map((answer) => answer.title ?? title);
  const usual = usualStatus({ status, answers });
  return {
    details: [...new Set(answers.flatMap(({ detail }) => detail ?? []))],
    titles: [...new Set([...(titles.length > 0 ? titles : [title]), ...Object.values(localized)])],
    statuses: [...new Set(answers.map((answer) => answer.status ?? usual))].sort((a, b) => a - b),
  };
}

/** What is needed to find the cause of an occurrence. */
export function causesData({ entry, causes, answers }: ProblemType): CausesOfType {
  return {
    title: entry.title,
    causes,
    ...(answers.length > 0 && { answers: answers.map(({ example: _, ...answer }) => answer) }),
    ...(entry.items && { items: entry.items }),
  };
}

/** What `{name}` stands for on the page of a type: a value of the catalog, of its example, or of an answer to the cause. */
export function exampleValues(
  {
    entry,
    example,
  }: Pick<ProblemType, 'example'> & {
    readonly entry: Pick<CausesOfType, 'items' | 'title'> & { readonly answers?: readonly KnownAnswer[] };
  },
  { values = {} }: Pick<Facts, 'values'>,
  cause?: string,
): Values {
  const { answers = [] } = entry;
  const own = answers.filter(({ causes = [] }) => cause !== undefined && causes.includes(cause));
  const captured = [undefined, ...answers.toReversed(), ...own.toReversed()].map((answer) =>
    capturedValues(entry, example, answer),
  );
  return Object.assign({}, values, ...captured);
}

/** What was captured before: by entry, example and answer. */
const known = new WeakMap<object, WeakMap<object, Map<KnownAnswer | undefined, Values>>>();

/** The values in an example of a type, read by one of its answers. */
function capturedValues(
  entry: Pick<CausesOfType, 'items' | 'title'>,
  example: ProblemType['example'],
  answer: KnownAnswer | undefined,
): Values {
  const ofEntry = known.get(entry) ?? new WeakMap<object, Map<KnownAnswer | undefined, Values>>();
  const ofExample = ofEntry.get(example) ?? new Map<KnownAnswer | undefined, Values>();
  known.set(entry, ofEntry.set(example, ofExample));
  const before = ofExample.get(answer);
  if (before) return before;
  const { items } = entry;
  const { title = entry.title, status } = answer ?? {};
  const type = { title: entry.title, causes: [], answers: answer ? [answer] : [], ...(items && { items }) };
  const { values } = findCausesOf(type, { ...example, title, ...answer?.example }, { status });
  ofExample.set(answer, values);
  return values;
}

/**
 * The body that the server sends with an answer: the members of the answer's example, or else those of the type's. A
 * variable part that neither tells holds an example value.
 */
export function answerBody(problem: ProblemType, answer: KnownAnswer, facts: Facts): Record<string, unknown> {
  const { type, title, status, detail: usual, ...rest } = problem.example;
  const values = exampleValues(problem, facts);
  const { detail: own, ...members } = answer.example ?? {
    detail: undefined,
    ...rest,
    ...Object.fromEntries(
      Object.entries(answer.members ?? {}).flatMap(([name, pattern]) => {
        const value = filled(pattern, values, rest[name] ?? values[name]);
        return String(value).includes('…') ? [] : [[name, value]];
      }),
    ),
  };
  const said = answer.detail === undefined ? usual : filled(answer.detail, values);
  return { type, title: answer.title ?? title, status: answer.status ?? status, detail: own ?? said, ...members };
}

/** A body that the server sends for a cause, where one is known: that of an answer whose text is exact, or else of the first. */
export function causeExample(problem: ProblemType, name: string, facts: Facts): Record<string, unknown> | undefined {
  const first = problem.answers.filter(({ causes = [] }) => causes[0] === name);
  const own = first.length > 0 ? first : problem.answers.filter(({ causes = [] }) => causes.includes(name));
  const isExact = ({ detail = '', example }: KnownAnswer) =>
    example?.detail !== undefined || !/\*|\{[a-z]/.test(detail);
  const chosen = own.find((answer) => answer.example && isExact(answer)) ?? own.find(isExact) ?? own[0];
  return chosen && answerBody(problem, chosen, facts);
}

function filled(pattern: string, values: Values, usual?: unknown): unknown {
  if (usual !== undefined && matchPattern(patternOf(pattern), String(usual))) return usual;
  return pattern.replace(/\{([a-z][a-z0-9_]*)\}|\*/g, (whole, name?: string) =>
    name === undefined ? '…' : (values[name] ?? whole),
  );
}

/** All different steps of a type, in the order of its causes. */
export function stepsOf({ causes }: { readonly causes: readonly Cause[] }): CauseStep[] {
  const steps = causes.flatMap(({ fix }) => fix);
  const texts = steps.map((step) => JSON.stringify(step));
  return steps.filter((_, at) => texts.indexOf(texts[at] as string) === at);
}

/**
 * How one fault of a list arrives, and its conditions that this text does not show: `'type': 'missing', 'loc': ('body', '…'`.
 * Undefined where the faults are not parts of a text.
 */
export function itemText(
  items: CausesOfType['items'],
  item: KnownAnswer['item'],
): { readonly text: string; readonly rest: Readonly<Record<string, string>> } | undefined {
  if (!items?.each || !item) return undefined;
  const each = items.each.replace(/^\{(?![a-z])/, '');
  const text = each.replace(/\{([a-z][a-z0-9_]*)\}/g, (_, name: string) =>
    (item[name] ?? '*').replace(/(?<=.)\*$/, ''),
  );
  const rest = Object.entries(item).filter(([name]) => !each.includes(`{${name}}`));
  return { text: dotted(text), rest: Object.fromEntries(rest) };
}

/** All settings that matter to a type: those of the entry, then others that its steps name. */
export function settingsOf(problem: Pick<ProblemType, 'causes' | 'entry'>): string[] {
  const { settings = [], prevent = [] } = problem.entry;
  return [...new Set([...settings, ...[...stepsOf(problem), ...prevent].flatMap((step) => step.settings ?? [])])];
}

/** Everybody who can fix one of the causes, the commonest first. */
export function fixersOf({ fixedBy, causes }: Entry): Fixer[] {
  return [...new Set([fixedBy, ...Object.values(causes).flatMap((cause) => cause.fixedBy ?? [])])];
}
