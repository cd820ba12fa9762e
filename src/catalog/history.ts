import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { levels } from './diff/change.ts';
import { version } from './fields.ts';
import type { Finding } from './finding.ts';

/** What each release of the package changed, as `history/<version>.json` beside the entries tells; a release writes it. */

const change = z.strictObject({
  level: z.enum(levels),
  /** Name of the problem type; empty for the catalog as a whole. */
  name: z.string(),
  /** "member fees is new and optional". */
  fact: z.string().min(1),
  /** What was published and is gone. */
  removes: z.string().optional(),
  /** Why it is gone, as a sentence. */
  because: z.string().optional(),
});

const release = z.strictObject({
  version,
  date: z.iso.date(),
  /** The most serious first. */
  changes: z.array(change),
});

export type Release = z.output<typeof release>;
export type ReleasedChange = Release['changes'][number];

/** What happened to one problem type since it was first released. */
export interface TypeHistory {
  /** Version of the package that first had it. */
  readonly since: string;
  /** Version of the package that last changed it, where that is not the first. */
  readonly changed?: string;
  /** Releases that changed it, the latest first. */
  readonly releases: readonly {
    readonly version: string;
    readonly date: string;
    readonly changes: readonly string[];
  }[];
}

const isNew = 'the problem type is new';

/** Returns the history of a problem type; undefined when no release has it. */
export function historyOf(releases: readonly Release[], name: string): TypeHistory | undefined {
  const own = releases.flatMap(({ version, date, changes }) => {
    const facts = changes.filter((each) => each.name === name).map(({ fact }) => fact);
    return facts.length > 0 ? [{ version, date, changes: facts }] : [];
  });
  const since = own.find(({ changes }) => changes.includes(isNew))?.version;
  if (since === undefined) return undefined;
  const later = own.filter(({ changes }) => !changes.includes(isNew));
  const [last] = later;
  return { since, ...(last && { changed: last.version }), releases: later };
}

/** Reads the releases of a catalog, the latest first; what is wrong is added to `findings`. */
export function readHistory(root: string, label: (file: string) => string, findings: Finding[]): Release[] {
  const folder = join(root, 'history');
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => /^[^.].*\.json$/.test(file)) : [];
  const releases = files.flatMap((file): Release[] => {
    const path = join(folder, file);
    try {
      const found = release.parse(JSON.parse(readFileSync(path, 'utf8')));
      if (`${found.version}.json` === file) return [found];
    } catch {
      // Told below.
    }
    const fix = 'Restore the file as the release wrote it.';
    findings.push({ file: label(path), fact: 'it is not the record of the release that its name says', fix });
    return [];
  });
  return releases.sort((a, b) => compareVersions(b.version, a.version));
}

/** Compares two versions by Semantic Versioning section 11: negative when `a` is the smaller one. */
export function compareVersions(a: string, b: string): number {
  const [coreA = '', preA] = split(a);
  const [coreB = '', preB] = split(b);
  const byCore = compareParts(coreA.split('.'), coreB.split('.'));
  if (byCore !== 0 || preA === preB) return byCore;
  if (preA === undefined || preB === undefined) return preA === undefined ? 1 : -1;
  return compareParts(preA.split('.'), preB.split('.'));
}

function split(version: string): [core: string, prerelease?: string] {
  const at = version.indexOf('-');
  return at < 0 ? [version] : [version.slice(0, at), version.slice(at + 1)];
}

function compareParts(a: readonly string[], b: readonly string[]): number {
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    const [one, other] = [a[at], b[at]];
    if (one === other) continue;
    if (one === undefined || other === undefined) return one === undefined ? -1 : 1;
    const [isNumber, isOtherNumber] = [one, other].map((part) => /^\d+$/.test(part));
    if (isNumber && isOtherNumber) return Number(one) - Number(other);
    if (isNumber !== isOtherNumber) return isNumber ? -1 : 1;
    return one < other ? -1 : 1;
  }
  return 0;
}
