import { exampleValues } from '#catalog/causes.ts';
import { english, fixerWords, retryWords } from '#catalog/words.ts';
import { arrivals, placeholders, stepsMarkdown } from '#emit/markdown/cause.ts';
import type { Cause } from '#runtime/causes/cause.ts';
import { filledFix } from '#runtime/causes/fill.ts';
import type { Catalog, CatalogEntry } from '../catalog.ts';

/** A cause of a problem type, as Markdown. */

/** A line of a list whose parts stand below each other. */
export function item(label: string, ...lines: readonly string[]): string {
  return `- **${label}:** ${lines.filter(Boolean).join('\\\n  ')}`;
}

/** A cause among others: what it is, how to tell it, and its address. */
export function causeItem(entry: CatalogEntry, cause: Cause): string {
  const { name, tell, address } = cause;
  return item(name, cause.cause, rarity(cause), tell ? `How to tell: ${tell}` : arrived(entry, cause, 2), address);
}

/** A cause by itself, with its fix. */
export function causePage(entry: CatalogEntry, cause: Cause): string {
  const { tell, fixedBy, retry } = cause;
  const facts = [
    ...(tell ? [item('How to tell', tell)] : []),
    ...[arrived(entry, cause, 4)]
      .filter(Boolean)
      .map((text) => item('In the response', text.replace(/^In the response: /, ''))),
    item('Retry', `${retryWords[retry.when as keyof typeof retryWords]}. ${retry.because}`),
    item('Who can fix it', `${fixerWords[fixedBy as keyof typeof fixerWords]}.`),
  ];
  return [[cause.cause, rarity(cause)].filter(Boolean).join('\n\n'), facts.join('\n')].join('\n\n');
}

/** The steps of one or more causes, and what to put where they have angle brackets. */
export function fixSection(catalog: Catalog, entry: CatalogEntry, causes: readonly Cause[]): string {
  const shown = new Set<string>();
  const texts = causes.map((cause) => {
    const values = exampleValues({ entry, example: entry.example }, catalog, cause.name);
    const steps = stepsMarkdown({ facts: catalog }, filledFix(cause.fix, values), shown, english);
    return causes.length > 1 ? `### ${cause.name}\n\n${steps}` : steps;
  });
  return ['## How to fix it', ...texts, placeholders(texts.join('\n'), english, catalog.placeholders)]
    .filter(Boolean)
    .join('\n\n');
}

function rarity({ sent, retired }: Cause): string {
  if (retired) return `Gone since ${retired.in}. ${retired.because}`;
  if (sent === 'no') return 'Documented, but never sent.';
  return sent === 'in-special-cases' ? 'Sent in special cases only.' : '';
}

function arrived(entry: CatalogEntry, { name }: Cause, most: number): string {
  const texts = arrivals(entry, name, entry.status, english);
  if (texts.length === 0) return '';
  const rest = texts.length > most ? ` and ${texts.length - most} more` : '';
  return `In the response: ${texts.slice(0, most).join('; ')}${rest}.`;
}
