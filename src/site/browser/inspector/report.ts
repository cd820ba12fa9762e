import { label, report as words } from 'virtual:problem-catalog/translation';
import type { TypeFacts } from '#diagnose/facts.ts';
import { masked } from '#diagnose/input/secrets.ts';
import type { Inspected } from '#diagnose/result.ts';
import type { Cause } from '#runtime/causes/cause.ts';
import { said } from '../said.ts';
import type { Shown } from './result.ts';

/** A result as Markdown, for a ticket or a chat. Secrets are masked. */
export function report(
  text: string,
  { findings, status, requestId }: Inspected,
  { title, now, diagnosis, chosen }: Shown,
  facts: TypeFacts | undefined,
): string {
  const lines = [`**${masked(title)}**${status === undefined ? '' : ` (${status})`}`];
  if (facts) lines.push('', facts.type, '', `- ${label.now}: ${now}`);
  for (const { field, message } of diagnosis?.faults ?? [])
    if (message !== undefined) lines.push(`- ${field === undefined ? '' : `\`${masked(field)}\`: `}${masked(message)}`);
  if (diagnosis) lines.push(...causeLines(diagnosis.sure, diagnosis.possible, chosen()));
  if (requestId) lines.push(...(facts ? [] : ['']), `- ${requestId.name}: ${masked(requestId.value)}`);
  if (findings.length > 0) lines.push('', words.findings, '');
  for (const { level, message, section, header, pointer, position } of findings) {
    const place = header ?? (pointer || undefined);
    const where = position ? `${words.place(position.line, position.column)}, ` : '';
    lines.push(`- ${words.level[level]}: ${place ? `\`${place}\` ` : ''}${masked(said(message))} (${where}${section})`);
  }
  const longest = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return [...lines, '', fence, masked(text).trim(), fence, ''].join('\n');
}

/** Each cause with its address: the proved ones, the one that the reader chose, or else what is possible. */
function causeLines(sure: readonly Cause[], possible: readonly Cause[], chosen: Cause | undefined): string[] {
  const line = ({ cause, address }: Cause) => `${cause} <${address}>`;
  const proved = sure.map((cause) => `- ${words.cause}: ${line(cause)}`);
  if (chosen) return [...proved, `- ${words.chosen}: ${line(chosen)}`];
  if (possible.length === 1) return [...proved, `- ${words.likely}: ${line(possible[0] as Cause)}`];
  if (possible.length === 0) return proved;
  return [...proved, `- ${words.possible}`, ...possible.map((cause) => `  - ${line(cause)}`)];
}
