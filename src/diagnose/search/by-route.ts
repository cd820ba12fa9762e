import { matchRoutes } from '#runtime/routes/match.ts';
import type { Answer } from './answer.ts';
import { type Lookup, likely } from './lookup.ts';

/** An operation: `POST /auth/login`, `/auth/login`, a URL, a curl command, a line of an access log. */
export function byRoute(lookup: Lookup, text: string): Answer | undefined {
  const asked = operationIn(text);
  if (!asked) return undefined;
  const { method, path } = asked;
  const routes = new Map(lookup.index.routes.map((route) => [route[0].toLowerCase(), route]));
  const hits = matchRoutes([...routes.keys()], undefined, path.toLowerCase());
  const parameters = (route: string) => route.split('{').length;
  const exact = hits
    .filter((route) => parameters(route) === parameters(hits[0] ?? ''))
    .map((route) => routes.get(route))
    .filter((route) => route !== undefined);
  const called = exact.filter(([route]) => method !== '' && route.startsWith(`${method} `));
  if (called.length === 0 && method !== '' && exact.length > 0 && lookup.statusPages.has(405))
    return { by: `the status 405 of ${method} ${path}`, types: [], page: 'status/405' };
  const found = called.length > 0 ? called : exact;
  if (found.length > 0) {
    const [first] = found;
    const types = specific(lookup, found, asked.status);
    const { status } = asked;
    if (status !== undefined && types.length === 0)
      return {
        by: `the status ${status} of ${method} ${path}`,
        types: [],
        status,
        ...(lookup.statusPages.has(status) && { page: `status/${status}` }),
      };
    return {
      by: `the route ${found.length === 1 ? first?.[0] : path}`,
      types,
      ...(found.length === 1 && asked.status === undefined ? { page: `route/${first?.[1]}` } : {}),
    };
  }
  const below = lookup.index.routes.filter(
    ([route]) => path.length > 1 && route.toLowerCase().includes(` ${path.toLowerCase()}/`),
  );
  if (below.length > 0) {
    const fits = specific(lookup, below, asked.status);
    return { by: `the routes below ${path}`, types: fits.length > 0 ? fits : specific(lookup, below) };
  }
  return method !== '' && /^\S+\s\S+$/.test(text.trim()) ? { by: `the route ${method} ${path}`, types: [] } : undefined;
}

/** Those that answer the fewest routes first: they say most. What the server seldom sends comes after, what it never sends last. */
function specific(lookup: Lookup, routes: Lookup['index']['routes'], status?: number): number[] {
  const { breadth, index } = lookup;
  const rarity = (at: number) => ['rare', 'unsent', 'retired'].indexOf(index.types[at]?.state ?? '');
  const types = likely(
    lookup,
    routes.flatMap(([, , positions]) => positions),
  );
  const order = types.sort((a, b) => rarity(a) - rarity(b) || (breadth[a] ?? 0) - (breadth[b] ?? 0));
  return status === undefined ? order : order.filter((at) => index.types[at]?.status.includes(status));
}

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly status?: number;
}

const methods = 'GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS';

function operationIn(text: string): Operation | undefined {
  const line = text.trim().replace(new RegExp(`^((?:${methods})\\s+)?(?=[\\w-]+(?:/[\\w{}.-]+)+/?$)`, 'i'), '$1/');
  if (/(^|[\s$])curl\s/.test(line)) return operationOfCurl(line);
  const alone = new RegExp(
    `^["'\`]?(?:(${methods})\\s+)?(?:(?:https?|wss?)://[^/\\s]+)?(/[^\\s?#"'\`]*)(?:[?#"'\`]\\S*)?(?:\\s+HTTP/\\S+)?$`,
    'i',
  ).exec(line);
  if (alone) return operation(alone[1], alone[2]);
  const logged = new RegExp(
    `\\b(${methods})\\s+(?:https?://[^/\\s]+)?(/[^\\s?#"'\`,]*)(?:.{0,300}?[\\s=:"]([45]\\d\\d)\\b)?`,
    's',
  ).exec(line);
  return logged ? operation(logged[1], logged[2], logged[3]) : undefined;
}

function operationOfCurl(line: string): Operation | undefined {
  const url = /\bhttps?:\/\/[^/\s"']+(\/[^\s?#"']*)/.exec(line)?.[1];
  const given = /(?:^|\s)(?:-X|--request)[\s=]*["']?([A-Za-z]+)/.exec(line)?.[1];
  return url ? operation(given ?? (/\s(-d|--data\S*|--json)[\s=]/.test(line) ? 'POST' : 'GET'), url) : undefined;
}

function operation(method = '', path = '', status?: string): Operation {
  const bare = path.length > 1 ? path.replace(/\/$/, '') : path;
  return { method: method.toUpperCase(), path: bare, ...(status ? { status: Number(status) } : {}) };
}
