import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Catalog } from '#catalog/catalog.ts';
import { levels } from '#catalog/diff.ts';
import { compareVersions, type ReleasedChange } from '#catalog/history.ts';

/** The versions of a catalog for readers: what a release recorded, and what people wrote in the changelog. */

/** One version, released or not. */
export interface Version {
  readonly version: string;
  /** Day of its release; undefined before. */
  readonly date: string | undefined;
  /** Markdown. */
  readonly text: string;
}

/** The changelog of a catalog: the file `CHANGELOG.md` beside the folder of its entries. */
export function changelogFile({ folder }: Pick<Catalog, 'folder'>): string {
  return join(dirname(folder), 'CHANGELOG.md');
}

/** Returns the versions, the latest first: the sections of the changelog, and releases that it leaves out. */
export function versionsOf(catalog: Catalog): Version[] {
  const file = changelogFile(catalog);
  const written = existsSync(file) ? sectionsOf(readFileSync(file, 'utf8')) : [];
  const known = new Set(written.map(({ version }) => version));
  const recorded = catalog.history
    .filter(({ version }) => !known.has(version))
    .map(({ version, date, changes }) => ({ version, date, text: changelogSection(changes, addresses(catalog)) }));
  return [...written, ...recorded].sort((a, b) => compareVersions(b.version, a.version));
}

/** `## 1.2.0 (2026-12-01)` or `## 1.2.0 (unreleased)`, and the text below it. */
function sectionsOf(text: string): Version[] {
  return text
    .split(/^## /m)
    .slice(1)
    .flatMap((section) => {
      const end = section.indexOf('\n');
      const heading = end < 0 ? section : section.slice(0, end);
      const [, version] = /^\[?(\d+\.\d+\.\d[\w.-]*)/.exec(heading) ?? [];
      if (version === undefined || end < 0) return [];
      const date = /\b\d{4}-\d{2}-\d{2}\b/.exec(heading.slice(version.length))?.[0];
      return [{ version, date, text: section.slice(end + 1).trim() }];
    });
}

/** Problem type to its address; undefined for one that is gone. */
export function addresses({ problems }: Catalog): (name: string) => string | undefined {
  const uris = new Map(problems.map(({ name, pageUri }) => [name, pageUri]));
  return (name) => uris.get(name);
}

const headings = { major: 'Breaking changes', minor: 'Additions', patch: 'Corrections' } as const;

/**
 * Returns changes as Markdown, by what they mean to users. Problem types with the same change share a line.
 * @param uri address of a problem type; undefined for one that is gone
 */
export function changelogSection(
  changes: readonly ReleasedChange[],
  uri: (name: string) => string | undefined,
): string {
  const sections = levels.toReversed().flatMap((level) => {
    const found = changes.filter((change) => change.level === level);
    const facts = [...new Set(found.map(factOf))];
    const namesWith = (fact: string) => found.filter((change) => factOf(change) === fact).map(({ name }) => name);
    const lines = facts.map((fact) => line(fact, namesWith(fact), uri));
    return lines.length > 0 ? [`### ${headings[level]}\n\n${lines.join('\n')}`] : [];
  });
  return sections.join('\n\n');
}

const factOf = ({ fact, because }: ReleasedChange) => (because === undefined ? `${fact}.` : `${fact}. ${because}`);

function line(fact: string, names: readonly string[], uri: (name: string) => string | undefined): string {
  const text = fact.replace(/[\\`*_<>[\]]/g, '\\$&');
  const links = names.map((name) => (name === '' ? 'Catalog' : uri(name) ? `[${name}](${uri(name)})` : `\`${name}\``));
  if (links.length === 1) return `- ${links[0]}: ${text}`;
  return `- ${text.charAt(0).toUpperCase()}${text.slice(1, -1)}: ${links.join(', ')}.`;
}
