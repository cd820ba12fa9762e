import { parseArgs } from 'node:util';
import { diff, type Level, levels, verdict } from '#catalog/diff.ts';
import { command } from './command.ts';
import { lastRelease } from './diff/git.ts';
import { current, readPublished, Unreadable } from './diff/published.ts';
import { changeLines, changelogSection } from './diff/report.ts';
import { problemsDir, root } from './paths.ts';

/** `npm run diff` says which version of the package the changes since another one ask for. */

const usage = `Use: npm run diff -- [<before>] [--json | --markdown] [--fail-on patch|minor|major]
  <before>    a git revision, a folder of entries, a catalog.json, a package (a folder, a .tgz, npm:<name>@<version>);
              the tag of the last release where absent
  --json      prints { before, verdict, changes }
  --markdown  prints the section of the changelog
  --fail-on   makes the exit code 1 when the changes ask for this version or a larger one
Exit code: 0, compared; 1, --fail-on was reached; 2, not compared.`;

await command(async () => {
  const asked = options();
  if (typeof asked === 'string') return refuse(asked);
  const before = asked.before ?? lastRelease(problemsDir);
  if (before === undefined) return refuse('there is no tag of a release (v1.2.0) to compare with. Name a version');
  try {
    const [old, now] = [await readPublished(before, problemsDir), await current(problemsDir, root)];
    const changes = diff(old.catalog, now.catalog, [old.api, now.api]);
    const version = verdict(changes);
    const uris = new Map(now.catalog.problems.map(({ name, type }) => [name, type]));
    if (asked.json) console.log(JSON.stringify({ before, verdict: version ?? null, changes }, null, 2));
    else if (asked.markdown) console.log(changelogSection(changes, (name) => uris.get(name)) || 'Nothing changed.');
    else console.log(changeLines(changes));
    if (asked.failOn && version && levels.indexOf(version) >= levels.indexOf(asked.failOn)) process.exitCode = 1;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    refuse(error.message);
  }
});

interface Options {
  readonly before: string | undefined;
  readonly json: boolean | undefined;
  readonly markdown: boolean | undefined;
  readonly failOn: Level | undefined;
}

/** What was asked for, or why it cannot be done. */
function options(): Options | string {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { json: { type: 'boolean' }, markdown: { type: 'boolean' }, 'fail-on': { type: 'string' } },
    });
    const { json, markdown, 'fail-on': failOn } = values;
    const [before, ...more] = positionals;
    if (more.length > 0) return 'it takes one version to compare with';
    if (json && markdown) return '--json and --markdown exclude each other';
    if (failOn !== undefined && !levels.includes(failOn as Level)) {
      return `--fail-on must be patch, minor or major (was "${failOn}")`;
    }
    return { before, json, markdown, failOn: failOn as Level | undefined };
  } catch (error) {
    return (error as Error).message.split('. ')[0] as string;
  }
}

function refuse(why: string): void {
  console.error(`diff: ${why}.\n${usage}`);
  process.exitCode = 2;
}
