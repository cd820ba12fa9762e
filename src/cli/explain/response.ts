import { exchangeOf } from '#diagnose/diagnosis.ts';
import { identify, type NamesIndex } from '#diagnose/identify.ts';
import { objectOf } from '#diagnose/input/body.ts';
import { plain } from '#emit/markdown/parts.ts';
import { type FoundCauses, findCausesOf } from '#runtime/causes/find.ts';
import type { Catalog, CatalogEntry, Home } from '../catalog.ts';
import { Failure } from '../failure.ts';
import { readInput } from '../input.ts';
import { isProblemMessage, type Message } from '../messages.ts';
import { printable } from '../screen.ts';
import { causeItem, causePage, fixSection, item } from './cause.ts';
import { messagesLooselyOf } from './loosely.ts';
import { commands } from './overview.ts';

/** A response in a file, and what it means. */
export interface Explained {
  readonly label: string;
  readonly message: Message;
  readonly body: Record<string, unknown>;
  readonly entry: CatalogEntry;
  /** What the type was recognized by, as a phrase; absent where the response has its type URI. */
  readonly by: string | undefined;
  readonly found: FoundCauses;
}

/** Reads the last problem of a file: a chain of redirects or of entries ends with what went wrong. */
export async function explainedResponse(home: Home, file: string): Promise<Explained> {
  const input = await readInput(file);
  const messages = messagesLooselyOf(input);
  const message = messages.findLast(isProblemMessage) ?? messages.at(-1);
  const body = message && objectOf(message.body);
  if (!message || !body) {
    const advice = message?.bodyMissing ?? `"${home.program} check ${file}" says more.`;
    throw new Failure(
      `${input.label}: not a problem details object. ${advice}${typesWith(home.catalog, message?.status)}`,
    );
  }
  const { entry, by } = typeOf(home, message, body);
  return { label: message.label, message, body, entry, by, found: causesOf(entry, message, body) };
}

/** The causes that a response proves, and those that it allows. */
export function causesOf(entry: CatalogEntry, message: Message, body: Record<string, unknown>): FoundCauses {
  return findCausesOf(entry, body, exchangeOf(message));
}

function typeOf({ catalog }: Home, message: Message, body: Record<string, unknown>) {
  const status = message.status ?? body.status;
  const identity = identify(namesOf(catalog), { type: body.type, title: body.title, status });
  const entryOf = (name: string) => catalog.problems.find((each) => each.name === name);
  if (identity.how === 'exact' || identity.how === 'guess') {
    const entry = entryOf(identity.name);
    if (entry) return { entry, by: identity.how === 'guess' ? identity.by : undefined };
  }
  if (identity.how === 'unknown') {
    const near = identity.near.flatMap((name) => entryOf(name)?.type ?? []);
    const advice = near.length > 0 ? ` Did its author mean ${near.join(' or ')}?` : '';
    const shown = printable(String(body.type)).slice(0, 300);
    throw new Failure(`${message.label}: the type ${shown} is not in the catalog of ${catalog.name}.${advice}`);
  }
  throw new Failure(`${message.label}: ${untyped(status)}${typesWith(catalog, status)}`);
}

/** What is to be said of a body without a type of its own. */
function untyped(status: unknown): string {
  if (typeof status !== 'number') return 'no type of its own (about:blank), and no status that says what happened.';
  if (status < 400) return `not an error (${status}).`;
  return `no type of its own (about:blank), so only its status ${status} says what happened.`;
}

function typesWith({ problems }: Catalog, status: unknown): string {
  const names = problems.filter(({ statuses }) => statuses.includes(status as number)).map(({ name }) => name);
  return names.length > 0 ? ` Problem types with this status: ${names.join(', ')}.` : '';
}

function namesOf({ baseUri, problems }: Catalog): NamesIndex {
  const types = problems.map(({ name, type, links, title, statuses, aliases = [], seen }) => {
    return { name, type, path: new URL(links.html).pathname, title, statuses, aliases, titles: seen.titles };
  });
  return { baseUri, types };
}

/** What this response says, its causes, and the fix of those that it proves. As Markdown. */
export function responseSection(home: Home, { label, message, body, entry, by, found }: Explained, all = false) {
  const told = (text: string) => plain(printable(text).replace(/\s+/g, ' ').trim());
  const facts = [item('Status', told(String(message.status ?? body.status ?? 'unknown')))];
  for (const [name, member] of [
    ['Detail', body.detail],
    ['Instance', body.instance],
  ] as const)
    if (typeof member === 'string') facts.push(item(name, told(member)));
  if (by) facts.push(item('Type', `${entry.name}, recognized by ${told(by)}`));
  const { sure, possible } = found;
  const [only] = possible;
  const fixed = sure.length > 0 ? sure : possible.length === 1 && only ? [only] : all ? possible : [];
  for (const cause of sure) facts.push(item('Cause', cause.cause), item('Address', cause.address));
  const rest = possible.filter((cause) => !fixed.includes(cause) || fixed.length > 1);
  return [
    `# ${told(label)}`,
    facts.join('\n'),
    ...(sure.length === 0 && fixed.length === 1 && only ? ['## Possible cause', causePage(entry, only)] : []),
    ...(rest.length > 0 && sure.length === 0
      ? ['## Possible causes', rest.map((cause) => causeItem(entry, cause)).join('\n')]
      : []),
    ...(fixed.length > 0 ? [fixSection(home.catalog, entry, fixed)] : []),
    ...(fixed.length === 0 && only ? [commands(home, [[`${entry.name}#${only.name}`, 'one cause with its fix']])] : []),
  ].join('\n\n');
}
