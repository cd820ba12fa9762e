import { expect, test } from 'vitest';
import { entrySchema } from '#catalog/entry.ts';
import { saidOf, withValue } from './said.ts';

/** An entry as authors write it: what is taken, and what is said of the rest. */

const retry = { when: 'after-fix', because: 'It is gone.' };
const plain = {
  title: 'Out of Stock',
  category: 'stock',
  summary: 'Nothing is left.',
  now: 'Order less.',
  explanation: 'Stock is counted.',
  fixedBy: 'end-user',
  retry,
  causes: { sold: { cause: 'All are sold.', fix: [{ step: 'Order less.' }] } },
  example: { detail: 'None is left.' },
};
const conditions = {
  detail: '{count} are left.',
  title: 'Sold Out',
  status: 410,
  members: { count: '*' },
  routes: ['POST /orders'],
  request: { Authorization: true, Accept: 'application/*' },
};
const step = {
  step: 'Look at `{count}`.',
  when: 'for agents',
  request: {
    method: 'PATCH',
    path: '/orders/{id}',
    query: { page: 1, all: true, name: 'a', list: ['b'] },
    headers: { Authorization: 'Bearer <token>' },
    body: [{ count: null }],
  },
  expect: 204,
  settings: ['MOST'],
  note: 'It returns the order.',
};
const whole = {
  ...plain,
  titles: { de: 'Nicht auf Lager' },
  type: 'urn:shop:{name}',
  status: [409, 410],
  since: '1.0',
  causes: {
    sold: {
      cause: 'All are sold.',
      short: 'all are sold',
      tell: '`count` is 0.',
      fixedBy: 'operator',
      retry: { when: 'never', because: 'It is gone.' },
      sent: 'in-special-cases',
      fix: [{ ...step, only: { ...conditions }, except: [{ status: 404 }, { detail: 'Gone.' }] }],
      asked: ['sold'],
      retired: { in: '2.0', because: 'It is gone.', use: 'other-cause' },
    },
    'not-2-there': { cause: 'None came.', sent: 'no', fix: [{ step: 'Wait.' }, { step: 'Ask.' }] },
  },
  answers: [
    { ...conditions, item: { kind: 'sold' }, causes: ['sold'], example: { detail: 'a', instance: '/1', count: 0 } },
    {},
  ],
  items: { in: 'errors', each: '{kind}: {text}', parts: ['at {place}'] },
  headers: { 'Retry-After': '{wait}' },
  example: { detail: 'None is left.', instance: '/orders/1', count: 0 },
  documented: { detail: 'None.', instance: '/1', count: 1 },
  prevent: [structuredClone(step)],
  samples: ['python', 'typescript', 'bash', 'http', 'json', 'nginx', 'yaml', 'ini'].map((lang) => ({
    title: 'Ask',
    lang,
    code: 'x',
  })),
  userMessage: 'Nothing is left.',
  operators: 'Look at the log.',
  monitor: { log: 'sold *', metric: 'sold_total' },
  settings: ['MOST'],
  endpoints: ['POST /orders', { route: 'GET /orders', when: 'with a page' }],
  clients: { order: 'It raises `Sold`.' },
  observed: {
    sent: 'in-special-cases',
    note: 'Another arrives.',
    instead: ['gone'],
    members: ['count'],
    undocumented: ['count'],
    missing: ['instance'],
    headers: { Vary: 'What decides.' },
    missingHeaders: ['Allow'],
    differences: [{ documented: 'One.', actual: 'Two.' }],
  },
  related: { gone: 'it never comes back' },
  aliases: ['SOLD_OUT'],
  asked: ['sold'],
  references: [{ title: 'More', url: 'https://a.example' }],
  retired: { in: '2.0', because: 'It is gone.', use: 'gone' },
};

test.each([
  ['what must be there', plain],
  ['all that there is', whole],
])('%s is taken as it is written', (_, entry) => {
  expect(entrySchema.parse(entry)).toEqual(entry);
});

const fix = 'causes.sold.fix.0';
const placeOf = (path: string) => path.replace(/\.(\d)/g, '[$1]');

test.each<[path: string, values: unknown[]]>([
  ['status', [200, 599, [409, 410, 200]]],
  ['fixedBy', ['client-developer', 'end-user', 'operator', 'server-developer']],
  ['retry.when', ['never', 'now', 'after-delay', 'after-change', 'after-login', 'after-fix']],
  [`${fix}.request.method`, ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']],
  [`${fix}.request.path`, ['/', '/a/{b}:c']],
  [`${fix}.expect`, [100, 599]],
  [`${fix}.only`, [{}, [{}, {}]]],
  ['answers.0.example', [{}, { count: [null, { a: true }] }]],
  ['causes.sold.short', ['x'.repeat(48)]],
  ['observed.sent', ['yes', 'in-special-cases', 'no']],
  ['monitor', [{}, { log: 'a' }, { metric: 'a' }]],
])('%s can be each of %j', (path, values) => {
  expect(values.flatMap((value) => saidOf(entrySchema, withValue(whole, path, value)))).toEqual([]);
});

const change = 'Change the value; your editor says what the field holds.';
const statuses = 'must be the HTTP status of a response with a body, 200 to 599';
const response = 'must be the status of a response, 100 to 599';
const data = 'must be a string or a number or a boolean or null or an array or an object';
const empty = 'must not be empty (was ""). Write it out.';
const none = 'must have at least one item (was []). Add one.';

test.each<[path: string, value: unknown, said: string]>([
  ['title', '', empty],
  ['title', 'Sold.', 'must be a phrase (was "Sold."). Drop the final period.'],
  ['titles.de', '', empty],
  [
    'type',
    'urn',
    'must be an absolute URI (was "urn"). Write it as in https://api.example.com/errors/out-of-stock or urn:problem-type:shop:outOfStock.',
  ],
  ['related.gone', 'Gone.', 'must be a phrase (was "Gone."). Drop the final period.'],
  [
    'headers.Retry-After',
    'a\r\nb',
    'must be a field value on one line, without characters beyond Latin-1 (was "a\\r\\nb"). Write it in ASCII.',
  ],
  [
    'references.0.url',
    'http://a.example',
    'must be an absolute https URL (was "http://a.example"). Write it with "https://".',
  ],
  ['retry', 'never', `must be an object (was "never"). ${change}`],
  ['status', '404', `${statuses}, or a list of two or more different ones (was "404"). ${change}`],
  ['status', 99, `${statuses} (was 99). ${change}`],
  ['status.1', 204, `${statuses} (was 204). ${change}`],
  ['status', [404], 'must name two or more statuses (was [404]). Write a single one without brackets.'],
  ['status', [404, 410, 404], 'must name each status once (was [404,410,404]). Remove the repeated one.'],
  ['since', '', empty],
  [
    'fixedBy',
    'nobody',
    'must be one of client-developer, end-user, operator, server-developer (was "nobody"). Choose one of them.',
  ],
  ['retry.because', 'no', 'must be a sentence (was "no"). End it with a period.'],
  ['causes', {}, `must have a cause (was {}). ${change}`],
  [
    'causes.sold.short',
    'x'.repeat(49),
    `must be 48 characters or fewer (was "${'x'.repeat(49)}"). Cut it, or leave it out.`,
  ],
  ['causes.sold.fix', [], none],
  ['causes.sold.asked.0', '', empty],
  ['causes.sold.retired.in', '', empty],
  [`${fix}.request.path`, 'orders', `must be a path that starts with "/", without query (was "orders"). ${change}`],
  [`${fix}.request.path`, '/a?b', `must be a path that starts with "/", without query (was "/a?b"). ${change}`],
  [`${fix}.request.path`, 'a/b', `must be a path that starts with "/", without query (was "a/b"). ${change}`],
  [`${fix}.expect`, 99, `${response} (was 99). ${change}`],
  [`${fix}.expect`, 100.5, `${response} (was 100.5). ${change}`],
  [`${fix}.expect`, 600, `${response} (was 600). ${change}`],
  [`${fix}.only.title`, '', empty],
  [`${fix}.only.routes`, [], none],
  [`${fix}.except`, [], none],
  ['answers.0.example.detail', 1, `must be a string (was 1). ${change}`],
  ['answers.0.example.count', new Set(), `${data} (was {}). ${change}`],
  ['documented.count', new Map(), `${data} (was {}). ${change}`],
  ['example.count', Number.NaN, `${data} (was NaN). ${change}`],
  ['answers.0.example.instance', 1, `must be a string (was 1). ${change}`],
  ['items.parts', [], none],
  ['example.detail', 1, `must be a string (was 1). ${change}`],
  ['example.instance', 1, `must be a string (was 1). ${change}`],
  ['documented.detail', undefined, 'is missing. Add it, as a string; your editor says what it holds.'],
  ['documented.instance', 1, `must be a string (was 1). ${change}`],
  ['prevent', [], none],
  ['samples.0.code', '', empty],
  ['monitor.log', '', empty],
  ['monitor.metric', '', empty],
  ['aliases.0', '', empty],
  ['asked.0', '', empty],
])('%s cannot be %j', (path, value, said) => {
  expect(saidOf(entrySchema, withValue(whole, path, value))).toEqual([`${placeOf(path)} ${said}`]);
});

test('space around code is left out', () => {
  const samples = [{ title: 'Ask', lang: 'bash', code: ' curl\n' }];
  expect(entrySchema.parse({ ...plain, samples }).samples).toEqual([{ title: 'Ask', lang: 'bash', code: 'curl' }]);
});

test.each([
  'retry',
  'causes.sold',
  'causes.sold.retired',
  'causes.sold.retry',
  fix,
  `${fix}.request`,
  `${fix}.only`,
  'answers.0',
  'items',
  'prevent.0',
  'samples.0',
  'monitor',
  'observed',
  'observed.differences.0',
  'endpoints.1',
  'references.0',
  'retired',
])('%s has no other field', (path) => {
  expect(saidOf(entrySchema, withValue(whole, `${path}.other`, 1))).toEqual([
    `${placeOf(path)} has the unknown field "other". Correct the name, or remove it; your editor lists the fields.`,
  ]);
});

test.each([
  ['titles', 'german', 'must be a language tag (was "german"). Write it as BCP 47 does: "de", "pt-BR", "zh-Hant".'],
  ['causes', 'Sold', 'must be kebab-case (was "Sold"). Write lower-case words joined by "-".'],
  ['headers', 'Retry After', `must be an HTTP field name (was "Retry After"). ${change}`],
  ['observed.headers', 'Retry After', `must be an HTTP field name (was "Retry After"). ${change}`],
  [`${fix}.request.headers`, 'Retry After', `must be an HTTP field name (was "Retry After"). ${change}`],
  [`${fix}.only.request`, 'Retry After', `must be an HTTP field name (was "Retry After"). ${change}`],
])('%s cannot have the name %s', (path, name, said) => {
  expect(saidOf(entrySchema, withValue(whole, `${path}.${name}`, 'A.'))[0]).toBe(
    `${placeOf(path)}.${name} has a name that ${said}`,
  );
});
