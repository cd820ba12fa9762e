// cspell:ignore httpsx httpx xhttp
import { expect, test } from 'vitest';
import { factsSchema, withDefaults } from '#catalog/facts.ts';
import { serverText } from '#catalog/text.ts';
import { saidOf, withValue } from './said.ts';

/** The facts of a catalog as authors write them: what is taken, and what is said of the rest. */

const plain = {
  name: 'Shop',
  description: 'Shop sells things.',
  baseUri: 'https://api.shop.example/problems',
  package: '@shop/problems',
  categories: { stock: { title: 'Stock', summary: 'Nothing is left.' } },
};
const question = { ask: 'Was there a token?', note: 'An empty one counts.', types: ['token-invalid#expired'] };
const whole = {
  ...plain,
  language: 'pt-BR',
  proseRules: true,
  typeUri: 'urn:shop:{camelCase}',
  repository: 'https://git.example/shop',
  security: 'mailto:security@shop.example',
  removed: { 'gone member fee': 'It was never sent.' },
  server: { name: 'Shop Server', version: '2026-10', url: 'http://localhost:8080' },
  categories: { stock: { title: 'Stock', summary: 'Nothing is left.', questions: [question] } },
  statuses: { '404': { questions: [{ ...question }], note: 'More arrives.' }, '500': {} },
  members: {
    type: 'It is fixed.',
    title: 'It is short.',
    status: 'It is a number.',
    detail: 'It is long.',
    instance: 'It is a path.',
  },
  fill: { time: 'now' },
  example: { trace: ['x', null] },
  documented: { trace: 1 },
  settings: {
    MOST: { default: '5', unit: 'minutes', meaning: 'How long it waits.' },
    LEAST: { default: '', meaning: 'No.' },
  },
  routes: {
    'POST /orders/{id}': {
      summary: 'sends an order',
      access: 'buyers',
      headers: { Authorization: 'required', 'X-Trace': 'optional' },
      query: { page: 'optional' },
      body: { '*': 'required' },
    },
    'GET /': { summary: 'shows the shop' },
  },
  placeholders: { token: 'A token.' },
  values: { agent_id2: 'my-agent' },
  manual: {
    guides: ['express', 'vitest'],
    examples: { main: 'out-of-stock', other: 'gone', login: 'no-token', limit: 'too-many', cause: 'token-1#expired-2' },
  },
  headers: { 'X-Request-Id': 'A number.' },
  logo: { light: 'logo.svg', dark: 'pictures/logo.png', replacesName: true },
  favicon: 'icon.svg',
  accent: { light: '#0b5a68', dark: '#ABC' },
  links: { header: { Status: 'https://status.shop.example' }, footer: { Terms: '/terms' } },
};

test.each([
  ['what must be there', plain],
  ['all that there is', whole],
])('%s is taken as it is written', (_, facts) => {
  expect(factsSchema.parse(facts)).toEqual(facts);
});

const look = 'Change the value; your editor says what the field holds.';

test.each<[path: string, value: unknown]>([
  ['name', 'x'.repeat(40)],
  ['baseUri', 'https://api.shop.example:8080'],
  ['baseUri', 'https://api.shop.example/a/b-guides'],
  ['baseUri', 'https://api.shop.example/guides/a'],
  ['package', 'shop.problems_2-a'],
  ['package', '@2shop-a_b.c/2problems'],
  ['security', 'https://shop.example/security'],
  ['server.url', 'https://api.shop.example/'],
  ['statuses', { '100': {}, '599': {} }],
  ['manual.guides', 'all'],
  ['manual.guides', []],
  ['manual.examples', {}],
  ['manual', {}],
  ['server', {}],
])('%s can be %j', (path, value) => {
  expect(saidOf(factsSchema, withValue(whole, path, value))).toEqual([]);
});

const word = 'Write it as in token-invalid#expired.';
const others = 'must not end in "guides", "common", "inspect" or "_", where other pages of the site are';
const example = 'Write it as in https://api.example.com/problems.';

test.each<[path: string, unfit: string[], fact: string, fix: string]>([
  ['name', [''], 'must not be empty', 'Write it out.'],
  ['name', ['x'.repeat(41)], 'must be 40 characters or fewer', look],
  [
    'baseUri',
    ['/', '/a/', '/a//b', '/a?b', '/a#b', '?a', '/guides/'].map((end) => `https://api.shop.example${end}`),
    'must end without slash, query and fragment',
    example,
  ],
  ...[
    ['HTTPS://api.Shop.example:443/A', 'https://api.shop.example/A'],
    ['https://ü.example/ü a', 'https://xn--tda.example/%C3%BC%20a'],
    ['https://api.shop.example/a/../{name}', 'https://api.shop.example/%7Bname%7D'],
  ].map(([url = '', sent]): [string, string[], string, string] => [
    'baseUri',
    [url],
    'must be written as it is sent',
    `Write it as in ${sent}.`,
  ]),
  [
    'baseUri',
    ['https:/api.shop.example', 'https:api.shop.example', 'https:///api.shop.example'],
    'must be an absolute https URL',
    'Write it with "https://".',
  ],
  [
    'baseUri',
    ['guides', 'common', 'a/inspect', '_'].map((end) => `https://api.shop.example/${end}`),
    others,
    'End it in another word.',
  ],
  [
    'typeUri',
    ['urn:shop', 'https://api.shop.example/name'],
    'must hold the name of the entry',
    'Write {name} or {camelCase} where it goes.',
  ],
  [
    'package',
    ['', 'Shop', '@shop', '@shop/', '@/shop', 'shop/a', '-shop', '@-shop/a', '@shop/-a', 'a b', 'a/@b/c', '@shop/a/b'],
    'must be an npm package name, in lower case, such as "acme-problems" or "@acme/problems"',
    look,
  ],
  [
    'security',
    [
      'security',
      'http://shop.example',
      'https:shop.example',
      'xhttps://shop.example',
      'httpsx://shop.example',
      'mailto:',
      'mailto:a',
    ],
    'must be an https or mailto URL',
    'Write it as in mailto:security@example.com.',
  ],
  [
    'server.url',
    ['localhost', 'ftp://shop.example', 'http:shop.example', 'xhttp://shop.example', 'httpx://shop.example'],
    'must be an http or https URL',
    'Write it as in https://api.example.com.',
  ],
  ['server.name', [''], 'must not be empty', 'Write it out.'],
  ['server.version', [''], 'must not be empty', 'Write it out.'],
  ['values.agent_id2', [''], 'must not be empty', 'Write it out.'],
  [
    'manual.examples.cause',
    ['token', 'token#', '#expired', 'Token#expired', 'token#Expired', '1#a', 'a#1', 'a#b#c', 'a#b_c', 'a#b '],
    'must be a type, "#" and a cause',
    word,
  ],
  ['fill.time', ['later'], 'must be one of now', 'Choose one of them.'],
])('%s cannot be %j', (path, unfit, fact, fix) => {
  expect(unfit.map((value) => saidOf(factsSchema, withValue(whole, path, value)))).toEqual(
    unfit.map((value) => [`${path} ${fact} (was ${JSON.stringify(value)}). ${fix}`]),
  );
});

const named = (place: string, fact: string) => `${place} has a name that must ${fact}`;

test.each<[path: string, value: unknown, ...said: string[]]>([
  [
    'categories',
    { Stock: { title: 'a', summary: 'A.' } },
    `${named('categories.Stock', 'be kebab-case')} (was "Stock"). Write lower-case words joined by "-".`,
  ],
  ...['099', '600', '40', '4040', 'a404'].map((status): [string, object, string] => [
    'statuses',
    { [status]: {} },
    `${named(`statuses.${status}`, 'be a status code')} (was "${status}"). ${look}`,
  ]),
  ...['Agent', '1a', 'a-b', 'aB', ' a'].map((name): [string, object, string] => [
    'values',
    { [name]: 'x' },
    `${named(`values.${name}`, 'be a name in snake_case')} (was "${name}"). ${look}`,
  ]),
  [
    'members',
    { type: 'So.', code: 'No.' },
    'members has the unknown field "code". Correct the name, or remove it; your editor lists the fields.',
  ],
  [
    'categories.stock.questions',
    [{ ask: 'No token.', types: [] }],
    'categories.stock.questions[0].ask must be a question (was "No token."). End it with "?".',
    'categories.stock.questions[0].types must have at least one item (was []). Add one.',
  ],
  [
    'manual.guides',
    ['Express'],
    'manual.guides[0] must be kebab-case (was "Express"). Write lower-case words joined by "-".',
  ],
  [
    'routes.GET /.headers',
    { Accept: 'always' },
    'routes.GET /.headers.Accept must be one of required, optional (was "always"). Choose one of them.',
  ],
  ['name', undefined, 'name is missing. Add it, as a string; your editor says what it holds.'],
  ['removed', { a: 'no' }, 'removed.a must be a sentence (was "no"). End it with a period.'],
])('%s cannot be %j', (path, value, ...said) => {
  expect(saidOf(factsSchema, withValue(whole, path, value))).toEqual(said);
});

test.each([
  ['name', ' Shop '],
  ['server.name', ' Shop '],
  ['categories.stock.questions.0.ask', ' Shop? '],
])('space around %s is left out', (path, value) => {
  expect(factsSchema.parse(withValue(whole, path, value))).toEqual(withValue(whole, path, value.trim()));
});

test.each<[written: object, server: object, text: string]>([
  [{}, { name: 'Shop', version: '', url: 'https://api.shop.example' }, 'Shop'],
  [{ server: { version: '2' } }, { name: 'Shop', version: '2', url: 'https://api.shop.example' }, 'Shop 2'],
  [{ server: { name: 'Desk', url: 'http://a' } }, { name: 'Desk', version: '', url: 'http://a' }, 'Desk'],
])('the server of %j is %j', (written, server, text) => {
  const facts = withDefaults(factsSchema.parse({ ...plain, ...written }));
  expect(facts).toEqual({ ...plain, server });
  expect(serverText(facts.server)).toBe(text);
});
