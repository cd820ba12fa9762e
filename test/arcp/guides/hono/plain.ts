import { agentNotFound } from 'arcp-problems';
import { problemHandler, problemMiddleware } from 'arcp-problems/hono';
import { Hono } from 'hono';

export const app = new Hono();
app.use(problemMiddleware());
app.onError(problemHandler());
app.get('/items/:id', (context) => {
  throw agentNotFound({ agent_id: context.req.param('id') });
});
