import type { Member } from '#catalog/members.ts';
import type { ProblemType, Site } from './context.ts';
import { type Markdown, markdown } from './markdown/markdown.ts';

/** What every section of a problem page is made from. */
export interface View {
  readonly site: Site;
  readonly problem: ProblemType;
  readonly md: Markdown;
  /** Server and version, as in running text. */
  readonly server: string;
  /** Placeholders that the page uses: name without brackets, and what to put there. */
  readonly placeholders: readonly (readonly [name: string, meaning: string])[];
  /** Example members that the server does not send. */
  readonly unsent: readonly string[];
}

export const sectionIds = [
  'fix',
  'causes',
  'example',
  'fields',
  'retry',
  'headers',
  'routes',
  'code',
  'operators',
  'related',
  'observed',
  'machine',
] as const;
export type SectionId = (typeof sectionIds)[number];

export function viewOf(site: Site, problem: ProblemType): View {
  const { facts, common } = site.catalog;
  const { entry, members } = problem;
  const shown = JSON.stringify([entry.causes, entry.prevent, entry.samples]);
  const sent = new Set(entry.observed?.members);
  const extensions = [...members, ...common.members].map((member) => member.name);
  return {
    site,
    problem,
    md: markdown(site, problem.name),
    server: `${facts.server.name} ${facts.server.version}`,
    placeholders: Object.entries(facts.placeholders ?? {}).filter(([name]) => shown.includes(`<${name}>`)),
    unsent: entry.observed ? extensions.filter((name) => name in problem.example && !sent.has(name)) : [],
  };
}

/** Members of every problem type: those of RFC 9457, then those of the catalog. */
export function commonMembers({ catalog }: Site): Member[] {
  const properties = catalog.problems[0]?.schema.properties ?? {};
  return [
    ...['type', 'title', 'status', 'detail', 'instance'].map((name) => ({
      name,
      required: name === 'type',
      type: name === 'status' ? 'number' : 'string',
      description: String(properties[name]?.description ?? ''),
      schema: {},
    })),
    ...catalog.common.members,
  ];
}

/** Sections of a page in order, those without content left out. */
export function sectionsOf({ problem: { entry, statuses }, server, site }: View): { id: SectionId; text: string }[] {
  const titles: Record<SectionId, string | undefined | false> = {
    fix: 'Fix it',
    causes: 'Why it happens',
    example: 'Example response',
    fields: 'Members',
    retry: 'Sending it again',
    headers: (entry.headers || entry.observed?.headers || site.catalog.facts.headers) && 'Header fields',
    routes: entry.endpoints && 'Where it comes from',
    code: 'Handle it in code',
    operators: (entry.operators || entry.settings) && 'For operators',
    related:
      (entry.related || statuses.some((status) => (site.statuses.get(status)?.length ?? 0) > 1)) && 'Not this one?',
    observed: entry.observed && `What ${server} sends`,
    machine: 'For machines',
  };
  return sectionIds.flatMap((id) => (titles[id] ? [{ id, text: titles[id] }] : []));
}
