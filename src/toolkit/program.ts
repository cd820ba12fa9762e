import './memory.ts';
import { Command, CommanderError, Option } from 'commander';
import { UsageError, withFindings } from './command.ts';
import { type Project, projectOf } from './project.ts';

/** The command line of the toolkit: what it takes, and what it says of itself. */

/**
 * Runs a command.
 * @param args the arguments, without those of Node.js. Exit codes: 0 all is well, 1 findings, 2 wrong use
 */
export async function main(args: readonly string[]): Promise<void> {
  const program = programOf();
  try {
    await withFindings(async () => {
      await program.parseAsync(args, { from: 'user' });
    });
  } catch (error) {
    if (error instanceof UsageError) console.error(error.message);
    else if (!(error instanceof CommanderError)) throw error;
    process.exitCode = error instanceof CommanderError && error.exitCode === 0 ? 0 : 2;
  }
}

function programOf(): Command {
  const program = new Command('problem-catalog')
    .description('Makes pages, a package, schemas and servers from a catalog of RFC 9457 problem types.')
    .helpCommand(false);

  /** Adds a command, which works on the project that its options name. Its module is loaded when it runs. */
  const command = (
    name: string,
    summary: string,
    action: () => Promise<(project: Project, ...rest: never[]) => Promise<void>>,
  ): Command =>
    program
      .command(name)
      .description(summary)
      .addOption(new Option('--catalog <folder>', 'folder with the entries (default: problems)').env('PROBLEMS_DIR'))
      .action(async (...given: unknown[]) => {
        const [self, options] = [given.pop(), given.pop()] as [Command, { catalog?: string }];
        const run = await action();
        return run(projectOf(options.catalog), ...([...self.processedArgs, options] as never[]));
      });

  command(
    'init',
    'Writes a catalog to begin with. What is there already is left as it is.',
    async () => (await import('./init.ts')).init,
  )
    .option('--name <name>', 'name of the product (default: from the name of the folder)')
    .option('--base <url>', 'what type URIs begin with, as in https://api.example.com/problems')
    .option('--package <name>', 'name of the npm package')
    .option(
      '--from <path>',
      'entries to complete from what a file or folder says: OpenAPI 3.0 or 3.1, a list of errors (JSON, YAML, CSV), recorded responses (HAR, JSON lines), a registry of Markdown or JSON Schemas',
    );

  command('new', 'Writes a first version of an entry, to fill in.', async () => (await import('./new.ts')).create)
    .argument('[names...]', 'name of the problem type, as in out-of-stock')
    .option('--status <status>', 'HTTP status', '400')
    .option('--category <key>', 'category of the catalog (default: the first one)');

  command(
    'check',
    'Says what is wrong with the entries, their prose and types, and whether the schemas fit.',
    async () => (await import('./check.ts')).check,
  ).argument('[names...]', 'entries to look at (default: all)');

  command('generate', 'Writes the schemas.', async () => (await import('./generate.ts')).generate).option(
    '--check',
    'show what differs, and change nothing',
  );

  command(
    'build',
    'Makes the package, the site and its server.',
    async () => (await import('./build.ts')).build,
  ).option('--package', 'make the package alone');

  command('dev', 'Serves the pages while you edit.', async () => (await import('./dev.ts')).dev)
    .option('--port <number>', 'port to listen on (default: 4321)')
    .option('--host <host>', 'address to listen on (default: localhost)');

  command('start', 'Builds all and serves the site.', async () => (await import('./start.ts')).start)
    .option('--port <number>', 'port to listen on (default: 4321)')
    .option('--host <host>', 'address to listen on (default: localhost)');

  command(
    'diff',
    'Says which version the changes since another one ask for.',
    async () => (await import('./diff.ts')).compare,
  )
    .argument(
      '[before...]',
      'a git revision, a folder of entries, a catalog.json or a package (default: the last release)',
    )
    .option('--json', 'print { before, verdict, changes }')
    .option('--markdown', 'print the section of the changelog')
    .option('--fail-on <level>', 'make the exit code 1 for changes that ask for this version or a larger one');

  command(
    'release',
    'Says what a release means to users, and refuses one that breaks a promise.',
    async () => (await import('./release.ts')).release,
  )
    .argument('[version...]', 'the version to release (default: npm_new_version, which npm version sets)')
    .option('--write', 'record the release in the history and the changelog')
    .option('--notes', 'print what the changelog says of a version');

  for (const each of [program, ...program.commands]) {
    each.exitOverride().helpOption('-h, --help', 'show this help');
  }
  return program;
}
