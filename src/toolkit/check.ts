import { CatalogError } from '#catalog/finding.ts';
import { lint } from '#catalog/lint.ts';
import { load } from '#catalog/load.ts';
import { generate } from './generate.ts';
import type { Project } from './project.ts';

/** Prints all findings about the catalog, and what of the schemas is not up to date. */
export async function check(project: Project): Promise<void> {
  const catalog = await load(project.catalog);
  const findings = lint(catalog);
  if (findings.length > 0) throw new CatalogError(findings);
  console.log(`${catalog.facts.name}: ${catalog.problems.length} entries without findings.`);
  await generate(project, { check: true });
}
