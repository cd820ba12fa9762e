import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Catalog } from '#catalog/catalog.ts';
import type { Release } from '#catalog/history.ts';
import { addresses, changelogFile, changelogSection } from '#emit/changelog.ts';
import { jsonText } from '#emit/files.ts';

/**
 * Writes what a release changes into the catalog's history and its changelog.
 * @returns paths of the files
 */
export function writeRelease(catalog: Catalog, release: Release): string[] {
  const record = join(catalog.folder, 'history', `${release.version}.json`);
  mkdirSync(dirname(record), { recursive: true });
  writeFileSync(record, jsonText(release));
  const changelog = changelogFile(catalog);
  const before = existsSync(changelog) ? readFileSync(changelog, 'utf8') : '# Changelog\n';
  writeFileSync(changelog, withRelease(before, release, changelogSection(release.changes, addresses(catalog))));
  return [record, changelog];
}

/** The section under `## … (unreleased)`, with its heading. */
function unreleased(changelog: string): string | undefined {
  const section = changelog
    .split(/^(?=## )/m)
    .find((each) => each.startsWith('## ') && each.split('\n', 1)[0]?.endsWith('(unreleased)'));
  return section?.includes('\n') ? section : undefined;
}

/** A changelog with the section of a release. Notes that people wrote under `## … (unreleased)` come first in it. */
export function withRelease(changelog: string, { version, date }: Release, section: string): string {
  const heading = `## ${version} (${date})`;
  const whole = unreleased(changelog);
  const notes = whole?.slice(whole.indexOf('\n') + 1) ?? '';
  const text = `${[heading, notes.trim(), section].filter(Boolean).join('\n\n')}\n`;
  if (whole !== undefined) return changelog.replace(whole, () => (changelog.endsWith(whole) ? text : `${text}\n`));
  const first = /^## /m.exec(changelog)?.index;
  if (first === undefined) return `${changelog.trimEnd()}\n\n${text}`;
  return `${changelog.slice(0, first)}${text}\n${changelog.slice(first)}`;
}
