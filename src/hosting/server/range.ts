import parseRange from 'range-parser';

/** Conditions and ranges of a request, RFC 9110 sections 13 and 14. */

export interface Range {
  /** First and last byte, both included. */
  readonly start: number;
  readonly end: number;
}

/** Tells whether a field names an entity tag (RFC 9110 section 8.8.3.2); without weak tags both comparisons are the same. */
export function names(field: string | undefined, tag: string): boolean {
  if (field === undefined) return false;
  return field.trim() === '*' || [...field.matchAll(/"[^"]*"/g)].some(([each]) => each === tag);
}

/** Tells whether `If-Match` allows to send this representation; weak tags match none. */
export function mayMatch(field: string | undefined, tag: string): boolean {
  return field === undefined || names(field.replace(/W\/"[^"]*"/g, ''), tag);
}

/** Returns the part of a file to send; undefined: all of it, `none`: the range is outside of the file. */
export function rangeOf(
  range: string | undefined,
  ifRange: string | undefined,
  tag: string,
  size: number,
): Range | 'none' | undefined {
  if (!range || (ifRange !== undefined && ifRange !== tag)) return undefined;
  // A tail longer than the file is all of it (RFC 9110 section 14.1.2); the library would refuse it.
  const wanted = range.toLowerCase().replace(/(?<==\s*-)\d+$/, (length) => String(Math.min(Number(length), size)));
  const parts = parseRange(size, wanted);
  if (parts === -1) return 'none';
  // Several ranges would need a multipart body; the whole file is a right answer too.
  if (parts === -2 || parts.type !== 'bytes' || parts.length > 1) return undefined;
  return parts[0];
}
