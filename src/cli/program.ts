import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import type { Catalog, Home } from './catalog.ts';
import type { CheckCommandOptions } from './check.ts';
import { completion, type Shell, shells } from './completion/completion.ts';
import type { ExplainOptions } from './explain/explain.ts';
import { checkFormats } from './formats.ts';
import { isThere } from './input.ts';
import { type ListOptions, list } from './list.ts';
import { nearestWord, resolveName } from './resolve.ts';
import { resolveCause } from './resolve-cause.ts';
import type { Screen } from './screen.ts';

/** The command line: what it takes, and what it says of itself. */

export interface Output {
  readonly screen: Screen;
  print(text: string): void;
}

/**
 * @param library the package's own exports, among them the constructors
 */
export function programOf(home: Home, { screen, print }: Output): Command {
  const { program: name, catalog } = home;
  const [first] = catalog.problems;
  const sample = first?.name ?? 'problem-name';
  const cause = first?.causes[0]?.name ?? 'cause-name';
  const code = first?.status ?? 400;
  const examples = (...lines: string[]) => `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}`;

  const program = new Command(name)
    .description(
      `Explains, lists and checks the problem types of ${catalog.name} (RFC 9457), and serves them to tests.\n` +
        `"${name} ${sample}" is short for "${name} explain ${sample}".`,
    )
    .version(home.version, '-v, --version', 'show the version')
    .helpCommand(false)
    .addHelpText(
      'after',
      examples(`${name} explain ${sample}`, `curl -si URL | ${name} check -`, `${name} mock --port 4010`),
    );

  program
    .command('explain')
    .summary('say what a problem means and how to fix it')
    .description('Says what a problem type means, whether to try again, and how to fix it.')
    .argument(
      '<what...>',
      'name, title, constant, alias or type URI, with #cause for one cause; a file with a response, or - for standard input',
    )
    .option('--all', 'print the whole page')
    .option('--json', 'print the entry as JSON')
    .addOption(new Option('--md', 'print Markdown').conflicts('json'))
    .addHelpText(
      'after',
      examples(
        `${name} explain ${sample}`,
        `${name} explain ${sample}#${cause}`,
        `${name} explain ${first?.type ?? ''}`,
        `curl -si URL | ${name} explain -`,
      ),
    )
    .action(async (what: string[], options: ExplainOptions) => {
      const { explain } = await import('./explain/explain.ts');
      print(await explain(home, what.join(' '), options, screen));
    });

  program
    .command('list')
    .summary('list problem types')
    .description('Lists the problem types that meet all given conditions.')
    .option('--status <status>', 'with this status, such as 401, 4xx or 401,403')
    .option('--category <category>', 'of this category')
    .option('--route <route>', 'that this route can answer, such as "POST /path" or a path alone')
    .option('--retry <when>', 'with this answer to "can I send the request again?"')
    .option('--json', 'print the entries as JSON')
    .addHelpText('after', examples(`${name} list`, `${name} list --status 4xx --retry after-delay`))
    .action((options: ListOptions) => print(list(home, options, screen)));

  program
    .command('check')
    .summary('check responses against RFC 9457 and the catalog')
    .description(
      'Checks problem responses against RFC 9457, the header duties of HTTP, and the catalog. Reads the output of curl -i,\n' +
        'curl -v, wget -S, HTTPie and Invoke-WebRequest, raw HTTP, HAR, JSON, JSON lines and problem+xml.\n' +
        'Exit code 1 when there are errors, 2 when nothing was judged.',
    )
    .argument('<file...>', 'files with responses, or - for standard input')
    .addOption(new Option('--format <format>', 'how to print findings').choices(checkFormats).default('human'))
    .option('--strict', 'treat neglected header duties as errors')
    .option('--base-url <url>', 'resolve a relative type against this URL')
    .addHelpText('after', examples(`curl -si URL | ${name} check -`, `${name} check response.http --format github`))
    .action(async (files: string[], options: CheckCommandOptions, command: Command) => {
      if (options.baseUrl !== undefined && !URL.canParse(options.baseUrl))
        command.error(`error: --base-url must be an absolute URL (was "${options.baseUrl}").`);
      const { check } = await import('./check.ts');
      const { text, exitCode, reason } = await check(home, files, options, screen);
      if (text !== '') print(text);
      if (reason) process.stderr.write(`${reason}\n`);
      process.exitCode = exitCode;
    });

  program
    .command('mock')
    .summary('serve problems to the tests of a client')
    .description(
      'Serves problems over HTTP: any request is answered with the problem that it prefers, or that a table names for its\n' +
        'route. SIGTERM and Ctrl-C stop it.',
    )
    .option('--port <number>', 'port to listen on; 0 takes a free one', integer('a port from 0 to 65535', 65_535), 4010)
    .option('--host <host>', 'address to listen on', '127.0.0.1')
    .option(
      '--delay <ms>',
      'milliseconds to wait before each answer',
      integer('milliseconds, at most 600000', 600_000),
      0,
    )
    .option('--routes <file>', 'JSON table such as {"GET /path": "problem-name"}')
    .addHelpText(
      'after',
      `${examples(
        `${name} mock`,
        `curl -i -H 'Prefer: problem=${sample}' http://127.0.0.1:4010/any/path`,
        `curl -i -H 'Prefer: problem=${sample}; cause=${cause}' http://127.0.0.1:4010`,
        `curl -i -H 'Prefer: code=${code}' http://127.0.0.1:4010`,
      )}

A route can also have an object, or a list of answers given one after another:
  {"GET /path": [{"problem": "${sample}", "cause": "${cause}", "delay": 100,
                  "members": {"detail": "…"}, "headers": {"X-Request-ID": "7"}},
                 {"status": 200, "body": {"ok": true}}]}`,
    )
    .action(async (options: { port: number; host: string; delay: number; routes?: string }) => {
      const { mock, stopOnSignals } = await import('./mock.ts');
      stopOnSignals(await mock(home, await import('#runtime/index.ts'), options, print), print);
    });

  program
    .command('completion')
    .summary('print a completion script')
    .description('Prints a script that completes commands, options and names in a shell, also behind npx.')
    .addArgument(new Argument('<shell>', 'shell to complete in').choices(shells))
    .addHelpText('after', examples(`source <(npx ${name} completion bash)`, `npx ${name} completion fish | source`))
    .action((shell: Shell) => print(completion(shell, program, home).trimEnd()));

  program
    .command('help')
    .summary('show help for a command')
    .description('Shows help for a command, or for all of it.')
    .argument('[command]', 'command to show help for')
    .addHelpText('after', examples(`${name} help explain`))
    .action((word?: string) => {
      const command = program.commands.find((each) => each.name() === word);
      if (word !== undefined && !command) program.error(`error: unknown command '${word}'. See "${name} help".`);
      (command ?? program).outputHelp();
    });

  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureHelp({ helpWidth: screen.width }).showHelpAfterError(helpHint(name, command));
    command.helpOption('-h, --help', 'show this help');
  }
  return program;
}

function integer(what: string, most: number): (text: string) => number {
  return (text) => {
    const number = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
    if (!(number <= most)) throw new InvalidArgumentError(`It must be ${what}.`);
    return number;
  };
}

function helpHint(program: string, command: Command): string {
  return `"${[program, 'help', ...(command.parent ? [command.name()] : [])].join(' ')}" shows how to use it.`;
}

/**
 * The words of the command line, with `explain` before what is not a command, and not like one: names, files and `-` for
 * standard input. `-V` is `-v`.
 */
export function withCommand(words: readonly string[], program: Command, catalog: Catalog): string[] {
  const [first = '', ...rest] = words;
  if (first === '-V') return ['-v', ...rest];
  const commands = program.commands.map((command) => command.name());
  if (first === '' || commands.includes(first) || (first.startsWith('-') && first !== '-')) return [...words];
  const isKnown = isThere(first) || resolveName(catalog, first).kind !== 'none' || resolveCause(catalog, first);
  return isKnown || nearestWord(first, commands) === undefined ? ['explain', ...words] : [...words];
}
