import { capitalized } from '#emit/markdown/parts.ts';
import type { Cause } from '#runtime/causes/cause.ts';
import type { FoundCauses } from '#runtime/causes/find.ts';
import type { CatalogEntry, Home } from './catalog.ts';
import { printable, type Screen, wrapped } from './screen.ts';

/** What a checked response means: its causes, how to fix them, and where to read on. */

/** Columns for the labels, as findings have them. */
const indent = 11;

/** Most causes in a list. */
const most = 3;

export function meaningText(
  { program }: Home,
  { name }: CatalogEntry,
  causes: FoundCauses | undefined,
  screen: Screen,
): string[] {
  const { sure = [], possible = [] } = causes?.by === 'text' ? causes : {};
  const known = sure.length > 0 ? sure : possible;
  const shown = known.slice(0, most);
  const [only] = known;
  const more = (topic: string) => screen.style.dim(`  Meaning and fix: ${program} explain ${topic}`);
  if (!only) return [more(name)];
  if (known.length === 1) {
    const label = sure.length > 0 ? 'cause' : 'maybe';
    return [...line(label, only.cause, screen), ...stepLines(only, screen), more(`${name}#${only.name}`)];
  }
  const rest = known.length - shown.length;
  return [
    ...shown.flatMap((cause) => line(sure.length > 0 ? 'cause' : 'maybe', `${cause.name}: ${cause.cause}`, screen)),
    ...(rest > 0 ? [wrapped(`and ${rest} more.`, screen.width, indent)] : []),
    more(name),
  ];
}

function stepLines({ fix }: Cause, screen: Screen): string[] {
  return fix.flatMap(({ step, when }, index) => {
    const number = fix.length > 1 ? `${index + 1}. ` : '';
    return line(index === 0 ? 'fix' : '', `${number}${when ? `${capitalized(when)}: ` : ''}${step}`, screen);
  });
}

function line(label: string, text: string, { style, width }: Screen): string[] {
  const plain = printable(text.replaceAll('`', ''));
  return [`  ${style.bold(label.padEnd(indent - 2))}${wrapped(plain, width, indent).slice(indent)}`];
}
