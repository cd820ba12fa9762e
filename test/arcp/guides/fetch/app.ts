import { serve } from '@hono/node-server';
import { aboutBlank, agentNotFound, ProblemError, tokenInvalid } from 'arcp-problems';
import { withProblems } from 'arcp-problems/fetch';

class TokenExpired extends Error {}

const handler = withProblems(
  async (request: Request) => {
    const { pathname } = new URL(request.url);
    if (pathname === '/items') {
      if (request.method !== 'POST') throw new ProblemError(aboutBlank(405), { headers: { Allow: 'POST' } });
      return Response.json(await request.json(), { status: 201 });
    }
    if (pathname.startsWith('/items/')) {
      const agent_id = pathname.slice('/items/'.length);
      throw agentNotFound({ agent_id, detail: `Agent ${agent_id} not found` });
    }
    if (pathname === '/me') throw new TokenExpired('exp claim is 1735689600');
    if (pathname === '/broken') throw new Error('password of db-7 refused');
    throw aboutBlank(404);
  },
  {
    map: (error) => (error instanceof TokenExpired ? tokenInvalid({ detail: 'The token has expired.' }) : undefined),
    log: (error, request) => console.error(request.method, request.url, error),
  },
);

serve({ fetch: handler, port: Number(process.env.PORT ?? 3000) }, ({ port }) =>
  console.log(`http://localhost:${port}`),
);
