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
  type INestApplication,
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
import { problemHandler, problemValidation } from 'arcp-problems/nest';
import { Type } from 'class-transformer';
import { IsInt, IsString, Min, ValidateNested } from 'class-validator';
import { fail, failing, type Hooks, keptFields, paths, type Start, secret } from '../routes.ts';

/** An app of NestJS 10, 11 or 12, on Express and on Fastify. Decorators are called, since Node strips no such syntax. */

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

let arrived = () => {};

class Shop {
  json(body: unknown) {
    return body;
  }
  byHand(body: string) {
    return JSON.parse(body);
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
    arrived();
    await wait(500);
    throw new Error('late');
  }
}

route('json', [Post('json')], [Body()], [Object]);
route('byHand', [Post('by-hand')], [Body()], [Object]);
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
    value: () => fail(path === '/kept' ? '/adds' : path),
    configurable: true,
    writable: true,
  });
  const kept = Object.entries(keptFields).map(([name, value]) => Header(name, value));
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

async function listen(app: INestApplication, hooks: Hooks<ArgumentsHost>, noteArrival: () => void) {
  arrived = noteArrival;
  app.useGlobalFilters(problemHandler(hooks));
  app.useGlobalPipes(new ValidationPipe({ exceptionFactory: problemValidation, transform: true }));
  await app.listen(0, '127.0.0.1');
  return { url: (await app.getUrl()).replace(/\/$/, ''), close: () => app.close() };
}

export const startOnExpress: Start<ArgumentsHost> = async (hooks, noteArrival) => {
  const app = await NestFactory.create<NestExpressApplication>(App, new ExpressAdapter(), { logger: false });
  app.useBodyParser('json', { limit: 100, strict: false });
  app.useBodyParser('text');
  return listen(app, hooks, noteArrival);
};

export const startOnFastify: Start<ArgumentsHost> = async (hooks, noteArrival) => {
  const adapter = new FastifyAdapter({ bodyLimit: 100 });
  const app = await NestFactory.create<NestFastifyApplication>(App, adapter, { logger: false });
  return listen(app, hooks, noteArrival);
};
