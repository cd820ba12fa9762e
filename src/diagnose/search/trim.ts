/**
 * A text without the signs at its ends. A pattern such as `/\s+$/` would begin again at each sign of a long run.
 * @param sign whether one character goes
 */
export function trimmed(text: string, sign: RegExp, signAtEnd = sign): string {
  let start = 0;
  let end = text.length;
  while (start < end && sign.test(text.charAt(start))) start += 1;
  while (end > start && signAtEnd.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}
