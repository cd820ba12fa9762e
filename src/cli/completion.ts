// cspell:ignore COMPREPLY compdef compgen CWORD esac funcstack
import type { Command } from 'commander';
import type { Home } from './catalog.ts';

export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

/** What can follow: the words of the command line, taken from its own definition. */
interface Spec {
  readonly program: string;
  /** Shell functions must be identifiers. */
  readonly identifier: string;
  readonly commands: readonly CommandSpec[];
}

interface CommandSpec {
  readonly name: string;
  readonly summary: string;
  /** Words for the first argument; files where empty. */
  readonly words: readonly string[];
  readonly takesFile: boolean;
  readonly options: readonly OptionSpec[];
}

interface OptionSpec {
  readonly flag: string;
  readonly summary: string;
  readonly takesValue: boolean;
  readonly takesFile: boolean;
  readonly values: readonly string[];
}

/** A script for a shell; it is made anew with each version, so it names no word by itself. */
export function completion(shell: Shell, program: Command, home: Home): string {
  const spec = specOf(program, home);
  return { bash, zsh, fish }[shell](spec);
}

function specOf(program: Command, { catalog, program: name }: Home): Spec {
  const names = catalog.problems.map((entry) => entry.name);
  const values: Readonly<Record<string, readonly string[]>> = {
    '--status': [...new Set(catalog.problems.flatMap(({ statuses }) => statuses))].sort().map(String),
    '--category': Object.keys(catalog.categories),
    '--retry': [...new Set(catalog.problems.map(({ retry }) => retry.when))],
  };
  const commands = program.commands.map((command): CommandSpec => {
    const [argument] = command.registeredArguments;
    return {
      name: command.name(),
      summary: command.summary() || command.description(),
      words: command.name() === 'explain' ? names : (argument?.argChoices ?? []),
      takesFile: argument !== undefined && argument.argChoices === undefined,
      options: command.options.map((option) => ({
        flag: option.long ?? '',
        summary: option.description,
        takesValue: option.required || option.optional,
        takesFile: option.flags.endsWith('<file>'),
        values: option.argChoices ?? values[option.long ?? ''] ?? [],
      })),
    };
  });
  return { program: name, identifier: `_${name.replace(/\W/g, '_')}`, commands };
}

const quote = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
const words = (list: readonly string[]) => quote(list.join(' '));

function bash({ program, identifier, commands }: Spec): string {
  const values = commands.flatMap(({ name, options }) =>
    options
      .filter(({ takesValue }) => takesValue)
      .map(({ flag, values: list, takesFile }) => {
        const found = takesFile ? 'files=1' : `words=${words(list)}`;
        return `    ${name}:${flag}) ${found} ;;`;
      }),
  );
  const rest = commands.map(({ name, options, words: first, takesFile }) => {
    const flags = [...options.map(({ flag }) => flag), '--help'];
    const file = takesFile ? ' [[ $current == -* ]] || files=1 ;' : '';
    return `    ${name}) words=${words([...first, ...flags])} ;${file};`;
  });
  return `# ${program} completion for bash. Use: source <(${program} completion bash)
${identifier}() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} command=\${COMP_WORDS[1]} words= files=
  if [[ $COMP_CWORD -eq 1 ]]; then
    words=${words([...commands.map(({ name }) => name), '--help', '--version'])}
  else
    case "$command:$previous" in
${values.join('\n')}
    *) case "$command" in
${rest.join('\n')}
    esac ;;
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  if [[ -n $files ]]; then COMPREPLY+=($(compgen -f -- "$current")); fi
}
complete -o filenames -F ${identifier} ${program}
`;
}

function zsh({ program, identifier, commands }: Spec): string {
  const plain = (text: string) => text.replace(/[[\]:\\]/g, '\\$&');
  const cases = commands.map(({ name, options, words: first, takesFile }) => {
    const flags = options.map(({ flag, summary, takesValue, takesFile, values }) => {
      const found = takesFile ? '_files' : `(${values.join(' ')})`;
      const value = takesValue ? `:value:${found}` : '';
      return `        ${quote(`${flag}[${plain(summary)}]${value}`)}`;
    });
    const list = first.length > 0 ? `(${first.join(' ')})` : '_files';
    const both =
      first.length > 0 && takesFile ? ` _alternative "words:name:(${first.join(' ')})" "files:file:_files"` : list;
    const argument = first.length > 0 || takesFile ? [`        ${quote(`*:argument:${both}`)}`] : [];
    return `    ${name}) _arguments \\\n${[...flags, ...argument, `        '--help[Show help]'`].join(' \\\n')} ;;`;
  });
  return `#compdef ${program}
# ${program} completion for zsh. Use: source <(${program} completion zsh)
${identifier}() {
  local -a commands=(
${commands.map(({ name, summary }) => `    ${quote(`${name}:${summary}`)}`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${cases.join('\n')}
  esac
}
if [[ $funcstack[1] == ${identifier} ]]; then ${identifier} "$@"; else compdef ${identifier} ${program}; fi
`;
}

function fish({ program, commands }: Spec): string {
  const lines = commands.flatMap(({ name, summary, options, words: first, takesFile }) => {
    const here = `complete -c ${program} -n ${quote(`__fish_seen_subcommand_from ${name}`)}`;
    return [
      `complete -c ${program} -n __fish_use_subcommand -f -a ${name} -d ${quote(summary)}`,
      ...(first.length > 0 ? [`${here} ${takesFile ? '' : '-f '}-a ${words(first)}`] : takesFile ? [] : [`${here} -f`]),
      ...options.map(({ flag, summary: text, takesValue, takesFile: ofFile, values }) => {
        const value = takesValue ? ` -r${ofFile ? ' -F' : ` -f -a ${words(values)}`}` : '';
        return `${here} -l ${flag.slice(2)}${value} -d ${quote(text)}`;
      }),
    ];
  });
  return [`# ${program} completion for fish. Use: ${program} completion fish | source`, ...lines, ''].join('\n');
}
