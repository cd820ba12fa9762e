/**
 * The `~standard` property of Standard Schema 1 (https://standardschema.dev), for a schema that answers at once. The
 * specification asks to be copied.
 */
export interface StandardSchema<Input, Output> {
  readonly version: 1;
  readonly vendor: string;
  readonly validate: (value: unknown) => StandardResult<Output>;
  readonly types?: { readonly input: Input; readonly output: Output } | undefined;
}

/** A value, or the reasons why there is none. */
export type StandardResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly { readonly message: string; readonly path?: readonly PropertyKey[] }[] };
