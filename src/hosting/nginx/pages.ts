import { offers, type pagesOf } from '../prepare/site-files.ts';
import type { NginxOffer } from './accept.ts';

/** The pages of the site as nginx knows them: by the representations that they have. */

const letters = ['h', 'm', 't', 'j', 'p', 's'];
export const nginxOffers: readonly (NginxOffer & { readonly suffix: string })[] = offers.map(
  ({ accept, suffix }, index) => ({
    letter: letters[index] ?? '',
    accept,
    suffix,
  }),
);

export interface PageGroup {
  /** Regular expression of the paths. */
  readonly pattern: string;
  readonly list: typeof nginxOffers;
  /** Holds the suffix of the file to send, empty for none. */
  readonly variable: string;
}

/** Pages with more than one representation, by the representations they have. */
export function groupPages(pages: ReturnType<typeof pagesOf>): PageGroup[] {
  const groups = new Map<string, { list: typeof nginxOffers; paths: string[] }>();
  for (const [path, own] of pages) {
    if (own.length < 2) continue;
    const list = nginxOffers.filter(({ accept }) => own.some((offer) => offer.accept === accept));
    const key = list.map(({ letter }) => letter).join('');
    groups.set(key, { list, paths: [...(groups.get(key)?.paths ?? []), path] });
  }
  return [...groups].map(([key, { list, paths }]) => {
    const names = key.endsWith('s') ? typesPattern(paths, pages) : pathsPattern(paths, pages);
    return { pattern: names, list, variable: `suffix_${key}` };
  });
}

/**
 * A regular expression of paths. The largest folder whose pages are all alike is one part of it: nginx takes no parameter
 * above 4 kB, and finds in `$page` whether a page exists.
 */
function pathsPattern(paths: readonly string[], pages: ReturnType<typeof pagesOf>): string {
  const own = new Set(paths);
  const mixed = new Set([...pages.keys()].filter((path) => !own.has(path)).flatMap(foldersOf));
  const parts = paths.map((path) => {
    const folder = path.includes('.') ? undefined : foldersOf(path).find((each) => !mixed.has(each));
    return folder === undefined ? escaped(path) : `${escaped(folder)}/[^.]+`;
  });
  return `(?:${[...new Set(parts)].join('|')})`;
}

/** Pages of problem types, of which there can be thousands: all of a folder but its other pages, and a name with a dot by itself. */
function typesPattern(paths: readonly string[], pages: ReturnType<typeof pagesOf>): string {
  const own = new Set(paths);
  const [dotted, plain] = [true, false].map((has) => paths.filter((path) => nameOf(path).includes('.') === has));
  const others = [...pages.keys()].filter((path) => !own.has(path));
  const patterns = [...new Set((plain ?? []).map(folderOf))].map((folder) => {
    const names = others
      .filter((path) => folderOf(path) === folder && path !== '/')
      .map((path) => escaped(nameOf(path)));
    const except = names.length > 0 ? `(?!(?:${names.join('|')})(?:\\.|$))` : '';
    return `${escaped(folder)}/${except}[^/.]+`;
  });
  const all = [...patterns, ...(dotted ?? []).map(escaped)];
  return all.length === 1 ? (all[0] ?? '') : `(?:${all.join('|')})`;
}

const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/'));
const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);
const escaped = (path: string) => path.replace(/[.+()[\]]/g, '\\$&');

/** `/a/b/c` -> `/a`, `/a/b`. */
function foldersOf(path: string): string[] {
  const names = path.split('/').slice(1, -1);
  return names.map((_, index) => `/${names.slice(0, index + 1).join('/')}`);
}
