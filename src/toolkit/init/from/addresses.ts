import { isTypeUriPattern } from '#catalog/fields.ts';
import { isOtherPage, namesOf, sitePaths } from '#catalog/names.ts';
import { partsOfUri } from '#diagnose/addresses.ts';
import { kebab } from './draft.ts';
import type { Found } from './found.ts';

/** How the type URIs of a source are made. */
export interface FoundAddresses {
  /** The base URI that fits them, where they are on the web. */
  readonly base?: string;
  /** Their pattern, where it is not the base and the name. */
  readonly typeUri?: string;
}

/** Returns the pattern that most type URIs of a source have, and the base URI that goes with it. */
export function addressesOf(found: readonly Found[]): FoundAddresses {
  const counts = new Map<string, number>();
  for (const uri of new Set(found.flatMap((each) => each.uri ?? [])))
    for (const pattern of patternsOf(uri)) counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
  // Of equal ones, an address of the web says where the pages are.
  const isWeb = (pattern: string) => Number(baseOf(pattern) !== undefined);
  const [[pattern] = [undefined]] = [...counts].sort(([a, x], [b, y]) => y - x || isWeb(b) - isWeb(a));
  if (pattern === undefined) return {};
  const base = baseOf(pattern);
  return pattern === `${base}/{name}` ? { base } : { ...(base !== undefined && { base }), typeUri: pattern };
}

/** Ways to write a type URI with the name of its entry in it; of equal ones, the plainest first. */
function patternsOf(uri: string): string[] {
  if (!isTypeUriPattern(uri)) return [];
  const [shared, own] = partsOfUri(uri);
  const [, word = '', end = ''] = /^(.*?)(\/|\.html?)?$/s.exec(own) ?? [];
  const name = kebab(word);
  const { exportName, interfaceName, constant } = namesOf(name, { baseUri: 'https://a.example' });
  const forms = {
    name,
    camelCase: exportName,
    snake_case: name.replaceAll('-', '_'),
    PascalCase: interfaceName,
    CONSTANT_CASE: constant,
  };
  return Object.entries(forms).flatMap(([form, text]) => (text === word ? [`${shared}{${form}}${end}`] : []));
}

/** The address of the list of all types, from a pattern on the web. */
function baseOf(pattern: string): string | undefined {
  const start = pattern.slice(0, pattern.indexOf('{')).replace(/\/?#?$/, '');
  if (!/^https:\/\/[^/?#]+(?:\/[^/?#]+)*$/.test(start)) return undefined;
  const { origin, pathname } = new URL(start);
  return isOtherPage(pathname, sitePaths(`${origin}/problems`)) && pathname !== '/' ? `${origin}/problems` : start;
}
