import type { z } from 'zod';
import { issueText } from '#catalog/issues.ts';

/** Returns what is said of a value that a schema refuses; nothing where it takes the value. */
export function saidOf(schema: z.ZodType, value: unknown): string[] {
  const { error } = schema.safeParse(value, { reportInput: true });
  return (error?.issues ?? []).map(issueText).map(({ fact, fix }) => `${fact}. ${fix}`);
}

/** Returns data with another value at `causes.late.fix.0`; without the field where the value is undefined. */
export function withValue(data: object, path: string, value: unknown): object {
  const copy = structuredClone(data);
  const keys = path.split('.');
  const last = keys.pop() as string;
  // biome-ignore lint/suspicious/noExplicitAny: the way leads through any data
  const inner = keys.reduce<any>((each, key) => each[key], copy);
  if (value === undefined) delete inner[last];
  else inner[last] = value;
  return copy;
}
