import type { Catalog, ProblemType } from '../catalog.ts';
import { responseText } from '../example.ts';
import { commandOf } from '../names.ts';
import { inlineLiteral, javascript } from '../request.ts';
import { openapiValues } from './openapi.ts';
import { type Roles, rolesOf } from './roles.ts';
import { type Shown, seeLines, shown } from './shown.ts';
import { listOf, mistakeOf, mockOf, overviewOf } from './terminal.ts';

/** What the names in the templates of guides stand for. */

/**
 * Returns the values for a catalog; undefined where it has no type that examples can be made of.
 * @param words words that the code of the guides uses
 */
export function valuesOf(catalog: Catalog, words: ReadonlySet<string>): object | undefined {
  const roles = rolesOf(catalog, words);
  return roles && { ...valuesOfCatalog(catalog), ...valuesOfRoles(catalog, roles, words) };
}

function valuesOfCatalog({ facts, site, problems }: Catalog) {
  const languages = new Set(problems.flatMap(({ entry }) => Object.keys(entry.titles ?? {})));
  return {
    package: facts.package,
    command: commandOf(facts.package),
    folder: facts.package.replace(/^@/, '').replace('/', '-'),
    home: site.root || '/',
    homeFile: `${site.root}/index.html`.replace(/^\//, ''),
    index: site.index,
    languages: [...languages].sort().join(', ') || null,
    /** What is imported: each name once, in the order of their letters. */
    imports: () => (text: string, render: (text: string) => string) => importList(render(text)),
  };
}

function valuesOfRoles(catalog: Catalog, roles: Roles, words: ReadonlySet<string>) {
  const show = (problem: ProblemType) => shown(catalog, problem, words);
  const main = show(roles.main);
  const topic = roles.other ?? roles.main;
  const late = roles.limit ?? roles.main;
  const second = late === roles.main ? roles.other : late;
  const cause = roles.cause && show(roles.cause.problem);
  return {
    main,
    topic: show(topic),
    late: show(late),
    second: second ? show(second) : { export: '', access: '' },
    overview: overviewOf(catalog, topic),
    mock: mockOf(catalog, late),
    list: listOf(catalog, topic),
    mistake: mistakeOf(roles.cause ?? uncaused(roles.main), (cause ?? main).given),
    ...openapiValues(catalog, topic, late, roles.login ?? roles.main),
    other: roles.other ? otherOf(show(roles.other), main.uri) : noOther(main.uri),
    login: roles.login ? loginOf(show(roles.login)) : noLogin,
    limit: roles.limit ? limitOf(show(roles.limit)) : noLimit,
    cause: roles.cause && cause ? causeOf(cause, roles.cause) : null,
  };
}

/** A text of a type whose causes are never sent. */
function uncaused(problem: ProblemType): NonNullable<Roles['cause']> {
  return { problem, name: '', detail: String(problem.example.detail), isSure: false, isText: false };
}

function otherOf(type: Shown, mainUri: string) {
  const { export: name, isBare, call, uri, title } = type;
  return {
    ...type,
    type: name,
    typeImport: name,
    answer: isBare ? name : call,
    answerImport: name,
    expected: `"${uri}" (${title})`,
    see: seeLines(uri, mainUri),
  };
}

/** What stands for a second type in a catalog of one. */
const noOther = (mainUri: string) => ({
  type: "'about:blank'",
  typeImport: '',
  answer: 'aboutBlank(403)',
  answerImport: 'aboutBlank',
  expected: '"about:blank"',
  see: seeLines(mainUri),
  isBare: false,
});

function limitOf(type: Shown) {
  const { export: name, call } = type;
  return { ...type, type: name, typeImport: name, answer: call, answerImport: name };
}

/** What stands for a type with `Retry-After` in a catalog without one. */
const noLimit = {
  type: "'about:blank'",
  typeImport: '',
  answer: "() => problemResponse(aboutBlank(429), { headers: { 'Retry-After': '7' } })",
  answerImport: 'aboutBlank, problemResponse',
  retryValue: '7',
};

function causeOf(type: Shown, { name, detail }: NonNullable<Roles['cause']>) {
  return {
    export: type.export,
    name,
    call: `${type.export}(${inlineLiteral({ ...type.given, detail }, javascript)})`,
  };
}

const expired = 'The token has expired.';

function loginOf({ export: name, given, responseWith }: Shown) {
  return {
    import: name,
    answer: `${name}(${inlineLiteral({ ...given, detail: expired }, javascript)})`,
    note: 'The problem type adds its `WWW-Authenticate` header:',
    response: responseWith(expired),
  };
}

/** What stands for a type with the status 401 in a catalog without one. */
const noLogin = {
  import: 'aboutBlank',
  answer: "new ProblemError(aboutBlank(401), { headers: { 'WWW-Authenticate': 'Bearer' } })",
  note: 'A `ProblemError` can have headers of its own:',
  response: responseText({
    status: 401,
    reason: 'Unauthorized',
    headers: [
      ['Content-Type', 'application/problem+json'],
      ['WWW-Authenticate', 'Bearer'],
    ],
    body: { type: 'about:blank', title: 'Unauthorized', status: 401 },
  }),
};

function importList(text: string): string {
  const names = text.split(',').map((name) => name.trim());
  const plain = (name: string) => name.replace(/^type /, '').toLowerCase();
  return [...new Set(names)]
    .filter((name) => name !== '')
    .sort((a, b) => (plain(a) < plain(b) ? -1 : 1))
    .join(', ');
}
