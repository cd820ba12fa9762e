const most = 60;

/** A value as a message shows it: JSON, cut at 60 characters. What lies deep in a large value is not read. */
export function show(value: unknown): string {
  let nodes = 0;
  let text: string | undefined;
  try {
    // What has no parts needs no replacer, and JSON.stringify is several times faster without.
    text =
      Object(value) === value
        ? JSON.stringify(value, (_, part) => (++nodes > most ? null : beginning(part)))
        : JSON.stringify(beginning(value));
  } catch {
    // A bigint, a getter that throws.
  }
  text ??= value === undefined ? 'absent' : typeof value === 'object' ? 'an object' : `a ${typeof value}`;
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

/** An object is copied, so that a loop is not found to be one before the text is long enough. */
function beginning(value: unknown): unknown {
  // Stryker disable next-line all: what is cut here would be cut later, and at a cost
  if (typeof value === 'string' || Array.isArray(value)) return value.slice(0, most);
  return value && typeof value === 'object' ? { ...value } : value;
}
