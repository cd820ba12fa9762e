import { askedForms } from '../addresses.ts';
import type { Answer } from './answer.ts';
import { byStatus } from './by-status.ts';
import type { Lookup } from './lookup.ts';
import { folded } from './names.ts';

/** Type URIs, whole or in part, anywhere in a text; the order of the text is kept. */
export function byUri(lookup: Lookup, text: string): Answer | undefined {
  const { baseUri, path } = lookup.index;
  const host = new URL(baseUri).host;
  const line = text.replaceAll('\\/', '/').replace(/%2f/gi, '/').replace(/%3a/gi, ':');
  const types: number[] = urisIn(lookup, line);
  let isLost = false;
  for (const { isHere, rest } of addressesIn(line.toLowerCase(), `${path.toLowerCase()}/`, host.toLowerCase())) {
    const [, kind, key = ''] = /^(status|category|route)\/([\w-]+)/.exec(rest) ?? [];
    const listed = kind && byList(lookup, kind, key);
    if (listed) return listed;
    const name = /^[\w-]+/.exec(rest)?.[0] ?? '';
    const known = lookup.names.get(folded(name))?.filter(({ kind }) => kind === 'name' || kind === 'alias') ?? [];
    types.push(...known.map(({ at }) => at));
    if (known.length === 0 && isHere) isLost = true;
  }
  if (types.length > 0) {
    const all = [...new Set(types)];
    return { by: all.length > 1 ? 'their type URIs' : 'its type URI', types: all, isIdentity: all.length === 1 };
  }
  const start = line.toLowerCase().indexOf(`${host}${path}`.toLowerCase());
  if (start >= 0 && /^[/?#"'>).,]*$/.test(line.slice(start + host.length + path.length)))
    return { by: 'the address of all problem types', types: lookup.index.types.map((_, at) => at) };
  return isLost && !/\s/.test(text.trim()) ? { by: 'a type URI that no type has', types: [] } : undefined;
}

/** Types whose own URI is in a text, in the order of the text. */
function urisIn({ uris }: Lookup, line: string): number[] {
  if (uris.size === 0) return [];
  const parts = line.match(/[^\s"'`<>|\\]+/g) ?? [];
  return parts.flatMap((part) => {
    const address = part.replace(/^[([{,;=]+/, '').replace(/[)\]},;:.!]{1,9}$/, '');
    const form = address.length > 2000 ? undefined : askedForms(address).find((each) => uris.has(each));
    return form === undefined ? [] : (uris.get(form) ?? []);
  });
}

/** The address of a list: by status, by category or by route. */
function byList(lookup: Lookup, kind: string, key: string): Answer | undefined {
  const { categories, routes, types } = lookup.index;
  if (kind === 'status') return byStatus(lookup, key);
  const [route, , positions] = routes.find(([, slug]) => kind === 'route' && slug === key) ?? [];
  if (route) return { by: `the route ${route}`, types: positions ?? [], page: `route/${key}` };
  const inside = types.flatMap(({ category }, at) => (kind === 'category' && category === key ? [at] : []));
  return inside.length > 0
    ? { by: `the category ${categories[key]}`, types: inside, page: `category/${key}` }
    : undefined;
}

/** What follows the path of the pages, with or without its first slash, and whether their host stands before it. */
function* addressesIn(line: string, path: string, host: string): Generator<{ isHere: boolean; rest: string }> {
  const bare = path.slice(1);
  let at = 0;
  for (const before of line.split(bare).slice(0, -1)) {
    at += before.length;
    const isHere = line.startsWith(host + path, at - 1 - host.length);
    const isApart = !/[\w-]/.test(line.charAt(at - 1));
    at += bare.length;
    if (isApart) yield { isHere, rest: line.slice(at, at + 200) };
  }
}

/** The last part of any other URL or path, as a name to try. */
export function lastPart(text: string): string | undefined {
  const address = text.trim();
  if (address.length > 2000 || /\s/.test(address)) return undefined;
  const path = address.replace(/[?#].*/s, '').replace(/\/$/, '');
  const isAddress = /^[a-z][\w+.-]*:/i.test(path) || (path.includes('/') && /^[\w.~/-]+$/.test(path));
  const [part = ''] = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf(':')) + 1).split('.');
  return isAddress && /^[\w-]{3,}$/.test(part) ? part : undefined;
}
