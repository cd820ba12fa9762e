import Turndown from 'turndown';
import { tables } from 'turndown-plugin-gfm';

/** A page's HTML -> Markdown, for pages that are written as HTML alone. */

const converter = new Turndown({ headingStyle: 'atx', codeBlockStyle: 'fenced', bulletListMarker: '-' });
converter.use(tables);
converter.remove(['button', 'form', 'script', 'style', 'template', 'textarea']);
// As a rule: what is merely removed comes after the rules for paragraphs and the like.
converter.addRule('hidden', {
  filter: (node) => node.nodeName.toLowerCase() === 'svg' || node.classList.contains('sr-only'),
  replacement: () => '',
});
converter.addRule('term', { filter: 'dt', replacement: (text) => `\n- **${text.trim()}** ` });
converter.addRule('description', { filter: 'dd', replacement: (text) => `${text.trim()}\n` });
converter.addRule('block', {
  filter: 'pre',
  replacement: (_, node) => `\n\n\`\`\`\n${(node.textContent ?? '').trimEnd()}\n\`\`\`\n\n`,
});

/**
 * What the main part of a page says to readers without scripts, controls left out.
 * @param url address of the page, which relative links start from
 * @param index a line about the index of all pages
 * @param twinOf what to link to instead of an address
 */
export function pageMarkdown(html: string, url: string, index: string, twinOf: (to: URL) => string): string {
  const main = html.slice(html.indexOf('<main'), html.lastIndexOf('</main>'));
  const shown = main
    .replace(/<\/?noscript>/gi, '')
    .replace(/\shref="([^"]*)"/gi, (_, href: string) => ` href="${twinOf(new URL(href, url))}"`);
  const lines = converter.turndown(shown).split('\n');
  const text = lines
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  const [title = ''] = /^# .*$/m.exec(text) ?? [];
  const [, description = ''] = /<meta name="description" content="([^"]*)"/.exec(html) ?? [];
  const summary = converter.turndown(description);
  const opening = [title, ...(summary ? [`> ${summary}`] : []), index];
  const rest = text.replace(title, '').replace(`\n${summary}\n`, '\n');
  return `${[...opening, rest.trim()].join('\n\n')}\n`;
}
