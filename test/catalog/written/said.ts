import type { z } from 'zod';
import { issueText } from '#catalog/issues.ts';

/** Returns what is said of a value that a schema refuses; nothing where it takes the value. */
export function saidOf(schema: z.ZodType, value: unknown): string[] {
  const { error } = schema.safeParse(value, { reportInput: true });
  return (error?.issues ?? []).map(issueText).map(({ fact, fix }) => `${fact}. ${fix}`);
}
