import type { SiteFile } from '../prepare/site-files.ts';

/** Small pieces of nginx configuration. */

/** `add_header` lines. */
export function fields(values: Readonly<Record<string, string>>, indent: number, always = false): string {
  return Object.entries(values)
    .map(([name, value]) => `${' '.repeat(indent)}add_header ${name} ${quoted(value)}${always ? ' always' : ''};\n`)
    .join('');
}

/** A parameter in quotes; nginx has no escape for `$`, and none of our texts that holds one is meant as text. */
export function quoted(text: string): string {
  return text.includes("'") ? `"${text.replaceAll('"', '\\"')}"` : `'${text}'`;
}

/** Lines of a `types` block for the suffixes that the site has. */
export function typeLines(files: readonly SiteFile[]): string {
  const types = new Map<string, Set<string>>();
  for (const { path, type } of files) {
    const extension = /\.(\w+)$/.exec(path)?.[1];
    if (!extension || path.endsWith('.schema.json') || type === 'application/octet-stream') continue;
    types.set(type, (types.get(type) ?? new Set()).add(extension));
  }
  for (const [type, extension] of [
    ['text/html; charset=utf-8', 'html'],
    ['text/markdown; charset=utf-8', 'md'],
    ['application/json', 'json'],
  ] as const) {
    types.set(type, (types.get(type) ?? new Set()).add(extension));
  }
  return [...types]
    .sort()
    .map(([type, extensions]) => `    '${type}' ${[...extensions].sort().join(' ')};\n`)
    .join('');
}
