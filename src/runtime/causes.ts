import type { KnownExchange } from './causes/exchange.ts';
import { type FoundCauses, findCausesOf, nothingFound } from './causes/find.ts';
import { causesByType } from './generated/causes.ts';

export type { Answer, Cause, CauseRequest, CauseStep, CausesOfType } from './causes/cause.ts';
export type { KnownExchange } from './causes/exchange.ts';
export type { FoundCauses } from './causes/find.ts';
export type { CauseOf } from './problem/type.ts';

/**
 * Finds out which cause a problem has: those that the response proves, apart from those that it allows, each with its
 * address, how to tell it, who can fix it and the steps, with the reader's own values filled in. With the request, as
 * `exchange` of `inspectProblem` gives it, more can be told. Takes a problem details object; anything else has no causes.
 * Never throws.
 *
 * @example
 * ```ts
 * import { dpopRequired } from '#package';
 * import { findCauses } from '#package/causes';
 *
 * const problem = dpopRequired({ detail: 'DPoP proof header is required' });
 * const { sure } = findCauses(problem, { method: 'POST', url: '/agents/register' });
 * sure.map(({ name }) => name); //=> ['missing']
 * ```
 */
export function findCauses(problem: unknown, exchange: KnownExchange = {}): FoundCauses {
  try {
    const body = Object(problem) as Readonly<Record<string, unknown>>;
    const known = Object.hasOwn(causesByType, String(body.type)) ? causesByType[String(body.type)] : undefined;
    return known ? findCausesOf(known, body, exchange) : nothingFound;
  } catch {
    // A getter or a proxy of the given thing threw.
    return nothingFound;
  }
}
