/** Texts with variable parts: `{name}` captures one character or more, `*` is any run of characters. */

/** What the variable parts of a pattern held, by name. */
export type Values = Readonly<Record<string, string>>;

export interface Pattern {
  /** The fixed parts, in order; one more than `names`. */
  readonly literals: readonly string[];
  /** Name of each variable part; `undefined` for `*`. */
  readonly names: readonly (string | undefined)[];
  /** Number of fixed characters: the more, the surer a match. */
  readonly weight: number;
}

const known = new Map<string, Pattern>();

/** Parses a pattern. Braces around anything but a lower-case name are literal. */
export function patternOf(text: string): Pattern {
  let pattern = known.get(text);
  if (!pattern) {
    const parts = text.split(/(\*|\{[a-z][a-z0-9_]*\})/);
    const literals = parts.filter((_, at) => at % 2 === 0);
    const names = parts.filter((_, at) => at % 2 === 1).map((part) => (part === '*' ? undefined : part.slice(1, -1)));
    pattern = { literals, names, weight: literals.reduce((sum, part) => sum + part.length, 0) };
    known.set(text, pattern);
  }
  return pattern;
}

/** Marks of a text that a server cut. */
const cut = /(?:\.\.\.|…)$/;
/** A cut text must show so much of a pattern to count. */
const leastOfCut = 12;

/**
 * Matches a whole text in linear time, and returns the captured values; `undefined` when it does not fit. Of a text that
 * ends in an ellipsis its beginning is enough.
 */
export function matchPattern(pattern: Pattern, text: string): Values | undefined {
  return matchText(pattern, text)?.values;
}

/** The same, with the number of fixed characters that the text has: fewer than those of the pattern when it was cut. */
export function matchText(pattern: Pattern, text: string): { values: Values; weight: number } | undefined {
  const whole = matchFrom(pattern, text, 0, true);
  return whole ? { values: whole.values, weight: pattern.weight } : matchCut(pattern, text);
}

/**
 * Finds every place in a text where a pattern fits, and returns the values of each. A place ends where the pattern's first
 * fixed part comes again. `parts` are matched with the whole text of a place, and add their values where they fit.
 */
export function findPattern(pattern: Pattern, text: string, parts: readonly Pattern[] = []): Values[] {
  const found: Values[] = [];
  const [first = ''] = pattern.literals;
  for (let at = text.indexOf(first), next = at; at >= 0; at = next) {
    next = first === '' ? -1 : text.indexOf(first, at + first.length);
    const place = text.slice(at, next < 0 ? undefined : next);
    const match = matchFrom(pattern, place, 0, false);
    if (match) found.push(Object.assign({}, ...parts.map((part) => matchPattern(part, place)), match.values));
  }
  return found;
}

/** The earliest place of each fixed part is the right one, so there is nothing to go back for. */
function matchFrom(
  { literals, names }: Pattern,
  text: string,
  start: number,
  isWhole: boolean,
): { values: Values; end: number } | undefined {
  const [first = '', ...rest] = literals;
  if (!text.startsWith(first, start)) return undefined;
  let at = start + first.length;
  const values: Record<string, string> = {};
  for (const [index, literal] of rest.entries()) {
    const name = names[index];
    const from = name === undefined ? at : at + 1;
    const isLast = index === rest.length - 1;
    let found = isLast && isWhole ? text.length - literal.length : text.indexOf(literal, from);
    if (isLast && !isWhole && literal === '') found = text.length;
    if (found < from || !text.startsWith(literal, found)) return undefined;
    if (name !== undefined) values[name] = text.slice(at, found);
    at = found + literal.length;
  }
  return isWhole && at !== text.length ? undefined : { values, end: at };
}

function matchCut({ literals, names }: Pattern, text: string): { values: Values; weight: number } | undefined {
  const body = text.replace(cut, '');
  const [first = '', ...rest] = literals;
  if (body === text) return undefined;
  if (!body.startsWith(first)) {
    return first.startsWith(body) && body.length >= leastOfCut ? { values: {}, weight: body.length } : undefined;
  }
  const values: Record<string, string> = {};
  let at = first.length;
  let weight = first.length;
  for (const [index, literal] of rest.entries()) {
    const name = names[index];
    const found = body.indexOf(literal, name === undefined ? at : at + 1);
    if (found < 0) break;
    if (name !== undefined) values[name] = body.slice(at, found);
    at = found + literal.length;
    weight += literal.length;
  }
  return weight >= leastOfCut ? { values, weight } : undefined;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Takes HTML escapes out of a text, as often as it was escaped, four times at most. */
export function unescaped(text: string): string {
  let plain = text;
  for (let round = 0; round < 4 && plain.includes('&'); round += 1) {
    const next = plain.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi, (whole, hex, decimal, name) => {
      if (name) return entities[name.toLowerCase()] ?? whole;
      const point = hex ? Number.parseInt(hex, 16) : Number(decimal);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    });
    if (next === plain) break;
    plain = next;
  }
  return plain;
}
