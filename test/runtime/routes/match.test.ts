import { expect, test } from 'vitest';
import { matchPieces, matchRoute, matchRoutes, parseRoute } from '#runtime/routes/match.ts';

/** Which requests a route is for. Templates are also tried through MSW. */

test.each([
  ['GET /agents/{agent_id}', 'GET', '/agents/a%2Fb?x=1', { agent_id: 'a/b' }],
  ['GET /agents/{agent_id}', 'get', 'https://h:8001/agents/a', { agent_id: 'a' }],
  ['GET /agents/{agent_id}', undefined, '/agents/a', { agent_id: 'a' }],
  ['GET /agents/{agent_id}', 'POST', '/agents/a', undefined],
  ['GET /agents/{agent_id}', 'GET', '/agents/', undefined],
  ['GET /agents/{agent_id}', 'GET', '/agents/a/b', undefined],
  ['GET /agents', 'GET', '/agents/a', undefined],
  ['GET /agents', 'GET', '/agents/', {}],
  ['GET /agents/', 'GET', '/agents', {}],
  ['GET /', 'GET', 'https://h', {}],
  ['GET /', 'GET', '?x=1', {}],
  ['GET /x/{b}', 'GET', 'https://h/x/a?b=/c', { b: 'a' }],
  ['{a}', 'GET', '/x', undefined],
  ['{a}/y', 'GET', 'x/y', { a: 'x' }],
  ['GET /a/{b}', 'GET', '/a/%E0%A4%A', { b: '%E0%A4%A' }],
  ['/agents', 'PATCH', '/agents#top', {}],
  ['* /agents', 'PATCH', '/agents', {}],
  ['ALL /agents', 'PATCH', '/agents', {}],
  ['GET /agents?limit={limit}', 'GET', '/agents', {}],
  ['GET /a/{x}-{y}', 'GET', '/a/1-2-3', { x: '1', y: '2-3' }],
  ['GET /{a*}/x/{b}', 'GET', '/1/x/x/2', { a: '1/x', b: '2' }],
  ['GET /{a*}/x/{b*}', 'GET', '/1/x/x/2', { a: '1', b: 'x/2' }],
  ['GET /agents:search', 'GET', '/agents:search', { search: ':search' }],
  ['GET /{kind}/agents:search', 'GET', '/x/agents:search', { kind: 'x' }],
  ['GET /{kind}/:id', 'GET', '/x/7', { kind: 'x', id: '7' }],
  ['GET /a\\:b', 'GET', '/a:b', {}],
  ['GET /$metadata/{id:int}', 'GET', '/$metadata/7', { id: '7' }],
  ['GET /{**slug}', 'GET', '/a/b', { slug: 'a/b' }],
  ['GET /{name=**}', 'GET', '/a/b', { name: 'a/b' }],
  ['GET /{name=*}', 'GET', '/a/b', undefined],
  ['GET /{+name}', 'GET', '/', undefined],
  ['GET /report{.format}', 'GET', '/report.pdf', { format: 'pdf' }],
  ['GET /report{.format}', 'GET', '/report', {}],
])('route %s with %s %s', (route, method, url, values) => {
  expect(matchRoute(route, method, url)).toEqual(values);
});

test('each part of a route has its text of the path, in order', () => {
  const pieces = matchPieces('GET /a/{b}.{c*}', 'GET', '/a/x%20y.z?q');
  expect(pieces?.map(({ part, text }) => [part.kind, text])).toEqual([
    ['text', '/a/'],
    ['segment', 'x%20y'],
    ['text', '.'],
    ['rest', 'z'],
  ]);
});

test('the most exact route comes first', () => {
  const routes = ['GET /*', 'GET /a/{b*}', 'GET /{a}/{b}', 'GET /a/{b}', '/a/b', 'POST /a/b', 'GET /a/c'];
  expect(matchRoutes(routes, 'GET', '/a/b')).toEqual(['/a/b', 'GET /a/{b}', 'GET /{a}/{b}', 'GET /*', 'GET /a/{b*}']);
});

test.each([
  ['GET /a', 'GET'],
  [' get\t/a ', 'GET'],
  ['post  /a', 'POST'],
  ['all /a', undefined],
  ['Any /a', undefined],
  ['* /a', undefined],
  ['/a', undefined],
  ['WALL /a', 'WALL'],
  ['anything /a', 'ANYTHING'],
])('route %j is for the method %s', (route, method) => {
  expect(parseRoute(route)).toEqual({ method, variants: [[{ kind: 'text', text: '/a' }]] });
});

test('a method is a word before a path', () => {
  expect(() => parseRoute('/a get /b')).toThrow('" " is not known in a path.');
});

test('what is not known is named', () => {
  expect(() => parseRoute('GET /a/{id:\\d+}')).toThrow(SyntaxError);
});
