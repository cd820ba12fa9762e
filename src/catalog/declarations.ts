/** A value of a module: its first line, lines that are indented, and the line that ends it. */
const value = /^((?:export default|(?:export )?const \w+(?:: \w[\w<>[\], ]*)? =) [{[])\n(?:[ \t].*\n|\n)*([}\]])/gm;
/** The beginning of a line that can declare a type. */
const declaration = /^[ \t]*(?:(?:export|declare)[ \t]+)*(?:class|enum|import|interface|namespace|type)\b(?![?:])/m;
/** What a value is compared with. */
const comparison = /^[}\]] (?:as const )?satisfies .*$/gm;

/**
 * Returns a text of TypeScript without the values that cannot matter to its types, at least of a file that is formatted as
 * usual: what is written in another way stays.
 */
export function declarationsIn(text: string): string {
  const rest = text.replace(value, (whole, start: string, end: string) =>
    declaration.test(whole) ? whole : `${start}\n${end}`,
  );
  return /\btypeof\b/.test(rest.replace(comparison, '')) ? text : rest;
}
