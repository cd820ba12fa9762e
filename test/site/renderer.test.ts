import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writePage } from '../../src/site/renderer/pages.ts';
import { temporary } from '../support.ts';

const folder = temporary();

test('a page that fails stops the build', async () => {
  await expect(writePage(join(folder, 'common.html'), new Response('', { status: 500 }))).rejects.toThrow(
    'common.html cannot be rendered.',
  );
});

test('the page of a wrong address is written, although its status is 404', async () => {
  await writePage(join(folder, '404.html'), new Response('lost', { status: 404 }));
  expect(readFileSync(join(folder, '404.html'), 'utf8')).toBe('lost');
});

test('a page without content is an empty file', async () => {
  await writePage(join(folder, 'empty.txt'), new Response(null));
  expect(readFileSync(join(folder, 'empty.txt'), 'utf8')).toBe('');
});
