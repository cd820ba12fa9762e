/** A line of a diagram of a conversation: a message, or a note over some of its parties. */
export type SequenceLine =
  | { readonly from: string; readonly to: string; readonly text: string }
  | { readonly over: readonly string[]; readonly text: string };

/** Reads a diagram: `A -> B: text` or `Note over A, B: text` a line each. Throws for any other line. */
export function parseSequence(source: string): SequenceLine[] {
  return source
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(parseLine);
}

function parseLine(line: string): SequenceLine {
  const note = 'Note over ';
  const arrow = /-{1,2}>{1,2}/.exec(line);
  const colon = line.indexOf(':', arrow?.index);
  const text = line.slice(colon + 1).trim();
  const head = line.slice(0, Math.max(0, colon));
  if (text !== '' && head.startsWith(note)) {
    return {
      over: head
        .slice(note.length)
        .split(',')
        .map((name) => name.trim()),
      text,
    };
  }
  const from = head.slice(0, arrow?.index).trim();
  const to = head.slice((arrow?.index ?? 0) + (arrow?.[0].length ?? 0)).trim();
  if (arrow && from !== '' && to !== '' && text !== '') return { from, to, text };
  throw new Error(`sequence: "${line}" is not a line of a diagram. Write "A -> B: text" or "Note over A: text".`);
}
