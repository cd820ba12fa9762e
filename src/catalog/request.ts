import type { Request } from './entry.ts';
import type { Json } from './fields.ts';

/** A structured request as text that a reader can run: curl, fetch, Python. */

/** The whole URL of a request on a server. */
export function requestUrl(request: Request, server: string): string {
  const url = new URL(server.replace(/\/$/, '') + request.path);
  for (const [name, value] of Object.entries(request.query ?? {})) {
    for (const item of Array.isArray(value) ? value : [value]) url.searchParams.append(name, String(item));
  }
  return url.href;
}

/** A command line for a POSIX shell. `-i` shows status and headers, which name the problem. */
export function curlText(request: Request, server: string): string {
  const quote = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
  const method = request.method === 'HEAD' ? ' --head' : impliedMethod(request) ? '' : ` -X ${request.method}`;
  const lines = [`curl -i${method} ${quote(requestUrl(request, server))}`];
  for (const [name, value] of Object.entries(request.headers ?? {})) lines.push(`  -H ${quote(`${name}: ${value}`)}`);
  if (request.body !== undefined) lines.push(`  -d ${quote(JSON.stringify(request.body))}`);
  return lines.join(' \\\n');
}

/** A statement in JavaScript or TypeScript, for a module with top-level await. */
export function fetchText(request: Request, server: string): string {
  const options: string[] = [];
  if (request.method !== 'GET') options.push(`  method: ${quoted(request.method)},`);
  const headers = Object.entries(request.headers ?? {});
  if (headers.length > 0) {
    options.push('  headers: {');
    for (const [name, value] of headers) {
      options.push(`    ${/^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name)}: ${quoted(value)},`);
    }
    options.push('  },');
  }
  if (request.body !== undefined) options.push(`  body: JSON.stringify(${literal(request.body, javascript, '  ')}),`);
  const target = quoted(requestUrl(request, server));
  if (options.length === 0) return `const response = await fetch(${target});`;
  return [`const response = await fetch(${target}, {`, ...options, '});'].join('\n');
}

/** A script that needs nothing but Python's standard library. */
export function pythonText(request: Request, server: string): string {
  const hasBody = request.body !== undefined;
  const lines = hasBody ? ['import json'] : [];
  lines.push('from urllib.request import Request, urlopen', '', 'request = Request(');
  lines.push(`    ${JSON.stringify(requestUrl(request, server))},`, `    method=${JSON.stringify(request.method)},`);
  const headers = Object.entries(request.headers ?? {});
  if (headers.length > 0) {
    lines.push('    headers={');
    for (const [name, value] of headers) lines.push(`        ${JSON.stringify(name)}: ${JSON.stringify(value)},`);
    lines.push('    },');
  }
  if (request.body !== undefined) {
    lines.push(`    data=json.dumps(${literal(request.body, python, '    ')}).encode(),`);
  }
  lines.push(')', 'with urlopen(request) as response:', '    print(response.status, response.read().decode())');
  return lines.join('\n');
}

/** Whether curl picks the method by itself. */
function impliedMethod(request: Request): boolean {
  return request.body === undefined ? request.method === 'GET' : request.method === 'POST';
}

function quoted(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

export interface Dialect {
  scalar(value: string | number | boolean | null): string;
  key(name: string): string;
  /** Spaces of one step to the right. */
  step: string;
}

/** How JavaScript and TypeScript write values. */
export const javascript: Dialect = {
  scalar: (value) => (typeof value === 'string' ? quoted(value) : String(value)),
  key: (name) => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name)),
  step: '  ',
};

const python: Dialect = {
  scalar: (value) =>
    value === null ? 'None' : typeof value === 'boolean' ? (value ? 'True' : 'False') : JSON.stringify(value),
  key: (name) => JSON.stringify(name),
  step: '    ',
};

function literal(value: Json, dialect: Dialect, indent: string): string {
  if (value === null || typeof value !== 'object') return dialect.scalar(value as string | number | boolean | null);
  const isArray = Array.isArray(value);
  const items = isArray
    ? value.map((item: Json) => literal(item, dialect, indent + dialect.step))
    : Object.entries(value).map(
        ([name, item]) => `${dialect.key(name)}: ${literal(item, dialect, indent + dialect.step)}`,
      );
  const [open, close] = isArray ? ['[', ']'] : ['{', '}'];
  if (items.length === 0) return open + close;
  if (isArray && items.join(', ').length < 60 && !items.some((item) => item.includes('\n')))
    return `[${items.join(', ')}]`;
  return [open, ...items.map((item) => `${indent}${dialect.step}${item},`), indent + close].join('\n');
}

/** A value on one line. */
export function inlineLiteral(value: unknown, dialect: Dialect): string {
  if (value === null || typeof value !== 'object') return dialect.scalar(value as string | number | boolean | null);
  if (Array.isArray(value)) return `[${value.map((item) => inlineLiteral(item, dialect)).join(', ')}]`;
  const items = Object.entries(value).map(([name, item]) => `${dialect.key(name)}: ${inlineLiteral(item, dialect)}`);
  return items.length === 0 ? '{}' : `{ ${items.join(', ')} }`;
}
