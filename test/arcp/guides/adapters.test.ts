import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkResponse } from '#runtime/check.ts';
import { freePort, root, run, serve } from '../../support.ts';
import { blocksOf, compile, curl, exchangesOf, filesOf, project } from './guide.ts';

/** The guides of the frameworks, followed word by word: files saved, commands run, responses compared. */

const guides = ['express', 'fastify', 'hono', 'koa', 'h3', 'nestjs', 'fetch'];

const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;
const withoutTime = (body: Record<string, unknown>) => ({
  ...body,
  ...(time.test(String(body.timestamp)) && { timestamp: 'now' }),
});

describe.each(guides)('the guide for %s', (guide) => {
  const blocks = blocksOf(guide);

  test('holds each of its files, and no other code', () => {
    const code = blocks.filter(({ lang }) => lang === 'typescript' || lang === 'json').map(({ text }) => text);
    expect(code.sort()).toEqual([...filesOf(guide).values()].sort());
  });

  test('shows the responses that its app gives', async () => {
    const folder = project(guide, blocks);
    const start = blocks.map(({ text }) => /^node ([\w./]+)$/m.exec(text)?.[1]).find((file) => file !== undefined);
    if (blocks.some(({ text }) => /^npx tsc$/m.test(text)))
      expect(await compile(folder)).toMatchObject({ code: 0, stdout: '' });
    const port = await freePort();
    const env = { PORT: String(port), NODE_ENV: 'production', TEST: '' };
    const app = await serve(process.execPath, [start ?? ''], /http:\/\//, { cwd: folder, env });
    const exchanges = exchangesOf(blocks);
    expect(exchanges.length).toBeGreaterThan(3);
    try {
      for (const { command, response } of exchanges) {
        const [head = '', body = ''] = response.split('\n\n');
        const [statusLine, ...fields] = head.split('\n');
        const actual = await curl(command, port);
        const reason = statusLine?.split(' ').slice(2).join(' ');
        expect([actual.status, actual.statusText || reason], command).toEqual([
          Number(statusLine?.split(' ')[1]),
          reason,
        ]);
        for (const field of fields) {
          const [name = '', value] = field.split(': ', 2);
          expect(actual.headers.get(name), `${command}: ${name}`).toBe(value);
        }
        if (actual.status >= 400)
          expect(await checkResponse(actual, { method: body ? 'GET' : 'HEAD' }), command).toEqual([]);
        const sent = await actual.text();
        expect(sent && withoutTime(JSON.parse(sent)), command).toEqual(body && withoutTime(JSON.parse(body)));
      }
      expect(app.output()).toContain('password of db-7 refused');
    } finally {
      app.stop();
    }
  });
});

test('every folder of a framework has a test', () => {
  const folders = readdirSync(join(root, 'test/arcp/guides'), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  expect(folders.map(({ name }) => name)).toEqual(expect.arrayContaining(guides));
});

test('the Nitro part of the guide for h3 answers as the guide says', async () => {
  const folder = project('h3', blocksOf('h3'));
  const built = await run(process.execPath, [join(root, 'node_modules/nitro/dist/cli/index.mjs'), 'build'], {
    cwd: folder,
  });
  expect(built.code, built.stderr).toBe(0);
  const port = await freePort();
  const env = { PORT: String(port), NODE_ENV: 'production', TEST: '' };
  const app = await serve(process.execPath, ['.output/server/index.mjs'], /Listening/, { cwd: folder, env });
  try {
    const response = await curl('curl -i http://localhost:3000/items/my-agent', port);
    expect([response.status, await checkResponse(response)]).toEqual([404, []]);
    expect(await response.json()).toMatchObject({ title: 'Agent Not Found', agent_id: 'my-agent' });
  } finally {
    app.stop();
  }
});
