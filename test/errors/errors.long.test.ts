import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { folderOf, nodeOf } from '../majors/folder.ts';
import { launched } from '../majors/launch.ts';
import { majors } from '../majors/matrix.ts';
import type { Running } from '../runtime/frameworks/contract.ts';
import { cases } from './cases.mjs';

/** Whose fault the errors of popular packages are, thrown by the packages themselves. */

for (const major of majors.filter(({ kind }) => kind === 'errors')) {
  describe.each([...new Set([major.node, process.versions.node])])(`${major.id} on Node %s`, (version) => {
    let app: Running;

    beforeAll(async () => {
      const folder = await folderOf(major);
      for (const file of ['cases.mjs', 'process.mjs'])
        copyFileSync(join(import.meta.dirname, file), join(folder, file));
      app = await launched(await nodeOf(version), join(folder, 'process.mjs'))();
    });
    afterAll(() => app?.close());

    describe.each(['express', 'fetch'])('in a handler of %s', (handler) => {
      test.each(cases.map((each, index) => [each.library, each.when, each.status, each.send, index] as const))(
        '%s, %s: %i',
        async (_library, _when, status, send, index) => {
          const response = await fetch(`${app.url}/${handler}/${index}`, { method: send ? 'POST' : 'GET', ...send });
          const body = await response.text();
          expect(response.status).toBe(status);
          expect(response.headers.get('content-type')).toBe('application/problem+json');
          expect(JSON.parse(body)).toMatchObject({ type: 'about:blank', status });
          expect(JSON.stringify([body, ...response.headers])).not.toMatch(/secret|upstream/i);
        },
      );
    });
  });
}
