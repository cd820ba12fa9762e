// cspell:ignore compdef esac funcstack
import { quote, type Spec } from './spec.ts';

export function zsh({ program, names, identifier, commands }: Spec): string {
  const plain = (text: string) => text.replace(/[[\]:\\]/g, '\\$&');
  const cases = commands.map(({ name, options, words, takesFile }) => {
    const flags = options.map(({ flag, summary, takesValue, takesFile: ofFile, values }) => {
      const found = ofFile ? '_files' : `(${values.join(' ')})`;
      const value = takesValue ? `:value:${found}` : '';
      return `        ${quote(`${flag}[${plain(summary)}]${value}`)}`;
    });
    const list = words.length > 0 ? `(${words.join(' ')})` : '_files';
    const both =
      words.length > 0 && takesFile ? ` _alternative "words:name:(${words.join(' ')})" "files:file:_files"` : list;
    const argument = words.length > 0 || takesFile ? [`        ${quote(`*:argument:${both}`)}`] : [];
    return `    ${name}) _arguments \\\n${[...flags, ...argument].join(' \\\n')} ;;`;
  });
  const ours = names.flatMap((name) => [name, `${name}@*`]).join('|');
  return `#compdef ${program}
# ${program} completion for zsh. Use: source <(npx ${program} completion zsh)
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
# npx ${program} …, and what completed npx before for everything else.
${identifier}_npx() {
  local at=2
  while [[ $words[at] == -* && $at -lt $CURRENT ]]; do (( at++ )); done
  if [[ $at -lt $CURRENT && $words[at] == (${ours}) ]]; then
    shift $(( at - 1 )) words
    (( CURRENT -= at - 1 ))
    ${identifier}
  elif [[ -n $${identifier}_before ]]; then
    $${identifier}_before "$@"
  else
    _alternative 'commands:command:(${names.join(' ')})' 'files:file:_files'
  fi
}
if [[ $funcstack[1] == ${identifier} ]]; then
  ${identifier} "$@"
else
  [[ $_comps[npx] == ${identifier}_npx ]] || typeset -g ${identifier}_before=$_comps[npx]
  compdef ${identifier} ${program}
  compdef ${identifier}_npx npx
fi
`;
}
