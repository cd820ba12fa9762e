import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyOfLibrary, freePort, serve, workshop } from '../support.ts';

/**
 * `npm run dev`: an edit is seen without a restart, a broken entry says what is wrong, and a corrected one is back. A text
 * that is to be written keeps no page from being seen.
 */

test('an edited entry shows on its page and in its twins', async () => {
  const folder = copyOfLibrary();
  const port = await freePort();
  const house = workshop();
  const { output, stop } = await serve('npm', ['run', 'dev', '--', '--port', String(port)], /localhost:\d+/, {
    cwd: house,
    env: { PROBLEMS_DIR: folder },
  });
  const read = async (path: string) => (await fetch(`http://localhost:${port}/types/${path}`)).text();
  const [, summary = ''] = /summary: '([^']+)'/.exec(readFileSync(join(folder, 'card-expired.ts'), 'utf8')) ?? [];
  const edit = (from: string, to: string) => {
    const file = join(folder, 'card-expired.ts');
    writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
  };
  const shows = async (path: string, text: string) =>
    expect.poll(() => read(path), { timeout: 20_000, interval: 300 }).toContain(text);
  try {
    await shows('card-expired', 'Card Expired');
    edit("'Card Expired'", "'Card Out of Date'");
    await shows('card-expired', 'Card Out of Date');
    await shows('card-expired.schema.json', 'Card Out of Date');
    await shows('card-expired.json', 'Card Out of Date');

    edit("'Card Out of Date'", "'Card Out of Date.'");
    await read('card-expired');
    await expect
      .poll(output, { timeout: 20_000 })
      .toContain('title must be a phrase (was "Card Out of Date."). Drop the final period.');
    edit("'Card Out of Date.'", "'Card Too Old'");
    await shows('card-expired', 'Card Too Old');

    edit(summary, '…');
    await shows('card-expired', '<p class="lead">…</p>');
    expect(output()).not.toContain('[ERROR] [vite]');
  } finally {
    stop();
  }
}, 120_000);
