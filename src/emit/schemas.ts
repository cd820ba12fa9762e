import type { Catalog } from '#catalog/catalog.ts';
import { type Files, jsonText } from './files.ts';

/** Catalog -> `<name>.schema.json` of each problem type. */
export function schemaFiles(catalog: Catalog): Files {
  return new Map(catalog.problems.map((problem) => [`${problem.name}.schema.json`, jsonText(problem.schema)]));
}
