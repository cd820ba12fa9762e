import type { Request } from '#catalog/entry.ts';
import type { Json } from '#catalog/fields.ts';
import { matchPieces, matchRoute, matchRoutes } from '#runtime/routes/match.ts';

/** The reader's own values, taken from a response, in the requests of a fix. */

export interface OwnValues {
  /** Origin of the reader's server, where it is known. */
  readonly server?: string | undefined;
  /** Path parameters and members by name. */
  readonly named: Readonly<Record<string, string>>;
}

/** A request with own values, and the texts that came from the reader. */
export interface OwnRequest {
  readonly request: Request;
  readonly server: string;
  readonly own: readonly string[];
}

interface Source {
  readonly body: Readonly<Record<string, unknown>>;
  readonly url?: string | undefined;
  readonly method?: string | undefined;
}

/** @param routes `METHOD /path/{parameter}` */
export function ownValues(routes: readonly string[], { body, url, method }: Source): OwnValues {
  const named: Record<string, string> = {};
  for (const [name, value] of Object.entries(body)) {
    if (/^(type|title|status|detail|instance|timestamp)$/.test(name) || name === '__proto__') continue;
    if ((typeof value === 'string' && isPlain(value)) || typeof value === 'number') named[name] = String(value);
  }
  const address = parsed(url);
  const instance = typeof body.instance === 'string' ? (parsed(body.instance)?.pathname ?? body.instance) : undefined;
  for (const path of [instance, address?.pathname]) {
    if (path) Object.assign(named, parameters(routes, path, method));
  }
  return { server: address && /^https?:$/.test(address.protocol) ? address.origin : undefined, named };
}

/** Puts the values where the request has a path parameter, a query parameter or a member of that name. */
export function withOwnValues(
  request: Request,
  { server, named }: OwnValues,
  routes: readonly string[],
  catalogServer: string,
): OwnRequest {
  const own = new Set<string>(server === undefined || server === catalogServer ? [] : [server]);
  const replaced = new Map<string, string>();
  const give = (name: string, before: string): string => {
    const value = Object.hasOwn(named, name) ? named[name] : undefined;
    if (value === undefined || value === before || /^<.*>$/.test(before)) return before;
    replaced.set(before, value);
    own.add(value);
    return value;
  };
  const [route] = matchRoutes(routes, request.method, request.path);
  const pieces = route === undefined ? undefined : matchPieces(route, request.method, request.path);
  const path =
    pieces
      ?.map(({ part, text }) => (part.kind === 'text' ? text : encodeURIComponent(decoded(give(part.name, text)))))
      .join('') ?? request.path;
  const query =
    request.query && mapValues(request.query, (value, name) => (typeof value === 'string' ? give(name, value) : value));
  const body = request.body === undefined ? undefined : filled(request.body, give, replaced);
  return {
    request: { ...request, path, ...(query ? { query } : {}), ...(body === undefined ? {} : { body }) },
    server: server ?? catalogServer,
    own: [...own],
  };
}

function filled(
  value: Json,
  give: (name: string, before: string) => string,
  replaced: ReadonlyMap<string, string>,
): Json {
  if (typeof value === 'string') return replaced.get(value) ?? value;
  if (Array.isArray(value)) return value.map((item: Json) => filled(item, give, replaced));
  if (typeof value !== 'object' || value === null) return value;
  return mapValues(value as Readonly<Record<string, Json>>, (item, name) =>
    typeof item === 'string' ? give(name, replaced.get(item) ?? item) : filled(item, give, replaced),
  );
}

function mapValues<In, Out>(
  bag: Readonly<Record<string, In>>,
  change: (value: In, name: string) => Out,
): Record<string, Out> {
  return Object.fromEntries(Object.entries(bag).map(([name, value]) => [name, change(value, name)]));
}

/** The parameters of the most exact route that a path fits. */
function parameters(routes: readonly string[], path: string, method: string | undefined): Record<string, string> {
  const route = matchRoutes(routes, method, path)[0] ?? matchRoutes(routes, undefined, path)[0];
  const values = (route !== undefined && matchRoute(route, undefined, path)) || {};
  return Object.fromEntries(Object.entries(values).filter(([, value]) => isPlain(value)));
}

/** Short, on one line, and nothing that was masked. */
function isPlain(text: string): boolean {
  return text !== '' && text.length <= 200 && !/\p{Cc}|\[masked:|\[FILTERED\]/u.test(text);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function parsed(url: string | undefined): URL | undefined {
  return url !== undefined && URL.canParse(url) ? new URL(url) : undefined;
}
