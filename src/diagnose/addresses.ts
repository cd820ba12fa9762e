import type { ProblemType } from '#catalog/catalog.ts';
import type { Site } from '#catalog/site.ts';

/** Type URIs and pages of the types in an index, and the forms in which people write them. */

/** Where a type is, as far as that cannot be told from its name. */
export interface Placed {
  readonly name: string;
  /** Type URI, where it is not the base and the name. */
  readonly type?: string;
  /** Path of the page, where it is not that of the list and the name, or the type URI is another. */
  readonly path?: string;
}

/** Returns what an index says of the addresses of a type. */
export function placedIn({ catalog, paths }: Site, { name, path, typeUri }: ProblemType): Omit<Placed, 'name'> {
  const isOwn = typeUri !== `${catalog.facts.baseUri}/${name}`;
  return { ...(isOwn && { type: typeUri }), ...((isOwn || path !== `${paths.index}/${name}`) && { path }) };
}

export function typeUriOf({ name, type }: Placed, baseUri: string): string {
  return type ?? `${baseUri}/${name}`;
}

/** @param list path of the list of all types */
export function pageOf({ name, path }: Placed, list: string): string {
  return path ?? `${list}/${name}`;
}

/** A URI as it is compared: without scheme of the web, and slash or suffix at the end of its path, in lower case. */
export function bareUri(uri: string): string {
  const [, address = '', query = '', fragment = ''] =
    /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(uri.toLowerCase().replace(/\/$/, '')) ?? [];
  const bare = address
    .replace(/^(?:https?:)?\/\//, '')
    .replace(/\/$/, '')
    .replace(/\.(?:schema\.json|json|md|html)$/, '');
  return bare + query + fragment;
}

/** The forms in which a type URI or an address is written: whole, or from its path on. */
export function writtenForms(uri: string): string[] {
  const bare = bareUri(uri);
  const slash = /^https?:/i.test(uri) ? bare.indexOf('/') : -1;
  return slash < 0 ? [bare] : [bare, bare.slice(slash), bare.slice(slash + 1)];
}

/** The forms of the type URI of a type, and of the address of its page. */
export function formsOf(type: Placed, baseUri: string): string[] {
  const page = type.path === undefined ? [] : writtenForms(new URL(type.path, baseUri).href);
  return [...new Set([...writtenForms(typeUriOf(type, baseUri)), ...page])];
}

/** The forms that a URI of somebody is looked up by, the most exact first. */
export function askedForms(uri: string): string[] {
  const bare = bareUri(uri);
  const [page = ''] = bare.split('#');
  const [path = ''] = bare.split(/[?#]/);
  return [...new Set([bare, page, path])].filter((form) => form !== '');
}

/** Returns a type URI in two parts: what it shares with others, and what tells it from them. */
export function partsOfUri(uri: string): [shared: string, own: string] {
  const end = uri.endsWith('/') ? uri.length - 1 : uri.length;
  const start = 1 + Math.max(...['/', '#', ':', '='].map((sign) => uri.lastIndexOf(sign, end - 1)));
  return [uri.slice(0, start), uri.slice(start)];
}
