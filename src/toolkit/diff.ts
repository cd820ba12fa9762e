import { diff, type Level, levels, verdict } from '#catalog/diff.ts';
import { changelogSection } from '#emit/changelog.ts';
import { UsageError } from './command.ts';
import { apiChanges } from './diff/api-changes.ts';
import { lastRelease } from './diff/git.ts';
import { current, readPublished, Unreadable } from './diff/published.ts';
import { changeLines } from './diff/report.ts';
import type { Project } from './project.ts';

const usage = `Use: npm run diff -- [<before>] [--json | --markdown] [--fail-on patch|minor|major]
  <before>    a git revision, a folder of entries, a catalog.json, a package (a folder, a .tgz, npm:<name>@<version>);
              the tag of the last release where absent
  --json      prints { before, verdict, changes }
  --markdown  prints the section of the changelog
  --fail-on   makes the exit code 1 when the changes ask for this version or a larger one
Exit code: 0, compared; 1, --fail-on was reached; 2, not compared.`;

interface Options {
  readonly json?: boolean;
  readonly markdown?: boolean;
  readonly failOn?: string;
}

/** Prints which version of the package the changes since another one ask for. */
export async function compare(project: Project, given: readonly string[], options: Options): Promise<void> {
  const { json, markdown, failOn } = options;
  const [named, ...more] = given;
  if (more.length > 0) refuse('it takes one version to compare with');
  if (json && markdown) refuse('--json and --markdown exclude each other');
  if (failOn !== undefined && !levels.includes(failOn as Level))
    refuse(`--fail-on must be patch, minor or major (was "${failOn}")`);
  const before = named ?? lastRelease(project.catalog);
  if (before === undefined) return refuse('there is no tag of a release (v1.2.0) to compare with. Name a version');
  try {
    const old = await readPublished(before, project.catalog);
    const now = await current(project.catalog, old);
    const changes = diff(old.catalog, now.catalog, apiChanges(old.api, now.api));
    const version = verdict(changes);
    const uris = new Map(now.catalog.problems.map(({ name, type }) => [name, type]));
    if (json) console.log(JSON.stringify({ before, verdict: version ?? null, changes }, null, 2));
    else if (markdown) console.log(changelogSection(changes, (name) => uris.get(name)) || 'Nothing changed.');
    else console.log(changeLines(changes));
    if (failOn && version && levels.indexOf(version) >= levels.indexOf(failOn as Level)) process.exitCode = 1;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    refuse(error.message);
  }
}

function refuse(why: string): never {
  throw new UsageError(`diff: ${why}.\n${usage}`);
}
