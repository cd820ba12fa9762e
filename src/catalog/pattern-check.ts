import type { Finding } from './finding.ts';
import type { Member } from './members.ts';
import { linearFix, slowness } from './regexp.ts';

/** Reports the patterns of members that a text from outside could make slow: validators try them on what arrives. */
export function patternFindings(file: string, members: readonly Member[]): Finding[] {
  return members.flatMap(({ name, schema }) =>
    patternsOf(schema).flatMap((pattern): Finding[] => {
      const slow = slowness(pattern, 'u');
      const fact = `the pattern of member ${name} must take linear time (/${pattern}/ takes ${slow})`;
      return slow === undefined ? [] : [{ file, fact, fix: linearFix }];
    }),
  );
}

/** Every `pattern` and every name of `patternProperties` in a schema. */
function patternsOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) => {
    const own = key === 'pattern' && typeof value === 'string' ? [value] : [];
    const names = key === 'patternProperties' && !Array.isArray(schema) ? Object.keys(value) : [];
    return [...own, ...names, ...patternsOf(value)];
  });
}
