import type { ProblemType } from '#catalog/catalog.ts';
import { namesOf } from '#catalog/names.ts';

/** The facts of a catalog that a notice names. */
interface KnownServer {
  readonly facts: { readonly baseUri: string; readonly server: { readonly name: string; readonly version: string } };
}

/** What changes the reading of everything below: a retired type, a type that the server does not send. */
export function notices(
  catalog: KnownServer,
  { entry }: { readonly entry: Pick<ProblemType['entry'], 'observed' | 'retired'> },
): string {
  const { retired, observed } = entry;
  const { name, version } = catalog.facts.server;
  const lines: string[] = [];
  if (retired) {
    const use = retired.use ? ` Use ${link(catalog, retired.use)} instead.` : '';
    lines.push(`**Retired in ${retired.in}.** ${retired.because}${use}`);
  }
  if (observed && observed.sent !== 'yes') {
    const how = observed.sent === 'no' ? 'Not sent by' : 'Sent in special cases only by';
    const instead = observed.instead?.length
      ? ` See ${observed.instead.map((other) => link(catalog, other)).join(', ')}.`
      : '';
    lines.push(`**${how} ${name} ${version}.** ${observed.note ?? ''}${instead}`);
  }
  return lines.join('\n\n');
}

/** A link to the Markdown version of a problem page. */
export function link({ facts }: KnownServer, name: string): string {
  return `[${name}](${namesOf(name, facts.baseUri).markdownUri})`;
}
