import { problemsDir } from '../build/paths.ts';
import { byName, type Catalog, load, type ProblemType } from '../catalog/catalog.ts';

/** The catalog as the pages need it: loaded once, anew after a change, with what is looked up on every page. */

export type { Catalog, ProblemType };

/** A route with the problem types it can answer. */
export interface RoutePage {
  /** `POST /auth/login`. */
  readonly route: string;
  /** `post-auth-login`. */
  readonly slug: string;
  readonly answers: readonly { readonly problem: ProblemType; readonly when?: string | undefined }[];
}

export interface Site {
  readonly catalog: Catalog;
  readonly problems: ReadonlyMap<string, ProblemType>;
  /** Category key to its problem types, in the order of display; categories without any are left out. */
  readonly categories: ReadonlyMap<string, readonly ProblemType[]>;
  readonly statuses: ReadonlyMap<number, readonly ProblemType[]>;
  readonly routes: ReadonlyMap<string, RoutePage>;
  /** Paths of pages, below the origin. */
  readonly paths: Paths;
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
  readonly guides: string;
  guide(id: string): string;
  /** A file of `public/`. */
  file(name: string): string;
}

const sites = new WeakMap<Catalog, Site>();
let built: Promise<Site> | undefined;

/** While pages are built the catalog stands still; in development each call looks for edits. */
export function site(): Promise<Site> {
  if (import.meta.env.DEV) return current();
  built ??= current();
  return built;
}

async function current(): Promise<Site> {
  const catalog = await load(problemsDir);
  const known = sites.get(catalog);
  if (known) return known;
  const made = siteOf(catalog);
  sites.set(catalog, made);
  return made;
}

/** The site of a catalog, by itself. */
export function siteOf(catalog: Catalog): Site {
  const { problems, facts } = catalog;
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
  return {
    catalog,
    problems: byName(catalog),
    categories,
    statuses: new Map([...statuses].sort(([a], [b]) => a - b)),
    routes: routePages(catalog),
    paths: pathsOf(catalog),
  };
}

function routePages(catalog: Catalog): Map<string, RoutePage> {
  const pages = new Map<string, RoutePage & { answers: RoutePage['answers'][number][] }>();
  const slugs = new Set<string>();
  for (const problem of catalog.problems) {
    for (const endpoint of problem.entry.endpoints ?? []) {
      const { route, when } = typeof endpoint === 'string' ? { route: endpoint, when: undefined } : endpoint;
      let page = pages.get(route);
      if (!page) {
        const plain = route
          .toLowerCase()
          .replace(/[^a-z0-9]+/g, '-')
          .replace(/^-|-$/g, '');
        let slug = plain;
        for (let count = 2; slugs.has(slug); count += 1) slug = `${plain}-${count}`;
        slugs.add(slug);
        page = { route, slug, answers: [] };
        pages.set(route, page);
      }
      page.answers.push({ problem, when });
    }
  }
  const order = Object.keys(catalog.facts.routes ?? {});
  return new Map([...pages].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)));
}

function pathsOf({ site: { base, segment } }: Catalog): Paths {
  const root = base === '/' ? '' : base;
  const index = `${root}/${segment}`;
  return {
    home: root || '/',
    index,
    inspect: `${root}/inspect`,
    problem: (name) => `${index}/${name}`,
    category: (key) => `${index}/category/${key}`,
    status: (status) => `${index}/status/${status}`,
    route: (slug) => `${index}/route/${slug}`,
    guides: `${root}/guides`,
    guide: (id) => `${root}/guides/${id}`,
    file: (name) => `${root}/${name}`,
  };
}
