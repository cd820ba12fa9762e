const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for HTML, attribute values included. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => signs[sign] as string);
}

/** Text for HTML between tags, where quotes may stay. */
export function escapeText(text: string): string {
  return text.replace(/[&<>]/g, (sign) => signs[sign] as string);
}

/** A heading as an anchor, which begins with a letter: "How long the wait is" -> `how-long-the-wait-is`. */
export function anchorOf(heading: string): string {
  const words = heading
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return /^\p{L}/u.test(words) ? words : `s-${words}`;
}

/** "404", "400 or 422", or "any status" where a type has none of its own. */
export function statusesText(
  statuses: readonly number[],
  { anyStatus, or }: Readonly<Record<'anyStatus' | 'or', string>>,
): string {
  return statuses.join(or) || anyStatus;
}

/** The server with its version, as in running text. */
export function serverText({ name, version }: { readonly name: string; readonly version: string }): string {
  return version === '' ? name : `${name} ${version}`;
}

/** A text with variable parts as people read it: `Agent … not found`. */
export function dotted(pattern: string): string {
  return pattern.replace(/\*|\{[a-z][a-z0-9_]*\}/g, '…');
}

/** What is code, names or bodies, and no prose. */
const codeFields =
  /(^|\.)(code|example|documented|request|answers|items|monitor|headers|clients|aliases|asked|references|titles?|category)$/;

/** Yields every piece of prose of an entry or of facts, with the way to it: texts of several words, and links. */
export function* proseIn(value: unknown, path = ''): Generator<[string, string]> {
  if (codeFields.test(path)) return;
  if (typeof value === 'string') {
    if (/\s|\]\(/.test(value.trim())) yield [path, value];
  } else if (value !== null && typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) {
      yield* proseIn(inner, Array.isArray(value) ? `${path}[${key}]` : path ? `${path}.${key}` : key);
    }
  }
}

/** Returns an entry, or facts, with each piece of prose changed. */
export function withProse<T>(value: T, change: (text: string) => string, path = ''): T {
  if (codeFields.test(path)) return value;
  if (typeof value === 'string') return change(value) as T;
  if (Array.isArray(value)) return value.map((inner, index) => withProse(inner, change, `${path}[${index}]`)) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, withProse(inner, change, path ? `${path}.${key}` : key)]),
  ) as T;
}
