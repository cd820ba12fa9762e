import { namedSecrets } from './secrets/named.ts';
import type { Secret } from './secrets/secret.ts';
import { shapedSecrets } from './secrets/shaped.ts';

export type { Secret };

/**
 * Finds what must not be passed on: tokens, keys, passwords, PINs, cookies, e-mail addresses. Not by a library: the recommended
 * rules of secretlint 12 know the keys of vendors. Of the 35 texts in `secrets.test.ts` they mask one, since a password or
 * PIN is secret by its name, and they need Node.js: 23,600 bytes minified and gzipped, against 2,700 here.
 */

/** Words that stand for a secret already. */
const harmless =
  /^(?:<[^>]*>?|\[masked:[^\]]*\]?|\[FILTERED\]|\*+|null|true|false|\{|\[|must|is|was|has|not|missing|required|expired|invalid|refused|provide|value)$/i;

/** Every secret of a text, in order, without overlap. */
export function secretsIn(text: string): Secret[] {
  const found = [...namedSecrets(text), ...shapedSecrets(text)].filter(
    ({ start, end }) => !harmless.test(text.slice(start, end).trim()),
  );
  return withoutOverlap(found, text);
}

/** The first of overlapping ones grows over the others; line breaks stay, so that lines keep their numbers. */
function withoutOverlap(found: readonly Secret[], text: string): Secret[] {
  const merged: Secret[] = [];
  for (const secret of [...found].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (last && secret.start < last.end) merged[merged.length - 1] = { ...last, end: Math.max(last.end, secret.end) };
    else merged.push(secret);
  }
  return merged.flatMap((secret) => {
    const parts: Secret[] = [];
    for (const line of text.slice(secret.start, secret.end).matchAll(/[^\r\n]+/g)) {
      const start = secret.start + line.index;
      if (line[0].trim() !== '') parts.push({ kind: secret.kind, start, end: start + line[0].length });
    }
    return parts;
  });
}

/** What stands in the place of a secret; a bare number of JSON becomes a text, so that it stays JSON. */
export function maskOf(text: string, { kind, start, end }: Secret): string {
  const label = `[masked:${kind.replace(' address', '')}]`;
  const isBareNumber =
    /^-?[\d.]+$/.test(text.slice(start, end)) && /["']\s*:\s*$/.test(text.slice(Math.max(0, start - 6), start));
  return isBareNumber ? `"${label}"` : label;
}

/** A text with its secrets replaced. */
export function masked(text: string): string {
  let result = '';
  let from = 0;
  for (const secret of secretsIn(text)) {
    result += text.slice(from, secret.start) + maskOf(text, secret);
    from = secret.end;
  }
  return result + text.slice(from);
}
