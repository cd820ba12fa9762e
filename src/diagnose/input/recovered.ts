import { type JsonNode, parseJson, plainValue, type Span } from './json-tree.ts';
import type { LooseObject } from './loose-json.ts';

/** An object of JSON with a slip: a comma or a quote is missing, one is too many, or the braces were not copied. */

type Fits = (value: Readonly<Record<string, unknown>>) => boolean;

/** Most places that are tried. */
const most = 8;

/** The first object of a text that fits once its slip is passed over. */
export function recoveredObject(text: string, fits: Fits): LooseObject | undefined {
  const starts = [...text.matchAll(/\{(?=\s*["'\w])/g)].slice(0, most).map(({ index }) => index);
  for (const start of starts) {
    const found = objectAt(text.slice(start), start, fits, true);
    if (found) return found;
  }
  const bare = /^[ \t]*"[\w-]+"[ \t]*:/m.exec(text);
  if (!bare || starts.length > 0) return undefined;
  return objectAt(`{${text.slice(bare.index)}`, bare.index - 1, fits, false);
}

function objectAt(json: string, offset: number, fits: Fits, isQuoted: boolean): LooseObject | undefined {
  const { node } = parseJson(json);
  if (!node?.members) return undefined;
  const value = plainValue(node) as Readonly<Record<string, unknown>>;
  if (!fits(value)) return undefined;
  const moved = movedBy(node, offset);
  return {
    start: Math.max(0, moved.start),
    end: moved.end,
    value,
    node: moved,
    isCut: false,
    isQuoted,
  };
}

function movedBy(node: JsonNode, by: number): JsonNode {
  const span = ({ start, end }: Span) => ({ start: start + by, end: end + by });
  return {
    ...node,
    ...span(node),
    ...(node.items && { items: node.items.map((item) => movedBy(item, by)) }),
    ...(node.members && {
      members: node.members.map((member) => ({ ...member, key: span(member.key), node: movedBy(member.node, by) })),
    }),
  };
}
