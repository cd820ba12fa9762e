import { serve } from '@hono/node-server';
import { sValidator } from '@hono/standard-validator';
import { agentNotFound, ProblemError, tokenInvalid } from 'arcp-problems';
import { problemHandler, problemMethodNotAllowed, problemNotFound, problemValidation } from 'arcp-problems/hono';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { z } from 'zod';

class TokenExpired extends Error {}

const app = new Hono();

app.onError(
  problemHandler({
    map: (error) => (error instanceof TokenExpired ? tokenInvalid({ detail: 'The token has expired.' }) : undefined),
    log: (error, context) => console.error(context.req.method, context.req.path, error),
  }),
);
app.notFound(problemNotFound());
app.use(methodNotAllowed({ app, onMethodNotAllowed: problemMethodNotAllowed() }));
app.use(bodyLimit({ maxSize: 10 * 1024 }));

app.get('/items/:id', (context) => {
  const agent_id = context.req.param('id');
  throw new ProblemError(agentNotFound({ agent_id, detail: `Agent ${agent_id} not found` }));
});

const item = z.object({
  name: z.string().min(3, 'must have 3 characters or more'),
  tags: z.array(z.string('must be text'), 'must be an array'),
});

app.post('/items', sValidator('json', item, problemValidation), (context) =>
  context.json(context.req.valid('json'), 201),
);

app.get('/me', async () => {
  throw new TokenExpired('exp claim is 1735689600');
});

app.get('/broken', () => {
  throw new Error('password of db-7 refused');
});

serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) }, ({ port }) => {
  console.log(`http://localhost:${port}`);
});
