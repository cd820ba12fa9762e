import { definedTypes } from './registry.ts';
import type { AnyProblemType, ProblemTypeDefinition } from './type.ts';

type Bag = Record<string, unknown>;

/**
 * Builds the constructor of a problem type, without a check of the definition. Callers without types are expected: a
 * `detail` or `instance` that is not text, and a status that the type does not have, are left out. The arguments are the
 * fields of a {@link ProblemTypeDefinition}, without their names to be small in every bundle.
 */
export const problemType = /* @__NO_SIDE_EFFECTS__ */ <T extends AnyProblemType>(
  type: string,
  title: string,
  statuses: readonly number[],
  slug?: string,
  headers?: ProblemTypeDefinition['headers'],
  fill?: ProblemTypeDefinition['fill'],
): T =>
  // biome-ignore lint/suspicious/noAssignInExpressions: one expression is smaller in every bundle
  (definedTypes[type] = Object.assign(
    {
      // A computed key names the function. Logs would show each as `[Function: build]` otherwise.
      [slug ?? title]: (init?: Bag): Bag => {
        const { status, detail, instance, ...members } = (typeof init === 'string' || init || 0) as Bag;
        // A literal: V8 makes one by spread many times slower here.
        const problem: Bag = {
          type,
          title,
          status: statuses.includes(status as number) ? status : (statuses[0] ?? status),
        };
        if (typeof detail === 'string') problem.detail = detail;
        if (typeof instance === 'string') problem.instance = instance;
        // Names of `Object.prototype` have a value already.
        for (const key in members) if (members[key] !== undefined) problem[key] ??= members[key];
        for (const key in fill) {
          // Formatting a date costs more than all the rest: once a millisecond is enough.
          // biome-ignore lint/suspicious/noAssignInExpressions: one expression is smaller in every bundle
          problem[key] ??= time === (time = Date.now()) ? text : (text = new Date(time).toJSON());
        }
        return problem;
      },
    }[slug ?? title] as object,
    { type, title, status: statuses[0] ?? 500, statuses, slug, headers },
  )) as unknown as T;

let text: string;
let time: number;
