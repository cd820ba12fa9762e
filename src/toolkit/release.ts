import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalog } from '#catalog/catalog.ts';
import { load } from '#catalog/load.ts';
import { addresses, changelogSection, versionsOf } from '#emit/changelog.ts';
import { UsageError } from './command.ts';
import { lastRelease, stage } from './diff/git.ts';
import { current, type Published, readPublished, Unreadable } from './diff/published.ts';
import type { Project } from './project.ts';
import { planOf } from './release/plan.ts';
import { writeRelease } from './release/write.ts';

const usage = `Use: npm run release -- [<version>] [--write | --notes]
  <version>  the version to release; in the scripts of npm version, its version
  --write    writes history/<version>.json and the section of CHANGELOG.md, and stages both
  --notes    prints the section of CHANGELOG.md for the version
Exit code: 0, allowed; 1, refused; 2, not understood or not compared.`;

interface Options {
  readonly write?: boolean;
  readonly notes?: boolean;
}

/**
 * Tells what a release would mean to users. `npm version` runs it twice: before it changes anything, to refuse a version
 * that is too small, and with `--write`, to record the release.
 */
export async function release(project: Project, given: readonly string[], options: Options): Promise<void> {
  const { write = false, notes = false } = options;
  const [version = process.env.npm_new_version, ...more] = given;
  if (more.length > 0) refuse('it takes one version');
  if (write && version === undefined) refuse('--write needs the version');
  if (write && notes) refuse('--write and --notes exclude each other');
  const catalog = await load(project.catalog);
  if (notes) return printNotes(catalog, version);
  const tag = lastRelease(project.catalog);
  const before = tag === undefined ? undefined : { ...(await published(tag, project)), version: tag.slice(1) };
  const now = await current(project.catalog, before);
  const plan = planOf(before, now, ownVersion(project), catalog.facts.removed, version);
  const section = changelogSection(plan.changes, addresses(catalog));
  if (!write || plan.refusals.length > 0) {
    console.log(`${version ?? 'The next release'} after ${tag ?? 'no release'}: what it means to users\n`);
    console.log(`${section || 'Nothing changed in the catalog or the API of the package.'}\n`);
  }
  if (plan.refusals.length > 0) {
    console.error(`The release is refused.\n${plan.refusals.map((text) => `- ${text}`).join('\n')}`);
    process.exitCode = 1;
  } else if (!write) {
    const isKept = before === undefined ? ' --allow-same-version' : '';
    console.log(version ? `${version} is allowed.` : `Release it: npm version ${plan.least}${isKept}`);
  } else {
    const files = writeRelease(catalog, { version: version as string, date: today(), changes: [...plan.changes] });
    stage(project.catalog, files);
    console.log('Publish it once the commit is made: git push --follow-tags');
  }
}

function printNotes(catalog: Catalog, version: string | undefined): void {
  const found = versionsOf(catalog).find((each) => each.version === version);
  if (!found) refuse(version ? `the changelog has no version ${version}` : '--notes needs the version');
  else console.log(found.text);
}

async function published(tag: string, project: Project): Promise<Published> {
  try {
    return await readPublished(tag, project.catalog);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return refuse(error.message);
  }
}

/** The version of the package before its first release. */
function ownVersion({ home }: Project): string {
  const file = join(home, 'package.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : '0.1.0';
}

/** The day in UTC; that of SOURCE_DATE_EPOCH where it is set. */
function today(): string {
  const epoch = process.env.SOURCE_DATE_EPOCH;
  return new Date(epoch ? Number(epoch) * 1000 : Date.now()).toISOString().slice(0, 10);
}

function refuse(why: string): never {
  throw new UsageError(`release: ${why}.\n${usage}`);
}
