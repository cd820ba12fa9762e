import type { TypeFacts } from '#diagnose/facts.ts';
import { masked } from '#diagnose/input/secrets.ts';
import type { Inspected } from '#diagnose/result.ts';

/** A result as Markdown, for a ticket or a chat. Secrets are masked. */
export function report(
  text: string,
  { findings, status, requestId }: Inspected,
  title: string,
  facts: TypeFacts | undefined,
): string {
  const lines = [`**${masked(title)}**${status === undefined ? '' : ` (${status})`}`];
  if (facts) lines.push('', facts.type, '', `- Do this now: ${facts.now}`);
  if (requestId) lines.push(...(facts ? [] : ['']), `- ${requestId.name}: ${masked(requestId.value)}`);
  if (findings.length > 0) lines.push('', 'Findings:', '');
  for (const { level, message, section, header, pointer, position } of findings) {
    const place = header ?? (pointer || undefined);
    const where = position ? `line ${position.line}, column ${position.column}, ` : '';
    lines.push(`- ${level}: ${place ? `\`${place}\` ` : ''}${masked(message)} (${where}${section})`);
  }
  const longest = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return [...lines, '', fence, masked(text).trim(), fence, ''].join('\n');
}
