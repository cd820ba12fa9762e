import { expect, test } from 'vitest';
import { matchRoute, matchRoutes, parseRoute } from '#runtime/routes/match.ts';

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
  ['GET /report{.format}', 'GET', '/report.pdf', { format: 'pdf' }],
  ['GET /report{.format}', 'GET', '/report', {}],
])('route %s with %s %s', (route, method, url, values) => {
  expect(matchRoute(route, method, url)).toEqual(values);
});

test('the most exact route comes first', () => {
  const routes = ['GET /*', 'GET /a/{b*}', 'GET /{a}/{b}', 'GET /a/{b}', '/a/b', 'POST /a/b', 'GET /a/c'];
  expect(matchRoutes(routes, 'GET', '/a/b')).toEqual(['/a/b', 'GET /a/{b}', 'GET /{a}/{b}', 'GET /*', 'GET /a/{b*}']);
});

test('a long path takes a moment, whatever the template', () => {
  const path = `/${'a-'.repeat(20_000)}`;
  const before = process.cpuUsage();
  for (const template of ['/{a}-{b}-{c}-{d}x', '/{a*}-{b*}-{c*}x', '/*-*-*-*x', '/{a*}/{b*}/{c*}']) {
    expect(matchRoute(template, 'GET', path)).toBeUndefined();
  }
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(5);
});

test('what is not known is named', () => {
  expect(() => parseRoute('GET /a/{id:\\d+}')).toThrow(SyntaxError);
});
