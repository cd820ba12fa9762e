import { type Change, verdict } from '#catalog/diff.ts';

/** Returns one line a change, the most serious first, and which version they ask for. */
export function changeLines(changes: readonly Change[]): string {
  const lines = changes.map(({ level, name, fact }) => `${level}  ${name || 'catalog'}: ${fact}`);
  const asked = verdict(changes);
  return [...lines, ...(asked ? ['', `The changes ask for a ${asked} version.`] : ['Nothing changed.'])].join('\n');
}
