import type { Catalog, ProblemType } from './catalog.ts';

/** A route with the problem types that it can answer. */
export interface RoutePage {
  /** `POST /auth/login`. */
  readonly route: string;
  /** `post-auth-login`. */
  readonly slug: string;
  readonly answers: readonly { readonly problem: ProblemType; readonly when?: string | undefined }[];
}

/** Routes that an entry names, by route, in the order of the catalog's own list. */
export function routePages(catalog: Catalog): Map<string, RoutePage> {
  const pages = new Map<string, RoutePage & { answers: RoutePage['answers'][number][] }>();
  const slugs = new Set<string>();
  for (const problem of catalog.problems) {
    for (const endpoint of problem.entry.endpoints ?? []) {
      const { route, when } = typeof endpoint === 'string' ? { route: endpoint, when: undefined } : endpoint;
      let page = pages.get(route);
      if (!page) {
        page = { route, slug: freeSlug(route, slugs), answers: [] };
        pages.set(route, page);
      }
      page.answers.push({ problem, when });
    }
  }
  const order = Object.keys(catalog.facts.routes ?? {});
  return new Map([...pages].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)));
}

function freeSlug(route: string, taken: Set<string>): string {
  const plain = route
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  let slug = plain;
  for (let count = 2; taken.has(slug); count += 1) slug = `${plain}-${count}`;
  taken.add(slug);
  return slug;
}
