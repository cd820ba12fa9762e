import { deepEqual, equal } from 'node:assert/strict';
import {
  agentNotFound,
  isProblem,
  problemResponse,
  rateLimitExceeded,
  readProblem,
  sessionInvalid,
} from 'arcp-problems';
import { checkResponse } from 'arcp-problems/check';
import { problemHandlers } from 'arcp-problems/msw';
import { http } from 'msw';
import { setupServer } from 'msw/node';

/** What the handlers answer. Prints `passed` at its end. */

const server = setupServer(
  ...problemHandlers(
    {
      'GET /agents': sessionInvalid,
      'GET /agents/{agent_id}': ({ params }) => agentNotFound({ agent_id: String(params.agent_id) }),
      'POST /auth/login': rateLimitExceeded({ retry_after: '7' }),
      'ALL /files/{path*}': ({ request }) => (request.method === 'PUT' ? undefined : problemResponse(sessionInvalid())),
    },
    { baseUrl: 'http://shop.example' },
  ),
  http.put('http://shop.example/files/a/b', () => new Response('kept')),
);
server.listen();

const ask = (path: string, method = 'GET') => fetch(`http://shop.example${path}`, { method });
const first = await readProblem(await ask('/agents'));
deepEqual([first?.type, first?.instance], [sessionInvalid.type, '/agents']);
const found = await readProblem(await ask('/agents/a%20b'));
equal(isProblem(found, agentNotFound) && found.agent_id, 'a b');
const limited = await ask('/auth/login', 'POST');
deepEqual([limited.status, limited.headers.get('Retry-After')], [429, '7']);
deepEqual(await checkResponse(limited), []);
deepEqual([(await ask('/files/a/b')).status, await (await ask('/files/a/b', 'PUT')).text()], [401, 'kept']);
server.close();
console.log('passed');
