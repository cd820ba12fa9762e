import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { marked, type Token } from 'marked';
import type { Catalog } from '#catalog/catalog.ts';
import { xml } from './xml.ts';

/** Atom feed of changes (RFC 4287), made from the `CHANGELOG.md` beside the catalog's folder: one entry a version. */

interface Version {
  readonly name: string;
  readonly date?: string | undefined;
  readonly html: string;
}

/** @returns undefined when there is no changelog, or none of its headings is a version */
export function feed(catalog: Catalog): string | undefined {
  const file = join(dirname(catalog.folder), 'CHANGELOG.md');
  if (!existsSync(file)) return undefined;
  const versions = versionsOf(readFileSync(file, 'utf8'));
  const [newest] = versions;
  if (!newest) return undefined;
  const { facts, site } = catalog;
  const self = `${facts.baseUri}.atom`;
  const changed = changeDate(file);
  const date = (version: Version) => (version.date ? `${version.date}T00:00:00Z` : changed);
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

/** When an unreleased version last changed, the same in each build of a commit. */
function changeDate(file: string): string {
  const epoch = process.env.SOURCE_DATE_EPOCH;
  if (epoch && /^\d+$/.test(epoch)) return isoSeconds(new Date(Number(epoch) * 1000));
  try {
    const stdio: ['ignore', 'pipe', 'ignore'] = ['ignore', 'pipe', 'ignore'];
    const seconds = execFileSync('git', ['log', '-1', '--format=%ct', '--', file], { cwd: dirname(file), stdio });
    if (/^\d+/.test(String(seconds))) return isoSeconds(new Date(Number(seconds) * 1000));
  } catch {
    // No git here, or no repository.
  }
  return isoSeconds(statSync(file).mtime);
}

const isoSeconds = (date: Date) => date.toISOString().replace(/\.\d+Z$/, 'Z');
