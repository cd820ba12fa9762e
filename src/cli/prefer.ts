/** The preferences of a `Prefer` header, RFC 7240 section 2: the first of a name counts, names are in lower case. */
export function parsePrefer(header: string | undefined): Map<string, string> {
  const preferences = new Map<string, string>();
  const token = /([!#$%&'*+.^_`|~\w-]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,;"]*)))?/g;
  for (const [, name = '', quoted, plain] of (header ?? '').matchAll(token)) {
    const key = name.toLowerCase();
    if (!preferences.has(key)) preferences.set(key, quoted?.replace(/\\(.)/g, '$1') ?? plain ?? '');
  }
  return preferences;
}
