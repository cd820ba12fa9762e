import type { Guide } from '#catalog/guides.ts';
import { headingOf } from '#catalog/headings.ts';
import { commandOf } from '#catalog/names.ts';
import type { Site } from '#catalog/site.ts';
import { reasonPhrase } from '#catalog/words.ts';
import type { IndexedPage } from './index.ts';

/** Pages that are not about one problem type -> their part of the index: sections, settings, members, statuses. */

export function indexedPages(site: Site, guides: readonly Guide[]): IndexedPage[] {
  const { catalog, categories, statuses, paths } = site;
  const { facts, common } = catalog;
  const below = (path: string) => path.slice(paths.home === '/' ? 0 : paths.home.length);
  const command = commandOf(facts.package);
  const commonPath = below(paths.common);
  // The guide that shows most commands explains them.
  const [manual] = guides.toSorted((a, b) => commandsIn(b.body, command).length - commandsIn(a.body, command).length);
  const noted = Object.keys(facts.statuses ?? {}).map(Number);
  return [
    ...guides.flatMap((guide) =>
      guidePages(guide, below(paths.guide(guide.name)), guide === manual ? command : undefined),
    ),
    ...Object.entries(facts.settings ?? {}).map(([name, { meaning, default: value, unit = '' }]) => ({
      kind: 'setting' as const,
      title: name,
      path: `${commonPath}#${name}`,
      names: [name],
      text: plainText(`${meaning} Default: ${[value || 'empty', unit].join(' ').trim()}.`),
    })),
    ...common.members.map(({ name, description }) => ({
      kind: 'member' as const,
      title: name,
      path: `${commonPath}#member-${name}`,
      names: [name],
      text: plainText(description),
    })),
    ...Object.entries(facts.headers ?? {}).map(([name, meaning]) => ({
      kind: 'header' as const,
      title: name,
      path: `${commonPath}#header-${name.toLowerCase()}`,
      names: [name],
      text: plainText(meaning),
    })),
    ...[...new Set([...statuses.keys(), ...noted])].map((status) => ({
      kind: 'status' as const,
      title: `${status} ${reasonPhrase(status)}`,
      path: below(paths.status(status)),
      names: [String(status), `${status} ${reasonPhrase(status)}`],
      text: plainText(facts.statuses?.[status]?.note ?? '') || titlesOf(statuses.get(status)),
    })),
    ...[...categories].map(([key, list]) => ({
      kind: 'category' as const,
      title: facts.categories[key]?.title ?? key,
      path: below(paths.category(key)),
      names: [facts.categories[key]?.title ?? key, key],
      text: `${facts.categories[key]?.summary} ${titlesOf(list)}`,
    })),
  ];
}

function titlesOf(list: readonly { readonly entry: { readonly title: string } }[] = []): string {
  return `${list
    .slice(0, 12)
    .map(({ entry }) => entry.title)
    .join(', ')}.`;
}

/** A guide, and each of its sections. */
function guidePages(guide: Guide, path: string, command: string | undefined): IndexedPage[] {
  const { name, title, description, body, collection, asked } = guide;
  const known = new Set<string>();
  const kind = collection === 'manual' ? 'manual' : 'guide';
  const [lead = '', ...sections] = body.split(/^## /m);
  return [
    { kind, title, path, names: [title, name], ...(asked && { asked }), text: plainText(`${description} ${lead}`) },
    ...sections.map((section) => {
      const [heading = '', ...lines] = section.split('\n');
      const { text, anchor } = headingOf(heading);
      return {
        kind: kind as IndexedPage['kind'],
        title: text,
        path: `${path}#${anchor}`,
        in: title,
        ...(command === undefined ? {} : namesOf(lines.join('\n'), command, known)),
        text: plainText(lines.join('\n')),
      };
    }),
  ];
}

/** The commands that a section is the first to show. */
function namesOf(text: string, command: string, known: Set<string>): { names?: string[] } {
  const own = commandsIn(text, command).filter((name) => !known.has(name));
  for (const name of own) known.add(name);
  return own.length === 0
    ? {}
    : { names: own.flatMap((name) => [`${command} ${name}`, `npx ${command} ${name}`, `${name} command`]) };
}

function commandsIn(text: string, command: string): string[] {
  const starts = ['npx ', 'node_modules/.bin/'].map((way) => `${way}${command} `);
  const names = text.split('\n').flatMap((line) => {
    const start = starts.find((each) => line.startsWith(each));
    return start === undefined ? [] : (/^[a-z]+/.exec(line.slice(start.length)) ?? []);
  });
  return [...new Set(names)];
}

/** Longest text of a section that is kept, in characters. */
const longest = 1600;

/** The lines outside of code blocks, and those of commands; the rules of tables are left out. */
function withoutCode(markdown: string): string {
  let fence = '';
  let isCommand = false;
  const kept = markdown.split('\n').filter((line) => {
    const mark = /^`{3,}/.exec(line)?.[0] ?? '';
    if (fence === '' && mark !== '') {
      fence = mark;
      isCommand = line.slice(mark.length).trim().split(/\s/, 1)[0] === 'bash';
      return false;
    }
    if (fence !== '' && mark.length >= fence.length) {
      fence = '';
      return false;
    }
    if (fence !== '') return isCommand;
    return !(line.endsWith('|') && /^[\s|:-]+$/.test(line));
  });
  return kept.join('\n');
}

/** Markdown as plain text on one line; of code blocks only commands stay. */
export function plainText(markdown: string): string {
  return withoutCode(markdown)
    .replace(/!?\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/[`*]|^#+ |^> |^\|/gm, '')
    .replaceAll('|', ' · ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longest);
}
