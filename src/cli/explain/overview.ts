import type { Fixer } from '#catalog/entry.ts';
import { statusesText } from '#catalog/text.ts';
import { english, fixersText, retryWords } from '#catalog/words.ts';
import { notices } from '#emit/markdown/notices.ts';
import { fenced, plain } from '#emit/markdown/parts.ts';
import type { Cause } from '#runtime/causes/cause.ts';
import type { CatalogEntry, Home } from '../catalog.ts';
import { causeItem, causePage, fixSection, item } from './cause.ts';

/** A problem type on one screen, as Markdown: the verdict, and its causes with how to tell them. */
export function overview(home: Home, entry: CatalogEntry): string {
  const { name, causes } = entry;
  const [only] = causes;
  const isOnly = causes.length === 1 && only !== undefined;
  const known = causes.toSorted((a, b) => Number(isUnseen(a)) - Number(isUnseen(b)));
  return [
    heading(home, entry),
    verdict(home, entry),
    ...(isOnly
      ? ['## Cause', causePage(entry, only), fixSection(home.catalog, entry, causes)]
      : ['## Causes', known.map((cause) => causeItem(entry, cause)).join('\n')]),
    commands(home, [
      ...(isOnly ? [] : [[`${name}#${known[0]?.name}`, 'one cause with its fix'] as const]),
      [`${name} --all`, 'the whole page'],
    ]),
  ].join('\n\n');
}

/** Title, name, statuses and address of a problem type, or of one of its causes. */
export function heading({ catalog }: Home, entry: CatalogEntry, cause?: Cause): string {
  const { name, title, statuses } = entry;
  const category = catalog.categories[entry.category]?.title ?? entry.category;
  const plate = [cause ? `${name}#${cause.name}` : name, statusesText(statuses, english), category]
    .map(plain)
    .join(' · ');
  return `# ${plain(title)}\n\n${plate}\\\n${cause?.address ?? entry.links.html}`;
}

/** What happened, and what to do now. */
export function verdict({ catalog }: Home, entry: CatalogEntry): string {
  const { summary, now, retry, fixedBy, causes } = entry;
  const fixers = [...new Set([fixedBy, ...causes.map((cause) => cause.fixedBy as Fixer)])];
  const lines = [
    item('Do this now', now),
    item('Retry', `${retryWords[retry.when]}. ${retry.because}`),
    item('Who can fix it', `${fixersText(fixers)}.`),
  ];
  const linkTo = (name: string) => `[${name}](${catalog.problems.find((each) => each.name === name)?.links.markdown})`;
  return [`> ${summary}`, notices(catalog.server, entry, linkTo, english), lines.join('\n')]
    .filter(Boolean)
    .join('\n\n');
}

/** Calls of `explain` that lead on, each with what it shows. */
export function commands({ program }: Home, list: readonly (readonly [asked: string, shows: string])[]): string {
  const width = Math.max(...list.map(([asked]) => asked.length));
  return fenced('sh', list.map(([asked, shows]) => `${program} explain ${asked.padEnd(width)}  # ${shows}`).join('\n'));
}

function isUnseen({ sent, retired }: { readonly sent?: string; readonly retired?: unknown }): boolean {
  return sent === 'no' || retired !== undefined;
}
