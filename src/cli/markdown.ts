// cspell:ignore lheading
import { Marked, type TokensList } from 'marked';

/**
 * Reads the Markdown that a catalog has: paragraphs, lists, quotations, code, links and emphasis. Anything else stays as it
 * is written. The rules that are left out, and the library's own rule for emphasis, would compile for as long as everything
 * else takes.
 */
export function tokensOf(markdown: string): TokensList {
  return reader.lexer(markdown);
}

const none = () => undefined;

const reader = new Marked({
  tokenizer: {
    emStrong(text) {
      const [raw, marks, inner] = /^(\*\*|\*)(?=\S)((?:[^*\\]|\\.)+)\1/.exec(text) ?? [];
      if (raw === undefined || inner === undefined) return undefined;
      const type = marks === '**' ? 'strong' : 'em';
      return { type, raw, text: inner, tokens: this.lexer.inlineTokens(inner) };
    },
    url: none,
    del: none,
    html: none,
    tag: none,
    table: none,
    def: none,
    lheading: none,
  },
});
