import { Marked, type Tokens } from 'marked';
import { headingOf } from '#catalog/headings.ts';
import { linkable } from '#catalog/links.ts';
import { escapeHtml, escapeText } from '#catalog/text.ts';
import type { Site } from '../context.ts';
import { highlight } from './highlight.ts';
import { sequenceHtml } from './sequence.ts';

/** Markdown of entries and guides -> HTML. HTML in the source is shown as text; names of problem types become links. */
export interface Markdown {
  /** One paragraph without `<p>`. */
  inline(text: string): string;
  /** The same without links, for what is a control or a link as a whole. */
  label(text: string): string;
  /** Paragraphs, lists, tables. */
  block(text: string): string;
}

export interface Heading {
  readonly id: string;
  readonly text: string;
}

/**
 * @param here name of the problem type whose page it is: it is not linked to itself
 */
export function markdown(site: Site, here?: string): Markdown {
  const marked = parser(site, here);
  return {
    inline: (text) => marked.parseInline(text, { async: false }),
    label: (text) => marked.parseInline(text, { async: false }).replace(/<\/?a\b[^<>]*>/g, ''),
    block: (text) => marked.parse(text, { async: false }).trim(),
  };
}

/** A guide: its Markdown with code, diagrams and anchors, and its headings of the second level. */
export async function guideHtml(site: Site, text: string): Promise<{ html: string; headings: Heading[] }> {
  const headings: Heading[] = [];
  const marked = parser(site);
  const placeholders = Object.keys(site.catalog.facts.placeholders ?? {});
  let diagrams = 0;
  marked.use({
    async: true,
    async walkTokens(token) {
      if (token.type !== 'code') return;
      const { lang = '', text: code } = token as Tokens.Code;
      const inner = lang === 'sequence' ? '' : await highlight(code, lang, placeholders);
      Object.assign(token, {
        type: 'html',
        block: true,
        html:
          inner === ''
            ? sequenceHtml(code, `d${++diagrams}`, site.t)
            : `<div class="code"><pre data-copies="${escapeHtml(site.t.copies.anyCode)}"><code>${inner}</code></pre></div>`,
      });
    },
    renderer: {
      heading({ tokens, depth, text: heading }) {
        const { text, anchor: id } = headingOf(heading);
        if (depth === 2) headings.push({ id, text });
        return `<h${depth} id="${id}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      html: (token) => (token as Tokens.Generic).html ?? escapeHtml(token.text),
    },
  });
  return { html: await marked.parse(text, { async: true }), headings };
}

function parser(site: Site, here?: string): Marked {
  const { problems, paths, routes } = site;
  const code = (text: string) => `<code>${escapeText(text)}</code>`;
  return new Marked({
    gfm: true,
    tokenizer: { html: () => undefined, tag: () => undefined },
    renderer: {
      codespan({ text }) {
        const route = routes.get(text);
        if (text !== here && problems.has(text)) return `<a href="${paths.problem(text)}">${code(text)}</a>`;
        if (route) return `<a href="${paths.route(route.slug)}">${code(text)}</a>`;
        return code(text);
      },
      link({ href, tokens }) {
        const inner = this.parser.parseInline(tokens).replace(/<\/?a\b[^<>]*>/g, '');
        return linkable.test(href) ? `<a href="${escapeHtml(href)}">${inner}</a>` : inner;
      },
      image: ({ text }) => escapeHtml(text),
      table({ header, rows }) {
        const cells = (row: Tokens.TableCell[], tag: string) =>
          row.map((cell) => `<${tag}>${this.parser.parseInline(cell.tokens)}</${tag}>`).join('');
        const head = `<thead><tr>${cells(header, 'th scope="col"').replaceAll('</th scope="col">', '</th>')}</tr></thead>`;
        return `<div class="scroll"><table>${head}<tbody>${rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('')}</tbody></table></div>\n`;
      },
    },
  });
}
