import { definedTypes } from './registry.ts';
import type { AnyProblemType, ProblemTypeDefinition } from './type.ts';

type Bag = Record<string, unknown>;

/**
 * Builds the constructor of a problem type, without a check of the definition. Callers without types are expected: a
 * `detail` or `instance` that is not text, and a status that the type does not have, are left out.
 */
/* @__NO_SIDE_EFFECTS__ */
export function problemType<T extends AnyProblemType>(definition: ProblemTypeDefinition): T {
  const { type, title, slug, headers, fill } = definition;
  const statuses = [definition.status].flat();
  const status = statuses[0] as number;

  const construct = (init?: Bag): Bag => {
    const { status: asked, detail, instance, ...members } = typeof init === 'object' && init ? init : ({} as Bag);
    // A literal: V8 makes one by spread many times slower here.
    const problem: Bag = { type, title, status };
    if (statuses.includes(asked as number)) problem.status = asked;
    if (typeof detail === 'string') problem.detail = detail;
    if (typeof instance === 'string') problem.instance = instance;
    for (const key in members) if (!(key in problem) && members[key] !== undefined) problem[key] = members[key];
    for (const key in fill) problem[key] ??= now();
    return problem;
  };

  // Else a log would show each of them as `[Function: construct]`.
  Object.defineProperty(construct, 'name', { value: slug ?? title });
  const problemType: AnyProblemType = Object.assign(construct, { type, title, status, statuses, slug, headers });
  definedTypes.set(type, problemType);
  return problemType as T;
}

let lastTime: number;
let lastText: string;

/** Formatting a date costs more than the rest of a constructor: once a millisecond is enough. */
function now(): string {
  const time = Date.now();
  if (time !== lastTime) {
    lastText = new Date(time).toISOString();
    lastTime = time;
  }
  return lastText;
}
