import { linesOf } from '#diagnose/input/lines.ts';
import type { Message } from '#diagnose/input/message.ts';
import { masked, secretsIn } from '#diagnose/input/secrets.ts';
import type { Result } from '#diagnose/result.ts';

/** What was found in a text, whole and as few lines as possible: a table keeps it. */

/** Without what is undefined; text as it is. */
export function brief(value: unknown): string {
  return typeof value === 'string' ? JSON.stringify(value) : (JSON.stringify(value) ?? 'none');
}

export function shownMessage(message: Message): string {
  return Object.entries(message)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name} ${brief(value)}`)
    .join(' | ');
}

export function shownResult(text: string, result: Result): string {
  if (result.kind === 'name') return `name ${result.name}`;
  const at = ({ start, end }: { readonly start: number; readonly end: number }) =>
    brief(text.slice(start, end).slice(0, 80));
  if (result.kind === 'fault') {
    const { message, position, marks } = result;
    return [`fault ${message}`, position && `at ${position.line}:${position.column}`, ...marks.map(at)]
      .filter(Boolean)
      .join(' | ');
  }
  const { findings, marks, focus, replies, body, identity, choices, exchange, hints, ...rest } = result;
  const { kind: _, ...other } = rest;
  const isWhole = focus.start === 0 && focus.end === text.length;
  return [
    Object.entries(other)
      .filter(([, value]) => value !== undefined && value !== false && value !== '')
      .map(([name, value]) => `${name} ${brief(value)}`)
      .join(' | '),
    `choices ${choices.join(', ')}`,
    identity && `identity ${brief(identity)}`,
    `body ${brief(body)}${isWhole ? '' : ` in ${at(focus)}`}`,
    Object.values(exchange).some((value) => value !== undefined) && `exchange ${brief(exchange)}`,
    ...findings.map(({ number, level, code, message, section, pointer, header, position }) => {
      const mark = marks.find((each) => each.number === number);
      const place = position ? `${position.line}:${position.column}` : 'nowhere';
      const named = pointer ?? header ?? '';
      return `${number} ${level} ${code} ${named} at ${place} ${mark ? at(mark) : ''} ${mark?.level ?? ''}: ${message} (${section})`;
    }),
    ...replies.map(({ anchor }) => `reply ${anchor}`),
    hints && `hints ${brief(hints)}`,
  ]
    .filter(Boolean)
    .join('\n');
}

/** The lines as they are shown: masks, and marks in brackets with their numbers. */
export function shownLines(text: string, result: Result): string {
  const { marks } = result.kind === 'name' ? { marks: [] } : result;
  const focus = result.kind === 'response' ? result.focus : { start: 0, end: text.length };
  return linesOf(text, marks, secretsIn(text), focus)
    .map((line) => {
      if (line.skipped !== undefined) return `${line.number} … ${line.skipped} lines`;
      const pieces = line.pieces.map(({ text: piece, mark, isMasked }) => {
        const shown = isMasked ? `<${piece}>` : piece;
        return mark ? `[${mark.number}:${shown}]` : shown;
      });
      return `${line.number} ${pieces.join('')}`;
    })
    .join('\n');
}

export function maskedText(text: string): string {
  return masked(text);
}

/** A text, and under it what becomes of it. */
export function outcomeOf(text: string, outcome: (text: string) => string): string {
  return `${text}\n${outcome(text)}`;
}
