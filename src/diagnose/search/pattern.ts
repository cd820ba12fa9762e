/** Texts with variable parts, as a server writes them into `detail`. `*` stands for any run of characters. */

/** A text with what differs between servers, terminals and editors taken out: case, quotes, HTML escapes, spaces. */
export function plain(text: string): string {
  let decoded = text;
  for (let round = 0; round < 3 && decoded.includes('&'); round += 1) {
    const next = decoded.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|amp|lt|gt|quot|apos);/gi, entity);
    if (next === decoded) break;
    decoded = next;
  }
  return decoded
    .replace(/\\(["'/])/g, '$1')
    .replace(/[‘’`´"“”]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

function entity(whole: string, hex?: string, decimal?: string): string {
  if (hex ?? decimal) {
    const point = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  }
  return { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" }[whole.toLowerCase()] ?? whole;
}

export interface Pattern {
  /** The fixed parts, in order. */
  readonly parts: readonly string[];
  /** Number of fixed characters: the more, the surer. */
  readonly weight: number;
}

export function patternOf(text: string): Pattern {
  const parts = plain(text).split('*');
  return { parts, weight: parts.reduce((sum, part) => sum + part.trim().length, 0) };
}

/** Whether the whole text is as the pattern says. Both were made `plain`. */
export function matches({ parts }: Pattern, text: string): boolean {
  const [first = '', ...rest] = parts;
  const last = rest.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  const end = text.length - last.length;
  let at = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= end;
}

/** Whether the text holds the pattern somewhere, its parts in order and close together. */
export function holds({ parts }: Pattern, text: string): boolean {
  const fixed = parts.filter((part) => part.trim() !== '');
  let at = -1;
  for (const part of fixed) {
    const found = text.indexOf(part, Math.max(at, 0));
    if (found < 0 || (at >= 0 && found - at > 400)) return false;
    at = found + part.length;
  }
  return at >= 0;
}

/** Fixed characters that a text must have, so that it is not one that ends in a word of the pattern by chance. */
const leastBegun = 8;

/** Whether the text is a piece of a fixed part, or begins as the pattern does. */
export function hasPart({ parts }: Pattern, text: string): boolean {
  if (parts.some((part) => part.includes(text))) return true;
  let at = 0;
  let fixed = 0;
  for (const [place, part] of parts.entries()) {
    const found = text.indexOf(part, at);
    if (found >= 0 && (place > 0 || found === 0)) {
      at = found + part.length;
      fixed += part.trim().length;
      continue;
    }
    if (place === 0) return false;
    for (let cut = part.length - 1; cut > 3; cut -= 1) {
      const begun = part.slice(0, cut);
      if (text.length - cut >= at && text.endsWith(begun)) return fixed + begun.trim().length >= leastBegun;
    }
    return false;
  }
  return false;
}
