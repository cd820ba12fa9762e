import { isMap, isScalar, isSeq, type Node, parseAllDocuments } from 'yaml';
import type { JsonMember, JsonNode } from './json-tree.ts';
import type { LooseObject } from './loose-json.ts';

/** Problem details objects in YAML, or in lists of properties as PowerShell prints them. Loaded when a text looks like it. */

export function yamlObjects(
  text: string,
  fits: (value: Readonly<Record<string, unknown>>) => boolean,
): readonly LooseObject[] {
  const found: LooseObject[] = [];
  const visit = (node: unknown): void => {
    if (isSeq(node)) for (const item of node.items) visit(item);
    if (!isMap(node)) return;
    const value = node.toJSON() as Record<string, unknown>;
    const tree = treeOf(node);
    if (fits(value)) found.push({ start: tree.start, end: tree.end, value, node: tree, isCut: false, isQuoted: false });
    else for (const pair of node.items) visit(pair.value);
  };
  const options = { logLevel: 'silent', maxAliasCount: 0, strict: false, uniqueKeys: false } as const;
  for (const document of [parseAllDocuments(blockIn(text), options)].flat()) {
    if ('contents' in document) visit(document.contents);
  }
  return found;
}

/** From the first to the last line of the block that has a standard member; what is before it becomes blank, so that places hold. */
function blockIn(text: string): string {
  const lines = text.split('\n');
  const isEntry = (line: string) => /^[ \t-]*[\w.][\w.-]*[ \t]*:(?:\s|$)/.test(line);
  const first = lines.findIndex((line) => /^[ \t-]*(?:type|title|status|detail)[ \t]*:[ \t]/.test(line));
  const from = 1 + lines.findLastIndex((line, at) => at < first && !isEntry(line));
  const before = lines.slice(0, from).map((line) => ' '.repeat(line.length));
  return [...before, ...lines.slice(from)].join('\n');
}

function treeOf(node: unknown): JsonNode {
  const [start, end] = (node as Node | undefined)?.range ?? [0, 0];
  if (isMap(node)) {
    const members = node.items.flatMap(({ key, value }): JsonMember[] => {
      if (!isScalar(key)) return [];
      const [from, to] = key.range ?? [0, 0];
      return [{ name: String(key.value), key: { start: from, end: to }, node: treeOf(value) }];
    });
    return { kind: 'object', start, end, members };
  }
  if (isSeq(node)) return { kind: 'array', start, end, items: node.items.map(treeOf) };
  const value = isScalar(node) ? node.value : undefined;
  const kind = typeof value === 'string' || typeof value === 'number' ? typeof value : 'literal';
  return { kind: kind as JsonNode['kind'], start, end, value };
}
