/** A JSDoc comment of these lines. */
export function jsdoc(lines: readonly string[]): string {
  return `/**\n${lines.map((line) => ` * ${line.replaceAll('*/', '*\\/')}`.trimEnd()).join('\n')}\n */`;
}
