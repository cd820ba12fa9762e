import type { ProblemType } from './catalog.ts';
import { type Finding, nearest, shown } from './finding.ts';
import type { Interface } from './members.ts';
import { check } from './validator.ts';

/** Returns findings about an example: it must be an occurrence of its own type. */
export function exampleFindings(problem: ProblemType, common: Interface): Finding[] {
  const { members, entry, file } = problem;
  const names = ['detail', 'instance', ...[...members, ...common.members].map(({ name }) => name)];
  const unknown = Object.keys({ ...entry.documented, ...entry.example }).filter((name) => !names.includes(name));
  const strangers = unknown.map((name) => {
    const near = nearest(name, names);
    return {
      file,
      fact: `example has the member ${name}, which neither ${problem.interfaceName} nor CommonMembers has`,
      fix: ['type', 'title', 'status'].includes(name)
        ? 'Remove it: every example gets it from the entry.'
        : near
          ? `Did you mean ${near}?`
          : `Add it to ${problem.interfaceName}, or remove it.`,
    };
  });
  const unfit = check(problem.schema, problem.example).map((error) => {
    const path = error.instancePath.slice(1).replaceAll('/', '.');
    const value = path
      .split('.')
      .reduce<unknown>((inner, key) => (inner as Record<string, unknown>)?.[key], problem.example);
    const written = members.find((member) => member.name === path.split('.')[0]);
    const was = path === '' ? '' : ` (was ${shown(value)})`;
    return {
      file: problem.file,
      fact: `example${path ? `.${path}` : ''} ${error.message ?? 'does not fit'}${was}`,
      fix: written
        ? `${problem.interfaceName} says ${written.name}: ${written.type}.`
        : `Make the example fit the interface ${problem.interfaceName}.`,
    };
  });
  return [...strangers, ...unfit];
}
