import type { Command } from 'commander';
import type { Home } from '../catalog.ts';
import { bash } from './bash.ts';
import { fish } from './fish.ts';
import { powershell } from './powershell.ts';
import { specOf } from './spec.ts';
import { zsh } from './zsh.ts';

const scripts = { bash, zsh, fish, powershell };

export type Shell = keyof typeof scripts;
export const shells = Object.keys(scripts) as Shell[];

/**
 * Returns a script that completes the command in a shell, also behind `npx`. It is generated from the definition of the
 * command line, so it has every command, option and name of this version.
 */
export function completion(shell: Shell, program: Command, home: Home): string {
  return scripts[shell](specOf(program, home));
}
