import { filledRequest } from '#runtime/causes/fill.ts';
import { owed } from '#runtime/check/owed.ts';
import { matchRoutes } from '#runtime/routes/match.ts';
import type { Catalog } from './catalog.ts';
import { causeFindings } from './cause-check.ts';
import { exampleValues } from './causes.ts';
import type { Entry, Request } from './entry.ts';
import type { Question, Route } from './facts.ts';
import { type Finding, nearest } from './finding.ts';
import { identityFindings } from './identity-check.ts';
import { manualFindings } from './manual/check.ts';
import { patternFindings } from './pattern-check.ts';

/** What must hold between entries, the catalog's facts and the members. */

/** Names that do not exist, requests that no route takes, headers without their member. */
export function crossFindings(catalog: Catalog, indexFile: string): Finding[] {
  const findings: Finding[] = [];
  const names = new Set([...catalog.problems.map(({ name }) => name), ...catalog.unread]);
  const { categories, settings = {}, routes, fill, example, documented, placeholders = {} } = catalog.facts;
  const common = new Set(catalog.common.members.map((member) => member.name));
  const known = {
    categories: keys(categories),
    settings: keys(settings),
    routes: keys(routes ?? {}),
    placeholders: keys(placeholders),
  };
  for (const [field, members] of Object.entries({ fill, example, documented })) {
    for (const name of Object.keys(members ?? {})) {
      if (common.has(name)) continue;
      findings.push({
        file: indexFile,
        fact: `${field} names ${name}, which is not a member of CommonMembers`,
        fix: `Add the member to CommonMembers, or remove it from ${field}.`,
      });
    }
  }
  for (const [place, questions] of questionsOf(catalog.facts)) {
    for (const type of questions.flatMap(({ types }) => types)) {
      const [name = '', cause] = type.split('#');
      const problem = catalog.problems.find((each) => each.name === name);
      if (catalog.unread.includes(name)) continue;
      if (problem && (cause === undefined || problem.causes.some((each) => each.name === cause))) continue;
      findings.push({
        file: indexFile,
        fact: `${place} asks for the type "${type}", which does not exist`,
        fix: 'Correct the name, or remove it.',
      });
    }
  }
  findings.push(...manualFindings(catalog, indexFile));
  findings.push(...identityFindings(catalog), ...patternFindings(indexFile, catalog.common.members));
  for (const problem of catalog.problems) {
    const { entry, file, name, members } = problem;
    findings.push(...patternFindings(file, members));
    const own = new Set(members.map((member) => member.name));
    const all = new Set([...own, ...common]);
    const report = (fact: string, fix: string) => findings.push({ file, fact, fix });
    const exists = (what: string, value: string, allowed: ReadonlySet<string>, where: string) => {
      if (allowed.has(value)) return;
      const near = nearest(value, [...allowed]);
      report(
        `${what} "${value}" does not exist`,
        near ? `Did you mean "${near}"?` : `Add it to ${where}, or name another.`,
      );
    };
    exists('category', entry.category, known.categories, `categories in ${indexFile}`);
    for (const other of Object.keys(entry.related ?? {})) exists('related type', other, names, 'the folder');
    const language = catalog.facts.language ?? 'en';
    if (entry.titles?.[language] !== undefined)
      report(`titles.${language} is in the language of the catalog`, 'Write it as title, and remove it from titles.');
    if (entry.related?.[name]) report('it is related to itself', 'Remove it from related.');
    for (const other of entry.observed?.instead ?? []) exists('type in observed.instead', other, names, 'the folder');
    if (entry.retired?.use) exists('type in retired.use', entry.retired.use, names, 'the folder');
    const stepSettings = stepsOf(entry).flatMap((step) => step.settings ?? []);
    for (const setting of new Set([...(entry.settings ?? []), ...stepSettings])) {
      exists('setting', setting, known.settings, `settings in ${indexFile}`);
    }
    if (entry.observed && entry.observed.sent !== 'yes' && !entry.observed.note) {
      report(
        `observed.sent is "${entry.observed.sent}" without observed.note`,
        'Say in observed.note what arrives instead.',
      );
    }
    for (const member of [...(entry.observed?.members ?? []), ...(entry.observed?.undocumented ?? [])]) {
      exists('member in observed', member, all, 'the interface');
    }
    causeFindings(catalog, problem, report);
    const fields = Object.keys(entry.headers ?? {}).map((header) => header.toLowerCase());
    for (const [status, header] of owed) {
      if (status === 416 || !problem.statuses.includes(status) || fields.includes(header.toLowerCase())) continue;
      findings.push({
        file,
        fact: `a ${status} response must carry ${header} (RFC 9110), and headers does not have it`,
        fix: `Add ${header} to headers.`,
        level: 'unfinished',
      });
    }
    for (const [header, value] of Object.entries(entry.headers ?? {})) {
      for (const [, member = ''] of value.matchAll(/\{(\w+)\}/g))
        exists(`member of the ${header} header`, member, own, 'the interface');
    }
    for (const endpoint of entry.endpoints ?? []) {
      const route = typeof endpoint === 'string' ? endpoint : endpoint.route;
      if (routes) exists('route', route, known.routes, `routes in ${indexFile}`);
    }
    for (const text of placeholdersIn(entry))
      exists('placeholder', text, known.placeholders, `placeholders in ${indexFile}`);
    const fixes = [
      ...problem.causes.map(({ name, fix }) => [name, fix] as const),
      ['prevent', entry.prevent ?? []] as const,
    ];
    for (const [cause, steps] of fixes) {
      const values = exampleValues(problem, catalog.facts, cause);
      for (const [index, { request }] of steps.entries()) {
        if (!request || !routes) continue;
        const place = cause === 'prevent' ? 'prevent' : `causes.${cause}.fix`;
        for (const { fact, fix } of requestFaults(filledRequest(request, values) as Request, routes))
          report(`${place}[${index}].request ${fact}`, fix);
      }
    }
  }
  return findings;
}

function questionsOf({
  categories,
  statuses = {},
}: Catalog['facts']): [place: string, questions: readonly Question[]][] {
  const lists = { categories, statuses };
  return Object.entries(lists).flatMap(([field, list]) =>
    Object.entries(list).map(([key, { questions = [] }]): [string, Question[]] => [`${field}.${key}`, questions]),
  );
}

/** All steps of an entry. */
function stepsOf({ causes, prevent = [] }: Entry) {
  return [...Object.values(causes).flatMap(({ fix }) => fix), ...prevent];
}

function keys(record: object): ReadonlySet<string> {
  return new Set(Object.keys(record));
}

/** What stands in angle brackets in the requests and samples of an entry. */
function placeholdersIn(entry: Entry): Set<string> {
  const found = new Set<string>();
  for (const { request } of stepsOf(entry)) {
    for (const [, text = ''] of JSON.stringify(request ?? '').matchAll(/<([^<>"]+)>/g)) found.add(text);
  }
  for (const { code } of entry.samples ?? []) {
    for (const [, text = ''] of code.matchAll(/(?<=["'`] ?(?:\w+ )?)<([A-Za-z][\w -]*)>/g)) found.add(text);
  }
  return found;
}

/** What of a request its route does not take, or asks for in vain. */
function requestFaults(request: Request, routes: Readonly<Record<string, Route>>): { fact: string; fix: string }[] {
  const [key] = matchRoutes(Object.keys(routes), request.method, request.path);
  const called = `${request.method} ${request.path}`;
  const route = key === undefined ? undefined : routes[key];
  if (!route)
    return [
      {
        fact: `goes to ${called}, which is no known route`,
        fix: `Known are, for example, ${Object.keys(routes).slice(0, 3).join(', ')}.`,
      },
    ];
  const faults: { fact: string; fix: string }[] = [];
  const body =
    request.body !== null && typeof request.body === 'object' && !Array.isArray(request.body) ? request.body : {};
  const parts = [
    ['header', route.headers ?? {}, Object.keys(request.headers ?? {}), (text: string) => text.toLowerCase()],
    ['query parameter', route.query ?? {}, Object.keys(request.query ?? {}), (text: string) => text],
    ['body member', route.body ?? {}, Object.keys(body), (text: string) => text],
  ] as const;
  for (const [what, takes, sent, fold] of parts) {
    const allowed = new Set(Object.keys(takes).map(fold));
    const given = new Set(sent.map(fold));
    for (const name of sent) {
      if (allowed.has(fold(name)) || allowed.has('*')) continue;
      if (what === 'header' && ['content-type', 'accept'].includes(fold(name))) continue;
      const near = nearest(name, Object.keys(takes));
      faults.push({
        fact: `sends the ${what} ${name}, which ${key} does not take`,
        fix: near ? `Did you mean ${near}?` : 'Remove it.',
      });
    }
    for (const [name, presence] of Object.entries(takes)) {
      if (presence === 'required' && name !== '*' && !given.has(fold(name))) {
        faults.push({ fact: `lacks the ${what} ${name}, which ${key} requires`, fix: 'Add it.' });
      }
    }
  }
  return faults;
}
