import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { root, run } from '../support.ts';
import { compile, folderOf, nodeOf } from './folder.ts';
import { majors } from './matrix.ts';

/** The handlers for MSW, beside each of its majors. */

for (const major of majors.filter(({ kind }) => kind === 'mock')) {
  describe.each([...new Set([major.node, process.versions.node])])(`${major.id} on Node %s`, (version) => {
    let folder: string;
    let faults: string[];
    beforeAll(async () => {
      folder = await folderOf(major);
      faults = compile(folder, join(root, 'test/majors/mocks'), ['msw.ts']);
    });

    test('its types fit', () => {
      expect(faults).toEqual([]);
    });

    test('it answers with problems', async () => {
      const { stdout, stderr } = await run(await nodeOf(version), ['msw.js'], { cwd: folder });
      expect(stdout, stderr).toBe('passed\n');
    });
  });
}

test('MSW 1 is refused in one sentence', async () => {
  const folder = await folderOf({ id: 'msw-1', name: 'MSW 1', kind: 'mock', node: '', install: { msw: '1.3.5' } });
  const code = "import('arcp-problems/msw').catch((error) => console.log(error.message))";
  const { stdout, stderr } = await run(process.execPath, ['--eval', code], { cwd: folder });
  expect(stdout, stderr).toBe(
    'The msw module needs MSW 2 or later, and MSW 1 is installed. Run "npm install --save-dev msw@latest".\n',
  );
});
