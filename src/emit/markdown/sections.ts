import { byName, type Catalog, type ProblemType } from '#catalog/catalog.ts';
import { documentedExample, responseText, sentExample } from '#catalog/example.ts';
import { serverText } from '#catalog/facts.ts';
import { replacedBy } from '#catalog/former.ts';
import { historyOf } from '#catalog/history.ts';
import type { Member } from '#catalog/members.ts';
import { dotted } from '#catalog/text.ts';
import type { CauseStep } from '#runtime/causes/cause.ts';
import { causeMarkdown, placeholders, stepsMarkdown } from './cause.ts';
import { notices } from './notices.ts';
import { code, fenced, plain } from './parts.ts';

/** The sections of a Markdown twin, in the order of the page; one without content is empty. */
export function sectionsOf(catalog: Catalog, problem: ProblemType): string[] {
  return [
    notices(catalog.facts.server, problem.entry, linkIn(catalog)),
    causes(catalog, problem),
    example(catalog, problem),
    members(catalog, problem),
    headers(catalog, problem),
    samples(problem),
    `## Why it happens\n\n${problem.entry.explanation}`,
    prevention(catalog, problem),
    routes(problem),
    operators(catalog, problem),
    related(catalog, problem),
    differences(problem),
    history(catalog, problem),
  ];
}

function causes(catalog: Catalog, problem: ProblemType): string {
  const shown = new Set<string>();
  const texts = problem.causes.map((cause) => causeMarkdown(catalog, problem, cause, shown));
  const silent = problem.answers
    .filter((answer) => !answer.causes?.length)
    .flatMap(({ detail, title }) => detail ?? title ?? []);
  const rest =
    silent.length > 0
      ? `Texts that do not tell the cause: ${silent.map((text) => code(dotted(text))).join(', ')}.`
      : '';
  const known = placeholders(texts.join('\n'), catalog.facts.placeholders);
  return ['## Causes', ...texts, rest, known].filter(Boolean).join('\n\n');
}

function example({ facts }: Catalog, problem: ProblemType): string {
  const missing = problem.entry.observed?.missing ?? [];
  const documented = documentedExample(problem, facts);
  return [
    '## Example response',
    fenced('http', responseText(sentExample(problem, facts))),
    missing.length > 0 ? `Often missing: ${missing.map(code).join(', ')}.` : '',
    documented
      ? `### As documented, never sent by ${plain(serverText(facts.server))}\n\n${fenced('http', responseText(documented))}`
      : '',
  ]
    .filter(Boolean)
    .join('\n\n');
}

function members({ common }: Catalog, { entry, members: own }: ProblemType): string {
  const seen = entry.observed?.members;
  const item = ({ name, type, required, description }: Member) => {
    const origin = seen && !seen.includes(name) ? ', documented only' : '';
    return `- ${code(name)} (${code(type)}, ${required ? 'required' : 'optional'}${origin}): ${description}`;
  };
  const also = common.members.map(({ name }) => code(name)).join(', ');
  const lines = [own.map(item).join('\n'), also && `Any type: ${also}.`].filter(Boolean);
  return lines.length > 0 ? ['## Extension members', ...lines].join('\n\n') : '';
}

function headers({ facts }: Catalog, { entry }: ProblemType): string {
  const missing = entry.observed?.missingHeaders ?? [];
  const lines = [
    ...Object.entries(entry.headers ?? {}).map(
      ([name, value]) =>
        `- ${code(name)}: ${code(value)}${missing.includes(name) ? `. ${facts.server.name} omits it.` : ''}`,
    ),
    ...Object.entries(entry.observed?.headers ?? {})
      .filter(([name]) => !entry.headers?.[name])
      .map(([name, text]) => `- ${code(name)}: ${text}`),
  ];
  return lines.length > 0 ? `## Response headers\n\n${lines.join('\n')}` : '';
}

function samples({ entry }: ProblemType): string {
  const parts = [
    ...(entry.samples ?? []).map(({ title, lang, code: text }) => `### ${title}\n\n${fenced(lang, text)}`),
    ...(entry.clients
      ? [
          `### Exceptions\n\n${Object.entries(entry.clients)
            .map(([name, text]) => `- ${name}: ${text}`)
            .join('\n')}`,
        ]
      : []),
    ...(entry.userMessage ? [`### Text for people who use your product\n\n> ${entry.userMessage}`] : []),
  ];
  return parts.length > 0 ? ['## Handle it in code', ...parts].join('\n\n') : '';
}

function prevention(catalog: Catalog, { entry }: ProblemType): string {
  return entry.prevent
    ? `## How to prevent it\n\n${stepsMarkdown(catalog, entry.prevent as readonly CauseStep[], new Set())}`
    : '';
}

function routes({ entry }: ProblemType): string {
  const list = (entry.endpoints ?? []).map((endpoint) =>
    typeof endpoint === 'string' ? `- ${code(endpoint)}` : `- ${code(endpoint.route)} (${endpoint.when})`,
  );
  return list.length > 0 ? `## Routes that return it\n\n${list.join('\n')}` : '';
}

function operators({ facts }: Catalog, { entry }: ProblemType): string {
  const { operators: text, settings = [], monitor } = entry;
  const known = facts.settings ?? {};
  const lines = settings.map((name) => {
    const { default: value = '', unit, meaning = '' } = known[name] ?? {};
    return `- ${code(name)} (default ${value === '' ? 'empty' : `${value}${unit ? ` ${unit}` : ''}`}): ${meaning}`;
  });
  const watch = [
    ...(monitor?.log ? [`- In the log: ${code(monitor.log)}`] : []),
    ...(monitor?.metric ? [`- Metric: ${code(monitor.metric)}`] : []),
  ];
  const parts = [text ?? '', watch.join('\n'), lines.join('\n')].filter(Boolean);
  return parts.length > 0 ? ['## For operators', ...parts].join('\n\n') : '';
}

function related(catalog: Catalog, { entry }: ProblemType): string {
  const lines = Object.entries(entry.related ?? {}).map(
    ([name, difference]) => `- ${linkIn(catalog)(name)}: ${difference}.`,
  );
  return lines.length > 0 ? `## Similar problem types\n\n${lines.join('\n')}` : '';
}

function differences({ entry }: ProblemType): string {
  const lines = (entry.observed?.differences ?? []).map(
    ({ documented, actual }) => `- Documented: ${documented} Actual: ${actual}`,
  );
  return lines.length > 0 ? `## Differences from the documentation\n\n${lines.join('\n')}` : '';
}

function history(catalog: Catalog, { name, entry }: ProblemType): string {
  const { server, package: packageName } = catalog.facts;
  const known = historyOf(catalog.history, name);
  const replaced = replacedBy(catalog, name).map((other) => linkIn(catalog)(other.name));
  const lines = [
    ...(entry.since ? [`- Since ${plain(server.name)} ${entry.since}.`] : []),
    ...(known ? [`- First released in ${code(packageName)} ${known.since}.`] : []),
    ...(replaced.length > 0 ? [`- Replaces ${replaced.join(', ')}.`] : []),
    ...(known?.releases ?? []).map(
      ({ version, date, changes }) => `- Changed in ${version} (${date}): ${plain(changes.join('; '))}.`,
    ),
  ];
  return lines.length > 0 ? `## History\n\n${lines.join('\n')}` : '';
}

const pages = new WeakMap<Catalog, ReadonlyMap<string, ProblemType>>();

/** Links to the Markdown versions of other problem pages. */
function linkIn(catalog: Catalog): (name: string) => string {
  const known = pages.get(catalog) ?? byName(catalog);
  pages.set(catalog, known);
  return (name) => `[${name}](${known.get(name)?.markdownUri})`;
}
