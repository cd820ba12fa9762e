import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { marked, type Token } from 'marked';
import type { Catalog } from '#catalog/catalog.ts';
import { commitDate } from './commit-date.ts';
import { xml } from './xml.ts';

/** Atom feed of changes (RFC 4287), made from the `CHANGELOG.md` beside the catalog's folder: one entry a version. */

interface Version {
  readonly name: string;
  readonly date?: string | undefined;
  readonly html: string;
}

/**
 * Returns the text of the feed; undefined when there is no changelog, or none of its versions has a date. One that is not
 * released has that of the commit.
 */
export function feed(catalog: Catalog): string | undefined {
  const file = join(dirname(catalog.folder), 'CHANGELOG.md');
  if (!existsSync(file)) return undefined;
  const changed = commitDate(catalog.folder);
  const date = ({ date }: Version) => (date ? `${date}T00:00:00Z` : changed);
  const versions = versionsOf(readFileSync(file, 'utf8')).filter((version) => date(version) !== undefined);
  const [newest] = versions;
  if (!newest) return undefined;
  const { facts, site } = catalog;
  const self = `${facts.baseUri}.atom`;
  const entries = versions.map(
    (version) => `  <entry>
    <id>${xml(`${self}#${version.name}`)}</id>
    <title>${xml(version.name)}${version.date ? '' : ' (unreleased)'}</title>
    <link rel="alternate" type="text/html" href="${xml(facts.baseUri)}"/>
    <updated>${date(version)}</updated>
    <content type="html">${xml(version.html.trim())}</content>
  </entry>
`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <id>${xml(self)}</id>
  <title>${xml(`${facts.name} problem types`)}</title>
  <updated>${date(newest)}</updated>
  <author><name>${xml(facts.name)}</name></author>
  <link rel="self" type="application/atom+xml" href="${xml(self)}"/>
  <link rel="alternate" type="text/html" href="${xml(site.origin + site.base)}"/>
${entries.join('')}</feed>
`;
}

/** `## 1.2.0 (2026-12-01)` or `## 1.2.0 (unreleased)`, and what stands below, the newest first. */
function versionsOf(text: string): Version[] {
  const sections: { heading: string; tokens: Token[] }[] = [];
  for (const token of marked.lexer(text)) {
    if (token.type === 'heading' && token.depth === 2) sections.push({ heading: token.text, tokens: [] });
    else sections.at(-1)?.tokens.push(token);
  }
  return sections.flatMap(({ heading, tokens }) => {
    const name = /^\[?(\d+\.\d+\.\d[\w.-]*)/.exec(heading)?.[1];
    const date = /\b\d{4}-\d{2}-\d{2}\b/.exec(heading)?.[0];
    return name ? [{ name, date, html: marked.parser(tokens) }] : [];
  });
}
