import { expect, test } from 'vitest';
import { bytesOf } from '../../src/site/renderer/pages.ts';

test('a page that fails stops the build', async () => {
  await expect(bytesOf('common.html', new Response('', { status: 500 }))).rejects.toThrow(
    'common.html cannot be rendered.',
  );
});

test('the page of a wrong address is made, although its status is 404', async () => {
  expect(await bytesOf('404.html', new Response('lost', { status: 404 }))).toEqual(new TextEncoder().encode('lost'));
});
