import type { Catalog } from '../catalog.ts';
import { type Finding, nearest } from '../finding.ts';
import { manualNames } from '../guides.ts';

/** Returns what is wrong with the fact `manual`: guides and problem types that do not exist. */
export function manualFindings({ facts, problems, unread }: Catalog, file: string): Finding[] {
  const { guides = [], examples = {} } = facts.manual ?? {};
  const types = problems.flatMap(({ name, causes }) => [name, ...causes.map((cause) => `${name}#${cause.name}`)]);
  const finding = (place: string, name: string, names: readonly string[]): Finding[] => {
    if (names.includes(name) || unread.includes(name.split('#')[0] as string)) return [];
    const near = nearest(name, names);
    const fix = near ? `Did you mean "${near}"?` : 'Correct the name, or remove it.';
    return [{ file, fact: `${place} names "${name}", which does not exist`, fix }];
  };
  return [
    ...(guides === 'all' ? [] : guides.flatMap((name) => finding('manual.guides', name, manualNames()))),
    ...Object.entries(examples).flatMap(([role, name = '']) => finding(`manual.examples.${role}`, name, types)),
  ];
}
