/**
 * A text without the signs at its ends. A pattern such as `/\s+$/` would begin again at each sign of a long run.
 * @param sign matches one character that goes, and no empty text
 */
export function trimmed(text: string, sign: RegExp, signAtEnd = sign): string {
  let start = 0;
  let end = text.length;
  while (sign.test(text.charAt(start))) start += 1;
  while (signAtEnd.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}
