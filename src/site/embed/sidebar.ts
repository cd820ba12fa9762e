import { surroundings } from 'virtual:problem-catalog';
import type { StarlightRouteData } from '@astrojs/starlight/route-data';
import type { APIContext } from 'astro';
import { site } from '../context.ts';

/** The catalog in the sidebar of Starlight: its lists, and beside a problem type those of the same category. */

type Entry = StarlightRouteData['sidebar'][number];

/** A category with more types is a link alone: every page carries its sidebar. */
const mostSiblings = 20;

export async function onRequest({ locals, url }: APIContext): Promise<void> {
  if (!surroundings) return;
  const { index, hasSlash, label } = surroundings;
  const { catalog, categories, paths, problems, t } = await site();
  const here = url.pathname.replace(/(?:\.html|\/)$/, '');
  const problem = problems.get(here.slice(index.length + 1));
  const link = (text: string, path: string): Entry => ({
    type: 'link',
    label: text,
    href: hasSlash ? `${path}/` : path,
    isCurrent: here === path,
    badge: undefined,
    attrs: {},
  });
  const group = (text: string, entries: Entry[]): Entry => ({
    type: 'group',
    label: text,
    entries,
    collapsed: false,
    badge: undefined,
  });
  const titleOf = (key: string) => catalog.facts.categories[key]?.title ?? key;
  const lists = [...categories].map(([key, list]) =>
    problem?.entry.category === key && list.length <= mostSiblings
      ? group(titleOf(key), [
          link(t.frame.wholeCategory, paths.category(key)),
          ...list.map(({ name, entry }) => link(entry.title, paths.problem(name))),
        ])
      : link(titleOf(key), paths.category(key)),
  );
  locals.starlightRoute.sidebar.push(
    group(label, [link(t.label.allTypes, paths.index), ...lists, link(t.label.inspect, paths.inspect)]),
  );
}
