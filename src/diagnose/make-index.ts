import type { ProblemType } from '#catalog/catalog.ts';
import { causesData, seenOf } from '#catalog/causes.ts';
import { type ExampleResponse, exampleResponse, responseText } from '#catalog/example.ts';
import type { Site } from '#catalog/site.ts';
import { reasonPhrase } from '#catalog/words.ts';
import { findCausesOf } from '#runtime/causes/find.ts';
import { placedIn } from './addresses.ts';
import type { Example, InspectorIndex, Reply } from './facts.ts';
import { repliesGuide, repliesOf } from './other-responses-of-guide.ts';
import { adviceFor } from './status-advice.ts';

/** Catalog -> the index that the inspector fetches when it is used. */

export function inspectorIndex(site: Site, guide: string | undefined): InspectorIndex {
  const { catalog, paths, t } = site;
  const { facts, problems } = catalog;
  const replies = repliesOf(guide ?? '', paths.guides);
  const statuses = Array.from({ length: 200 }, (_, offset) => 400 + offset);
  const named = statuses.filter((status) => reasonPhrase(status) !== 'Error');
  return {
    baseUri: facts.baseUri,
    index: paths.index,
    finder: paths.file('finder.json'),
    ...(guide ? { guide: paths.guide(repliesGuide) } : {}),
    server: { name: facts.server.name, url: facts.server.url },
    types: problems.map((problem) => ({
      name: problem.name,
      ...placedIn(site, problem),
      title: problem.entry.title,
      statuses: problem.statuses,
      aliases: [...new Set([problem.constant, ...(problem.entry.aliases ?? [])])],
      titles: seenOf(problem.entry).titles,
    })),
    routes: Object.keys(facts.routes ?? {}),
    placeholders: facts.placeholders ?? {},
    values: facts.values ?? {},
    replies,
    examples: examplesOf(problems, replies, t.inspectPage.examples),
    reasons: Object.fromEntries(named.map((status) => [status, reasonPhrase(status)])),
    words: { retry: t.retry, fixer: t.fixer },
  };
}

function examplesOf(problems: readonly ProblemType[], replies: readonly Reply[], labels: readonly string[]): Example[] {
  const routes = (problem: ProblemType) => problem.entry.endpoints?.length ?? 0;
  const widest = problems.reduce((best, problem) => (routes(problem) > routes(best) ? problem : best));
  const proved = problems.filter((problem) => findCausesOf(causesData(problem), problem.example).sure.length > 0);
  const waiting =
    proved.find(({ entry }) => entry.retry.when === 'after-delay' && entry.headers) ?? proved[0] ?? widest;
  const logged =
    problems.find((problem) => problem !== widest && problem !== waiting && problem.status >= 500) ?? widest;
  const texts = [
    faulty(exampleResponse(widest)),
    responseText(exampleResponse(waiting)),
    logLine(exampleResponse(logged)),
    reply(replies),
  ];
  return labels.map((label, at) => ({ label, text: texts[at] ?? '' }));
}

/** Mistakes that servers make: another media type, no header fields of the type, another status in the body, a blank in the URI. */
function faulty(response: ExampleResponse): string {
  const other = response.status === 403 ? 400 : 403;
  const { instance = '/', ...body } = response.body;
  return responseText({
    ...response,
    headers: [
      ['Content-Type', 'application/json'],
      ['Date', 'Mon, 23 Nov 2026 18:25:22 GMT'],
      ['X-Request-ID', '52ae8e82-56dc-4676-8550-385d87eb2bd4'],
    ],
    body: { ...body, status: other, instance: `${instance} list` },
  });
}

function logLine({ status, body }: ExampleResponse): string {
  return `2026-11-23T18:25:22.321Z ERROR upstream answered ${status}: ${JSON.stringify(body)}`;
}

function reply(replies: readonly Reply[]): string {
  const known = replies.find(({ statuses, begins }) => adviceFor(statuses[0]) && begins.some(isJson));
  const status = known?.statuses[0] ?? 404;
  const body = known?.begins.find(isJson) ?? '{"detail":"Not Found"}';
  return `HTTP/1.1 ${status} ${reasonPhrase(status)}\nContent-Type: application/json\n\n${body}`;
}

function isJson(text: string): boolean {
  return /^\{.*\}$/.test(text);
}
