import 'arcp-problems/vitest';
import { aboutBlank, agentNotFound, problemResponse, sessionInvalid, tokenInvalid } from 'arcp-problems';
import { problemHandlers } from 'arcp-problems/msw';
import { getResponse, HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

/** MSW: handlers from a map, and problemResponse as a resolver's answer. */

const api = 'http://api.example:8001';
const server = setupServer(
  ...problemHandlers({
    'GET /agents': sessionInvalid,
    'post /agents': tokenInvalid({ status: 403 }),
    'GET /agents/{agent_id}': ({ params }) => agentNotFound({ agent_id: String(params.agent_id) }),
    'DELETE /agents/:id': ({ request }) => problemResponse(sessionInvalid(), { headers: { 'X-Was': request.method } }),
    'ALL https://other.example/*': sessionInvalid,
    'PUT /agents/:id': ({ request }) => (request.headers.has('Authorization') ? undefined : sessionInvalid()),
  }),
  ...problemHandlers({ 'GET /only': sessionInvalid }, { baseUrl: `${api}/v1/` }),
  http.put('*/agents/:id', () => HttpResponse.json({ ok: true })),
  http.get('*/own', () => problemResponse(tokenInvalid())),
);
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterAll(() => server.close());

test('a problem type is answered with the path as its instance', async () => {
  const response = await fetch(`${api}/agents?limit=1`);
  await expect(response).toBeProblem(sessionInvalid, { instance: '/agents' });
  await expect(response).toBeValidProblem({ strict: true });
});

test('an occurrence is answered as it is', async () => {
  const response = await fetch(`${api}/agents`, { method: 'POST' });
  expect(response.status).toBe(403);
  await expect(response).toBeProblem(tokenInvalid);
});

test('a function gets the parameters and the request', async () => {
  await expect(await fetch(`${api}/agents/ghost`)).toBeProblem(agentNotFound, { agent_id: 'ghost' });
  expect((await fetch(`${api}/agents/a`, { method: 'DELETE' })).headers.get('X-Was')).toBe('DELETE');
});

test('a function may leave the request to the next handler', async () => {
  const put = (headers: HeadersInit) => fetch(`${api}/agents/a`, { method: 'PUT', headers });
  expect(await (await put({ Authorization: 'Bearer x' })).json()).toEqual({ ok: true });
  await expect(await put({})).toBeProblem(sessionInvalid);
});

test('a route may have a URL of its own, and all may have a base', async () => {
  await expect(await fetch('https://other.example/x/y', { method: 'PATCH' })).toBeProblem(sessionInvalid);
  await expect(await fetch(`${api}/v1/only`)).toBeProblem(sessionInvalid, { instance: '/v1/only' });
});

test('problemResponse is an answer of a resolver', async () => {
  await expect(await fetch(`${api}/own`)).toBeProblem(tokenInvalid);
});

test.each(['GET  /agents', ' get\t/agents ', 'HEAD /agents', 'GET http://api.example:8001/agents', 'ALL *'])(
  '%j is a route',
  async (route) => {
    const method = route.startsWith('HEAD') ? 'HEAD' : 'GET';
    const response = await getResponse(
      problemHandlers({ [route]: aboutBlank(404) }),
      new Request(`${api}/agents`, { method }),
    );
    expect([response?.status, await response?.text()]).toEqual([
      404,
      method === 'HEAD' ? '' : JSON.stringify(aboutBlank(404)),
    ]);
  },
);

test('MSW 1 is told to be too old', async () => {
  vi.resetModules();
  vi.doMock('msw', () => ({ http: undefined }));
  const loading = import('#runtime/msw.ts').finally(() => vi.doUnmock('msw'));
  await expect(loading).rejects.toThrow(
    'The msw module needs MSW 2 or later, and MSW 1 is installed. Run "npm install --save-dev msw@latest".',
  );
});

test.each(['/agents', 'FETCH /agents', 'GET agents', 'GET agents/7', 'GET /agents now', 'a GET /agents', 'GET', ''])(
  '%j is no route',
  (route) => {
    expect(() => problemHandlers({ [route]: sessionInvalid })).toThrow(
      `A route must be a method and a path such as "GET /agents" (was ${JSON.stringify(route)}).`,
    );
  },
);

describe('a template of a path', () => {
  const asked = async (route: string, path: string, options = {}) => {
    let params: unknown;
    const handlers = problemHandlers(
      {
        [route]: (info) => {
          params = info.params;
          return sessionInvalid();
        },
      },
      options,
    );
    const response = await getResponse(handlers, new Request(`${api}${path}`));
    return response && params;
  };

  test.each([
    ['/agents/{agent-id}', '/agents/a%20b', { 'agent-id': 'a b' }],
    ['/agents/{agent.id}', '/agents/7', { 'agent.id': '7' }],
    ['/agents/{id}:cancel', '/agents/7:cancel', { id: '7' }],
    ['/agents/{id}:cancel', '/agents/7:other', undefined],
    ['/agents/{id}:cancel', '/agents/7', undefined],
    ['/v{version}/agents/{from}-{to}', '/v2/agents/a-b', { version: '2', from: 'a', to: 'b' }],
    ['/files/{path*}', '/files/a/b.txt', { path: 'a/b.txt' }],
    ['/files/{path*}', '/files/', { path: '' }],
    ['/files/{+path}', '/files/a/b', { path: 'a/b' }],
    ['/files/{path...}/raw', '/files/a/b/raw', { path: 'a/b' }],
    ['/files/{path:path}', '/files/a/b', { path: 'a/b' }],
    ['/files/*', '/files/a/b', { 0: 'a/b' }],
    ['/agents/{id}{?limit,offset}', '/agents/7?limit=1', { id: '7' }],
    ['/agents/{id?}', '/agents', {}],
    ['/agents/{id?}', '/agents/7', { id: '7' }],
    ['/agents/:id?/keys', '/agents/7/keys', { id: '7' }],
    ['/agents[/{id}[/keys/{key}]]', '/agents/7', { id: '7' }],
    ['/agents[/{id}[/keys/{key}]]', '/agents/7/keys/8', { id: '7', key: '8' }],
    ['/agents[/{id}[/keys/{key}]]', '/agents', {}],
    ['/agents(/:id)', '/agents/7', { id: '7' }],
    ['/agents{/id}', '/agents/7', { id: '7' }],
    ['/agents{/id}', '/agents', {}],
    ['/agents/:id', '/agents/7', { id: '7' }],
    ['/agents/:from-:to', '/agents/a-b', { from: 'a', to: 'b' }],
    ['/caf\u00e9/{id}', '/caf\u00e9/7', { id: '7' }],
    ['/a+b/{id}', '/a+b/1', { id: '1' }],
  ])('%s with %s', async (route, path, params) => {
    expect(await asked(`GET ${route}`, path)).toEqual(params);
  });

  test('keeps to the base, which can have a path and a wildcard', async () => {
    const route = 'GET /agents/{agent-id}';
    expect(await asked(route, '/v1/agents/7', { baseUrl: `${api}/v1` })).toEqual({ 'agent-id': '7' });
    expect(await asked(route, '/agents/7', { baseUrl: `${api}/v1` })).toBeUndefined();
    expect(await asked(route, '/v1/agents/7', { baseUrl: '*/v1' })).toMatchObject({ 'agent-id': '7' });
    expect(await asked(`GET ${api}/agents/{agent-id}`, '/agents/7')).toEqual({ 'agent-id': '7' });
    expect(await asked('GET */agents/{agent-id}', '/x/agents/7')).toMatchObject({ 'agent-id': '7' });
    expect(await asked('GET */agents/{agent-id}', '/x/agents/7', { baseUrl: `${api}/v1` })).toMatchObject({
      'agent-id': '7',
    });
    expect(await asked(`GET ${api}/agents/{agent-id}`, '/agents/7', { baseUrl: `${api}/v1` })).toEqual({
      'agent-id': '7',
    });
  });

  test.each([
    ['/agents/{id', '"{id" must end with "}"'],
    ['/agents/{}', '"{}" is not known. Write a parameter as {name}, the rest of a path as {name*}'],
    ['/agents/{id:[0-9]+}', '"{id:[0-9]+}" is not known.'],
    ['/agents/{a,b}', '"{a,b}" is not known.'],
    ['/agents/:id(\\d+)', '":id(" must not have a regular expression. Write the name alone'],
    ['/agents/<id>', '"<" is not known in a path. Write parameters as {name}'],
    ['/agents/[id]', '"[" is not known in a path.'],
    ['/agents[/{id}', 'must have a "]" for each opening one'],
    ['/{a?}/{b?}/{c?}/{d?}/{e?}/{f?}', 'has too many optional parts'],
  ])('%s is refused at once', (route, message) => {
    expect(() => problemHandlers({ [`GET ${route}`]: sessionInvalid })).toThrow(TypeError);
    expect(() => problemHandlers({ [`GET ${route}`]: sessionInvalid })).toThrow(message);
  });
});
