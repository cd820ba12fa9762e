import type { ProblemDetails, Simplify } from './details.ts';

/** What {@link defineProblemType} takes. RFC 9457 section 4. */
export interface ProblemTypeDefinition {
  /** Type URI: absolute, and permanent once published. */
  readonly type: string;
  /** Short phrase, the same for every occurrence. */
  readonly title: string;
  /** Status code, or all that the type is sent with, the default first. An empty list: whichever fits the occurrence. */
  readonly status: number | readonly number[];
  /** Short name in kebab-case. */
  readonly slug?: string;
  /**
   * Header fields that a response of this type carries. `{member}` is replaced by that member of the occurrence; a field
   * whose member is absent is left out. A type with status 401 owes a `WWW-Authenticate` (RFC 9110 section 15.5.2).
   */
  readonly headers?: Readonly<Record<string, string>>;
  /** Members that the constructor fills in when they are not given: `'now'` is the time, RFC 3339 in UTC. */
  readonly fill?: Readonly<Record<string, 'now'>>;
}

/** What every problem type has, whatever its members are. */
export interface AnyProblemType {
  /** Type URI, the identity of the type. */
  readonly type: string;
  readonly title: string;
  /** The status code used unless another is asked for; 500 where the type has none of its own. */
  readonly status: number;
  /** Every status code that the type is sent with. None: any. */
  readonly statuses: readonly number[];
  readonly slug?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Validates an occurrence, where the type was defined with a schema for its members. */
  readonly validate?: ((value: unknown) => { readonly valid: boolean }) | undefined;
  /** For the type checker only, as is `~requires`. Plain names, so that two copies of the package agree. */
  readonly '~members'?: object;
  readonly '~requires'?: boolean;
  readonly '~causes'?: string;
}

/** Names of the causes of a problem type: `CauseOf<typeof tokenInvalid>`. */
export type CauseOf<T extends AnyProblemType> = T extends { readonly '~causes'?: infer Name extends string }
  ? Name
  : string;

/** A problem type whose constructor asks for no member. */
export type BareProblemType = AnyProblemType & { readonly '~requires'?: false };

/** Keeps the names of the standard members from extension members. */
export type NoStandardMembers = { readonly [Name in keyof ProblemDetails]?: never };

type Placeholders<Template> = Template extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

/** Keeps a header template from naming a member that the type does not have. */
export type KnownPlaceholders<D, Members> = D extends { readonly headers: infer Headers }
  ? {
      readonly headers: {
        readonly [Name in keyof Headers]: Placeholders<Headers[Name]> extends keyof Members | keyof ProblemDetails
          ? string
          : 'must name a member of the type in braces';
      };
    }
  : unknown;

// Conditions ask for `number` first: to compare a number with a tuple, the compiler reads all of the global `ReadonlyArray`.

type StatusOf<D extends ProblemTypeDefinition> = D['status'] extends number
  ? D['status']
  : D['status'] extends readonly []
    ? number
    : Extract<D['status'], readonly number[]>[number];

type DefaultStatus<D extends ProblemTypeDefinition> = D['status'] extends number
  ? D['status']
  : D['status'] extends readonly [infer First, ...unknown[]]
    ? First
    : number;

type FilledKeys<D> = D extends { readonly fill: infer Fill } ? keyof Fill : never;

/** The members that a constructor asks for: what it fills in can be left out. */
type Asked<Members, D> =
  Record<never, never> extends Pick<Members, FilledKeys<D> & keyof Members>
    ? Members
    : { [Key in keyof Members as Exclude<Key, FilledKeys<D>>]: Members[Key] } & {
        [Key in keyof Members as Extract<Key, FilledKeys<D>>]?: Members[Key];
      };

// What follows is mapped once, from interfaces, so that a member keeps its documentation in an editor.

type Init<Members, D extends ProblemTypeDefinition, Status> = OrUndefined<
  Pick<ProblemDetails, 'detail' | 'instance'> &
    Members &
    (D['status'] extends number ? unknown : { [Key in keyof Pick<ProblemDetails, 'status'>]: Status | undefined })
>;

type OrUndefined<Members> = {
  [Key in keyof Members]: undefined extends Members[Key] ? Members[Key] | undefined : Members[Key];
} & {};

type Constructed<Members, D extends ProblemTypeDefinition, Status extends number> = Simplify<
  Built<D['type'], D['title'], Status> &
    Members & { [Key in FilledKeys<D>]: Key extends keyof Members ? NonNullable<unknown> : string }
>;

/** The standard members of what a constructor builds. Their documentation is that of {@link ProblemDetails}. */
interface Built<Type extends string, Title extends string, Status extends number> extends ProblemDetails {
  type: Type;
  title: Title;
  status: Status;
  detail?: string;
  instance?: string;
}

/** Those of what was read. */
interface Read<Type extends string> extends ProblemDetails {
  /** Type URI: what the problem is. RFC 9457 section 3.1.1. */
  type: Type;
  title?: string;
  status?: number;
  detail?: string;
  instance?: string;
}

/**
 * A problem type: a function that builds occurrences, with the facts of the type as properties. An occurrence is a plain
 * object, standard members first, ready for `JSON.stringify` and `structuredClone`. Members given as `undefined` are left
 * out; `type`, `title` and names of `Object.prototype` cannot be given.
 *
 * @example
 * ```ts
 * import { sessionInvalid } from '#package';
 *
 * sessionInvalid.status; //=> 401
 * sessionInvalid({ detail: 'The fingerprint differs from the one at login.' }).title; //=> 'Session Validation Failed'
 * ```
 */
export interface ProblemType<
  Members extends object,
  D extends ProblemTypeDefinition,
  Causes extends string = string,
  Given extends object = Members,
> extends AnyProblemType {
  // Without documentation, so that an editor shows that of the problem type itself at a call.
  <const Status extends StatusOf<D> = DefaultStatus<D> & StatusOf<D>>(
    ...init: Record<never, never> extends Asked<Given, D>
      ? [init?: Init<Asked<Given, D>, D, Status>]
      : [init: Init<Asked<Given, D>, D, Status>]
  ): Constructed<Members, D, Status>;
  readonly type: D['type'];
  readonly title: D['title'];
  readonly status: DefaultStatus<D> & number;
  readonly statuses: D['status'] extends readonly number[] ? D['status'] : readonly [D['status'] & number];
  readonly slug: D extends { readonly slug: infer Slug extends string } ? Slug : undefined;
  readonly headers: D extends { readonly headers: infer Headers extends Readonly<Record<string, string>> }
    ? Headers
    : undefined;
  readonly '~members'?: Given;
  readonly '~requires'?: Record<never, never> extends Asked<Given, D> ? false : true;
  readonly '~causes'?: Causes;
}

/**
 * One event of the problem type `T`, as a consumer may count on it: `type` is the literal, `title` and `status` are
 * advisory, the members are those of the type. RFC 9457 sections 3.1 and 3.2.
 *
 * @example
 * ```ts
 * import type { Occurrence, sessionInvalid } from '#package';
 *
 * const text = (problem: Occurrence<typeof sessionInvalid>) => problem.detail ?? problem.title ?? problem.type;
 * ```
 */
export type Occurrence<T extends AnyProblemType> = T extends unknown
  ? Simplify<Read<T['type']> & NonNullable<T['~members']>>
  : never;
