/** Header fields of a response: what happens when two say the same name. */

/** Header fields by name; an array has one item for each line. */
export type HeaderFields = Record<string, string | string[]>;

/** Header fields in any of the usual forms. */
export type HeaderFieldsInit =
  | Iterable<readonly [string, string]>
  | Readonly<Record<string, string | readonly string[] | undefined>>;

/** Fields that are lists by nature, or that stand once for each value: they add up. RFC 9110 section 5.3. */
const additive = /^(set-cookie|vary|link|(www|proxy)-authenticate)$/i;

/**
 * The value of a field for which `before` was set and `value` is to be: both for a field that adds up, else the latter.
 * What is there already is not repeated, nor is a challenge without parameters beside one of the same scheme with some.
 */
export function combine(name: string, before: unknown, value: string | readonly string[]): string | string[] {
  // Most fields stand alone.
  if (before === undefined && typeof value === 'string' && !isCookie(name)) return value;
  const list = (values: unknown) => {
    const lines = [values ?? []].flat().map(String);
    return /^vary$/i.test(name) ? lines.flatMap((line) => line.split(',').map((field) => field.trim())) : lines;
  };
  const all = list(value);
  if (additive.test(name)) {
    const kept = list(before).filter((old) => !all.some((line) => line === old || line.startsWith(`${old} `)));
    all.unshift(...kept);
  }
  return isCookie(name) ? all : all.join(', ');
}

const isCookie = (name: string): boolean => name.toLowerCase() === 'set-cookie';

/** `own` with `given` on top. Throws a `TypeError` when a name or a value is not valid. */
export function mergeHeaders(own: HeaderFieldsInit, given: HeaderFieldsInit = {}): Headers {
  const merged = new Headers();
  for (const init of [own, given]) {
    const fields = new Map<string, string[]>();
    for (const [name, value] of Symbol.iterator in init ? init : Object.entries(init)) {
      const key = name.toLowerCase();
      for (const line of [value ?? []].flat()) fields.get(key)?.push(line) ?? fields.set(key, [line]);
    }
    for (const [name, lines] of fields) {
      const combined = combine(name, linesOf(merged, name), lines.length === 1 ? (lines[0] as string) : lines);
      merged.delete(name);
      for (const line of [combined].flat()) merged.append(name, line);
    }
  }
  return merged;
}

/** The fields that were set so far with `given` on top: where none was, `given` itself, which is sent faster. */
export function withFields(set: Headers, given: HeaderFields): Headers | Record<string, string> {
  const isRecord = set.keys().next().done && Object.values(given).every((value) => typeof value === 'string');
  return isRecord ? (given as Record<string, string>) : mergeHeaders(set, given);
}

/** Whether a field is among those that were set so far, or those on top. A response that is asked for its own takes longer to send. */
export function hasField(name: string, set: Headers, given: HeaderFields): boolean {
  return set.has(name) || Object.keys(given).some((each) => each.toLowerCase() === name);
}

/** One field of a `Headers`, which joins the lines of all others than `Set-Cookie`. */
export function linesOf(headers: Headers, name: string): string | string[] | undefined {
  return isCookie(name) ? headers.getSetCookie() : (headers.get(name) ?? undefined);
}

/** The same as a record. */
export function fieldsOf(headers: Headers): HeaderFields {
  return Object.fromEntries([...new Set(headers.keys())].map((name) => [name, linesOf(headers, name) ?? '']));
}
