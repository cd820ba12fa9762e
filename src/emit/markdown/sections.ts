import { byName, type Catalog, type ProblemType } from '#catalog/catalog.ts';
import { documentedExample, responseText, sentExample } from '#catalog/example.ts';
import { replacedBy } from '#catalog/former.ts';
import { historyOf } from '#catalog/history.ts';
import type { Member } from '#catalog/members.ts';
import { dotted, serverText } from '#catalog/text.ts';
import type { CauseStep } from '#runtime/causes/cause.ts';
import { causeMarkdown, placeholders, stepsMarkdown } from './cause.ts';
import { notices } from './notices.ts';
import { code, fenced, plain } from './parts.ts';

/** The sections of a Markdown twin, in the order of the page; one without content is empty. */
export function sectionsOf(catalog: Catalog, problem: ProblemType): string[] {
  const { translation: t } = catalog;
  return [
    notices(catalog.facts.server, problem.entry, linkIn(catalog), t),
    causes(catalog, problem),
    example(catalog, problem),
    members(catalog, problem),
    headers(catalog, problem),
    samples(catalog, problem),
    `## ${t.problem.sections.why}\n\n${problem.entry.explanation}`,
    prevention(catalog, problem),
    routes(catalog, problem),
    operators(catalog, problem),
    related(catalog, problem),
    differences(catalog, problem),
    history(catalog, problem),
  ];
}

function causes(catalog: Catalog, problem: ProblemType): string {
  const { translation: t } = catalog;
  const { markdown } = t;
  const shown = new Set<string>();
  const texts = problem.causes.map((cause) => causeMarkdown(catalog, problem, cause, shown));
  const silent = problem.answers
    .filter((answer) => !answer.causes?.length)
    .flatMap(({ detail, title }) => detail ?? title ?? []);
  const rest = silent.length > 0 ? markdown.tellNothing(silent.map((text) => code(dotted(text))).join(', ')) : '';
  const known = placeholders(texts.join('\n'), t, catalog.facts.placeholders);
  return [`## ${markdown.causes}`, ...texts, rest, known].filter(Boolean).join('\n\n');
}

function example({ facts, translation: { problem: words } }: Catalog, problem: ProblemType): string {
  const missing = problem.entry.observed?.missing ?? [];
  const documented = documentedExample(problem, facts);
  return [
    `## ${words.sections.example}`,
    fenced('http', responseText(sentExample(problem, facts))),
    missing.length > 0 ? `${words.oftenMissing} ${missing.map(code).join(', ')}.` : '',
    documented
      ? `### ${words.asDocumented(plain(serverText(facts.server)))}\n\n${fenced('http', responseText(documented))}`
      : '',
  ]
    .filter(Boolean)
    .join('\n\n');
}

function members(
  { common, translation: { label, markdown, problem } }: Catalog,
  { entry, members: own }: ProblemType,
): string {
  const seen = entry.observed?.members;
  const item = ({ name, type, required, description }: Member) => {
    const origin = seen && !seen.includes(name) ? `, ${problem.documentedOnly}` : '';
    return `- ${code(name)} (${code(type)}, ${required ? label.required : label.optional}${origin}): ${description}`;
  };
  const also = common.members.map(({ name }) => code(name)).join(', ');
  const lines = [own.map(item).join('\n'), also && markdown.anyType(also)].filter(Boolean);
  return lines.length > 0 ? [`## ${label.members}`, ...lines].join('\n\n') : '';
}

function headers({ facts, translation: { markdown, problem } }: Catalog, { entry }: ProblemType): string {
  const missing = entry.observed?.missingHeaders ?? [];
  const lines = [
    ...Object.entries(entry.headers ?? {}).map(
      ([name, value]) =>
        `- ${code(name)}: ${code(value)}${missing.includes(name) ? `. ${problem.omits(facts.server.name)}.` : ''}`,
    ),
    ...Object.entries(entry.observed?.headers ?? {})
      .filter(([name]) => !entry.headers?.[name])
      .map(([name, text]) => `- ${code(name)}: ${text}`),
  ];
  return lines.length > 0 ? `## ${markdown.headers}\n\n${lines.join('\n')}` : '';
}

function samples({ translation: { markdown, problem } }: Catalog, { entry }: ProblemType): string {
  const parts = [
    ...(entry.samples ?? []).map(({ title, lang, code: text }) => `### ${title}\n\n${fenced(lang, text)}`),
    ...(entry.clients
      ? [
          `### ${markdown.exceptions}\n\n${Object.entries(entry.clients)
            .map(([name, text]) => `- ${name}: ${text}`)
            .join('\n')}`,
        ]
      : []),
    ...(entry.userMessage ? [`### ${problem.userText}\n\n> ${entry.userMessage}`] : []),
  ];
  return parts.length > 0 ? [`## ${problem.sections.code}`, ...parts].join('\n\n') : '';
}

function prevention(catalog: Catalog, { entry }: ProblemType): string {
  const { translation: t } = catalog;
  return entry.prevent
    ? `## ${t.problem.sections.prevent}\n\n${stepsMarkdown(catalog, entry.prevent as readonly CauseStep[], new Set(), t)}`
    : '';
}

function routes({ translation }: Catalog, { entry }: ProblemType): string {
  const list = (entry.endpoints ?? []).map((endpoint) =>
    typeof endpoint === 'string' ? `- ${code(endpoint)}` : `- ${code(endpoint.route)} (${endpoint.when})`,
  );
  return list.length > 0 ? `## ${translation.problem.sections.routes}\n\n${list.join('\n')}` : '';
}

function operators({ facts, translation: { label, problem } }: Catalog, { entry }: ProblemType): string {
  const { operators: text, settings = [], monitor } = entry;
  const known = facts.settings ?? {};
  const lines = settings.map((name) => {
    const { default: value = '', unit, meaning = '' } = known[name] ?? {};
    const shown = value === '' ? label.empty : `${value}${unit ? ` ${unit}` : ''}`;
    return `- ${code(name)} (${problem.default(shown)}): ${meaning}`;
  });
  const watch = [
    ...(monitor?.log ? [`- ${problem.inLog}: ${code(monitor.log)}`] : []),
    ...(monitor?.metric ? [`- ${problem.metric}: ${code(monitor.metric)}`] : []),
  ];
  const parts = [text ?? '', watch.join('\n'), lines.join('\n')].filter(Boolean);
  return parts.length > 0 ? [`## ${problem.sections.operators}`, ...parts].join('\n\n') : '';
}

function related(catalog: Catalog, { entry }: ProblemType): string {
  const lines = Object.entries(entry.related ?? {}).map(
    ([name, difference]) => `- ${linkIn(catalog)(name)}: ${difference}.`,
  );
  return lines.length > 0 ? `## ${catalog.translation.markdown.similar}\n\n${lines.join('\n')}` : '';
}

function differences({ translation: { label, problem } }: Catalog, { entry }: ProblemType): string {
  const lines = (entry.observed?.differences ?? []).map(
    ({ documented, actual }) => `- ${label.documented}: ${documented} ${label.actual}: ${actual}`,
  );
  return lines.length > 0 ? `## ${problem.sections.observed}\n\n${lines.join('\n')}` : '';
}

function history(catalog: Catalog, { name, entry }: ProblemType): string {
  const { server, package: packageName } = catalog.facts;
  const { label, markdown, problem } = catalog.translation;
  const known = historyOf(catalog.history, name);
  const replaced = replacedBy(catalog, name).map((other) => linkIn(catalog)(other.name));
  const lines = [
    ...(entry.since ? [`- ${problem.since} ${plain(server.name)} ${entry.since}.`] : []),
    ...(known ? [`- ${markdown.firstReleased(code(packageName), known.since)}`] : []),
    ...(replaced.length > 0 ? [`- ${problem.replaces} ${replaced.join(', ')}.`] : []),
    ...(known?.releases ?? []).map(
      ({ version, date, changes }) => `- ${markdown.changed(version, date, plain(changes.join('; ')))}`,
    ),
  ];
  return lines.length > 0 ? `## ${label.history}\n\n${lines.join('\n')}` : '';
}

const pages = new WeakMap<Catalog, ReadonlyMap<string, ProblemType>>();

/** Links to the Markdown versions of other problem pages. */
function linkIn(catalog: Catalog): (name: string) => string {
  const known = pages.get(catalog) ?? byName(catalog);
  pages.set(catalog, known);
  return (name) => `[${name}](${known.get(name)?.markdownUri})`;
}
