import type { Site } from './context.ts';

/** Long lists, cut into pages: none holds more than a reader looks through, and every page works without scripts. */

/** Most items of one page. */
export const pageLength = 150;

export interface Page<Item> {
  /** From 1. */
  readonly number: number;
  /** How many pages the list has. */
  readonly count: number;
  readonly items: readonly Item[];
  /** Number of its first item, from 1. */
  readonly start: number;
  /** Items of the whole list. */
  readonly total: number;
}

/** One page of a list; a short list is one page. */
export function pageOf<Item>(list: readonly Item[], number: number): Page<Item> {
  const start = (number - 1) * pageLength;
  const items = list.slice(start, start + pageLength);
  return { number, count: pageCount(list), items, start: start + 1, total: list.length };
}

/** Numbers of the pages after the first, which has the address of the list itself. */
export function furtherPages(list: readonly unknown[]): number[] {
  return Array.from({ length: pageCount(list) - 1 }, (_, at) => at + 2);
}

/** Address of a page of the list at `path`. */
export function pagePath(path: string, number: number): string {
  return number === 1 ? path : `${path}/${number}`;
}

/** What is added to the title of a page after the first. */
export function pageTitle({ t }: Site, title: string, { number }: { number: number }): string {
  return number === 1 ? title : t.frame.page(title, number);
}

/** Links to the pages before and after, for the head. */
export function pageTags(path: string, { number, count }: { number: number; count: number }) {
  const tag = (rel: string, other: number) => ({
    tag: 'link' as const,
    attrs: { rel, href: pagePath(path, other) },
  });
  return [...(number > 1 ? [tag('prev', number - 1)] : []), ...(number < count ? [tag('next', number + 1)] : [])];
}

function pageCount(list: readonly unknown[]): number {
  return Math.max(1, Math.ceil(list.length / pageLength));
}
