/** Where a body ends in the text of a terminal, which goes on with remarks, a prompt or the next command. */

/** The signs that zsh and fish show where a line feed is missing. Signs beyond ASCII are bytes here. */
const noLineFeed = /^(?:%|\u00e2\u008f\u008e|\u00c2\u00b6)/;
/** Prompts of PowerShell, of cmd.exe, of shells with a short or a themed prompt, and of `sh`. */
const prompts = [
  /^(?:PS )?[A-Z]:\\[^>\n]*>/,
  /^(?:[\w.~/:-]+ )?(?:[$#%]|\u00e2\u009d\u00af|\u00e2\u009e\u009c|\u00ce\u00bb)(?:\s|$)/,
  /^[a-z]*sh-[\d.]+[$#](?:\s|$)/,
];

/** Whether a text begins with the prompt of a shell, or is nothing but the sign before it. */
function isPrompt(text: string): boolean {
  const shown = text.trimStart().replace(noLineFeed, '').trimStart();
  const [line = ''] = shown.replace(/^\([\w.-]+\) ?/, '').split('\n', 1);
  const isUser = /^\[?[\w.-]+@[\w.-]/.test(line) && /[$#%>](?:\s|$)/.test(line);
  return shown === '' || isUser || prompts.some((prompt) => prompt.test(line));
}

/** The remarks of curl, and what JetBrains, httpYac and HTTPie add to a response. */
const remark = /^\s*(?:\* [A-Z]|\{ \[|Response file saved\.|Response code: |Elapsed time: |<> )/;

/**
 * The body without what follows it. Text in which each character is a byte.
 * @param length that of the header, which counts where a whole document ends there; NaN where there is none
 */
export function withoutRest(text: string, length: number): string {
  if (length < text.length && isWhole(text.slice(0, length))) return text.slice(0, length);
  const end = /^\s*[{[]/.test(text) ? jsonEnd(text) : markupEnd(text);
  const rest = text.slice(end);
  return end > 0 && rest.trim() !== '' && (isPrompt(rest) || remark.test(rest)) ? text.slice(0, end) : text;
}

function isWhole(text: string): boolean {
  const trimmed = text.trim();
  if (/^<[\s\S]*>$/.test(trimmed)) return true;
  try {
    JSON.parse(trimmed);
    return true;
  } catch {
    return false;
  }
}

/** Where the first JSON value ends, by its brackets; 0 where it does not. */
export function jsonEnd(text: string): number {
  let depth = 0;
  for (const token of text.matchAll(/"(?:[^"\\]|\\[\s\S])*(?:"|\\?$)|[{}[\]]/g)) {
    if (token[0] === '{' || token[0] === '[') depth += 1;
    if (token[0] === '}' || token[0] === ']') depth -= 1;
    if (depth === 0 && token[0].length === 1) return token.index + 1;
  }
  return 0;
}

function markupEnd(text: string): number {
  return /^\s*</.test(text) ? text.indexOf('>', text.lastIndexOf('</')) + 1 : 0;
}
