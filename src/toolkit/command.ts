import { CatalogError, findingText } from '#catalog/finding.ts';
import { BuildFault } from './output.ts';

/** Runs a command; what stops it is printed, the findings of a catalog all together, and the exit code is 1. */
export async function command(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    if (error instanceof CatalogError) console.error(error.findings.map(findingText).join('\n'));
    else if (error instanceof BuildFault) console.error(error.message);
    else throw error;
    process.exitCode = 1;
  }
}
