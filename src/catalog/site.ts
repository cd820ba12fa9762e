import { byName, type Catalog, type ProblemType } from './catalog.ts';
import { type RoutePage, routePages } from './route-pages.ts';
import type { Translation } from './translations/index.ts';

/** The catalog as its pages group it, and where they are. */

export interface Site {
  readonly catalog: Catalog;
  readonly problems: ReadonlyMap<string, ProblemType>;
  /** Category key to its problem types, in the order of display; categories without any are left out. */
  readonly categories: ReadonlyMap<string, readonly ProblemType[]>;
  readonly statuses: ReadonlyMap<number, readonly ProblemType[]>;
  readonly routes: ReadonlyMap<string, RoutePage>;
  /** Paths of pages, below the origin. */
  readonly paths: Paths;
  /** Texts of the frame, in the language of the catalog. */
  readonly t: Translation;
}

export interface Paths {
  readonly home: string;
  readonly index: string;
  /** Where a pasted response is inspected. */
  readonly inspect: string;
  problem(name: string): string;
  category(key: string): string;
  status(status: number): string;
  route(slug: string): string;
  /** What every problem type has in common: members, header fields, settings. */
  readonly common: string;
  /** What each release changed. */
  readonly changes: string;
  readonly guides: string;
  guide(id: string): string;
  /** A file of `public/`. */
  file(name: string): string;
}

/**
 * Groups a catalog for its pages.
 * @param home path of the first page of the site; by default the catalog's own
 */
export function siteOf(catalog: Catalog, home?: string): Site {
  const { problems, facts, translation } = catalog;
  const categories = new Map<string, ProblemType[]>(Object.keys(facts.categories).map((key) => [key, []]));
  const statuses = new Map<number, ProblemType[]>();
  for (const problem of problems) {
    categories.get(problem.entry.category)?.push(problem);
    for (const status of problem.statuses) {
      const list = statuses.get(status);
      if (list) list.push(problem);
      else statuses.set(status, [problem]);
    }
  }
  for (const [key, list] of categories) if (list.length === 0) categories.delete(key);
  const named = byName(catalog);
  return {
    catalog,
    problems: named,
    categories,
    statuses: new Map([...statuses].sort(([a], [b]) => a - b)),
    routes: routePages(catalog),
    paths: pathsOf(catalog, named, home),
    t: translation,
  };
}

function pathsOf(
  { site: { base, root, index } }: Catalog,
  problems: ReadonlyMap<string, ProblemType>,
  home = base,
): Paths {
  return {
    home,
    index,
    inspect: `${root}/inspect`,
    problem: (name) => problems.get(name)?.path ?? `${index}/${name}`,
    category: (key) => `${index}/category/${key}`,
    status: (status) => `${index}/status/${status}`,
    route: (slug) => `${index}/route/${slug}`,
    common: `${root}/common`,
    changes: `${root}/changes`,
    guides: `${root}/guides`,
    guide: (id) => `${root}/guides/${id}`,
    file: (name) => `${root}/${name}`,
  };
}
