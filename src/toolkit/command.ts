import { CatalogError, findingText } from '#catalog/finding.ts';

/** Runs a command; the findings of a catalog that cannot be used are printed together, and the exit code is 1. */
export async function command(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof CatalogError)) throw error;
    console.error(error.findings.map(findingText).join('\n'));
    process.exitCode = 1;
  }
}
