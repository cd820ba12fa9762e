import type { Catalog } from '#catalog/catalog.ts';

/** Pieces of Markdown. */

/** Address of `llms.txt`, which every twin names so that an agent finds the other pages. */
export function indexUrl({ site }: Catalog): string {
  return `${site.origin}${site.root}/llms.txt`;
}

/** The same with what it is. */
export function indexLine(catalog: Catalog): string {
  return `${catalog.translation.markdown.index}: ${indexUrl(catalog)}`;
}

/** Plain text as Markdown that shows it as it is. */
export function plain(text: string): string {
  return text.replace(/[\\`*_<>[\]]/g, '\\$&');
}

/** Text as inline code, whatever it holds. */
export function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  const space = /^[`\s]|[`\s]$/.test(text) ? ' ' : '';
  return fence + space + text + space + fence;
}

/** A fenced block, whatever it holds. */
export function fenced(language: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

/** Every line but the first, moved below the marker of a list item. */
export function indented(text: string, spaces: number): string {
  return text.replace(/\n(?=.)/g, `\n${' '.repeat(spaces)}`);
}

export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Headings one level lower; a line of code that starts with `#` stays. */
export function demoted(markdown: string): string {
  let fence = '';
  return markdown
    .split('\n')
    .map((line) => {
      const mark = /^ *(`{3,})/.exec(line)?.[1] ?? '';
      if (fence === '') fence = mark;
      else if (mark.length >= fence.length) fence = '';
      return fence === '' && /^#+ /.test(line) ? `#${line}` : line;
    })
    .join('\n');
}
