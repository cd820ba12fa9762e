import 'reflect-metadata';
import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import {
  type ArgumentsHost,
  BadGatewayException,
  Body,
  Controller,
  Get,
  Header,
  HttpException,
  Module,
  NotFoundException,
  Param,
  ParseIntPipe,
  Post,
  Query,
  Res,
  StreamableFile,
  ValidationPipe,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter, type NestExpressApplication } from '@nestjs/platform-express';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Type } from 'class-transformer';
import { IsInt, IsString, Min, ValidateNested } from 'class-validator';
import { describe, expect, test } from 'vitest';
import { problemHandler, problemValidation } from '../../src/package/adapters/nest.ts';
import { contract, fail, failing, type Hooks, paths, problemOf, secret } from './contract.ts';

/** NestJS 11, on Express and on Fastify. Decorators are called by hand, since tests run without their syntax. */

class Line {
  declare count: number;
}
decorate(Line, 'count', Number, IsInt(), Min(1));

class Order {
  declare sku: string;
  declare lines: Line[];
}
decorate(Order, 'sku', String, IsString({ message: 'must be text' }));
decorate(
  Order,
  'lines',
  Array,
  ValidateNested({ each: true }),
  Type(() => Line),
);

class Page {
  declare limit: number;
}
decorate(Page, 'limit', Number, IsInt({ message: 'must be whole' }));

let abandoned = () => {};

class Shop {
  json(body: unknown) {
    return body;
  }
  order(order: Order) {
    return order;
  }
  page(page: Page) {
    return page;
  }
  item(id: number) {
    return id;
  }
  exception() {
    throw new NotFoundException('No such card.');
  }
  exception500() {
    throw new BadGatewayException(secret);
  }
  custom() {
    throw new HttpException({ error: 'own form', secret }, 410);
  }
  stream() {
    return new StreamableFile(Readable.from(failing()));
  }
  raw(response: ServerResponse | { raw: ServerResponse }) {
    ('raw' in response ? response.raw : response).write('first');
    throw new Error('too late');
  }
  async slow() {
    abandoned();
    await wait(50);
    throw new Error('late');
  }
}

route('json', [Post('json')], [Body()], [Object]);
route('order', [Post('order')], [Body()], [Order]);
route('page', [Get('page')], [Query()], [Page]);
route('item', [Get('items/:id')], [Param('id', ParseIntPipe)], [Number]);
route('exception', [Get('exception')]);
route('exception500', [Get('exception-500')]);
route('custom', [Get('custom')]);
route('stream', [Get('stream'), Header('X-Kind', 'stream')]);
route('raw', [Get('raw')], [Res()], [Object]);
route('slow', [Get('slow')]);
for (const path of [...paths, '/kept']) {
  const name = `at ${path}`;
  Object.defineProperty(Shop.prototype, name, {
    value: () => fail(path === '/kept' ? '/problem' : path),
    configurable: true,
    writable: true,
  });
  const kept = [Header('X-Request-ID', '7f3'), Header('ETag', '"1"'), Header('Cache-Control', 'public, max-age=60')];
  route(name, [Get(path), ...(path === '/kept' ? kept : [])]);
}
Controller()(Shop);

class App {}
Module({ controllers: [Shop] })(App);

function decorate(
  target: { prototype: object },
  name: string,
  type: unknown,
  ...decorators: PropertyDecorator[]
): void {
  Reflect.defineMetadata('design:type', type, target.prototype, name);
  for (const decorator of decorators) decorator(target.prototype, name);
}

function route(name: string, methods: MethodDecorator[], parameters: ParameterDecorator[] = [], types: unknown[] = []) {
  for (const [index, parameter] of parameters.entries()) parameter(Shop.prototype, name, index);
  Reflect.defineMetadata('design:paramtypes', types, Shop.prototype, name);
  const descriptor = Object.getOwnPropertyDescriptor(Shop.prototype, name) as PropertyDescriptor;
  for (const method of methods) method(Shop.prototype, name, descriptor);
}

const platforms = {
  Express: async () => {
    const app = await NestFactory.create<NestExpressApplication>(App, new ExpressAdapter(), { logger: false });
    return app.useBodyParser('json', { limit: 100, strict: false });
  },
  Fastify: () =>
    NestFactory.create<NestFastifyApplication>(App, new FastifyAdapter({ bodyLimit: 100 }), { logger: false }),
};

describe.each(Object.entries(platforms))('on %s', (_name, create) => {
  const ask = contract<ArgumentsHost>({
    async start(hooks: Hooks<ArgumentsHost>, left) {
      abandoned = left;
      const app = await create();
      app.useGlobalFilters(problemHandler(hooks));
      app.useGlobalPipes(new ValidationPipe({ exceptionFactory: problemValidation, transform: true }));
      await app.listen(0, '127.0.0.1');
      return { url: (await app.getUrl()).replace(/\/$/, ''), close: () => app.close() };
    },
  });
  const post = (path: string, body: unknown) =>
    ask(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });

  test('a failed ValidationPipe points at each value', async () => {
    const response = await post('/order', { lines: [{ count: 1 }, { count: 0 }] });
    expect(response.status).toBe(400);
    expect(await problemOf(response)).toEqual({
      type: 'about:blank',
      title: 'Bad Request',
      status: 400,
      detail: '2 values of the request must change.',
      errors: [
        { detail: 'must be text', pointer: '#/sku' },
        { detail: 'count must not be less than 1', pointer: '#/lines/1/count' },
      ],
    });
    expect((await post('/order', { sku: 'A', lines: [] })).status).toBe(201);
  });

  test('what is wrong in the query of a GET has a name', async () => {
    expect(await problemOf(await ask('/page?limit=x'))).toMatchObject({
      errors: [{ detail: 'must be whole', parameter: 'limit' }],
    });
  });

  test('an HttpException gives its message below 500, and never from there on', async () => {
    expect(await problemOf(await ask('/exception'))).toMatchObject({ title: 'Not Found', detail: 'No such card.' });
    const badGateway = { type: 'about:blank', title: 'Bad Gateway', status: 502 };
    expect(await problemOf(await ask('/exception-500'))).toEqual(badGateway);
    expect(await problemOf(await ask('/custom'))).toEqual({ type: 'about:blank', title: 'Gone', status: 410 });
  });

  test('a pipe of Nest gives its message', async () => {
    expect(await problemOf(await ask('/items/x'))).toMatchObject({
      status: 400,
      detail: 'Validation failed (numeric string is expected)',
    });
  });

  test('a response that has begun is cut', async () => {
    await expect(ask('/raw').then((response) => response.text())).rejects.toThrow();
  });
});

test('exceptions of other transports are thrown on', () => {
  const exception = new Error('of a queue');
  const host = { getType: () => 'rpc' } as unknown as ArgumentsHost;
  expect(() => problemHandler().catch(exception, host)).toThrow(exception);
});
