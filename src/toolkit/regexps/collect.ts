import { convertToTsx } from '@astrojs/astro2tsx';
import ts from 'typescript';
import { constantText } from './constant-text.ts';

/** A regular expression in a source file, or a place where one is made of what is not known before it runs. */
export interface Found {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly source: string | undefined;
  readonly flags: string;
  /** As it is written. */
  readonly text: string;
}

/** Returns every regular expression of a TypeScript, JavaScript or Astro file. */
export function regexpsOf(file: string, text: string): Found[] {
  if (!file.endsWith('.astro')) return inScript(file, text, (offset) => offset);
  const { code, mappings, scripts } = convertToTsx(text, { filename: file });
  const origin = (offset: number) => {
    const span = mappings.findLast(([start, length]) => start <= offset && offset <= start + length);
    return span ? span[2] + Math.min(offset - span[0], span[3]) : 0;
  };
  const template = inScript(file, code, origin, text);
  const inner = scripts.flatMap(({ content, position }) =>
    inScript(file, content, (offset) => position.start + offset, text),
  );
  return [...template, ...inner];
}

function inScript(file: string, code: string, origin: (offset: number) => number, whole = code): Found[] {
  const kind = file.endsWith('.astro') ? ts.ScriptKind.TSX : ts.ScriptKind.Unknown;
  const tree = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true, kind);
  const found: Found[] = [];
  const add = (node: ts.Node, source: string | undefined, flags: string) => {
    const line = whole.slice(0, origin(node.getStart(tree))).split('\n').length;
    found.push({ file, line, source, flags, text: node.getText(tree) });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      add(node, node.text.slice(1, end), node.text.slice(end + 1));
    } else if (isConstruction(node)) {
      const [pattern, flags] = node.arguments ?? [];
      // An expression made of another one has its pattern, which is judged where it is written.
      if (!pattern || !ts.isRegularExpressionLiteral(pattern))
        add(node, pattern && constantText(pattern), (flags && constantText(flags)) ?? '');
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** `new RegExp(…)`, and `RegExp(…)` without `new`. */
function isConstruction(node: ts.Node): node is ts.NewExpression | ts.CallExpression {
  return (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp';
}
