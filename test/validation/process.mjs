import 'reflect-metadata';
import { createServer } from 'node:http';
import { TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import { arktypeValidator } from '@hono/arktype-validator';
import { getRequestListener } from '@hono/node-server';
import { sValidator } from '@hono/standard-validator';
import { tbValidator } from '@hono/typebox-validator';
import { vValidator } from '@hono/valibot-validator';
import { createRoute, OpenAPIHono, z as openApiZod } from '@hono/zod-openapi';
import { zValidator } from '@hono/zod-validator';
import { Body, Controller, Headers, Module, Param, Post, Query, ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Type } from '@sinclair/typebox';
import { problemHandler as forExpress } from 'arcp-problems/express';
import { problemHandler as forFastify } from 'arcp-problems/fastify';
import { problemHandler as forH3, problemValidation as validationOfH3 } from 'arcp-problems/h3';
import { problemHandler as forHono, problemValidation as validationOfHono } from 'arcp-problems/hono';
import { problemHandler as forNest, problemPipe, problemValidation as validationOfNest } from 'arcp-problems/nest';
import { type } from 'arktype';
import { IsInt, IsString } from 'class-validator';
import express from 'express';
import openApi from 'express-openapi-validator';
import Fastify from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { getValidatedQuery, getValidatedRouterParams, H3, readBody, readValidatedBody, toNodeHandler } from 'h3';
import { Hono } from 'hono';
import typebox from 'typebox';
import * as v from 'valibot';
import { z } from 'zod';
import { z as z3 } from 'zod/v3';

/**
 * Apps whose routes validate one part of a request: `POST /<framework>/<validator>/<part>`, where the part is `body`,
 * `query`, `params` or `headers`. Each asks for an integer `count` and a text `name`; of `headers`, for `x-count` and
 * `x-name`; of `params`, for `count` alone.
 */

const names = { body: ['count', 'name'], query: ['count', 'name'], params: ['count'], headers: ['x-count', 'x-name'] };
const parts = Object.keys(names);
const schemaOf = (part, object, { whole, text }) =>
  object(Object.fromEntries(names[part].map((name) => [name, name.endsWith('count') ? whole : text])));
const at = (framework, validator, part) => `/${framework}/${validator}/${part}${part === 'params' ? '/:count' : ''}`;
const quiet = { log() {} };

const schemas = {
  zod4: (part) => schemaOf(part, z.object, { whole: z.int(), text: z.string() }),
  zod3: (part) => schemaOf(part, z3.object, { whole: z3.number().int(), text: z3.string() }),
  valibot: (part) => schemaOf(part, v.object, { whole: v.pipe(v.number(), v.integer()), text: v.string() }),
  arktype: (part) => schemaOf(part, type, { whole: 'number.integer', text: 'string' }),
  typebox: (part) => schemaOf(part, Type.Object, { whole: Type.Integer(), text: Type.String() }),
  json: (part) => ({
    ...schemaOf(part, (properties) => ({ type: 'object', properties }), {
      whole: { type: 'integer' },
      text: { type: 'string' },
    }),
    required: names[part],
  }),
};

function hono() {
  const app = new Hono().onError(forHono(quiet));
  const targets = { body: 'json', query: 'query', params: 'param', headers: 'header' };
  const validators = {
    zod4: zValidator,
    zod3: zValidator,
    standard: (target, _schema, hook, part) => sValidator(target, schemas.zod4(part), hook),
    valibot: vValidator,
    arktype: arktypeValidator,
    typebox: tbValidator,
  };
  for (const [name, validator] of Object.entries(validators)) {
    for (const part of parts) {
      const schema = schemas[name]?.(part);
      app.post(at('hono', name, part), validator(targets[part], schema, validationOfHono, part), (c) => c.text('ok'));
    }
  }
  const documented = new OpenAPIHono({ defaultHook: validationOfHono });
  documented.onError(forHono(quiet));
  for (const part of parts) {
    const schema = schemaOf(part, openApiZod.object, { whole: openApiZod.int(), text: openApiZod.string() });
    const request =
      part === 'body' ? { body: { content: { 'application/json': { schema } }, required: true } } : { [part]: schema };
    const path = at('hono', 'openapi', part).replace(':count', '{count}');
    const route = createRoute({ method: 'post', path, request, responses: { 200: { description: 'ok' } } });
    documented.openapi(route, (c) => c.text('ok'));
  }
  const listener = getRequestListener(app.fetch);
  const documentedListener = getRequestListener(documented.fetch);
  return (request, response) =>
    request.url.startsWith('/hono/openapi') ? documentedListener(request, response) : listener(request, response);
}

async function fastify() {
  const app = Fastify({ ajv: { customOptions: { allErrors: true } } });
  await app.register(forFastify(quiet));
  const keys = { body: 'body', query: 'querystring', params: 'params', headers: 'headers' };
  const compilers = {
    ajv: [undefined, schemas.json],
    zod4: [validatorCompiler, schemas.zod4],
    typebox: [
      TypeBoxValidatorCompiler,
      (part) => schemaOf(part, typebox.Object, { whole: typebox.Integer(), text: typebox.String() }),
    ],
  };
  for (const [name, [compiler, schema]] of Object.entries(compilers)) {
    await app.register(async (child) => {
      if (compiler) child.setValidatorCompiler(compiler);
      if (name === 'zod4') child.setSerializerCompiler(serializerCompiler);
      for (const part of parts) {
        child.post(at('fastify', name, part), { schema: { [keys[part]]: schema(part) } }, async () => 'ok');
      }
    });
  }
  await app.ready();
  return app.routing;
}

function withExpress() {
  const app = express().use(express.json());
  const paths = {};
  const places = { query: 'query', params: 'path', headers: 'header' };
  for (const part of parts) {
    const { properties } = schemas.json(part);
    const content = { 'application/json': { schema: schemas.json(part) } };
    const parameters = Object.entries(properties).map(([name, schema]) => {
      return { name, in: places[part], required: true, schema };
    });
    const asked = part === 'body' ? { requestBody: { required: true, content } } : { parameters };
    const path = at('express', 'openapi', part).replace(':count', '{count}');
    paths[path] = { post: { ...asked, responses: { 200: { description: 'ok' } } } };
    if (part === 'params') paths[path].post.requestBody = { content: { 'application/json': { schema: {} } } };
  }
  const apiSpec = { openapi: '3.0.0', info: { title: 'test', version: '1' }, paths };
  app.use(openApi.middleware({ apiSpec, validateRequests: { allErrors: true } }));
  app.use((_request, response) => response.send('ok'));
  return app.use(forExpress(quiet));
}

function h3() {
  const app = new H3({ onError: forH3(quiet), silent: true });
  for (const name of ['zod4', 'valibot', 'arktype']) {
    const schema = schemas[name];
    app.post(at('h3', name, 'body'), (event) => readValidatedBody(event, schema('body')));
    app.post(at('h3', name, 'query'), (event) => getValidatedQuery(event, schema('query')));
    app.post(at('h3', name, 'params'), (event) => getValidatedRouterParams(event, schema('params')));
    app.post(at('h3', `${name}-late`, 'query'), async (event) => {
      await readBody(event);
      return getValidatedQuery(event, schema('query'));
    });
    app.post(at('h3', `${name}-named`, 'query'), async (event) => {
      await readBody(event);
      return getValidatedQuery(event, schema('query'), { onError: validationOfH3('query') });
    });
  }
  return toNodeHandler(app);
}

async function nest() {
  const dtoOf = (part) => {
    class Dto {}
    for (const name of names[part]) (name.endsWith('count') ? IsInt() : IsString())(Dto.prototype, name);
    return Dto;
  };
  const pipes = {
    factory: new ValidationPipe({ exceptionFactory: validationOfNest }),
    transform: new ValidationPipe({ exceptionFactory: validationOfNest, transform: true }),
    pipe: problemPipe(new ValidationPipe({ exceptionFactory: validationOfNest })),
    grouped: new ValidationPipe({ errorFormat: 'grouped' }),
    list: new ValidationPipe(),
  };
  class Orders {}
  Controller()(Orders);
  const decorators = { body: Body, query: Query, params: Param, headers: Headers };
  for (const [name, pipe] of Object.entries(pipes)) {
    for (const part of parts.filter((each) => each !== 'headers')) {
      const method = `${name} ${part}`;
      Object.defineProperty(Orders.prototype, method, { value: () => 'ok', configurable: true, writable: true });
      decorators[part](pipe)(Orders.prototype, method, 0);
      Reflect.defineMetadata('design:paramtypes', [dtoOf(part)], Orders.prototype, method);
      const descriptor = Object.getOwnPropertyDescriptor(Orders.prototype, method);
      Post(at('nest', name, part))(Orders.prototype, method, descriptor);
    }
  }
  class App {}
  Module({ controllers: [Orders] })(App);
  const app = await NestFactory.create(App, { logger: false });
  app.useGlobalFilters(forNest(quiet));
  await app.init();
  return app.getHttpAdapter().getInstance();
}

const handlers = { hono: hono(), fastify: await fastify(), express: withExpress(), h3: h3(), nest: await nest() };
const server = createServer((request, response) => handlers[request.url.split('/')[1]](request, response));
server.listen(0, '127.0.0.1', () => process.send(`http://127.0.0.1:${server.address().port}`));
process.on('disconnect', () => process.exit());
