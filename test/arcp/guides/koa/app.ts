import { bodyParser } from '@koa/bodyparser';
import Router from '@koa/router';
import { agentNotFound, ProblemError, tokenInvalid } from 'arcp-problems';
import { problemHandler } from 'arcp-problems/koa';
import Koa from 'koa';

class TokenExpired extends Error {}

const app = new Koa();

app.use(
  problemHandler({
    map: (error) => (error instanceof TokenExpired ? tokenInvalid({ detail: 'The token has expired.' }) : undefined),
    log: (error, context) => console.error(context.method, context.path, error),
  }),
);
app.use(bodyParser({ jsonLimit: '10kb' }));

const router = new Router();

router.get('/items/:id', (context) => {
  const agent_id = context.params.id ?? '';
  throw new ProblemError(agentNotFound({ agent_id, detail: `Agent ${agent_id} not found` }));
});

router.post('/items', (context) => {
  context.status = 201;
  context.body = context.request.body;
});

router.get('/me', async () => {
  throw new TokenExpired('exp claim is 1735689600');
});

router.get('/broken', () => {
  throw new Error('password of db-7 refused');
});

app.use(router.routes());
app.use(router.allowedMethods());

const port = Number(process.env.PORT ?? 3000);
app.listen(port, () => console.log(`http://localhost:${port}`));
