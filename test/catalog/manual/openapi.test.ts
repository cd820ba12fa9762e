import { expect, test } from 'vitest';
import { openapiValues } from '#catalog/manual/openapi.ts';
import { catalogOf, typeOf } from './made.ts';

/** What the guide on OpenAPI names of a catalog. */

const topic = typeOf('topic', { status: [409, 403] });
const login = typeOf('login', { status: [401, 403] });
const late = typeOf('too-late', { status: [429], entry: { title: 'The "Late"' } });
const retired = typeOf('old', { status: [410], entry: { retired: { in: '1' } } });
const any = typeOf('any', { status: [], entry: { endpoints: ['GET /any'] } });

test.each([
  [
    'the type with a schema',
    [late, topic],
    late,
    { status: 429, description: '"The \\"Late\\""', interface: 'TooLate' },
  ],
  [
    'another one, of another status',
    [topic, retired, any, late],
    topic,
    expect.objectContaining({ interface: 'TooLate' }),
  ],
  ['another one, in use', [topic, login], retired, expect.objectContaining({ interface: 'Login' })],
  ['another one, with a status', [login], any, expect.objectContaining({ interface: 'Login' })],
  ['nothing, where no type has another status', [topic, retired, any], topic, null],
])('the component is %s', (_, problems, type, component) => {
  expect(openapiValues(catalogOf(problems), topic, type, login).component).toEqual(component);
});

test('examples are listed by status, each type once', () => {
  const { pair } = openapiValues(catalogOf([]), topic, late, login);
  expect(pair).toEqual({ exports: 'topic, login', examples: '401 login\n403 topic,login\n409 topic' });
  expect(openapiValues(catalogOf([]), topic, late, topic).pair.exports).toBe('topic');
});

test.each([
  ['nothing, without routes', [], null],
  [
    'the route of most types, with all statuses',
    [
      [[409], 'GET /a'],
      [[404, 403], 'GET /b', 'POST /c', 'POST /c'],
      [[403, 401], { route: 'GET /b', when: 'so' }],
    ],
    { path: '/b', status: 401, statuses: '200,401,403,404' },
  ],
  [
    'the first of several',
    [[[409, 404], 'GET /a.b/c-d_1', 'GET /']],
    { path: '/a.b/c-d_1', status: 404, statuses: '200,404,409' },
  ],
  ['the root', [[[409], 'GET /']], { path: '/', status: 409, statuses: '200,409' }],
  [
    'nothing with parameters, of another method or without a failure',
    [
      [[409], 'GET /a/{id}', 'FORGET /a', 'GET a'],
      [[200], 'GET /b'],
    ],
    null,
  ],
])('the overlay is about %s', (_, routes, overlay) => {
  const problems = routes.map(([status, ...endpoints], at) =>
    typeOf(`type-${at}`, { status: status as number[], entry: { endpoints } }),
  );
  const out = typeOf('out', { entry: { retired: {}, endpoints: ['GET /out'] } });
  expect(openapiValues(catalogOf([out, any, ...problems]), topic, late, login).overlay).toEqual(overlay);
});
