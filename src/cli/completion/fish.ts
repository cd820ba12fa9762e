import { joined, quote, type Spec } from './spec.ts';

export function fish({ program, names, commands }: Spec): string {
  const lines = commands.flatMap(({ name, summary, options, words, takesFile }) => {
    const here = `complete -c ${program} -n ${quote(`__fish_seen_subcommand_from ${name}`)}`;
    return [
      `complete -c ${program} -n __fish_use_subcommand -f -a ${name} -d ${quote(summary)}`,
      ...(words.length > 0
        ? [`${here} ${takesFile ? '' : '-f '}-a ${joined(words)}`]
        : takesFile
          ? []
          : [`${here} -f`]),
      ...options.map(({ flag, summary: text, takesValue, takesFile: ofFile, values }) => {
        const value = takesValue ? ` -r${ofFile ? ' -F' : ` -f -a ${joined(values)}`}` : '';
        return `${here} -l ${flag.slice(2)}${value} -d ${quote(text)}`;
      }),
    ];
  });
  const behind = `^\\S*npx(?:\\s+-\\S+)*\\s+(?:${names.join('|')})(?:@\\S*)?\\s`;
  return [
    `# ${program} completion for fish. Use: npx ${program} completion fish | source`,
    ...lines,
    `complete -c npx -n __fish_use_subcommand -f -a ${joined(names)}`,
    `complete -c npx -n ${quote(`string match -qr ${quote(behind)} -- (commandline -cp)`)} -f -a ${quote(
      `(complete -C (string replace -r ${quote(behind)} ${quote(`${program} `)} -- (commandline -cp)))`,
    )}`,
    '',
  ].join('\n');
}
