import { CatalogError, findingText } from '#catalog/finding.ts';
import { BuildFault } from './output.ts';

/** A command was called in a way that it does not know; the exit code is 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Runs a command; what stops it is printed, the findings of a catalog all together, and the exit code is 1. */
export async function withFindings(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    if (error instanceof CatalogError) console.error(error.findings.map(findingText).join('\n'));
    else if (error instanceof BuildFault) console.error(error.message);
    else throw error;
    process.exitCode = 1;
  }
}
