import { headingOf } from '#catalog/headings.ts';
import type { Reply } from './facts.ts';

/** Name of the guide on replies that are no problem details. */
export const repliesGuide = 'other-replies';

/**
 * The replies that a guide describes, one a section. Its headings begin with the statuses, and code in them says how the
 * body begins, or names a header field with its value.
 */
export function repliesOf(markdown: string, guideFolder: string): Reply[] {
  return markdown
    .split(/^## /m)
    .slice(1)
    .flatMap((section) => {
      const [heading = '', ...lines] = section.split('\n');
      const words = heading.replace(/`[^`]*`/g, ' ');
      const codes = [...heading.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
      const statuses = [...words.matchAll(/\b[1-5]\d\d\b/g)].map(([status]) => Number(status));
      const [, name, value] = codes.map((code) => /^([\w-]+): (\S+)$/.exec(code)).find(Boolean) ?? [];
      const isHtml = /\bpage\b/i.test(words);
      if (codes.length === 0 && !isHtml) return [];
      const text = lines.join('\n');
      return [
        {
          heading: heading.trim(),
          anchor: headingOf(heading).anchor,
          statuses,
          begins: name ? [] : codes,
          ...(name && value ? { header: [name.toLowerCase(), value] as const } : {}),
          isHtml,
          advice: proseOf(text).map((paragraph) => linked(paragraph, guideFolder)),
          text: text.replace(/\s+/g, ' '),
        },
      ];
    });
}

/** Paragraphs without code blocks and tables, each on one line. */
function proseOf(markdown: string): string[] {
  return markdown
    .replace(/^```[\s\S]*?^```/gm, '')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim().replace(/\s+/g, ' '))
    .filter((paragraph) => paragraph !== '' && !paragraph.startsWith('|'));
}

/** Links of a guide are relative to it. */
function linked(markdown: string, folder: string): string {
  return markdown.replace(
    /\]\((\.{1,2}\/[^()[\]]*)\)/g,
    (_, href: string) => `](${new URL(href, `https://x${folder}/`).pathname})`,
  );
}
