import { inSentence, inspector, label } from 'virtual:problem-catalog/translation';
import type { Fixer, Retry } from '#catalog/entry.ts';
import type { InspectorIndex } from '#diagnose/facts.ts';
import { retryIcons } from '../../icons.ts';
import { familyOf } from '../../status-family.ts';
import { type Child, h, icon } from './dom.ts';

/** The three answers, as on every page. */
export function verdict(
  { words }: InspectorIndex,
  answers: { retry: Retry; fixedBy: readonly Fixer[]; now: Child; after?: string | undefined },
): HTMLElement {
  const { retry, fixedBy, now, after } = answers;
  const fixers = fixedBy.map((fixer, at) => (at === 0 ? words.fixer[fixer] : inSentence(words.fixer[fixer])));
  const answer = (question: string, ...content: Child[]) =>
    h('div', { class: question === label.now ? 'now' : '' }, h('dt', {}, question), h('dd', {}, ...content));
  return h(
    'dl',
    { class: `verdict ${retry}` },
    answer(
      label.retry,
      icon(retryIcons[retry]),
      ` ${words.retry[retry]}`,
      after !== undefined && h('span', { class: 'after' }, after),
    ),
    answer(label.fixer, fixers.join(', ')),
    answer(label.now, now),
  );
}

/** `Retry-After` as words. RFC 9110 section 10.2.3. */
export function waitText(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (/^\d{1,9}$/.test(value.trim())) return inspector.after(duration(Number(value)));
  const time = Date.parse(value);
  return Number.isNaN(time)
    ? undefined
    : inspector.until(
        new Date(time).toLocaleString(document.documentElement.lang || undefined, {
          dateStyle: 'medium',
          timeStyle: 'medium',
        }),
      );
}

function duration(seconds: number): string {
  if (seconds < 120) return `${seconds} s`;
  return seconds < 7200 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
}

export function statusChip(index: InspectorIndex, status: number): HTMLElement {
  const reason = index.reasons[status];
  return h('span', { class: `status ${familyOf(status)}` }, h('b', {}, String(status)), reason && ` ${reason}`);
}
