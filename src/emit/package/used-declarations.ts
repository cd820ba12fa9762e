/**
 * Returns the declarations of a file that these names need.
 * @param text declarations as TypeScript writes them: only the first line of each begins at the margin
 */
export function usedDeclarations(text: string, names: Iterable<string>): string {
  const statements = text.split(/^(?=\/\*\*)|(?<!\*\/\n)^(?=[a-z])/m).map((statement) => {
    const [, name] = declared.exec(statement) ?? [];
    return { statement, name };
  });
  const byName = new Map<string | undefined, string[]>();
  for (const { statement, name } of statements) byName.set(name, [...(byName.get(name) ?? []), statement]);
  const used = new Set<string | undefined>([undefined, ...names]);
  for (const name of used) {
    for (const word of wordsOf((byName.get(name) ?? []).join(''))) if (byName.has(word)) used.add(word);
  }
  return statements
    .filter(({ name }) => used.has(name))
    .map(({ statement }) => statement)
    .join('');
}

const declared = /^(?:export )?(?:declare )?(?:abstract )?(?:const|function|class|interface|type|enum) (\w+)/m;

/** Returns the words of declarations without those of comments. */
export function wordsOf(text: string): Set<string> {
  const [code = '', ...commented] = text.split('/*');
  const rest = commented.map((part) => (part.includes('*/') ? part.slice(part.indexOf('*/') + 2) : ''));
  return new Set([code, ...rest].join(' ').match(/[\w$]+/g));
}
