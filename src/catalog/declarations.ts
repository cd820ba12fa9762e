/** A value of a module: its first line, lines that are indented, and the line that ends it. */
const value = /^((?:export default|(?:export )?const \w+(?:: \w[\w<>[\], ]*)? =) [{[])\n(?:[ \t].*\n|\n)*([}\]])/gm;
/** The beginning of a line that can declare a type. */
const declaration = /^[ \t]*(?:(?:export|declare)[ \t]+)*(?:class|enum|import|interface|namespace|type)\b(?![?:])/m;
/** What a value is compared with. */
const comparison = /^[}\]] (?:as const )?satisfies .*/gm;

/** A comment, a text, or what is between them. */
const token =
  /\/\/.*|\/\*(?:[^*]|\*(?!\/))*\*\/|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\$]|\\[\s\S]|\$(?!\{)|\$\{\w+\})*`|[^'"`/]+|['"`/]/g;

/**
 * Returns a text of TypeScript without the values that cannot matter to its types, at least of a file that is formatted as
 * usual: what is written in another way stays.
 */
export function declarationsIn(text: string): string {
  const templates: string[] = [];
  let folded = '';
  for (const [part] of text.matchAll(token)) {
    // A regular expression, a division, a template with more than names in it, or a text that does not end.
    if (/^['"`/]$/.test(part)) return text;
    // On one line, so that its own lines do not end a value.
    folded += part.startsWith('`') ? `\0${templates.push(part) - 1}\0` : part;
  }
  const cut = folded.replace(value, (whole, start: string, end: string) =>
    declaration.test(whole) ? whole : `${start}\n${end}`,
  );
  const rest = cut.replace(/\0(\d+)\0/g, (_, index) => templates[index] ?? '');
  return /\btypeof\b/.test(rest.replace(comparison, '')) ? text : rest;
}
