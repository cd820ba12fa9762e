import { show } from '../validate/show.ts';
import type { ValidationError, ValidationResult } from '../validate/validate.ts';
import { stepTo } from './json-pointer.ts';
import type { AnyProblemType, NoStandardMembers, Occurrence } from './type.ts';

interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

type Outcome = { readonly value: unknown; readonly issues?: undefined } | { readonly issues: readonly Issue[] };

/** A Standard Schema 1 (https://standardschema.dev) of extension members. It must answer at once. */
export interface MembersSchema<Input extends object = object, Output extends object = object> {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => unknown;
    readonly types?: { readonly input: Input & NoStandardMembers; readonly output: Output } | undefined;
  };
}

type TypesOf<Schema extends MembersSchema> = NonNullable<Schema['~standard']['types']>;
export type InputOf<Schema extends MembersSchema> = TypesOf<Schema>['input'];
export type OutputOf<Schema extends MembersSchema> = TypesOf<Schema>['output'];

type Bag = Record<string, unknown>;

/** Adds the check of a schema to a problem type: the constructor throws, and `validate` judges what was read. */
export function withSchema(bare: AnyProblemType, schema: MembersSchema): AnyProblemType {
  const build = bare as unknown as (init: unknown) => Bag;

  const construct = (init?: Bag): Bag => {
    const { type, title, status, detail, instance, ...members } = build(init);
    const outcome = outcomeOf(schema, members);
    if (outcome.issues) {
      const faults = errorsOf(outcome.issues).map(({ pointer, message }) => `${pointer || 'members'}: ${message}`);
      throw new TypeError(`Problem type ${show(type)}: ${faults.join('; ')}`);
    }
    return build({ ...(outcome.value as object), status, detail, instance });
  };

  const validate = (value: unknown): ValidationResult<Occurrence<AnyProblemType>> => {
    try {
      const { type, title, status, detail, instance, ...members } = Object(value) as Bag;
      if (type !== bare.type)
        return fail({ pointer: '/type', message: `must be ${show(bare.type)} (was ${show(type)})`, keyword: 'const' });
      const outcome = outcomeOf(schema, members);
      if (outcome.issues) return { valid: false, errors: errorsOf(outcome.issues) };
      return { valid: true, value: { ...(value as object), ...(outcome.value as object) } as never, errors: [] };
    } catch {
      return fail({ pointer: '', message: 'must be a JSON value (reading it threw an error)', keyword: 'type' });
    }
  };

  const problemType = Object.assign(construct, { ...bare });
  const standard = {
    version: 1 as const,
    vendor: 'problem-catalog',
    validate: (value: unknown) => {
      const result = validate(value);
      if (result.valid) return { value: result.value };
      return { issues: result.errors.map(({ pointer, message }) => ({ message, path: pointer.split('/').slice(1) })) };
    },
  };
  // A log shows neither.
  return Object.defineProperties(problemType, {
    name: { value: build.name },
    validate: { value: Object.assign(validate, { problemType, '~standard': standard }) },
  });
}

function fail(error: ValidationError): { valid: false; errors: ValidationError[] } {
  return { valid: false, errors: [error] };
}

function outcomeOf(schema: MembersSchema, members: Bag): Outcome {
  const outcome = schema['~standard'].validate(members);
  if (typeof Object(outcome).then === 'function') {
    throw new TypeError('The schema of the members must answer at once (was a promise). Use one without async checks.');
  }
  return outcome as Outcome;
}

function errorsOf(issues: readonly Issue[]): ValidationError[] {
  return issues.map(({ message, path = [] }) => {
    const names = path.map((segment) => String(typeof segment === 'object' ? segment.key : segment));
    const pointer = names.map(stepTo).join('');
    return { pointer, message, keyword: 'schema' };
  });
}
