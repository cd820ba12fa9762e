import { CatalogError } from '#catalog/finding.ts';
import { lint } from '#catalog/lint.ts';
import { load } from '#catalog/load.ts';
import { command } from './command.ts';
import { problemsDir } from './paths.ts';

/** Prints all findings about the catalog. */
await command(async () => {
  const catalog = await load(problemsDir);
  const findings = lint(catalog);
  if (findings.length > 0) throw new CatalogError(findings);
  console.log(`${catalog.facts.name}: ${catalog.problems.length} entries without findings.`);
});
