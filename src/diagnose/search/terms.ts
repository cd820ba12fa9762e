import { folded } from './names.ts';
import { fillers } from './stop-words.ts';

/** A text -> the words that a search compares. */

/** Words that are longer are no words. */
const longestWord = 40;

/** Words of a text, without endings and without those that say nothing. */
export function termsOf(text: string): string[] {
  return wordsOf(text).flatMap((word) => termOf(word) ?? []);
}

/** A word without its ending; nothing for a word that says nothing. */
export function termOf(word: string): string | undefined {
  const lower = word.toLowerCase();
  if (lower === '' || lower.length > longestWord || fillers.has(lower)) return undefined;
  return /^\d+$/.test(lower) || lower.length < 5
    ? lower.replace(/(?<=\w\w\w)s$/, '')
    : lower.replace(/(?:ies|ied|y)$/, 'i').replace(/(?:ing|ed|es|e|s)$/, '');
}

/** Words of a document: constants such as `CERT_HAS_EXPIRED` as a whole, and the parts of them. */
export function wordsIndexed(text: string): string[] {
  return [...constantsIn(text), ...wordsOf(text)];
}

/** Addresses, ports, dates and times. */
const numbers = /\b\d{1,6}(?:[T.:-]\d{1,6}){2,}Z?\b|:\d{4,5}\b/g;

/** The host of a URL, and names of hosts of three labels or more. */
const hosts = /\b(?:https?|wss?):\/\/[\w.:-]+|(?<![\w.@/-])[a-z][a-z\d-]+(?:\.[a-z\d][a-z\d-]*){2,}(?![\w.])/g;

/**
 * Words that a text is searched with. A constant that is in a document counts as one word, and a class that is in none as
 * several. Addresses, hosts, dates and times are left out, and packages before a class.
 * @param isKnown whether a word, without its ending, is in a document
 */
export function termsAsked(text: string, isKnown: (term: string) => boolean): string[] {
  const isIndexed = (word: string) => isKnown(termOf(word) ?? '');
  const words = text
    .replace(numbers, ' ')
    .replace(hosts, ' ')
    .replace(constant, (name) => (constantsIn(name).some(isIndexed) ? ' ' : name))
    .split(/\s+/)
    .flatMap((word) => wordsOf(word.replace(/^\W*[a-z][\w.]*\.(?=[A-Z][a-z]+[A-Z])/, '')))
    .flatMap((word) => (isIndexed(word) ? [word] : partsOf(word, /\s/.test(text.trim()))));
  return [...constantsIn(text).filter(isIndexed), ...words].flatMap((word) => termOf(word) ?? []);
}

/** The words of a class; among other words without the last, where it only says that the class is an error. */
function partsOf(word: string, isAmongOthers: boolean): string[] {
  const parts = word.split(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/);
  const isError = ['Error', 'Exception'].includes(parts.at(-1) as string);
  return isAmongOthers && isError && parts.length > 1 ? parts.slice(0, -1) : parts;
}

/** Whether a text has addresses, dates or times, which no document has. */
export function hasNumbers(text: string): boolean {
  return text.search(numbers) !== -1;
}

const constant = /\b[A-Z][A-Z\d]*(?:_[A-Z\d]+)+\b/g;

/** Constants of a text, with a sign that no word has: a word is never the beginning of one. */
function constantsIn(text: string): string[] {
  return (text.match(constant) ?? []).map((name) => `=${folded(name)}`);
}

function wordsOf(text: string): string[] {
  return text.split(/[^\p{L}\p{M}\p{N}]+/u);
}
