import ts from 'typescript';

/**
 * Returns the text that an expression always has: a literal, a template, a sum, `String.raw`, `[…].join(…)`, or a constant
 * of the same file made of these; undefined when it depends on anything else.
 */
export function constantText(node: ts.Expression): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return constantText(node.expression);
  if (ts.isTemplateExpression(node)) return templateText(node, (part) => part.text);
  if (ts.isTaggedTemplateExpression(node)) return rawText(node);
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken)
    return joined([constantText(node.left), constantText(node.right)], '');
  if (ts.isIdentifier(node)) return constantNamed(node);
  if (ts.isCallExpression(node)) return joinedList(node);
  return undefined;
}

function templateText(node: ts.TemplateExpression, textOf: (part: ts.TemplateLiteralLikeNode) => string | undefined) {
  const parts = node.templateSpans.flatMap((span) => [constantText(span.expression), textOf(span.literal)]);
  return joined([textOf(node.head), ...parts], '');
}

function rawText({ tag, template }: ts.TaggedTemplateExpression): string | undefined {
  if (tag.getText() !== 'String.raw') return undefined;
  return ts.isTemplateExpression(template) ? templateText(template, (part) => part.rawText) : template.rawText;
}

function joinedList({ expression, arguments: [separator] }: ts.CallExpression): string | undefined {
  if (!ts.isPropertyAccessExpression(expression) || expression.name.text !== 'join') return undefined;
  const list = expression.expression;
  const between = separator ? constantText(separator) : ',';
  if (!ts.isArrayLiteralExpression(list) || between === undefined) return undefined;
  return joined(list.elements.map(constantText), between);
}

function joined(parts: readonly (string | undefined)[], between: string): string | undefined {
  return parts.includes(undefined) ? undefined : parts.join(between);
}

/** The constant of that name in the nearest block around it. */
function constantNamed(name: ts.Identifier): string | undefined {
  for (let block: ts.Node | undefined = name.parent; block; block = block.parent) {
    if (ts.isFunctionLike(block) && block.parameters.some((parameter) => parameter.name.getText() === name.text))
      return undefined;
    if (!ts.isBlock(block) && !ts.isSourceFile(block)) continue;
    for (const statement of block.statements) {
      if (!ts.isVariableStatement(statement)) continue;
      const { flags, declarations } = statement.declarationList;
      const found = declarations.find((each) => each.name.getText() === name.text);
      if (found) return flags & ts.NodeFlags.Const && found.initializer ? constantText(found.initializer) : undefined;
    }
  }
  return undefined;
}
