import { wrapAnsi } from 'fast-wrap-ansi';
import colors from 'picocolors';

/** Where a command prints: width and styles of a terminal, or neither. */
export interface Screen {
  /** Columns for text. */
  readonly width: number;
  readonly style: ReturnType<typeof colors.createColors>;
}

/**
 * Width and styles for a stream. Colors only on a terminal that can show them and without NO_COLOR, or wherever FORCE_COLOR
 * asks for them, which comes first: as Node.js does it.
 */
export function screenOf(stream: { isTTY?: boolean; columns?: number }, env: NodeJS.ProcessEnv): Screen {
  const isTerminal = Boolean(stream.isTTY) && !env.NO_COLOR && env.TERM !== 'dumb';
  const colored = env.FORCE_COLOR ? !/^(?:0|false)$/.test(env.FORCE_COLOR) : isTerminal;
  const columns = stream.columns || Number(env.COLUMNS) || 80;
  return { width: Math.min(Math.max(columns, 24), 96), style: colors.createColors(colored) };
}

/** Starts a new line inside a wrapped text. */
export const hardBreak = '\u2028';

/** Wraps a text and moves it right; the first line begins with `lead` in place of the indentation. */
export function wrapped(text: string, width: number, indent = 0, lead = ''): string {
  const margin = ' '.repeat(indent);
  const room = Math.max(width - indent, 16);
  const lines = text.split(hardBreak).flatMap((part) => wrapAnsi(onOneLine(part), room, { hard: false }).split('\n'));
  return lines.map((line, index) => (index === 0 && lead ? lead.padEnd(indent) : margin) + line.trimEnd()).join('\n');
}

function onOneLine(text: string): string {
  return text.trim().replace(/\s+/g, (blanks) => (blanks.includes('\n') ? ' ' : blanks));
}

/** Foreign text without what a terminal would obey. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '\uFFFD');
}
