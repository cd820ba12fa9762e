// cspell:ignore notin
import type { OptionSpec, Spec } from './spec.ts';

export function powershell({ program, names, commands, options }: Spec): string {
  return `# ${program} completion for PowerShell. Use: npx ${program} completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName ${quote(program)}, 'npx' -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $words = @($commandAst.CommandElements |
    Where-Object { $_.Extent.StartOffset -lt $cursorPosition } | ForEach-Object { $_.ToString() })
  if ($wordToComplete -ne '') { $words = @($words | Select-Object -SkipLast 1) }
  if ($words.Count -gt 0 -and $words[0] -match '\\bnpx\\b') {
    # Behind npx and its options, the first word must be this command.
    $at = 1
    while ($at -lt $words.Count -and $words[$at] -like '-*') { $at++ }
    $words = @($words | Select-Object -Skip $at)
    if ($words.Count -eq 0 -or ($words[0] -replace '(?<=.)@.*$', '') -notin ${list(names)}) { return }
  }
  $commands = @(
${commands
  .map(
    ({
      name,
      summary,
      words,
      options: own,
    }) => `    @{ Name = ${quote(name)}; Summary = ${quote(summary)}; Words = ${list(words)}; Options = @(
${own.map(option).join('\n')}
    ) }`,
  )
  .join('\n')}
  )
  $found = @()
  if ($words.Count -eq 1) {
    foreach ($command in $commands) { $found += @{ Text = $command.Name; Tip = $command.Summary } }
    foreach ($flag in ${list(options)}) { $found += @{ Text = $flag; Tip = $flag } }
  }
  foreach ($command in $commands) {
    if ($words.Count -lt 2 -or $command.Name -ne $words[1]) { continue }
    $values = @()
    foreach ($option in $command.Options) { if ($option.Flag -eq $words[-1]) { $values = $option.Values } }
    foreach ($value in $values) { $found += @{ Text = $value; Tip = $value } }
    if ($values.Count -eq 0) {
      foreach ($word in $command.Words) { $found += @{ Text = $word; Tip = $word } }
      foreach ($option in $command.Options) { $found += @{ Text = $option.Flag; Tip = $option.Summary } }
    }
  }
  foreach ($each in $found) {
    if ($each.Text.StartsWith($wordToComplete)) {
      [System.Management.Automation.CompletionResult]::new($each.Text, $each.Text, 'ParameterValue', $each.Tip)
    }
  }
}
`;
}

function option({ flag, summary, values }: OptionSpec): string {
  return `      @{ Flag = ${quote(flag)}; Summary = ${quote(summary)}; Values = ${list(values)} }`;
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function list(items: readonly string[]): string {
  return `@(${items.map(quote).join(', ')})`;
}
