import type { ProblemType } from '#catalog/catalog.ts';
import { exampleValues } from '#catalog/causes.ts';
import type { Request } from '#catalog/entry.ts';
import type { Facts } from '#catalog/facts.ts';
import type { Cause } from '#runtime/causes/cause.ts';
import { filledFix } from '#runtime/causes/fill.ts';
import { languages } from './languages.ts';

/** Characters of code in all requests of a page above which a repeated request stands in one language only. */
const limit = 12_000;

/**
 * Returns the requests of a page that has much code, as JSON, with the name of the cause that shows each first.
 * A page with less code gives an empty map: there every request stands in all languages.
 */
export function longRequests(problem: ProblemType, facts: Facts, causes: readonly Cause[]): Map<string, string> {
  const first = new Map<string, string>();
  let length = 0;
  for (const { name, fix } of causes) {
    for (const { request } of filledFix(fix, exampleValues(problem, facts, name))) {
      if (!request) continue;
      for (const { write } of languages) length += write(request as Request, facts.server.url).length;
      const key = JSON.stringify(request);
      if (!first.has(key)) first.set(key, name);
    }
  }
  return length > limit ? first : new Map();
}
