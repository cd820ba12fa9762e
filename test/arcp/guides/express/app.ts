import { aboutBlank, agentNotFound, ProblemError, tokenInvalid } from 'arcp-problems';
import { notFoundHandler, problemHandler } from 'arcp-problems/express';
import express from 'express';

class TokenExpired extends Error {}

const app = express();
app.use(express.json({ limit: '10kb' }));

app.get('/items/:id', (request) => {
  const agent_id = request.params.id;
  throw new ProblemError(agentNotFound({ agent_id, detail: `Agent ${agent_id} not found` }));
});

app.post('/items', (request, response) => {
  response.status(201).json(request.body);
});

app.all('/items', () => {
  throw new ProblemError(aboutBlank(405), { headers: { Allow: 'POST' } });
});

app.get('/me', async () => {
  throw new TokenExpired('exp claim is 1735689600');
});

app.get('/broken', () => {
  throw new Error('password of db-7 refused');
});

app.use(notFoundHandler());
app.use(
  problemHandler({
    map: (error) => (error instanceof TokenExpired ? tokenInvalid({ detail: 'The token has expired.' }) : undefined),
    log: (error, request) => console.error(request.method, request.path, error),
  }),
);

const port = Number(process.env.PORT ?? 3000);
app.listen(port, () => console.log(`http://localhost:${port}`));
