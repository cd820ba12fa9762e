import type { CatalogData } from '#catalog/data.ts';
import { type Change, diff, type Level, levels, verdict } from '#catalog/diff.ts';
import { compareVersions, type ReleasedChange } from '#catalog/history.ts';
import { apiChanges } from '../diff/api-changes.ts';
import type { Published } from '../diff/published.ts';

/** What a release means, and why it is refused. Pure. */

export interface Plan {
  readonly changes: readonly ReleasedChange[];
  /** The part of the version that must rise; undefined when nothing changed, or nothing was released yet. */
  readonly level: Level | undefined;
  /** The smallest version that the changes allow. */
  readonly least: string;
  /** Why the release is refused, as sentences. */
  readonly refusals: readonly string[];
}

/**
 * Returns what a release changes for users.
 * @param before the last release; undefined before the first
 * @param removed what may be gone, and why
 * @param asked the version to release; undefined to learn which it must be
 */
export function planOf(
  before: (Published & { readonly version: string }) | undefined,
  now: Published,
  own: string,
  removed: Readonly<Record<string, string>> = {},
  asked?: string,
): Plan {
  const old = before ?? { catalog: nothing(now.catalog), api: now.api, version: undefined };
  const found = diff(old.catalog, now.catalog, apiChanges(old.api, now.api));
  const level = before && verdict(found);
  const least = old.version === undefined ? own : level ? raised(old.version, level) : raised(old.version, 'patch');
  const changes = found.map((change) => {
    const because = change.removes === undefined ? undefined : removed[change.removes];
    return because === undefined ? change : { ...change, because };
  });
  const refusals = [...versionFaults(asked, old.version, least, level), ...removalFaults(found, removed)];
  return { changes, level, least, refusals };
}

/** The catalog before its first release. */
function nothing(catalog: CatalogData): CatalogData {
  return { ...catalog, problems: [] };
}

function versionFaults(asked: string | undefined, last: string | undefined, least: string, level?: Level): string[] {
  if (asked === undefined) return [];
  if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(asked)) return [`The version must be like 1.2.0 (was "${asked}").`];
  if (last !== undefined && compareVersions(asked, last) <= 0) {
    return [`The version must be above that of the last release, ${last} (was ${asked}).`];
  }
  const core = asked.replace(/-.*/, '');
  if (last === undefined || compareVersions(core, least) >= 0) return [];
  const why = level ? `The changes ask for a ${level} version` : 'A release must raise the version';
  return [`${why}: it must be ${least} or above (was ${asked}). Run: npm version ${least}`];
}

function removalFaults(changes: readonly Change[], removed: Readonly<Record<string, string>>): string[] {
  const unsaid = changes.flatMap(({ removes }) => (removes === undefined || removed[removes] ? [] : [removes]));
  return unsaid.map(
    (what) =>
      `${what}: it was published and is gone. Bring it back, or say why in "removed" of index.ts: { '${what}': '…' }`,
  );
}

/** The next version with this part raised. Semantic Versioning section 8. */
function raised(version: string, level: Level): string {
  const parts = version.replace(/-.*/, '').split('.').map(Number);
  const place = levels.length - 1 - levels.indexOf(level);
  return parts.map((part, at) => (at < place ? part : at === place ? part + 1 : 0)).join('.');
}
