import { show } from '../validate/show.ts';
import type { Tools } from './verdict.ts';

/** Shows values as JSON, for runners that have no printer of their own. */
export const plainTools = {
  printExpected: print,
  printReceived: print,
  diff(expected: unknown, received: unknown): string | undefined {
    const names = Object.keys({ ...(expected as object), ...(received as object) });
    const lines = names.flatMap((name) => {
      const [wanted, got] = [expected, received].map((value) => print((value as Record<string, unknown>)[name]));
      return wanted === got ? [] : [`- ${JSON.stringify(name)}: ${wanted}`, `+ ${JSON.stringify(name)}: ${got}`];
    });
    return lines.length > 0 ? ['- Expected', '+ Received', '', ...lines].join('\n') : undefined;
  },
} satisfies Tools;

function print(value: unknown): string {
  try {
    return JSON.stringify(value, readable, 2) ?? String(value);
  } catch {
    return show(value);
  }
}

/** Asymmetric matchers have a name, and a `bigint` has no JSON form. */
function readable(_: string, value: unknown): unknown {
  if (typeof value === 'bigint') return `${value}n`;
  const { toAsymmetricMatcher } = Object(value);
  return typeof toAsymmetricMatcher === 'function' ? toAsymmetricMatcher.call(value) : value;
}
