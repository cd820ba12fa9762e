import { distance } from 'fastest-levenshtein';
import { trimmed } from './trim.ts';

/** The same text however its words are joined: `SessionInvalid`, `SESSION_INVALID`, `session invalid`. */
export function folded(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The longest text that is taken for a name, in characters. */
const longestName = 300;

/** What a person may have copied around a name: `ProblemTypes.SESSION_INVALID`, `"code": "SESSION_INVALID",`. */
export function bareNames(text: string): string[] {
  if (text.length > longestName) return [];
  const whole = trimmed(text, /[\s"'`<([{]/, /[\s"'`>)\]},;:!?]/).replace(
    /\.(schema\.json|json|md|html|ts|js|py|type|title|status|slug)$/i,
    '',
  );
  const last = /[.:=#>"'`(\\]\s*["'`]?([\w-]{3,})$/.exec(whole)?.[1];
  const labeled = /^\W*\w*(?:title|code|type|error|name|problem|class|exception)["'`]?\s*[:=]+\s*["'`]?(.+)$/is.exec(
    whole,
  )?.[1];
  const thrown = /^(?:\w+\.)*([A-Z]\w*):/.exec(whole)?.[1] ?? '';
  const call = /(?:^|[\s.:(])([A-Za-z_$][\w$]{2,})\(/.exec(text)?.[1];
  const isClass = /[a-z][A-Z]\w/.test(thrown);
  const names = [whole, last, labeled, isClass ? thrown : undefined, call].filter((name) => name !== undefined);
  const stripped = names.map((name) =>
    name.replace(/^(validate|is|get|create|make|raise|throw|new)[_\s]?(?=[A-Z_a-z])/, ''),
  );
  const cores = [...names, ...stripped].map((name) =>
    name.replace(/[_\s-]?(problem|problem[_\s-]?type|error|exception)$/i, ''),
  );
  return [...new Set([...names, ...stripped, ...cores].map(folded))].filter((name) => name.length > 1);
}

/** How many typing errors a text of that length may have. */
export function leeway(length: number): number {
  return length < 5 ? 0 : length < 8 ? 1 : 2;
}

/** Typing errors between two folded texts, a swap of neighbors counted as one; more than `most` is Infinity. */
export function typos(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return Number.POSITIVE_INFINITY;
  const steps = distance(a, b);
  if (steps <= most) return steps;
  return steps <= 2 * most && swaps(a, b) <= most ? swaps(a, b) : Number.POSITIVE_INFINITY;
}

/** Swapped neighbors and wrong letters between texts of one length. */
function swaps(a: string, b: string): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  let count = 0;
  for (let at = 0; at < a.length; at += 1) {
    if (a[at] === b[at]) continue;
    count += 1;
    if (a[at] === b[at + 1] && a[at + 1] === b[at]) at += 1;
  }
  return count;
}
