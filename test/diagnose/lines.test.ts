import { describe, expect, test } from 'vitest';
import { memberOf, nodeAt, parseJson, plainValue, sourceOffsets } from '#diagnose/input/json-tree.ts';
import { linesOf, type Mark, positionOf, positionsOf } from '#diagnose/input/lines.ts';
import { maskOf, secretsIn } from '#diagnose/input/secrets.ts';
import { stepsOf } from '#runtime/problem/json-pointer.ts';
import { brief } from './tables/show.ts';

/** Where in a text its JSON and its lines are. */

// As text, so that a table can be read.
expect.addSnapshotSerializer({ test: (value) => typeof value === 'string', print: String });

describe('JSON', () => {
  test('is found by its path', () => {
    const root = parseJson('{"a":[{"b":1},{"b":2,"b":3}],"":{"~/":null},"c":"d"}').node;
    const paths = ['', '/a', '/a/0/b', '/a/1/b', '/a/2', '/a/x', '//~0~1', '/c/0', '/d', 'a', '/a/0/b/c'];
    const at = (path: string) => root && nodeAt(root, stepsOf(path));
    expect(paths.map((path) => `${path} ${brief(stepsOf(path))} ${brief(at(path))}`).join('\n')).toMatchSnapshot();
    expect(root && ['a', 'c', 'd'].map((name) => memberOf(root, name)?.key.start)).toEqual([1, 44, undefined]);
    expect(root && plainValue(root)).toEqual({ a: [{ b: 1 }, { b: 3 }], '': { '~/': null }, c: 'd' });
  });

  test('in a text has its places in the source', () => {
    const source = ' "a\\u00e9\\"b\\n" ';
    expect(sourceOffsets(source, { start: 1, end: source.length - 1 })).toEqual([2, 3, 9, 11, 12, 14]);
  });
});

describe('lines', () => {
  const text = 'one\ntwo password=secret x\r\n\nfour 😀 five\nsix';
  const mark = (number: number, start: number, end: number): Mark => ({ number, level: 'error', start, end });
  const shown = (source: string, marks: readonly Mark[], focus = { start: 0, end: 0 }) =>
    linesOf(source, marks, secretsIn(source), focus)
      .map((line) => {
        if (line.skipped !== undefined) return `${line.number} … ${line.skipped}`;
        const pieces = line.pieces.map(
          ({ text: piece, mark: own, isMasked }) => `${own ? `${own.number}:` : ''}${isMasked ? '*' : ''}${piece}`,
        );
        return `${line.number} ${pieces.join('|')} ${line.marks.map(({ number }) => `^${number}`).join(' ')}`;
      })
      .join('\n');

  test('have positions in characters', () => {
    expect(
      [0, 3, 4, 27, 29, 30, 35, 36, 37, 99].map((offset) => brief(positionOf(text, offset))).join('\n'),
    ).toMatchSnapshot();
    expect(brief(positionsOf(text, [0, 4, 4, 30, 37]))).toMatchSnapshot();
  });

  test.each<[string, readonly Mark[]]>([
    ['none', []],
    ['a word', [mark(1, 0, 3)]],
    ['several lines', [mark(1, 2, 33)]],
    ['a part of a secret', [mark(1, 19, 21)]],
    ['a secret and what is around it', [mark(1, 8, 25)]],
    ['one in the other', [mark(1, 4, 24), mark(2, 8, 16)]],
    ['two that overlap', [mark(1, 0, 2), mark(2, 1, 3)]],
    ['two apart', [mark(2, 30, 33), mark(1, 0, 1)]],
    ['the end', [mark(1, text.length, text.length + 1)]],
    ['nothing', [mark(1, 5, 5)]],
    ['a line feed', [mark(1, 3, 4)]],
  ])('are marked: %s', (_, marks) => {
    expect(shown(text, marks)).toMatchSnapshot();
    expect(shown(`${text}\n`, marks)).toBe(shown(text, marks));
  });

  const long = Array.from({ length: 600 }, (_, at) => `line ${at}`).join('\n');
  test.each<[readonly Mark[], number, number]>([
    [[], 0, 10],
    [[mark(1, 3000, 3001)], 3500, 3600],
    [[mark(1, 0, 1), mark(2, 5300, 5301)], 0, 5400],
    [Array.from({ length: 60 }, (_, at) => mark(at, at * 90, at * 90 + 1)), 4000, 4100],
  ])('of a long text are left out, case %#', (marks, start, end) => {
    const lines = shown(long, marks, { start, end }).split('\n');
    const numbers = lines.map((line) => (line.includes('…') ? line : line.split(' ')[0]));
    expect(numbers.join(' ')).toMatchSnapshot();
  });

  test('are all shown up to a number, and cut where they are long', () => {
    const rows = (count: number) =>
      linesOf(Array.from({ length: count }, () => 'x').join('\n'), [], [], { start: 0, end: 1 }).length;
    expect([239, 240, 241].map(rows)).toMatchSnapshot();
    const width = (length: number) =>
      linesOf('x'.repeat(length), [mark(1, 10, 20)], [], { start: 0, end: 1 }).map((line) =>
        ('pieces' in line ? line.pieces : []).map((piece) => piece.text.length),
      );
    expect(brief([3999, 4000, 4001, 9000].map(width))).toMatchSnapshot();
    const many = Array.from({ length: 60 }, (_, at) => mark(at, at * 100, at * 100 + 50));
    const pieces = linesOf('abcdefghij'.repeat(900), many, [], { start: 0, end: 1 }).flatMap((line) =>
      'pieces' in line ? line.pieces : [],
    );
    expect(pieces.map((piece) => piece.text.length).join(' ')).toMatchSnapshot();
  });

  test('mask a number as text', () => {
    const secret = { kind: 'e-mail address', start: 6, end: 8 } as const;
    expect(
      ['"pin":47', "'pin':47", '"pin": 4', 'pin :447', '"pin":4x', '"pin":-.'].map((source) => maskOf(source, secret)),
    ).toMatchSnapshot();
  });
});

test('marks and lines', () => {
  const mark = (start: number, end: number): Mark => ({ number: start, level: 'error', start, end });
  const shown = (text: string, marks: Mark[]) =>
    linesOf(text, marks, secretsIn(text), { start: 0, end: 0 }).map((line) =>
      ('pieces' in line ? line.pieces : [])
        .map((piece) => `${piece.mark?.number ?? ''}${piece.isMasked ? '*' : ''}${piece.text}`)
        .join('|'),
    );
  const secret = 'x token=abc y';
  expect([
    shown(secret, [mark(8, 11)]),
    shown(secret, [mark(7, 8)]),
    shown(secret, [mark(11, 12)]),
    shown(secret, [mark(9, 13), mark(2, 9)]),
    shown('token=a token=b', [mark(6, 15)]),
    shown('ab\ncd', [mark(2, 3), mark(3, 3)]),
    shown('ab', [mark(0, 2)]),
    shown('abc', [mark(2, 3), mark(0, 1)]),
    shown('abc', [mark(1, 3), mark(0, 2)]),
    shown('\n\n', [mark(0, 1)]),
  ]).toMatchSnapshot();
  expect([positionOf('\na', 0), positionOf('\na', 1), positionOf('a\n', 1), positionOf('a\nb', 2)]).toMatchSnapshot();
});
