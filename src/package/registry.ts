import type { AnyProblemType } from './problem-type.ts';

const global = globalThis as { [key: symbol]: Map<string, AnyProblemType> | undefined };

/**
 * The problem types that were defined, by type URI. Kept on the global object, so that all copies of the package in one
 * process know the same: ES modules, CommonJS, another version.
 */
// biome-ignore lint/suspicious/noAssignInExpressions: one expression is smaller in every bundle
export const definedTypes: Map<string, AnyProblemType> = (global[Symbol.for('problem-types')] ??= new Map());
