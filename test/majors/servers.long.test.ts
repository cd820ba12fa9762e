import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Launch, Traits } from '../runtime/frameworks/contract.ts';
import { suite as express } from '../runtime/frameworks/suites/express.ts';
import { suite as fastify } from '../runtime/frameworks/suites/fastify.ts';
import { suite as h3 } from '../runtime/frameworks/suites/h3.ts';
import { suite as hono } from '../runtime/frameworks/suites/hono.ts';
import { suite as koa } from '../runtime/frameworks/suites/koa.ts';
import { suite as nest } from '../runtime/frameworks/suites/nest.ts';
import { root } from '../support.ts';
import { compile, folderOf, nodeOf } from './folder.ts';
import { launched } from './launch.ts';
import { majors } from './matrix.ts';

/** The adapters, each beside every major of its framework. */

const suites: Record<string, (launch: Launch, traits?: Traits) => void> = { express, fastify, h3, hono, koa, nest };
/** Apps that are not called as the subpath is. */
const apps: Record<string, string> = { 'h3-1': 'h3-1', 'hono-3': 'hono-3' };
const starts: Record<string, string[]> = { nest: ['startOnExpress', 'startOnFastify'] };
/** What a major does otherwise than the others. */
const traits: Record<string, Traits> = {
  'h3-1 start': { hearsStreams: true, isEarlier: true, trustsErrors: true },
  'hono-3 start': { isEarlier: true },
  'nest-10 startOnExpress': { endsStreams: true },
};

const from = join(root, 'test/runtime/frameworks');

for (const major of majors.filter(({ kind }) => kind === 'server')) {
  const { id, node, subpath = '' } = major;
  const app = apps[id] ?? subpath;
  let folder: Promise<string>;
  const installed = () => {
    folder ??= folderOf(major);
    return folder;
  };
  let faults: string[] | undefined;
  const compiled = async () => {
    faults ??= compile(await installed(), from, ['process.ts', 'routes.ts', `apps/${app}.ts`]);
    return faults;
  };

  describe.each([...new Set([node, process.versions.node])])(`${id} on Node %s`, (version) => {
    beforeAll(async () => {
      await compiled();
      await nodeOf(version);
    });

    test('its types fit', async () => {
      expect(await compiled()).toEqual([]);
    });

    describe.each(starts[subpath] ?? ['start'])('%s', (start) => {
      const launch: Launch = async () =>
        launched(await nodeOf(version), join(await installed(), 'process.js'), [app, start])();
      suites[subpath]?.(launch, traits[`${id} ${start}`]);
    });
  });
}
