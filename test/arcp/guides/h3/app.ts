import { agentNotFound, ProblemError, tokenInvalid } from 'arcp-problems';
import { problemHandler } from 'arcp-problems/h3';
import { assertMethod, bodyLimit, H3, readValidatedBody, serve } from 'h3';
import { z } from 'zod';

class TokenExpired extends Error {}

const app = new H3({
  silent: true,
  onError: problemHandler({
    map: (error) => (error instanceof TokenExpired ? tokenInvalid({ detail: 'The token has expired.' }) : undefined),
    log: (error, event) => console.error(event.req.method, event.url.pathname, error),
  }),
});

app.use(bodyLimit(10 * 1024));

app.get('/items/:id', (event) => {
  const agent_id = event.context.params?.id ?? '';
  throw new ProblemError(agentNotFound({ agent_id, detail: `Agent ${agent_id} not found` }));
});

const item = z.object({
  name: z.string().min(3, 'must have 3 characters or more'),
  tags: z.array(z.string('must be text'), 'must be an array'),
});

app.all('/items', async (event) => {
  assertMethod(event, 'POST');
  event.res.status = 201;
  return readValidatedBody(event, item);
});

app.get('/me', async () => {
  throw new TokenExpired('exp claim is 1735689600');
});

app.get('/broken', () => {
  throw new Error('password of db-7 refused');
});

serve(app, { port: Number(process.env.PORT ?? 3000) });
