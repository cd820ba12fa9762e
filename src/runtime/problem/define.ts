import { show } from '../validate/show.ts';
import type { ProblemValidator } from '../validate/validate.ts';
import { problemType } from './constructor.ts';
import { definitionFaults } from './definition-faults.ts';
import { tellDeveloper } from './development.ts';
import { definedTypes } from './registry.ts';
import type { KnownPlaceholders, NoStandardMembers, ProblemType, ProblemTypeDefinition } from './type.ts';
import { type InputOf, type MembersSchema, type OutputOf, withSchema } from './with-schema.ts';

/** Takes the definition of a problem type whose members are known, and gives its constructor. */
type Define<Members extends object> = <const D extends ProblemTypeDefinition>(
  definition: D & KnownPlaceholders<D, Members>,
) => ProblemType<Members, D>;

/** The same with a schema, which checks the members of what is built and read. */
type DefineChecked<Input extends object, Output extends object> = <const D extends ProblemTypeDefinition>(
  definition: D & KnownPlaceholders<D, Output>,
) => ProblemType<Output, D, string, Input> & {
  readonly validate: ProblemValidator<ProblemType<Output, D, string, Input>>;
};

/**
 * Defines a problem type. Takes the extension members, as a type argument or as a Standard Schema (of Zod, Valibot, ArkType
 * …), and then the definition. Returns a constructor that works wherever the catalog's own do. With a schema, the
 * constructor throws a `TypeError` for members that do not fit, `isProblem` and `checkResponse` check what is read, and
 * `validate` is a validator for `inspectProblem`. Throws a `TypeError` for a definition that makes no sense. RFC 9457
 * section 4.
 *
 * @example
 * ```ts
 * import { defineProblemType } from '#package';
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
export function defineProblemType<Members extends object & NoStandardMembers = Record<never, never>>(): Define<Members>;
export function defineProblemType<const Schema extends MembersSchema>(
  members: Schema,
): DefineChecked<InputOf<Schema>, OutputOf<Schema>>;
/* @__NO_SIDE_EFFECTS__ */
export function defineProblemType(members?: MembersSchema): unknown {
  return (definition: ProblemTypeDefinition) => {
    const name = `Problem type ${show(Object(definition).type)}`;
    const faults = definitionFaults(definition);
    if (faults.length > 0) throw new TypeError(`${name}: ${faults.join(' ')}`);
    const before = definedTypes[definition.type];
    const { type, title, status, slug, headers, fill } = definition;
    const bare = problemType(type, title, [status].flat(), slug, headers, fill);
    if (before && JSON.stringify({ ...before }) !== JSON.stringify({ ...bare })) {
      tellDeveloper(`${name} is defined twice, with different facts. The later definition is used for its headers.`);
    }
    return members ? withSchema(bare, members) : bare;
  };
}
