// cspell:ignore COMPREPLY compgen CWORD esac
import { joined, type Spec } from './spec.ts';

export function bash({ program, names, identifier, commands, options }: Spec): string {
  const values = commands.flatMap(({ name, options: own }) =>
    own
      .filter(({ takesValue }) => takesValue)
      .map(({ flag, values: list, takesFile }) => {
        const found = takesFile ? 'files=1' : `words=${joined(list)}`;
        return `    ${name}:${flag}) ${found} ;;`;
      }),
  );
  const rest = commands.map(({ name, options: own, words, takesFile }) => {
    const file = takesFile ? ' [[ $current == -* ]] || files=1 ;' : '';
    return `    ${name}) words=${joined([...words, ...own.map(({ flag }) => flag)])} ;${file};`;
  });
  const isOurs = names.map((name) => `$word == ${name} || $word == ${name}@*`).join(' || ');
  return `# ${program} completion for bash. Use: source <(npx ${program} completion bash)
${identifier}() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} command=\${COMP_WORDS[1]} words= files=
  if [[ $COMP_CWORD -eq 1 ]]; then
    words=${joined([...commands.map(({ name }) => name), ...options])}
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

# npx ${program} …, and what completed npx before for everything else.
${identifier}_npx() {
  local at=1 word
  while [[ \${COMP_WORDS[at]} == -* && $at -lt $COMP_CWORD ]]; do at=$((at + 1)); done
  word=\${COMP_WORDS[at]}
  if [[ $at -lt $COMP_CWORD ]] && [[ ${isOurs} ]]; then
    local COMP_WORDS=("\${COMP_WORDS[@]:at}") COMP_CWORD=$((COMP_CWORD - at))
    ${identifier}
  elif [[ -n $${identifier}_before ]]; then
    "$${identifier}_before" "$@"
  elif [[ $at -eq $COMP_CWORD ]]; then
    COMPREPLY=($(compgen -W ${joined(names)} -- "$word"))
  fi
}
if [[ $(complete -p npx 2>/dev/null) =~ -F\\ ([^\\ ]+) && \${BASH_REMATCH[1]} != ${identifier}_npx ]]; then
  ${identifier}_before=\${BASH_REMATCH[1]}
fi
complete -o filenames -F ${identifier}_npx npx
`;
}
