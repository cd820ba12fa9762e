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
  readonly pattern: RegExp;
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
    for (const { pattern, slots, text: wanted } of compiled) {
      const values = pattern.exec(text)?.slice(1);
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
  const pattern = parts.map((part, at) => (at % 2 === 1 ? '([^]+?)' : part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')));
  return { pattern: new RegExp(`^${pattern.join('')}$`), slots: parts.filter((_, at) => at % 2 === 1), text };
}
