const most = 60;

/** A value as a message shows it: JSON, cut at 60 characters. Of a large value only the beginning is read. */
export function show(value: unknown): string {
  let nodes = 0;
  let text: string | undefined;
  try {
    // What has no parts needs no replacer, and JSON.stringify is several times faster without.
    text =
      typeof value === 'string'
        ? JSON.stringify(beginning(value))
        : JSON.stringify(
            value,
            Object(value) === value ? (_, part) => (++nodes > most ? null : beginning(part)) : undefined,
          );
  } catch {
    // A loop, a bigint, a getter that throws.
  }
  text ??= value === undefined ? 'absent' : `a ${typeof value}`;
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

function beginning(value: unknown): unknown {
  if (typeof value === 'string' || Array.isArray(value)) return value.slice(0, most + 1);
  if (typeof value !== 'object' || value === null) return value;
  const names = Object.keys(value).slice(0, most + 1);
  return Object.fromEntries(names.map((name) => [name.slice(0, most + 1), (value as Record<string, unknown>)[name]]));
}
