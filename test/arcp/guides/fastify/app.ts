import { agentNotFound, ProblemError, tokenInvalid } from 'arcp-problems';
import { frameworkErrors, problemHandler } from 'arcp-problems/fastify';
import Fastify from 'fastify';

class TokenExpired extends Error {}

const app = Fastify({
  logger: { level: 'error' },
  frameworkErrors: frameworkErrors(),
  ajv: { customOptions: { allErrors: true } },
});

await app.register(
  problemHandler({
    map: (error) => (error instanceof TokenExpired ? tokenInvalid({ detail: 'The token has expired.' }) : undefined),
  }),
);

app.get<{ Params: { id: string } }>('/items/:id', async (request) => {
  const agent_id = request.params.id;
  throw new ProblemError(agentNotFound({ agent_id, detail: `Agent ${agent_id} not found` }));
});

const item = {
  type: 'object',
  required: ['name', 'tags'],
  properties: {
    name: { type: 'string', minLength: 3 },
    tags: { type: 'array', items: { type: 'string' } },
  },
};

app.post('/items', { schema: { body: item } }, async (request, reply) => reply.code(201).send(request.body));

app.get('/me', async () => {
  throw new TokenExpired('exp claim is 1735689600');
});

app.get('/broken', async () => {
  throw new Error('password of db-7 refused');
});

const port = Number(process.env.PORT ?? 3000);
await app.listen({ port });
console.log(`http://localhost:${port}`);
