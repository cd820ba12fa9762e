import { Lexer, type Token } from 'marked';
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

function textIn(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if ('tokens' in token && token.tokens) return textIn(token.tokens);
      return token.type === 'html' || !('text' in token) ? '' : token.text;
    })
    .join('');
}
