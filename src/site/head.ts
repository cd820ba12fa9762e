import { hasFeed } from '#emit/feed.ts';
import type { ProblemType, Site } from './context.ts';

/** What a page's head holds for crawlers, feed readers and programs. */

export interface HeadTag {
  readonly tag: 'link' | 'meta' | 'script' | 'style';
  readonly attrs?: Record<string, string>;
  readonly content?: string;
}

/** A representation of the page at an address of its own. */
export function alternate(type: string, href: string, title: string): HeadTag {
  return { tag: 'link', attrs: { rel: 'alternate', type, href, title } };
}

/** The feed of changes, where the catalog has a changelog. */
export function feedTags({ catalog, paths, t }: Site): HeadTag[] {
  return hasFeed(catalog) ? [alternate('application/atom+xml', `${paths.index}.atom`, t.label.changes)] : [];
}

/** The picture of a page that was shared. Addresses are whole, as Open Graph asks. */
export function pictureTags({ catalog }: Site, path: string, alt: string): HeadTag[] {
  const property = (name: string, content: string): HeadTag => ({ tag: 'meta', attrs: { property: name, content } });
  return [
    property('og:image', catalog.site.origin + path),
    property('og:image:width', '1200'),
    property('og:image:height', '630'),
    property('og:image:alt', alt),
  ];
}

/** The other representations of a problem type, and what it is in the words of schema.org. */
export function problemTags(site: Site, problem: ProblemType): HeadTag[] {
  const path = site.paths.problem(problem.name);
  return [
    alternate('application/json', `${path}.json`, 'JSON'),
    {
      tag: 'link',
      attrs: { rel: 'describedby', type: 'application/schema+json', href: `${path}.schema.json`, title: 'JSON Schema' },
    },
    jsonLd(problemGraph(site, problem)),
  ];
}

/** A data block; `<` is escaped, so that no text of an entry can end it. */
export function jsonLd(value: unknown): HeadTag {
  const content = JSON.stringify(value).replaceAll('<', '\\u003c');
  return { tag: 'script', attrs: { type: 'application/ld+json' }, content };
}

function problemGraph({ catalog, paths, t }: Site, { entry, name, pageUri, typeUri }: ProblemType): unknown {
  const { categories, name: product } = catalog.facts;
  const { indexUri } = catalog.site;
  const set = t.frame.title(product);
  const crumbs = [
    { name: set, item: indexUri },
    {
      name: categories[entry.category]?.title ?? entry.category,
      item: catalog.site.origin + paths.category(entry.category),
    },
    { name: entry.title, item: pageUri },
  ];
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'TechArticle',
        headline: entry.title,
        description: entry.summary,
        url: pageUri,
        inLanguage: catalog.facts.language ?? 'en',
        mainEntity: { '@id': typeUri },
      },
      {
        '@type': 'DefinedTerm',
        '@id': typeUri,
        name: entry.title,
        termCode: name,
        inDefinedTermSet: { '@type': 'DefinedTermSet', '@id': indexUri, name: set },
      },
      {
        '@type': 'BreadcrumbList',
        itemListElement: crumbs.map((crumb, index) => ({ '@type': 'ListItem', position: index + 1, ...crumb })),
      },
    ],
  };
}
