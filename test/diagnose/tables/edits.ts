/** What becomes of an outcome when a text is edited at one place: a line an edit, and below each character of the text a sign. */

/** The sign of the outcome of the text itself, then letters, small, capital and those with accents. */
function signOf(place: number): string {
  if (place === 0) return '+';
  return String.fromCodePoint(
    place <= 26 ? 96 + place : place <= 52 ? 38 + place : place <= 388 ? 203 + place : 0xac00 + place,
  );
}

const edits: Readonly<Record<string, (before: string, sign: string, after: string) => string>> = {
  'without it': (before, _, after) => before + after,
  twice: (before, sign, after) => before + sign + sign + after,
  'other case': (before, sign, after) =>
    before + (sign === sign.toLowerCase() ? sign.toUpperCase() : sign.toLowerCase()) + after,
  'x before': (before, sign, after) => `${before}x${sign}${after}`,
  '7 before': (before, sign, after) => `${before}7${sign}${after}`,
  'blank before': (before, sign, after) => `${before} ${sign}${after}`,
  '- for it': (before, _, after) => `${before}-${after}`,
  'ends here': (before) => before,
};

/** `+` is the outcome of the text itself; each other one has a letter, and the first are told below. */
export function editsOf(text: string, outcome: (text: string) => string, told = 8): string {
  const known = [outcome(text)];
  const signs = [...text];
  const rows = Object.entries(edits).map(([name, edit]) => {
    const marks = signs.map((sign, at) => {
      const result = outcome(edit(signs.slice(0, at).join(''), sign, signs.slice(at + 1).join('')));
      if (!known.includes(result)) known.push(result);
      const place = known.indexOf(result);
      return signOf(place);
    });
    return `${name.padEnd(12)} ${marks.join('')}`;
  });
  const legend = known.slice(0, told).map((result, place) => `${signOf(place)} ${result}`);
  return [
    `${' '.repeat(13)}${text.replaceAll('\n', '¶').replaceAll('\r', '␍').replaceAll('\t', '→')}`,
    ...rows,
    ...legend,
  ].join('\n');
}
