import { problemType } from './constructor.ts';
import type { ProblemType, ProblemTypeDefinition } from './type.ts';

/**
 * Defines a problem type. It takes the extension members as a type argument and then the definition, and gives a
 * constructor that works wherever the catalog's own do. RFC 9457 section 4.
 *
 * @example
 * ```ts
 * import { defineProblemType } from 'arcp-problems';
 *
 * const outOfStock = defineProblemType<{ sku: string; left?: number }>()({
 *   type: 'https://shop.example/problems/out-of-stock',
 *   title: 'Out of Stock',
 *   status: 409,
 * });
 *
 * outOfStock({ sku: 'A-1', detail: 'The last one was sold a minute ago.' }).status; //=> 409
 * ```
 */
/* @__NO_SIDE_EFFECTS__ */
export function defineProblemType<Members extends object = Record<never, never>>(): <
  const D extends ProblemTypeDefinition,
>(
  definition: D,
) => ProblemType<Members, D> {
  return problemType as <const D extends ProblemTypeDefinition>(definition: D) => ProblemType<Members, D>;
}
