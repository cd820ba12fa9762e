import { type Change, levels, verdict } from '#catalog/diff.ts';

/** Changes -> text: lines for a terminal, a section for a changelog. */

/** Returns one line a change, the most serious first, and which version they ask for. */
export function changeLines(changes: readonly Change[]): string {
  const lines = changes.map(({ level, name, fact }) => `${level}  ${name || 'catalog'}: ${fact}`);
  const asked = verdict(changes);
  return [...lines, ...(asked ? ['', `The changes ask for a ${asked} version.`] : ['Nothing changed.'])].join('\n');
}

const headings = { major: 'Breaking changes', minor: 'Additions', patch: 'Corrections' } as const;

/**
 * Returns the changes as Markdown, by what they mean to users. Problem types with the same change share a line.
 * @param uri address of a problem type; undefined for one that is gone
 */
export function changelogSection(changes: readonly Change[], uri: (name: string) => string | undefined): string {
  const sections = levels.toReversed().flatMap((level) => {
    const found = changes.filter((change) => change.level === level);
    const facts = [...new Set(found.map(({ fact }) => fact))];
    const namesWith = (fact: string) => found.filter((change) => change.fact === fact).map(({ name }) => name);
    const lines = facts.map((fact) => line(fact, namesWith(fact), uri));
    return lines.length > 0 ? [`### ${headings[level]}\n\n${lines.join('\n')}`] : [];
  });
  return sections.join('\n\n');
}

function line(fact: string, names: readonly string[], uri: (name: string) => string | undefined): string {
  const text = fact.replace(/[\\`*_<>[\]]/g, '\\$&');
  const links = names.map((name) => (name === '' ? 'Catalog' : uri(name) ? `[${name}](${uri(name)})` : `\`${name}\``));
  if (links.length === 1) return `- ${links[0]}: ${text}.`;
  return `- ${text.charAt(0).toUpperCase()}${text.slice(1)}: ${links.join(', ')}.`;
}
