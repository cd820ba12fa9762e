import type { CauseData } from '#catalog/data.ts';
import type { AnyProblemType } from '#runtime/problem/type.ts';
import type { CatalogEntry, Home } from './catalog.ts';
import { type Resolution, resolveName } from './resolve.ts';
import { causeOf, resolveCause, unknownCause } from './resolve-cause.ts';
import type { Answer } from './routes.ts';
import { printable } from './screen.ts';

/** The problem that an answer of the mock server names: `token-invalid`, with a cause, a status or both. */

type Constructor = (init: object) => { type: string; status: number };

/** Constructors of the package, by the name of their type. */
export type Constructors = ReadonlyMap<string, Constructor>;

export function constructorsOf(library: Readonly<Record<string, unknown>>): Constructors {
  const types = Object.values(library).filter(
    (value): value is AnyProblemType & Constructor =>
      typeof value === 'function' && typeof (value as Partial<AnyProblemType>).type === 'string',
  );
  return new Map(types.map((type) => [type.slug ?? '', type]));
}

export type Named = { readonly entry: CatalogEntry; readonly cause?: CauseData } | { readonly fault: string };

/** Finds the problem type and the cause of an answer, or says in a sentence why there is none. */
export function namedProblem(home: Home, { problem = '', cause, status }: Answer): Named {
  const pair = resolveCause(home.catalog, problem);
  if (pair?.kind === 'unknown') return { fault: pair.fault };
  const found: Resolution = pair ? { ...pair, guessed: false } : resolveName(home.catalog, problem);
  const shown = printable(problem).slice(0, 100);
  if (found.kind === 'several') {
    return { fault: `"${shown}" can be several problem types: ${found.entries.map(({ name }) => name).join(', ')}.` };
  }
  if (found.kind === 'none' || found.guessed) {
    const near = (found.kind === 'none' ? found.near : [found.entry]).map((entry) => `"${entry.name}"`);
    const advice = near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `"${home.program} list" shows all.`;
    return { fault: `No problem type is called "${shown}". ${advice}` };
  }
  const { entry } = found;
  const asked = cause ?? pair?.cause.name;
  const known = asked === undefined ? undefined : causeOf(entry, asked);
  if (asked !== undefined && !known) return { fault: unknownCause(entry, asked) };
  const statuses = known ? statusesOf(entry, known) : entry.statuses;
  if (status === undefined || statuses.length === 0 || statuses.includes(status))
    return known ? { entry, cause: known } : { entry };
  const name = known ? `${entry.name}#${known.name}` : entry.name;
  return { fault: `${name} is sent with ${statuses.join(' or ')} (was ${status}).` };
}

function statusesOf({ answers = [], status, statuses }: CatalogEntry, { name, example }: CauseData): readonly number[] {
  const own = answers.filter(({ causes = [] }) => causes.includes(name)).map((answer) => answer.status ?? status);
  if (typeof example?.status === 'number') own.push(example.status);
  return own.length > 0 ? [...new Set(own)].sort((a, b) => a - b) : statuses;
}

/** The problem as if it had happened to this request: what the server sends for the cause, or else the example of the type. */
export function occurrence(
  { entry, cause }: { readonly entry: CatalogEntry; readonly cause?: CauseData },
  constructors: Constructors,
  path: string,
  answer: Answer,
) {
  const { type: _, title: sentTitle, status: usual, ...sent } = cause?.example ?? entry.example;
  const status = answer.status ?? (usual as number);
  const instance = path.replace(/[?#].*$/s, '') || '/';
  const isPlaced = !cause?.example || sent.instance !== undefined;
  const init = { ...sent, ...(isPlaced && { instance }), ...answer.members };
  const made = constructors.get(entry.name)?.({ ...init, status });
  return { ...(made ?? init), type: entry.type, title: String(sentTitle), status };
}
