import { Lexer } from 'marked';
import { anchorOf } from './text.ts';

/** Headings of Markdown: their text as people read it, and their anchors. */

export interface Heading {
  readonly text: string;
  readonly anchor: string;
}

/** Returns a heading without what marks it up: of a link the text, of code the code. */
export function headingOf(markdown: string): Heading {
  const text = textIn(Lexer.lexInline(markdown.trim()));
  return { text, anchor: anchorOf(text) };
}

/** What Markdown is made of. A line break has no text. */
interface Part {
  readonly type: string;
  readonly text?: string;
  readonly tokens?: readonly Part[];
}

function textIn(parts: readonly Part[]): string {
  return parts.map(({ type, text = ' ', tokens }) => (tokens ? textIn(tokens) : type === 'html' ? '' : text)).join('');
}
