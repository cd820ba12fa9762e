import type { Command } from 'commander';
import type { Home } from '../catalog.ts';

/** What can follow each word of the command line, taken from its own definition. */
export interface Spec {
  readonly program: string;
  /** Names that npx knows it by: the command, and the package. */
  readonly names: readonly string[];
  /** Shell functions must be identifiers. */
  readonly identifier: string;
  readonly commands: readonly CommandSpec[];
  /** Options of the program itself. */
  readonly options: readonly string[];
}

export interface CommandSpec {
  readonly name: string;
  readonly summary: string;
  /** Words for the first argument; files where empty. */
  readonly words: readonly string[];
  readonly takesFile: boolean;
  readonly options: readonly OptionSpec[];
}

export interface OptionSpec {
  readonly flag: string;
  readonly summary: string;
  readonly takesValue: boolean;
  readonly takesFile: boolean;
  readonly values: readonly string[];
}

export function specOf(program: Command, { catalog, program: name, packageName }: Home): Spec {
  const values: Readonly<Record<string, readonly string[]>> = {
    '--status': [...new Set(catalog.problems.flatMap(({ statuses }) => statuses))].sort().map(String),
    '--category': Object.keys(catalog.categories),
    '--retry': [...new Set(catalog.problems.map(({ retry }) => retry.when))],
  };
  const names = program.commands.map((command) => command.name());
  const words: Readonly<Record<string, readonly string[]>> = {
    explain: catalog.problems.map((entry) => entry.name),
    help: names,
  };
  const commands = program.commands.map((command): CommandSpec => {
    const [argument] = command.registeredArguments;
    const first = words[command.name()] ?? argument?.argChoices ?? [];
    return {
      name: command.name(),
      summary: command.summary() || command.description(),
      words: first,
      takesFile: argument !== undefined && (first.length === 0 || command.name() === 'explain'),
      options: [
        ...command.options.map((option) => ({
          flag: option.long ?? '',
          summary: option.description,
          takesValue: option.required || option.optional,
          takesFile: option.flags.endsWith('<file>'),
          values: option.argChoices ?? values[option.long ?? ''] ?? [],
        })),
        { flag: '--help', summary: 'show this help', takesValue: false, takesFile: false, values: [] },
      ],
    };
  });
  const identifier = `_${name.replace(/\W/g, '_')}`;
  return {
    program: name,
    names: [...new Set([name, packageName])],
    identifier,
    commands,
    options: ['--help', '--version'],
  };
}

/** A text as one word of a POSIX shell. */
export const quote = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
/** Words as one text. */
export const joined = (list: readonly string[]) => quote(list.join(' '));
