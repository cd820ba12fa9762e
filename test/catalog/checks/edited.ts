import type { Catalog, ProblemType } from '#catalog/catalog.ts';
import { causesOf } from '#catalog/causes.ts';
import { crossFindings } from '#catalog/cross-check.ts';
import { findingText } from '#catalog/finding.ts';
import { load } from '#catalog/load.ts';
import { libraryDir } from '../../support.ts';

/** Findings about the library with changes that are made in memory. */

const library = await load(libraryDir);

// biome-ignore lint/suspicious/noExplicitAny: edits reach into any part of an entry
type Data = any;

/** What an edit can change: the facts, common members, and entries with their members. */
export interface Parts {
  readonly facts: Data;
  readonly common: Data[];
  readonly card: Data;
  readonly limit: Data;
  readonly lapsed: Data;
  /** Names of constructors and type URIs, by entry. */
  readonly problems: Data[];
}

export type Edit = (parts: Parts) => void;

/** Returns the library as it is after an edit. */
export function edited(edit: Edit): Catalog {
  const problems: Data[] = library.problems.map((problem) => ({
    ...problem,
    entry: structuredClone(problem.entry),
    members: structuredClone(problem.members),
  }));
  const facts: Data = structuredClone(library.facts);
  const common = structuredClone(library.common.members) as Data[];
  const [card, limit, lapsed] = problems.map(({ entry }) => entry);
  edit({ facts, common, card, limit, lapsed, problems });
  return {
    ...library,
    facts,
    common: { ...library.common, members: common },
    problems: problems.map((problem): ProblemType => {
      const { entry } = problem;
      return {
        ...problem,
        statuses: [entry.status ?? []].flat(),
        causes: causesOf(entry, problem.pageUri),
        answers: entry.answers ?? [],
        example: { ...problem.example, ...entry.example },
      };
    }),
  };
}

/** Returns what is said of the library after an edit. */
export function findingsOf(edit: Edit): string[] {
  return crossFindings(edited(edit), 'index.ts').map((finding) => findingText(finding).replaceAll('library/', ''));
}
