import { writeSync } from 'node:fs';
import { CommanderError } from 'commander';
import { openHome } from './catalog.ts';
import { Failure } from './failure.ts';
import { programOf, withCommand } from './program.ts';
import { screenOf } from './screen.ts';

/** The command line of the package. Exit codes: 0 all is well, 1 findings, 2 wrong use or nothing to work on. */

// A reader that has seen enough, such as `head`, closes the pipe.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
    if (stream === process.stdout) process.stderr.write(`Could not write the output: ${error.message}\n`);
    process.exit(2);
  });
}

try {
  const home = openHome(new URL('..', import.meta.url));
  const screen = screenOf(process.stdout, process.env);
  const program = programOf(home, { screen, print: (text) => process.stdout.write(`${text}\n`) });
  const words = withCommand(process.argv.slice(2), program, home.catalog);
  await program.parseAsync(words, { from: 'user' }).catch((error: unknown) => {
    if (!(error instanceof CommanderError)) throw error;
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  });
} catch (error) {
  const message =
    error instanceof Failure ? error.message : `This is a defect of the command: ${(error as Error).message}`;
  writeSync(2, `${message}\n`);
  process.exitCode = 2;
}
