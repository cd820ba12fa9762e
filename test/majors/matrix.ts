/** The majors that the package works with, each with the versions that are installed to try it. */

export interface Major {
  /** Name of its folder under `dist/majors`. */
  readonly id: string;
  readonly name: string;
  readonly kind: 'server' | 'runner' | 'mock' | 'parser';
  /** Subpath of the package that is for it. */
  readonly subpath: string;
  /** The oldest Node.js that it runs on. The tests run on exactly this one, and on the one of the project. */
  readonly node: string;
  /** Packages with exact versions; the first is the one that the major is named for. */
  readonly install: Readonly<Record<string, string>>;
}

const nest = (version: string, platformFastify = version) => ({
  '@nestjs/common': version,
  '@nestjs/core': version,
  '@nestjs/platform-express': version,
  '@nestjs/platform-fastify': platformFastify,
  'class-transformer': '0.5.1',
  'class-validator': '0.15.1',
  'reflect-metadata': '0.2.2',
  rxjs: '7.8.2',
});

export const majors: readonly Major[] = [
  {
    id: 'express-4',
    name: 'Express 4',
    kind: 'server',
    subpath: 'express',
    node: '20.0.0',
    install: { express: '4.22.3', '@types/express': '4.17.25' },
  },
  {
    id: 'express-5',
    name: 'Express 5',
    kind: 'server',
    subpath: 'express',
    node: '20.0.0',
    install: { express: '5.3.0', '@types/express': '5.0.6' },
  },
  {
    id: 'fastify-4',
    name: 'Fastify 4',
    kind: 'server',
    subpath: 'fastify',
    node: '20.0.0',
    install: { fastify: '4.29.1' },
  },
  {
    id: 'fastify-5',
    name: 'Fastify 5',
    kind: 'server',
    subpath: 'fastify',
    node: '20.0.0',
    install: { fastify: '5.12.8' },
  },
  {
    id: 'koa-2',
    name: 'Koa 2',
    kind: 'server',
    subpath: 'koa',
    node: '20.0.0',
    install: { koa: '2.16.4', '@types/koa': '2.15.2', '@koa/bodyparser': '6.1.0', '@koa/router': '15.7.0' },
  },
  {
    id: 'koa-3',
    name: 'Koa 3',
    kind: 'server',
    subpath: 'koa',
    node: '20.0.0',
    install: { koa: '3.3.0', '@types/koa': '3.0.3', '@koa/bodyparser': '6.1.0', '@koa/router': '15.7.0' },
  },
  {
    id: 'h3-1',
    name: 'h3 1',
    kind: 'server',
    subpath: 'h3',
    node: '20.0.0',
    install: { h3: '1.15.11', zod: '4.6.7' },
  },
  {
    id: 'h3-2',
    name: 'h3 2',
    kind: 'server',
    subpath: 'h3',
    node: '20.19.0',
    install: { h3: '2.0.8', zod: '4.6.7' },
  },
  {
    id: 'hono-3',
    name: 'Hono 3',
    kind: 'server',
    subpath: 'hono',
    node: '20.0.0',
    install: {
      hono: '3.12.12',
      '@hono/node-server': '1.3.3',
      '@hono/standard-validator': '0.1.5',
      '@hono/zod-validator': '0.4.3',
      '@standard-schema/spec': '1.0.0',
      zod: '3.25.76',
    },
  },
  {
    id: 'hono-4',
    name: 'Hono 4',
    kind: 'server',
    subpath: 'hono',
    node: '20.0.0',
    install: {
      hono: '4.13.19',
      '@hono/node-server': '2.1.9',
      '@hono/standard-validator': '0.4.0',
      '@hono/zod-validator': '0.9.1',
      zod: '4.6.7',
    },
  },
  { id: 'nest-10', name: 'NestJS 10', kind: 'server', subpath: 'nest', node: '20.0.0', install: nest('10.4.22') },
  {
    id: 'nest-11',
    name: 'NestJS 11',
    kind: 'server',
    subpath: 'nest',
    node: '20.0.0',
    install: nest('11.2.10', '11.2.8'),
  },
  {
    id: 'nest-12',
    name: 'NestJS 12',
    kind: 'server',
    subpath: 'nest',
    node: '20.0.0',
    install: nest('12.5.1', '12.5.0'),
  },
];
