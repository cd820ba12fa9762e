import type { CatalogData } from '../data.ts';
import { serverText } from '../text.ts';
import { byKey, type Found, namedChanges, same } from './change.ts';
import { memberChanges, typeChanges } from './members.ts';

/** Changes of what is not part of one problem type. */

export function* catalogChanges(was: CatalogData, is: CatalogData): Generator<Found> {
  if (was.baseUri !== is.baseUri) yield ['major', `the base URI changed from ${was.baseUri} to ${is.baseUri}`];
  if (was.package !== undefined && was.package !== is.package) {
    yield ['major', `the package changed from ${was.package} to ${is.package}`];
  }
  yield* memberChanges(was.members, is.members);
  yield* typeChanges(was.types, is.types);
  yield* filledChanges(was.fill, is.fill);
  yield* namedChanges('header field', lowerCase(was.headers), lowerCase(is.headers));
  yield* namedChanges('category', was.categories, is.categories, reworded('category'));
  yield* namedChanges('setting', was.settings, is.settings, function* (name, before, after) {
    const text = ({ default: value, unit }: typeof before) => [value, unit].filter(Boolean).join(' ') || 'none';
    if (text(before) !== text(after)) {
      yield ['patch', `the default of setting ${name} changed from ${text(before)} to ${text(after)}`];
    }
    if (before.meaning !== after.meaning) yield ['patch', `the wording of setting ${name} changed`];
  });
  yield* namedChanges('route', was.routes, is.routes, reworded('route'));
  yield* namedChanges('guide', guidesOf(was), guidesOf(is), reworded('guide'));
  const server = (data: CatalogData['server']) => serverText(data);
  if (was.server && server(was.server) !== server(is.server)) {
    yield ['patch', `the recorded server changed from ${server(was.server)} to ${server(is.server)}`];
  }
  if (was.repository !== is.repository) yield ['patch', 'the address of the repository changed'];
  const prose = ({
    name,
    description,
    statuses,
    standardMembers,
    placeholders,
    values,
    headers,
    members,
  }: CatalogData) => ({
    ...{ name, description, statuses, standardMembers, placeholders, values },
    headers: Object.values(headers ?? {}),
    members: members.map((member) => member.description),
  });
  if (!same(prose(was), prose(is))) yield ['patch', 'its wording changed'];
  const order = (record: object | undefined) => Object.keys(record ?? {});
  if (same(was.categories, is.categories) && !same(order(was.categories), order(is.categories))) {
    yield ['patch', 'the order of the categories changed'];
  }
}

/** Members that constructors fill in: code that builds an occurrence counts on them. */
function* filledChanges(was: CatalogData['fill'] = {}, is: CatalogData['fill'] = {}): Generator<Found> {
  for (const name of Object.keys(is)) if (!(name in was)) yield ['minor', `constructors fill in member ${name}`];
  for (const name of Object.keys(was)) {
    if (!(name in is)) yield ['major', `constructors no longer fill in member ${name}`, `filled member ${name}`];
  }
}

const reworded = (kind: string) =>
  function* (name: string, was: unknown, is: unknown): Generator<Found> {
    if (!same(was, is)) yield ['patch', `${kind} ${name} changed`];
  };

const guidesOf = ({ guides }: CatalogData) => byKey(guides, ({ name }) => name);

function lowerCase(headers: Readonly<Record<string, string>> | undefined): Record<string, string> {
  return Object.fromEntries(Object.entries(headers ?? {}).map(([name, text]) => [name.toLowerCase(), text]));
}
