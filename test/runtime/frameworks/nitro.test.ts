import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { freePort, root, run, serve, temporary } from '../../support.ts';
import { problemOf } from './contract.ts';

/** Nitro 3: an app that is built and started as its users do. */

const runtime = join(root, 'src/runtime').replaceAll('\\', '/');

const files = {
  'nitro.config.ts': `export default { serverDir: '.', errorHandler: './error.ts', compatibilityDate: '2026-01-01' };`,
  'error.ts': `import { problemHandler } from '${runtime}/h3.ts';
    export default problemHandler({ log: (error) => console.log('logged', String(error)) });`,
  'routes/problem.ts': `import { aboutBlank, ProblemError } from '${runtime}/index.ts';
    export default () => { throw new ProblemError(aboutBlank(409), { headers: { 'X-Kept': 'yes' } }); };`,
  'routes/unknown.ts': `export default () => { throw new Error('password of db-7 refused'); };`,
  'routes/order.post.ts': `import { readValidatedBody, defineHandler } from 'nitro/h3';
    const validate = () => ({ issues: [{ message: 'must be text', path: ['sku'] }] });
    const schema = { '~standard': { version: 1, vendor: 'test', validate } };
    export default defineHandler((event) => readValidatedBody(event, schema));`,
};

test("it answers as Nitro's error handler", async () => {
  const folder = temporary();
  mkdirSync(join(folder, 'routes'));
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
  const nitro = join(root, 'node_modules/nitro/dist/cli/index.mjs');
  const built = await run(process.execPath, [nitro, 'build'], { cwd: folder });
  expect(built.code, built.stderr).toBe(0);
  const port = await freePort();
  const env = { PORT: String(port), HOST: '127.0.0.1', NODE_ENV: 'production', TEST: '' };
  const app = await serve(process.execPath, ['.output/server/index.mjs'], /Listening/, { cwd: folder, env });
  const ask = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init);
  try {
    const problem = await ask('/problem');
    expect([problem.status, problem.headers.get('x-kept')]).toEqual([409, 'yes']);
    expect(await problemOf(problem)).toEqual({ type: 'about:blank', title: 'Conflict', status: 409 });
    expect(await problemOf(await ask('/unknown'))).toMatchObject({ status: 500 });
    await vi.waitFor(() => expect(app.output()).toContain('logged Error: password of db-7 refused'));
    expect(await problemOf(await ask('/nowhere'))).toEqual({ type: 'about:blank', title: 'Not Found', status: 404 });
    const order = await ask('/order', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' });
    expect(await problemOf(order)).toMatchObject({ status: 400, errors: [{ pointer: '#/sku' }] });
    const malformed = await ask('/order', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{',
    });
    expect(await problemOf(malformed)).toMatchObject({ title: 'Bad Request' });
  } finally {
    app.stop();
  }
});
