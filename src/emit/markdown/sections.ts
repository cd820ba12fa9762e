import type { Catalog, ProblemType } from '#catalog/catalog.ts';
import { seenOf, stepsOf } from '#catalog/causes.ts';
import type { Request } from '#catalog/entry.ts';
import { exampleResponse, responseText } from '#catalog/example.ts';
import type { Member } from '#catalog/members.ts';
import { namesOf } from '#catalog/names.ts';
import { curlText } from '#catalog/request.ts';
import { capitalized, code, fenced, firstSentence, indented, plain, some } from './parts.ts';

/** The sections of a Markdown twin, each in variants from whole to nothing. */

/** A text, and the level of shortening from which on it is used. */
export interface Variant {
  readonly cut: number;
  readonly text: string;
}

/** In the order of the page. */
export function sectionsOf(catalog: Catalog, problem: ProblemType): Variant[][] {
  const { entry } = problem;
  const about = `## Why\n\n${entry.explanation}`;
  return [
    [{ cut: 0, text: notices(catalog, problem) }],
    fix(catalog, problem),
    [{ cut: 0, text: `## Example\n\n${fenced('http', responseText(exampleResponse(problem)))}` }],
    causes(problem),
    [
      { cut: 0, text: about },
      {
        cut: 3,
        text: about
          .split(/\n\s*\n/)
          .slice(0, 2)
          .join('\n\n'),
      },
      { cut: 6, text: '' },
    ],
    fields(catalog, problem),
    routes(problem),
    related(catalog, problem),
    observed(catalog, problem),
  ];
}

/** What changes the reading of everything below: a retired type, a type that the server does not send. */
function notices(catalog: Catalog, { entry }: ProblemType): string {
  const { retired, observed: seen } = entry;
  const { name, version } = catalog.facts.server;
  const lines: string[] = [];
  if (retired) {
    const use = retired.use ? ` Use ${link(catalog, retired.use)} instead.` : '';
    lines.push(`**Retired in ${retired.in}.** ${retired.because}${use}`);
  }
  if (seen && seen.sent !== 'yes') {
    const how = seen.sent === 'no' ? 'Not sent by' : 'Sent in special cases only by';
    const instead = seen.instead?.length ? ` See ${seen.instead.map((other) => link(catalog, other)).join(', ')}.` : '';
    lines.push(`**${how} ${name} ${version}.** ${seen.note ?? ''}${instead}`);
  }
  return lines.join('\n\n');
}

function fix({ facts }: Catalog, problem: ProblemType): Variant[] {
  const resolution = stepsOf(problem);
  const steps = (requests: number, notes: boolean) =>
    resolution.map((step, index) => {
      const when = step.when ? `*${capitalized(step.when)}:* ` : '';
      const asked = resolution.slice(0, index).filter(({ request }) => request).length;
      const shown = step.request && asked < requests ? step.request : undefined;
      const expect = shown && step.expect ? `Expect ${step.expect}.` : '';
      const hint = notes && step.settings?.length ? `Settings: ${step.settings.map(code).join(', ')}.` : '';
      const after = [expect, notes ? (step.note ?? '') : '', hint].filter(Boolean).join(' ');
      const parts = [
        `${index + 1}. ${when}${step.step}`,
        ...(shown ? [fenced('sh', curlText(shown as Request, facts.server.url))] : []),
      ];
      const body = shown ? [...parts, ...(after ? [after] : [])].join('\n\n') : [...parts, after].join(' ').trim();
      return indented(body, `${index + 1}. `.length);
    });
  const text = (requests: number, notes: boolean, replace: boolean) => {
    const list = steps(requests, notes);
    const known = replace ? placeholders(facts.placeholders ?? {}, list.join('\n')) : '';
    return ['## Fix', list.join(list.some((step) => step.includes('\n')) ? '\n\n' : '\n'), known]
      .filter(Boolean)
      .join('\n\n');
  };
  const all = resolution.length;
  return [
    { cut: 0, text: text(all, true, true) },
    { cut: 8, text: text(all, true, false) },
    { cut: 13, text: text(3, true, false) },
    { cut: 14, text: text(2, true, false) },
    { cut: 15, text: text(1, true, false) },
    { cut: 16, text: text(1, false, false) },
    { cut: 20, text: text(0, false, false) },
  ];
}

/** What to put where the requests have angle brackets. */
function placeholders(known: Readonly<Record<string, string>>, text: string): string {
  const used = Object.entries(known).filter(([name]) => text.includes(`<${name}>`));
  return used.map(([name, meaning]) => `- ${code(`<${name}>`)}: ${meaning}`).join('\n');
}

function causes({ causes: all }: ProblemType): Variant[] {
  const text = (most: number, signs: boolean) => {
    const items = all.slice(0, most).map(({ cause, tell }) => `- ${cause}${signs && tell ? ` *Sign:* ${tell}` : ''}`);
    const rest = all.length - items.length;
    return ['## Causes', '', ...items, ...(rest > 0 ? [`- And ${rest} more.`] : [])].join('\n');
  };
  return [
    { cut: 0, text: text(99, true) },
    { cut: 9, text: text(6, true) },
    { cut: 12, text: text(5, false) },
    { cut: 17, text: text(3, false) },
  ];
}

function fields({ common }: Catalog, { entry, members }: ProblemType): Variant[] {
  if (members.length + common.members.length === 0) return [];
  const seen = entry.observed?.members;
  const origin = (name: string) => (seen && !seen.includes(name) ? ', documented only' : '');
  const item = (describe: (member: Member) => string) => (member: Member) => {
    const need = member.required ? 'required' : 'optional';
    const description = describe(member);
    return `- ${code(member.name)} (${code(member.type)}, ${need}${origin(member.name)})${description ? `: ${description}` : ''}`;
  };
  const also =
    common.members.length > 0 ? [`Any type: ${common.members.map(({ name }) => code(name)).join(', ')}.`] : [];
  const text = (list: readonly string[]) => ['## Fields', list.join('\n'), ...also].filter(Boolean).join('\n\n');
  const whole = item(({ description }) => description.replace(/\s+/g, ' '));
  const short = item(({ description }) => firstSentence(description.replace(/\s+/g, ' ')));
  const sent = members.filter(({ name }) => !seen || seen.includes(name));
  return [
    { cut: 0, text: text(members.map(whole)) },
    { cut: 7, text: text(members.map(short)) },
    { cut: 13, text: text(sent.map(short)) },
    { cut: 17, text: text(members.map(item(() => ''))) },
    { cut: 19, text: '' },
  ];
}

function routes({ entry }: ProblemType): Variant[] {
  const list = (entry.endpoints ?? []).map((endpoint) =>
    typeof endpoint === 'string' ? code(endpoint) : `${code(endpoint.route)} (${endpoint.when})`,
  );
  if (list.length === 0) return [];
  const text = (most: number) => `## Routes\n\n${some(list, most)}.`;
  return [
    { cut: 0, text: text(list.length) },
    { cut: 1, text: text(12) },
    { cut: 4, text: text(4) },
    { cut: 19, text: '' },
  ];
}

function related(catalog: Catalog, { entry }: ProblemType): Variant[] {
  const list = Object.entries(entry.related ?? {});
  if (list.length === 0) return [];
  const lines = list.map(([name, difference]) => `- ${link(catalog, name)}: ${difference}.`);
  return [
    { cut: 0, text: `## Related\n\n${lines.join('\n')}` },
    { cut: 10, text: `## Related\n\n${list.map(([name]) => link(catalog, name)).join(', ')}` },
    { cut: 18, text: '' },
  ];
}

/** What the running server sends, where that is not what the sections above say. */
function observed({ facts }: Catalog, { entry }: ProblemType): Variant[] {
  const { missing, missingHeaders, differences } = entry.observed ?? {};
  const { titles, details } = seenOf(entry);
  const list = (label: string, items: readonly string[] | undefined, most = 6) =>
    items && items.length > 0 && most > 0 ? [`- ${label}: ${some(items.map(code), most)}.`] : [];
  const heading = `## What ${plain(facts.server.name)} ${facts.server.version} sends\n\n`;
  const text = (most: number, contrasts: boolean) => {
    const lines = [
      ...list('Left out', [...(missingHeaders ?? []), ...(missing ?? [])]),
      ...list('Titles', titles, most),
      ...list('Details', details, most),
      ...(contrasts ? (differences ?? []) : []).map(
        ({ documented, actual }) => `- Documented: ${documented} Sent: ${actual}`,
      ),
    ];
    return lines.length > 0 ? heading + lines.join('\n') : '';
  };
  return [
    { cut: 0, text: text(99, true) },
    { cut: 2, text: text(6, true) },
    { cut: 5, text: text(3, false) },
    { cut: 9, text: text(0, false) },
    { cut: 16, text: '' },
  ];
}

function link({ facts }: Catalog, name: string): string {
  return `[${name}](${namesOf(name, facts.baseUri).markdownUri})`;
}
