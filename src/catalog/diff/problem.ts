import type { CauseData, ProblemData } from '../data.ts';
import { byKey, type Found, namedChanges, removed, same } from './change.ts';
import { isReworded, memberChanges, typeChanges } from './members.ts';

/** Changes of one problem type. */

/** Where the pages are, before and after: what is below follows them. */
export type Bases = readonly [was: string, is: string];

export function* problemChanges(was: ProblemData, is: ProblemData, bases: Bases): Generator<Found> {
  yield* typeUriChanges(was, is, bases);
  yield* statusChanges(was.statuses, is.statuses);
  yield* retiredChanges('the problem type', was.retired, is.retired);
  yield* memberChanges(was.members, is.members);
  yield* typeChanges(was.exports?.types, is.exports?.types);
  yield* exportChanges(was, is, bases);
  yield* namedChanges('alias', list(was.aliases), list(is.aliases));
  yield* namedChanges('header field', lowerCase(was.headers), lowerCase(is.headers), (_, before, after) =>
    before.value === after.value ? [] : [['minor', `header field ${after.name} changed`]],
  );
  yield* namedChanges('route', routesOf(was), routesOf(is), (route, before, after) =>
    before === after ? [] : [['patch', `when route ${route} returns it changed`]],
  );
  yield* causeChanges(was, is);
  yield* handlingChanges('it', was, is);
  if (was.category !== is.category) yield ['minor', `the category changed from ${was.category} to ${is.category}`];
  if (was.title !== is.title) yield ['patch', `the title changed from "${was.title}" to "${is.title}"`];
  if (was.since !== is.since) {
    yield [
      'patch',
      `the server version that first had it changed from ${was.since ?? 'none'} to ${is.since ?? 'none'}`,
    ];
  }
  if (!same(was.answers, is.answers) || !same(was.items, is.items)) yield ['patch', 'its known responses changed'];
  if (!same(was.settings, is.settings)) yield ['patch', 'the settings it names changed'];
  if (!same(wording(was), wording(is)) || wasReworded(was, is)) yield ['patch', 'its wording changed'];
}

function* statusChanges(was: readonly number[], is: readonly number[]): Generator<Found> {
  if (same(was, is)) return;
  const fact = `the status changed from ${was.join(', ')} to ${is.join(', ')}`;
  const gone = was.filter((status) => !is.includes(status));
  if (gone.length > 0 || was[0] !== is[0]) yield ['major', fact];
  else yield [is.length > was.length ? 'minor' : 'patch', fact];
}

/** The identity of the type. One that is the address of the page moves with the pages. */
function* typeUriChanges(was: ProblemData, is: ProblemData, bases: Bases): Generator<Found> {
  if (was.type === is.type || below(was.type, bases[0]) === below(is.type, bases[1])) return;
  const isKept = is.aliases?.includes(was.type);
  const fact = `the type URI changed from ${was.type} to ${is.type}`;
  yield isKept ? ['major', fact] : ['major', fact, `type URI ${was.type}`];
}

const below = (uri: string, base: string) => (uri.startsWith(`${base}/`) ? uri.slice(base.length) : uri);

type Retired = NonNullable<ProblemData['retired']>;

/** `what` is a problem type or one of its causes. */
function* retiredChanges(what: string, was: Retired | undefined, is: Retired | undefined): Generator<Found> {
  if (!was && is) yield ['minor', `${what} is retired`];
  if (was && !is) yield ['minor', `${what} is no longer retired`];
  if (!was || !is || was.use === is.use) return;
  if (was.use === undefined) yield ['minor', `${what} has a successor, ${is.use}`];
  else if (is.use === undefined) yield removed(`successor ${was.use} of ${what}`);
  else yield ['major', `the successor of ${what} changed from ${was.use} to ${is.use}`];
}

/** Names in code and addresses of files, which follow from the name of the type. */
function* exportChanges(was: ProblemData, is: ProblemData, bases: Bases): Generator<Found> {
  for (const role of ['constructor', 'validator'] as const) {
    const [before, after] = [was.exports?.[role], is.exports?.[role]];
    if (before && after && before !== after) yield ['major', `the ${role} ${before} is now called ${after}`, before];
  }
  for (const [kind, address] of Object.entries(was.links ?? {})) {
    const now = is.links?.[kind as keyof typeof is.links];
    if (now === undefined) yield removed(`${kind} version`);
    else if (below(address, bases[0]) !== below(now, bases[1])) {
      yield ['major', `the address of its ${kind} version changed from ${address} to ${now}`];
    }
  }
}

function* causeChanges(was: ProblemData, is: ProblemData): Generator<Found> {
  const causes = (problem: ProblemData) => byKey(problem.causes, ({ name }) => name);
  yield* namedChanges('cause', causes(was), causes(is), function* (name, before, after) {
    yield* retiredChanges(`cause ${name}`, before.retired, after.retired);
    yield* handlingChanges(`cause ${name}`, before, after);
  });
  const order = (problem: ProblemData, other: ProblemData) =>
    Object.keys(causes(problem)).filter((name) => name in causes(other));
  if (!same(order(was, is), order(is, was))) yield ['patch', 'the order of its causes changed'];
}

type Handling = Pick<CauseData, 'fixedBy' | 'retry'>;

/** What programs branch on. */
function* handlingChanges(what: string, was: Handling, is: Handling): Generator<Found> {
  if (was.fixedBy !== is.fixedBy) yield ['minor', `who fixes ${what} changed from ${was.fixedBy} to ${is.fixedBy}`];
  if (was.retry?.when !== is.retry?.when) {
    yield ['minor', `when to retry ${what} changed from ${was.retry?.when} to ${is.retry?.when}`];
  }
}

/** What is left for people to read, and no program branches on. */
function wording(problem: ProblemData): unknown {
  const prose = Object.entries(problem).filter(([field]) => !compared.includes(field));
  const because = (text: Retired | undefined) => text && { in: text.in, because: text.because };
  const causes = (problem.causes ?? []).map(({ address: _, fixedBy: __, retry, retired, ...cause }) => {
    return [cause.name, { ...cause, because: retry?.because, retired: because(retired) }] as const;
  });
  return {
    ...Object.fromEntries(prose),
    because: problem.retry?.because,
    retired: because(problem.retired),
    causes: Object.fromEntries(causes),
  };
}

/** Fields that are compared on their own, or follow from others. */
const compared = [
  'aliases',
  'answers',
  'category',
  'causes',
  'endpoints',
  'exports',
  'fixedBy',
  'headers',
  'history',
  'items',
  'links',
  'members',
  'name',
  'retired',
  'retry',
  'seen',
  'settings',
  'since',
  'status',
  'statuses',
  'title',
  'type',
];

function wasReworded(was: ProblemData, is: ProblemData): boolean {
  const old = byKey(was.members, ({ name }) => name);
  return (is.members ?? []).some((member) => {
    const before = old[member.name];
    return before !== undefined && isReworded(before, member);
  });
}

const list = (names: readonly string[] | undefined) => byKey(names, (name) => name);

/** Names of header fields do not depend on case. RFC 9110 section 5.1. */
function lowerCase(headers: Readonly<Record<string, string>> | undefined) {
  const fields = Object.entries(headers ?? {}).map(([name, value]) => ({ name, value }));
  return byKey(fields, ({ name }) => name.toLowerCase());
}

function routesOf({ endpoints }: ProblemData): Record<string, string> {
  const routes = (endpoints ?? []).map((endpoint) =>
    typeof endpoint === 'string' ? [endpoint, ''] : [endpoint.route, endpoint.when],
  );
  return Object.fromEntries(routes);
}
