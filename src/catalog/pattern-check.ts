import type { Finding } from './finding.ts';
import type { Member } from './members.ts';
import { linearFix, slowness } from './regexp.ts';

/** Reports the patterns of members that a text from outside could make slow: validators try them on what arrives. */
export function patternFindings(file: string, members: readonly Member[]): Finding[] {
  return members.flatMap(({ name, schema }) =>
    [...patternsOf(schema)].flatMap((pattern): Finding[] => {
      const slow = slowness(pattern, 'u');
      const fact = `the pattern of member ${name} must take linear time (/${pattern}/ takes ${slow})`;
      return slow === undefined ? [] : [{ file, fact, fix: linearFix }];
    }),
  );
}

/** Every `pattern` and every name of `patternProperties` in a schema. */
function* patternsOf(schema: unknown): Generator<string, undefined> {
  if (typeof schema !== 'object' || schema === null) return;
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'pattern' && typeof value === 'string') yield value;
    if (key === 'patternProperties') yield* Object.keys(value);
    yield* patternsOf(value);
  }
}
