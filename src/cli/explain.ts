import { objectOf } from '#diagnose/input/body.ts';
import { findCausesOf } from '#runtime/causes/find.ts';
import type { CatalogEntry, Home } from './catalog.ts';
import { Failure } from './failure.ts';
import { isThere, readInput } from './input.ts';
import { isProblemMessage, type Message, messagesOf } from './messages.ts';
import { definitions, render } from './render.ts';
import { byType, type Resolution, resolveName } from './resolve.ts';
import { printable, type Screen, wrapped } from './screen.ts';

export interface ExplainOptions {
  readonly json?: boolean;
  readonly md?: boolean;
}

/** The text of `explain`: of a name, or of the problem details object in a file. */
export async function explain(home: Home, asked: string, options: ExplainOptions, screen: Screen): Promise<string> {
  const found = asked === '-' ? undefined : resolveName(home.catalog, asked);
  if (found?.kind === 'found' && !(found.guessed && isThere(asked))) {
    const note = found.guessed
      ? `No problem type is called "${printable(asked)}". This is ${found.entry.name}.`
      : undefined;
    return page(home, found.entry, options, screen, note && screen.style.yellow(wrapped(note, screen.width)));
  }
  if (asked === '-' || isThere(asked)) return explainFile(home, asked, options, screen);
  throw new Failure(unknown(home, asked, found ?? { kind: 'none', near: [] }));
}

function page(
  { markdown, catalog }: Home,
  entry: CatalogEntry,
  { json, md }: ExplainOptions,
  screen: Screen,
  opening?: string,
): string {
  if (json) return JSON.stringify(entry, null, 2);
  const text = markdown(entry);
  if (md) return text.trimEnd();
  const { style } = screen;
  const category = catalog.categories[entry.category]?.title ?? entry.category;
  const plate = `${entry.name} · ${entry.statuses.join(' or ')} · ${category}`;
  const [title = '', ...rest] = text.replace(/^---\n[\s\S]*?\n---\n\n/, '').split('\n\n');
  return [
    ...(opening ? [opening, ''] : []),
    render(title, screen),
    style.dim(wrapped(plate, screen.width)),
    entry.type,
    '',
    render(rest.join('\n\n'), screen),
  ].join('\n');
}

/** The last problem in a file: a chain of redirects or of entries ends with what went wrong. */
async function explainFile(home: Home, file: string, options: ExplainOptions, screen: Screen): Promise<string> {
  const input = await readInput(file);
  const messages = messagesOf(input);
  const last = messages.findLast(isProblemMessage) ?? messages.at(-1);
  const body = last && objectOf(last.body);
  if (!last || !body) {
    const advice = last?.bodyMissing ?? `"${home.program} check ${file}" says more.`;
    throw new Failure(`${input.label}: not a problem details object. ${advice}`);
  }
  const type = body.type ?? 'about:blank';
  const entry = byType(home.catalog, type);
  if (!entry) throw new Failure(unknownType(home, input.label, type, last, body));
  return page(home, entry, options, screen, occurrence(last, body, entry, screen));
}

/** What this response says, and which of the causes it proves. */
function occurrence(message: Message, body: Record<string, unknown>, entry: CatalogEntry, screen: Screen): string {
  const status = message.status ?? body.status;
  const found = findCausesOf(entry, body, { status: message.status, method: message.method, url: message.url });
  const causes = found.by === 'text' ? [...found.sure, ...found.possible] : [];
  const pairs: [string, string][] = [['Status', printable(String(status ?? 'unknown'))]];
  for (const member of ['detail', 'instance']) {
    if (typeof body[member] === 'string')
      pairs.push([member === 'detail' ? 'Detail' : 'Instance', printable(body[member])]);
  }
  for (const { cause } of causes) pairs.push(['Cause', cause.replaceAll('`', '')]);
  return `${screen.style.bold(printable(message.label))}\n${definitions(pairs, screen, 0)}`;
}

function unknown({ program }: Home, asked: string, found: Resolution): string {
  const name = printable(asked);
  if (found.kind === 'several') {
    const names = found.entries.map((entry) => entry.name).join(', ');
    const hint = /^\d+$/.test(asked) ? ` "${program} list --status ${asked}" tells more.` : ' Name one of them.';
    return `"${name}" can be several problem types: ${names}.${hint}`;
  }
  const near = found.kind === 'none' ? found.near.map((entry) => `"${entry.name}"`) : [];
  const advice = near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `"${program} list" shows all.`;
  return `No problem type or file is called "${name}". ${advice}`;
}

function unknownType(
  home: Home,
  label: string,
  type: unknown,
  message: Message,
  body: Record<string, unknown>,
): string {
  const shown = printable(String(type));
  if (type === 'about:blank') {
    const status = message.status ?? body.status;
    const names = home.catalog.problems.filter(({ statuses }) => statuses.includes(status as number));
    const list =
      names.length > 0 ? ` Problem types with this status: ${names.map(({ name }) => name).join(', ')}.` : '';
    return `${label}: no type of its own (about:blank), so only its status ${status ?? ''} says what happened.${list}`;
  }
  const found = resolveName(home.catalog, shown);
  const near = found.kind === 'found' ? [found.entry] : found.kind === 'none' ? found.near : found.entries;
  const advice =
    near.length > 0 ? ` Did its author mean ${near.map((entry: CatalogEntry) => entry.type).join(' or ')}?` : '';
  return `${label}: the type ${shown} is not in the catalog of ${home.catalog.name}.${advice}`;
}
