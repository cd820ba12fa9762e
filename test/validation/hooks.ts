import { arktypeValidator } from '@hono/arktype-validator';
import { sValidator } from '@hono/standard-validator';
import { tbValidator } from '@hono/typebox-validator';
import { vValidator } from '@hono/valibot-validator';
import { OpenAPIHono } from '@hono/zod-openapi';
import { zValidator } from '@hono/zod-validator';
import { StandardSchemaValidationPipe, ValidationPipe } from '@nestjs/common';
import { Type } from '@sinclair/typebox';
import { problemValidation as forH3 } from 'arcp-problems/h3';
import { problemValidation } from 'arcp-problems/hono';
import { problemValidation as forNest, problemPipe } from 'arcp-problems/nest';
import { type } from 'arktype';
import { defineValidatedHandler, type H3Event, readValidatedBody } from 'h3';
import { Hono } from 'hono';
import * as v from 'valibot';
import { z } from 'zod';
import { z as z3 } from 'zod/v3';

/** Which hooks `problemValidation` fits, as the compiler sees it. Never run. */

new Hono()
  .post('/', zValidator('json', z.object({ age: z.number() }), problemValidation), (c) =>
    c.text(String(c.req.valid('json').age)),
  )
  .post('/', zValidator('query', z3.object({ age: z3.string() }), problemValidation), (c) =>
    c.text(c.req.valid('query').age),
  )
  .post('/', sValidator('json', z.object({ age: z.number() }), problemValidation), (c) => c.json(c.req.valid('json')))
  .post('/', vValidator('json', v.object({ age: v.map(v.string(), v.number()) }), problemValidation), (c) =>
    c.text('ok'),
  )
  .post('/', arktypeValidator('json', type({ age: 'number' }), problemValidation), (c) => c.json(c.req.valid('json')))
  .post('/', tbValidator('json', Type.Object({ age: Type.Number() }), problemValidation), (c) =>
    c.json(c.req.valid('json')),
  );
new OpenAPIHono({ defaultHook: problemValidation });

new ValidationPipe({ exceptionFactory: forNest });
problemPipe(new StandardSchemaValidationPipe({ exceptionFactory: forNest }));

defineValidatedHandler({ validate: { query: z.object({ page: z.string() }), onError: forH3() }, handler: () => 'ok' });
export const read = (event: H3Event) => readValidatedBody(event, z.object({}), { onError: forH3('body') });

// @ts-expect-error a part that h3 does not have
forH3('cookie');

declare function validator(hook: (result: { success: false; faults: string[] }) => void): void;
// @ts-expect-error a hook whose result has no findings that are known
validator(problemValidation);

declare function typia(hook: (result: { success: false; errors: { path: string; expected: string }[] }) => void): void;
// @ts-expect-error findings without a message
typia(problemValidation);

// @ts-expect-error findings without a name
new ValidationPipe({ exceptionFactory: (errors: { text: string }[]) => forNest(errors) });

// @ts-expect-error not a pipe
problemPipe({});
