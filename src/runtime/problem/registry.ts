/** What a response of a problem type needs to know of it. */
export interface DefinedType {
  readonly type: string;
  readonly statuses: readonly number[];
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/**
 * The problem types that were defined, by type URI. Kept on the global object, so that all copies of the package in one
 * process know the same: ES modules, CommonJS, another version.
 */
export const definedTypes: Record<string, DefinedType | undefined> =
  // biome-ignore lint/suspicious/noAssignInExpressions: one expression is smaller in every bundle
  ((globalThis as { [key: symbol]: Record<string, DefinedType> | undefined })[Symbol.for('problems')] ??= {});
