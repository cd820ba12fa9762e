import { encoded, type Part, parseTemplate, type Variants } from './template.ts';

/** Routes such as `GET /agents/{agent_id}`, and which requests go to them. */

export interface Route {
  /** In capitals; absent where the route is for every method. */
  readonly method: string | undefined;
  readonly variants: Variants;
}

/** Values of parameters by name, decoded. */
export type RouteValues = Readonly<Record<string, string>>;

const parsed = new Map<string, Route>();

/**
 * Reads a route: a method and a path template, or a template alone. `*`, `ALL` and `ANY` stand for every method. Throws a
 * `SyntaxError` that says what it does not know.
 */
export function parseRoute(route: string): Route {
  let known = parsed.get(route);
  if (!known) {
    const text = route.trim();
    const [verb = '', path = text] = /^(?:[A-Za-z]+|\*)\s/.test(text) ? text.split(/\s+/) : ['', text];
    const method = /^(?:\*|all|any)?$/i.test(verb) ? undefined : verb.toUpperCase();
    known = { method, variants: parseTemplate(path) };
    if (parsed.size < 10_000) parsed.set(route, known);
  }
  return known;
}

/** A part of a template, and the text of the path that it matches. */
export interface Piece {
  readonly part: Part;
  readonly text: string;
}

/**
 * Matches a request with a route, and returns the values of its parameters, decoded. `undefined`: the request goes
 * elsewhere. A method that is not given fits every route. A slash at the end makes no difference.
 * @param url URL or path; query and fragment are ignored
 */
export function matchRoute(route: string, method: string | undefined, url: string): RouteValues | undefined {
  const pieces = matchPieces(route, method, url);
  return (
    pieces &&
    Object.fromEntries(pieces.flatMap(({ part, text }) => (part.kind === 'text' ? [] : [[part.name, decoded(text)]])))
  );
}

/** Matches like {@link matchRoute}, and returns the parts with what they match, in order. */
export function matchPieces(route: string, method: string | undefined, url: string): Piece[] | undefined {
  const { method: verb, variants } = parseRoute(route);
  if (method !== undefined && verb !== undefined && verb !== method.toUpperCase()) return undefined;
  const path = sentPath(url);
  const other = path.endsWith('/') ? path.slice(0, -1) : `${path}/`;
  for (const asked of [path, other]) {
    for (const parts of variants) {
      const pieces = piecesOf(parts, asked);
      if (pieces) return pieces;
    }
  }
  return undefined;
}

/** Returns the routes that a request goes to, the most exact ones first: fewer rests, then fewer parameters. */
export function matchRoutes(routes: readonly string[], method: string | undefined, url: string): string[] {
  const count = (route: string, kind: Part['kind']) =>
    parseRoute(route).variants[0]?.filter((part) => part.kind === kind).length ?? 0;
  return routes
    .filter((route) => matchPieces(route, method, url) !== undefined)
    .sort((a, b) => count(a, 'rest') - count(b, 'rest') || count(a, 'segment') - count(b, 'segment'));
}

/** Each part can end at several places; a place remembers the earliest start, so that values are as short as can be. */
function piecesOf(parts: readonly Part[], path: string): Piece[] | undefined {
  const steps: Map<number, number>[] = [];
  let starts = new Map([[0, 0]]);
  for (const part of parts) {
    starts = endsOf(part, [...starts.keys()], path);
    steps.push(starts);
  }
  let end = path.length;
  if (!starts.has(end)) return undefined;
  const pieces = parts.toReversed().map((part, at) => {
    const start = steps[parts.length - 1 - at]?.get(end) ?? 0;
    const piece = { part, text: path.slice(start, end) };
    end = start;
    return piece;
  });
  return pieces.reverse();
}

/** Where a part can end, each with where it then begins. `starts` ascend. */
function endsOf(part: Part, starts: readonly number[], path: string): Map<number, number> {
  const ends = new Map<number, number>();
  for (const start of starts) {
    if (part.kind === 'text') {
      if (path.startsWith(part.text, start)) ends.set(start + part.text.length, start);
      continue;
    }
    const least = part.kind === 'segment' ? 1 : part.least;
    const slash = part.kind === 'segment' ? path.indexOf('/', start) : -1;
    const last = slash < 0 ? path.length : slash;
    for (let end = last; end >= start + least && !ends.has(end); end -= 1) ends.set(end, start);
  }
  return new Map([...ends].sort(([a], [b]) => a - b));
}

let lastUrl: string | undefined;
let lastPath = '';

/** The path of a URL as it is sent. One URL is tried with many routes, so the last one is kept. */
function sentPath(url: string): string {
  if (url !== lastUrl) [lastUrl, lastPath] = [url, encoded(pathOf(url))];
  return lastPath;
}

function pathOf(url: string): string {
  const end = url.search(/[?#]/);
  const address = end < 0 ? url : url.slice(0, end);
  const host = address.indexOf('://');
  if (host < 0) return address;
  const start = address.indexOf('/', host + 3);
  return start < 0 ? '/' : address.slice(start);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
