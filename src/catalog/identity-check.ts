import type { Catalog, ProblemType } from './catalog.ts';
import type { Finding } from './finding.ts';
import { shown } from './finding.ts';
import { blankType, isOtherPage } from './names.ts';

/** What must be different between problem types, and lead to an end: names, titles, aliases, successors. */

/** Reports what two problem types share that must be of one alone. */
export function identityFindings({ problems, site }: Pick<Catalog, 'problems' | 'site'>): Finding[] {
  const owners = new Map<string, ProblemType>();
  const named = new Map(problems.map((problem) => [problem.name, problem]));
  const exported = new Map<string, ProblemType>();
  const titled = new Map<string, ProblemType>();
  const called = new Map(problems.map((problem) => [folded(problem.name), problem]));
  const aliased = new Map<string, ProblemType>();
  return problems.flatMap((problem) => {
    const { file, name, entry } = problem;
    const findings: Finding[] = [];
    const report = (fact: string, fix: string) => findings.push({ file, fact, fix });
    const sameExport = claim(exported, problem.exportName, problem);
    if (sameExport)
      report(
        `its constructor ${problem.exportName} is also that of ${sameExport.name}`,
        'Rename one of the files, with words of its own.',
      );
    // Two addresses of one page differ in case at most.
    const isBlank = problem.typeUri === blankType;
    if (isBlank && problem.statuses.length === 0)
      report('its type is about:blank, and it has no status', 'Add the status: it is all that such a problem says.');
    const uris = isBlank
      ? problem.statuses.map((status) => `${blankType} with the status ${status}`)
      : [problem.typeUri];
    const keys = [...uris, problem.path.toLowerCase()];
    const sameUri = keys.map((key) => owners.get(key)).find((owner) => owner !== undefined);
    for (const key of keys) owners.set(key, problem);
    if (sameUri)
      report(`its type URI ${problem.typeUri} is also that of ${sameUri.name}`, 'Give it a type URI of its own.');
    const path = site.origin.length;
    if (problem.typeUri.startsWith(`${site.origin}/`) && !/[?#]/.test(problem.typeUri)) {
      const taken = problem.typeUri.slice(path).replace(/(?:\.html|\/)$/, '');
      if (taken !== site.index && isOtherPage(taken, site))
        report(
          `its type URI ${problem.typeUri} is the address of another page of the site`,
          'Rename it, or move the pages with baseUri.',
        );
    }
    const sameTitle = claim(titled, folded(entry.title), problem);
    if (sameTitle)
      report(
        `title is also that of ${sameTitle.name} (was ${shown(entry.title)})`,
        'Say what is different: people find a type by its title.',
      );
    for (const [language, title] of Object.entries(entry.titles ?? {})) {
      const same = claim(titled, `${language} ${folded(title)}`, problem);
      if (same) {
        report(
          `titles.${language} is also that of ${same.name} (was ${shown(title)})`,
          'Say what is different: people find a type by its title.',
        );
      }
    }
    for (const alias of entry.aliases ?? []) {
      const key = folded(alias);
      const owner = [called.get(key), claim(aliased, key, problem)].find((each) => each && each !== problem);
      if (owner)
        report(`alias "${alias}" is also a name of ${owner.name}`, 'Keep it where it belongs, and remove it here.');
    }
    const way = successorsOf(problem, named);
    if (way.length > 1 && way.at(-1) === name)
      report(
        `retired.use leads back to the type itself (${way.join(', ')})`,
        'Name a type that is in use, or leave "use" out.',
      );
    for (const [header, value] of Object.entries(entry.headers ?? {}))
      for (const [, member = ''] of value.matchAll(/\{(\w+)\}/g))
        if (isStructured(problem, member))
          report(
            `the ${header} header is made of ${member}, which must be text or a number`,
            `Name a member of ${member} as a member of its own, or write the field's text out.`,
          );
    return findings;
  });
}

/** Returns the type that has a key; where none has it, this one does from now on. */
function claim(owners: Map<string, ProblemType>, key: string, problem: ProblemType): ProblemType | undefined {
  const owner = owners.get(key);
  if (!owner) owners.set(key, problem);
  return owner;
}

/** Names from a type to its last successor; a circle ends where it closes. */
function successorsOf(problem: ProblemType, named: ReadonlyMap<string, ProblemType>): string[] {
  const way = [problem.name];
  for (let each = problem.entry.retired?.use; each !== undefined; ) {
    const isKnown = way.includes(each);
    way.push(each);
    if (isKnown) break;
    each = named.get(each)?.entry.retired?.use;
  }
  return way;
}

function isStructured({ members, example }: ProblemType, name: string): boolean {
  const value = example[name];
  return (
    members.some((member) => member.name === name) &&
    value !== null &&
    typeof value === 'object' &&
    !Array.isArray(value)
  );
}

function folded(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
