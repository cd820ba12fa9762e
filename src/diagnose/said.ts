import type { Said } from '#catalog/translations/sayings.ts';

/** What checks, diagnosis and search say, in the words of a translation. */

/** Longest text that is translated, in characters. */
const longest = 2000;

/** How a translation joins the items of a list. */
export interface Joints {
  readonly and: string;
  readonly or: string;
}

interface Sentence {
  /** The fixed parts of the text; between two of them is a value. */
  readonly literals: readonly string[];
  /** Names of the values, each with `+` or `*` where it is a text or a list of texts. */
  readonly slots: readonly string[];
  readonly text: string;
}

/** Returns a function that translates; a text that the translation does not have stays as it is. */
export function translator(said: Said, joints: Joints): (text: string) => string {
  const own = new Map<string, string>(Object.entries(said));
  const sentences = [...own].filter(([saying]) => /\{/.test(saying)).sort(byLength);
  const compiled = sentences.map(sentence);
  return translated;

  function translated(text: string): string {
    const exact = own.get(text);
    if (exact !== undefined) return exact;
    if (text.length > longest) return text;
    for (const { literals, slots, text: wanted } of compiled) {
      const values = valuesIn(text, literals);
      if (values) return filled(wanted, slots, values);
    }
    return text;
  }

  function filled(wanted: string, slots: readonly string[], values: readonly string[]): string {
    return wanted.replace(/\{(\w+)\}/g, (all, name: string) => {
      const at = slots.findIndex((slot) => slot.replace(/^[+*]/, '') === name);
      const value = values[at];
      if (value === undefined) return all;
      const slot = slots[at] ?? '';
      return slot.startsWith('*') ? list(value) : slot.startsWith('+') ? translated(value) : value;
    });
  }

  /** `a, b or c`, item by item; what is in quotes stays together. */
  function list(text: string): string {
    const whole = translated(text);
    if (whole !== text) return whole;
    const parts = text.split(/("(?:[^"\\]|\\.)*"?|, | and | or )/);
    return parts.map((part) => joint(part) ?? translated(part)).join('');
  }

  function joint(part: string): string | undefined {
    if (part === ', ') return part;
    return { ' and ': joints.and, ' or ': joints.or }[part];
  }
}

/** The more of a text a saying has itself, the more it says about it. */
function byLength([one]: readonly [string, string], [other]: readonly [string, string]): number {
  const own = (saying: string) => saying.replace(/\{[+*]?\w+\}/g, '').length;
  return own(other) - own(one);
}

function sentence([saying, text]: readonly [string, string]): Sentence {
  const parts = saying.split(/\{([+*]?\w+)\}/);
  const at = (rest: number) => parts.filter((_, index) => index % 2 === rest);
  return { literals: at(0), slots: at(1), text };
}

/** What stands between the literals of a sentence, at least a character each; undefined where a text is another. */
function valuesIn(text: string, literals: readonly string[]): string[] | undefined {
  const [first = '', ...others] = literals;
  const last = others.pop() ?? '';
  if (!text.startsWith(first) || !text.endsWith(last)) return undefined;
  const values: string[] = [];
  let start = first.length;
  for (const literal of others) {
    const found = text.indexOf(literal, start + 1);
    if (found < 0) return undefined;
    values.push(text.slice(start, found));
    start = found + literal.length;
  }
  const end = text.length - last.length;
  return start < end ? [...values, text.slice(start, end)] : undefined;
}
