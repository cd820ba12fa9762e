import 'arcp-problems/vitest';
import { agentNotFound, problemResponse, sessionInvalid, tokenInvalid } from 'arcp-problems';
import { problemHandlers } from 'arcp-problems/msw';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** MSW 2: handlers from a map, and problemResponse as a resolver's answer. */

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

test.each(['/agents', 'FETCH /agents', 'GET agents', 'GET', ''])('%j is no route', (route) => {
  expect(() => problemHandlers({ [route]: sessionInvalid })).toThrow(
    `A route must be a method and a path such as "GET /agents" (was ${JSON.stringify(route)}).`,
  );
});
