import type { Values } from './pattern.ts';

/**
 * Matches a path with a route such as `GET /agents/{agent_id}`, and returns the values of its parameters, decoded.
 * `undefined`: the request goes elsewhere. A method that is not given fits every route.
 * @param url URL or path; query and fragment are ignored
 */
export function matchRoute(route: string, method: string | undefined, url: string): Values | undefined {
  const [verb = '', path = ''] = route.split(' ');
  if (method !== undefined && verb !== method.toUpperCase()) return undefined;
  const parts = path.split('/');
  const asked = pathOf(url).split('/');
  if (parts.length !== asked.length) return undefined;
  const values: Record<string, string> = {};
  for (const [at, part] of parts.entries()) {
    const value = asked[at] as string;
    if (part === value) continue;
    if (!part.startsWith('{') || !part.endsWith('}') || value === '') return undefined;
    values[part.slice(1, -1)] = decoded(value);
  }
  return values;
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
