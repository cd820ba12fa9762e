import { marked } from 'marked';
import type { Catalog } from '#catalog/catalog.ts';
import { type Version, versionsOf } from './changelog.ts';
import { commitDate } from './commit-date.ts';
import { xml } from './xml.ts';

/** Atom feed of changes (RFC 4287): one entry a version, with the problem types that it changed as categories. */

/**
 * Returns the text of the feed; undefined when there is no version, or none has a date. One that is not released has that
 * of the commit.
 */
export function feed(catalog: Catalog): string | undefined {
  const date = dateIn(catalog);
  const versions = versionsOf(catalog).filter((version) => date(version) !== undefined);
  const [newest] = versions;
  if (!newest) return undefined;
  const { facts, site, history, translation: t } = catalog;
  const self = `${site.indexUri}.atom`;
  const home = site.origin + site.root;
  const typesIn = (version: string) => {
    const changes = history.find((release) => release.version === version)?.changes ?? [];
    return [...new Set(changes.map(({ name }) => name))].filter(Boolean);
  };
  const entries = versions.map((version) => {
    const categories = typesIn(version.version).map((name) => `    <category term="${xml(name)}"/>\n`);
    return `  <entry>
    <id>${xml(`${self}#${version.version}`)}</id>
    <title>${xml(version.version)}${version.date ? '' : ` (${xml(t.pages.unreleased)})`}</title>
    <link rel="alternate" type="text/html" href="${xml(`${home}/changes#v${version.version}`)}"/>
    <updated>${date(version)}</updated>
${categories.join('')}    <content type="html">${xml(marked.parse(version.text, { async: false }).trim())}</content>
  </entry>
`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(facts.language ?? 'en')}">
  <id>${xml(self)}</id>
  <title>${xml(t.frame.title(facts.name))}</title>
  <updated>${date(newest)}</updated>
  <author><name>${xml(facts.name)}</name></author>
  <link rel="self" type="application/atom+xml" href="${xml(self)}"/>
  <link rel="alternate" type="text/html" href="${xml(site.origin + site.base)}"/>
${entries.join('')}</feed>
`;
}

/** Tells whether a catalog has a feed. */
export function hasFeed(catalog: Catalog): boolean {
  const date = dateIn(catalog);
  return versionsOf(catalog).some((version) => date(version) !== undefined);
}

/** The date of a version, as a feed writes it. */
function dateIn({ folder }: Catalog): (version: Version) => string | undefined {
  const changed = commitDate(folder);
  return ({ date }) => (date ? `${date}T00:00:00Z` : changed);
}
