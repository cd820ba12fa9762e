import type { Span } from './json-tree.ts';
import { maskOf, type Secret } from './secrets.ts';

/** The pasted text as lines of pieces: what is at fault is marked, what is secret is masked. */

export interface Mark extends Span {
  /** Number of the finding, from 1. */
  readonly number: number;
  readonly level: 'error' | 'warning';
}

export interface Piece {
  readonly text: string;
  readonly mark?: Mark | undefined;
  readonly isMasked?: boolean;
}

export type Line =
  | {
      readonly number: number;
      readonly pieces: readonly Piece[];
      readonly marks: readonly Mark[];
      readonly skipped?: undefined;
    }
  /** Lines that are left out. */
  | { readonly skipped: number; readonly number: number };

export interface Position {
  /** From 1. */
  readonly line: number;
  /** In characters, from 1. */
  readonly column: number;
}

export function positionOf(text: string, offset: number): Position {
  return positionsOf(text, [offset])[0] as Position;
}

/** @param offsets ascending */
export function positionsOf(text: string, offsets: readonly number[]): Position[] {
  let line = 1;
  let column = 1;
  let at = 0;
  return offsets.map((offset) => {
    for (let feed = text.indexOf('\n', at); feed >= 0 && feed < offset; feed = text.indexOf('\n', at)) {
      line += 1;
      column = 1;
      at = feed + 1;
    }
    column += [...text.slice(at, offset)].length;
    at = Math.max(at, offset);
    return { line, column };
  });
}

/** Most lines shown, and most characters of a line. */
const most = 240;
const longest = 4000;

/**
 * @param marks what is at fault; one that spans several lines is marked in each of them
 * @param focus the part that matters; lines far from it and from all marks are left out of a long text
 */
export function linesOf(text: string, marks: readonly Mark[], secrets: readonly Secret[], focus: Span): Line[] {
  const all = text.replace(/\r?\n$/, '').split('\n');
  const starts: number[] = [];
  let at = 0;
  for (const line of all) {
    starts.push(at);
    at += line.length + 1;
  }
  const shown = all.length <= most ? undefined : wanted(all, starts, marks, focus);
  const lines: Line[] = [];
  all.forEach((line, index) => {
    const last = lines.at(-1);
    if (shown && !shown.has(index)) {
      if (last?.skipped === undefined) lines.push({ skipped: 1, number: index + 1 });
      else lines[lines.length - 1] = { ...last, skipped: last.skipped + 1 };
      return;
    }
    const start = starts[index] ?? 0;
    const end = start + line.replace(/\r$/, '').length;
    const own = marks.filter((mark) => mark.start >= start && mark.start <= end);
    lines.push({ number: index + 1, pieces: piecesOf(text, start, end, marks, secrets), marks: own });
  });
  return lines;
}

function wanted(all: readonly string[], starts: readonly number[], marks: readonly Mark[], focus: Span): Set<number> {
  const lineAt = (offset: number) =>
    Math.max(
      0,
      starts.findLastIndex((start) => start <= offset),
    );
  const shown = new Set<number>();
  const add = (from: number, to: number) => {
    for (let index = Math.max(0, from); index <= Math.min(all.length - 1, to) && shown.size < most; index += 1)
      shown.add(index);
  };
  for (const mark of marks.slice(0, 40)) add(lineAt(mark.start) - 2, lineAt(mark.start) + 2);
  add(0, 3);
  add(lineAt(focus.start) - 12, lineAt(focus.end));
  return shown;
}

function piecesOf(
  text: string,
  start: number,
  end: number,
  marks: readonly Mark[],
  secrets: readonly Secret[],
): Piece[] {
  const inside = <Part extends Span>(parts: readonly Part[]) =>
    parts.filter((part) => part.start < end && part.end > start);
  const marked = inside(marks).sort((a, b) => a.start - b.start);
  const hidden = inside(secrets);
  const cuts = new Set([start, end, ...hidden.flatMap((secret) => [secret.start, secret.end])]);
  const candidates = marked.flatMap((mark) => [mark.start, mark.end]).sort((a, b) => a - b);
  // Marks that begin inside a secret begin with it: a mask is one piece. Secrets are in order, and apart.
  let near = 0;
  for (const cut of candidates) {
    while ((hidden[near]?.end ?? end) <= cut && near < hidden.length) near += 1;
    const isInside = cut > (hidden[near]?.start ?? end);
    if (cut > start && cut < end && !isInside) cuts.add(cut);
  }
  const secretAt = new Map(hidden.map((secret) => [secret.start, secret]));
  const points = [...cuts].sort((a, b) => a - b);
  let first = 0;
  const pieces = points.slice(0, -1).map((from, index): Piece => {
    const to = points[index + 1] ?? end;
    const secret = secretAt.get(from);
    while ((marked[first]?.end ?? end) <= from && first < marked.length) first += 1;
    const candidate = marked[first];
    const mark = candidate && candidate.start < to ? candidate : undefined;
    const piece = text.slice(from, to);
    return secret ? { text: maskOf(text, secret), mark, isMasked: true } : { text: piece, mark };
  });
  return shortened(pieces);
}

/** A very long line is cut in its unmarked pieces. */
function shortened(pieces: readonly Piece[]): Piece[] {
  const length = pieces.reduce((sum, piece) => sum + piece.text.length, 0);
  if (length <= longest) return [...pieces];
  const room = Math.max(120, Math.floor(longest / pieces.length));
  return pieces.map((piece) =>
    piece.text.length <= room
      ? piece
      : { ...piece, text: `${piece.text.slice(0, room / 2)} … ${piece.text.slice(-room / 2)}` },
  );
}
