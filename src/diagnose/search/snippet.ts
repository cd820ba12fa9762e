import { termOf } from './terms.ts';

/** A piece of a text, and whether it is what the search matched. */
export interface Piece {
  readonly text: string;
  readonly isMarked: boolean;
}

/** Longest snippet, in characters. */
const longest = 110;

/** A text with the words marked that fit. */
export function marked(text: string, terms: ReadonlySet<string>): Piece[] {
  const parts = text.match(/[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+/gu) ?? [];
  return joined(parts.map((part) => ({ text: part, isMarked: isTerm(part, terms) })));
}

/** The part of a text that has most of the words, cut at words. */
export function snippet(text: string, terms: ReadonlySet<string>): Piece[] {
  if (text.length <= longest) return marked(text, terms);
  const words = [...text.matchAll(/\S+/g)].map((match) => ({ at: match.index, text: match[0] }));
  const fits = words.filter((word) => word.text.match(/[\p{L}\p{M}\p{N}]+/gu)?.some((part) => isTerm(part, terms)));
  let best = { start: 0, count: 0 };
  for (const { at } of fits) {
    const start = at < longest / 2 ? 0 : (words.findLast((word) => word.at <= at - 25)?.at ?? 0);
    const count = new Set(
      fits.filter((fit) => fit.at >= start && fit.at < start + longest).map((fit) => fit.text.toLowerCase()),
    ).size;
    if (count > best.count) best = { start, count };
  }
  const end = words.findLast((word) => word.at + word.text.length <= best.start + longest);
  const cut = end ? end.at + end.text.length : best.start + longest;
  const shown = text.slice(best.start, cut);
  return marked(`${best.start > 0 ? '… ' : ''}${shown}${cut < text.length ? ' …' : ''}`, terms);
}

function isTerm(word: string, terms: ReadonlySet<string>): boolean {
  const term = termOf(word);
  return term !== undefined && terms.has(term);
}

/** Marked words with only a blank between them become one mark. */
function joined(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = [];
  for (const [at, piece] of pieces.entries()) {
    const last = out.at(-1);
    const isBridge = last?.isMarked && piece.text === ' ' && pieces[at + 1]?.isMarked;
    if (last && (isBridge || last.isMarked === piece.isMarked))
      out[out.length - 1] = { text: last.text + piece.text, isMarked: last.isMarked };
    else out.push(piece);
  }
  return out;
}
