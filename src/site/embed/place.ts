import type { AstroConfig } from 'astro';
import type { Catalog } from '#catalog/catalog.ts';
import { CatalogError } from '#catalog/finding.ts';
import { pageAt } from '#catalog/names.ts';
import { withProse } from '#catalog/text.ts';
import { relink } from './links.ts';

/** Where the pages of a catalog are in a site that is there. */
export interface Place {
  /** What all paths of the site begin with; empty at the root. */
  readonly base: string;
  /** Path of the list of all types, below the origin. */
  readonly index: string;
  /** Folder of the pages and files that belong to no problem type: below the list, where no name of a type can be. */
  readonly further: string;
  /** Whether the site writes its own addresses with a slash at their end. */
  readonly hasSlash: boolean;
  /** What to tell who builds the site. */
  readonly note: string | undefined;
}

/** The site around the pages. */
export interface Surroundings extends Place {
  /** The folder of the site. */
  readonly root: string;
  /** Its layout; undefined where it is one of Starlight. */
  readonly layout: string | undefined;
  /** Heading of the catalog in its sidebar. */
  readonly label: string;
}

type Settings = Pick<AstroConfig, 'base' | 'site' | 'trailingSlash' | 'build'>;

/**
 * Returns where the pages are.
 * @throws CatalogError if the base of the site does not lead to the type URIs
 */
export function placeIn({ site: own }: Catalog, { base, site, trailingSlash, build }: Settings): Place {
  const { origin, index, indexUri } = own;
  const root = base.replace(/\/$/, '');
  if (!index.startsWith(`${root}/`))
    throw new CatalogError([
      {
        file: 'astro.config',
        fact: `base must be a path that type URIs begin with, which are ${indexUri}/… (was "${base}")`,
        fix: 'Change base, or baseUri of the catalog.',
      },
    ]);
  const served = site && new URL(site).origin;
  return {
    base: root,
    index,
    further: `${index}/more`,
    hasSlash: trailingSlash === 'always' || (trailingSlash === 'ignore' && build.format === 'directory'),
    note:
      served === origin
        ? undefined
        : `site is ${served ?? 'not set'}, and type URIs are at ${origin}: they lead to these pages only where the site is served there.`,
  };
}

/**
 * Returns the catalog with its pages in another site: all types are below their list, and pages that belong to no problem
 * type are where the place has them. The links between them lead there.
 */
export function placed(catalog: Catalog, { further }: Pick<Place, 'further'>): Catalog {
  const { site, facts } = catalog;
  const problems = catalog.problems.map((problem) =>
    problem.path.startsWith(`${site.index}/`)
      ? problem
      : { ...problem, ...pageAt(site, `${site.index}/${problem.name}`) },
  );
  const moved = { ...catalog, problems, site: { ...site, base: further, root: further } };
  const linked = relink(moved);
  const onPages = <T>(texts: Readonly<Record<string, T>>, folder: string) =>
    Object.fromEntries(
      Object.entries(texts).map(([key, text]) => [
        key,
        withProse(text, (prose) => linked(prose, `${site.index}/${folder}/${key}`)),
      ]),
    );
  return {
    ...moved,
    facts: {
      ...facts,
      categories: onPages(facts.categories, 'category'),
      ...(facts.statuses && { statuses: onPages(facts.statuses, 'status') }),
    },
    problems: problems.map((problem, index) => {
      const page = catalog.problems[index]?.path ?? problem.path;
      const change = (prose: string) => linked(prose, page);
      return { ...problem, entry: withProse(problem.entry, change), causes: withProse(problem.causes, change) };
    }),
  };
}
