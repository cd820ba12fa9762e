import { formsOf } from '../addresses.ts';
import { detailsOf, type FinderIndex } from './index.ts';
import { folded } from './names.ts';
import { type Pattern, patternOf } from './pattern.ts';

/** The index, prepared for look-ups: what is in it is found without a walk through all types. */
export interface Lookup {
  readonly index: FinderIndex;
  /** Folded name to the types that have it, with the kind of name. */
  readonly names: ReadonlyMap<string, readonly Naming[]>;
  /** Forms of the type URIs that are not the base and a name, and of such addresses of pages. */
  readonly uris: ReadonlyMap<string, readonly number[]>;
  /** Texts of `detail`, and of client libraries, with the type they belong to. */
  readonly details: readonly { readonly at: number; readonly pattern: Pattern; readonly isSaid: boolean }[];
  /** Folded identifier to types. */
  readonly codes: ReadonlyMap<string, readonly number[]>;
  /** Header field in lower case to its name. */
  readonly headers: ReadonlyMap<string, string>;
  /** Statuses that have a page. */
  readonly statusPages: ReadonlySet<number>;
  /** Of each type the number of routes that can answer with it. */
  readonly breadth: readonly number[];
}

export interface Naming {
  readonly at: number;
  readonly kind: Kind;
}

/** Kinds of names, the surest first. */
export const kinds = ['name', 'title', 'alias', 'seen title', 'exception'] as const;
export type Kind = (typeof kinds)[number];

export function lookupOf(index: FinderIndex): Lookup {
  const names = new Map<string, Naming[]>();
  const codes = new Map<string, number[]>();
  const details: Lookup['details'][number][] = [];
  const uris = new Map<string, number[]>();
  const breadth = index.types.map(() => 0);
  for (const [, , types] of index.routes) for (const at of types) breadth[at] = (breadth[at] ?? 0) + 1;
  index.types.forEach((type, at) => {
    const call = (kind: Kind, list: readonly string[] = []) => {
      for (const name of list.map(folded)) {
        const known = names.get(name);
        if (!known) names.set(name, [{ at, kind }]);
        else if (!known.some((other) => other.at === at)) known.push({ at, kind });
      }
    };
    for (const form of type.path === undefined ? [] : formsOf(type, index.baseUri))
      uris.set(form, [...(uris.get(form) ?? []), at]);
    call('name', [type.name]);
    call('title', [type.title]);
    call('alias', type.aka);
    call('seen title', type.titles);
    call('exception', type.classes);
    for (const code of type.codes ?? []) {
      const key = folded(code);
      const known = codes.get(key);
      if (!known) codes.set(key, [at]);
      else if (known.at(-1) !== at) known.push(at);
    }
    for (const text of detailsOf(type)) details.push({ at, pattern: patternOf(text), isSaid: false });
    for (const text of type.said ?? []) details.push({ at, pattern: patternOf(text), isSaid: true });
  });
  return {
    index,
    names,
    uris,
    details,
    codes,
    breadth,
    statusPages: new Set(
      index.pages.filter(({ kind }) => kind === 'status').map(({ title }) => Number.parseInt(title, 10)),
    ),
    headers: new Map(index.headers.map((name) => [name.toLowerCase(), name])),
  };
}

const states = ['sent', 'rare', 'unsent', 'retired'];

/** Types in the order in which a reader is likely to meet them. */
export function likely({ index, breadth }: Lookup, types: Iterable<number>): number[] {
  const stateAt = (at: number) => states.indexOf(index.types[at]?.state ?? '');
  return [...new Set(types)].sort((a, b) => stateAt(a) - stateAt(b) || (breadth[b] ?? 0) - (breadth[a] ?? 0) || a - b);
}
