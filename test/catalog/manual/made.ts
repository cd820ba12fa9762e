import type { Catalog, ProblemType } from '#catalog/catalog.ts';
import { namesOf, sitePaths } from '#catalog/names.ts';

/** Problem types that are made in memory, with no more than the examples of guides need. */

const baseUri = 'https://e.example/docs/types';

interface Parts {
  readonly status?: readonly number[];
  /** A type URI of its own. */
  readonly type?: string;
  readonly entry?: object;
  /** Schemas by names, which end in `?` where they are not required. */
  readonly members?: Readonly<Record<string, object>>;
  readonly example?: Readonly<Record<string, unknown>>;
  /** What causes are, by their names. */
  readonly causes?: Readonly<Record<string, object>>;
  readonly answers?: readonly object[];
}

export function typeOf(name: string, parts: Parts = {}): ProblemType {
  const { status: statuses = [403], type, entry, members = {}, example, causes = {}, answers = [] } = parts;
  const names = namesOf(name, { baseUri }, type);
  const title = name.replaceAll('-', ' ').toUpperCase();
  const [status = 400] = statuses;
  return {
    ...names,
    entry: {
      ...{ title, category: 'loans', summary: `What ${name} is.`, now: 'Log in.', retry: { when: 'never' } },
      ...(answers.length > 0 && { answers }),
      ...entry,
    },
    ...{ statuses, status, answers },
    members: Object.entries(members).map(([key, schema]) => {
      return { name: key.replace('?', ''), required: !key.endsWith('?'), schema };
    }),
    causes: Object.entries(causes).map(([key, cause]) => {
      return { name: key, address: `${names.pageUri}#${key}`, cause: `What ${key} is.`, fix: [], ...cause };
    }),
    example: { type: names.typeUri, title, status, detail: 'It is so.', ...example },
  } as unknown as ProblemType;
}

export function catalogOf(
  problems: readonly ProblemType[],
  facts: object = {},
  common: readonly object[] = [],
): Catalog {
  return {
    facts: { categories: { loans: { title: 'Loans' } }, package: '@lending/problems', ...facts },
    common: { members: common },
    problems,
    unread: [],
    site: sitePaths(baseUri),
  } as unknown as Catalog;
}
