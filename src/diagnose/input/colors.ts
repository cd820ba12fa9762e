// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape sequences of terminals begin with one
const colors = /\u001b(?:\[[\d;?]*[A-Za-z]|\][^\u0007\u001b]*(?:\u0007|\u001b\\))/g;

/** A text without what terminals color it with. */
export function plain(text: string): string {
  return text.replace(colors, '');
}
