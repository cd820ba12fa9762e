import { expect, test } from 'vitest';
import { parseSequence } from '#catalog/sequence.ts';

/** Diagrams of conversations. */

test('messages and notes are read, a line each', () => {
  const source = `
    Client -> Server: GET /loans: all of them
    Server-->>Client:200
    Note over Client , Server:  They wait.
    Note over A -> B: a: b
    A-B -> C: hi`;
  expect(parseSequence(source)).toEqual([
    { from: 'Client', to: 'Server', text: 'GET /loans: all of them' },
    { from: 'Server', to: 'Client', text: '200' },
    { over: ['Client', 'Server'], text: 'They wait.' },
    { over: ['A -> B'], text: 'a: b' },
    { from: 'A-B', to: 'C', text: 'hi' },
  ]);
});

test.each(['A -> B', 'A -> B:', '-> B: hi', 'A ->: hi', 'A: hi', 'A: hi -> B', 'Note over A:', 'Note over A', 'hi'])(
  '%j is refused',
  (line) => {
    const message = `sequence: "${line}" is not a line of a diagram. Write "A -> B: text" or "Note over A: text".`;
    expect(() => parseSequence(`C -> D: x\n ${line} \n`)).toThrow(new Error(message));
  },
);
