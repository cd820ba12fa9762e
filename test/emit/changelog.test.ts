import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { load } from '#catalog/load.ts';
import { versionsOf } from '#emit/changelog.ts';
import { copyOfLibrary, libraryDir } from '../support.ts';

test('a changelog and what releases recorded are one list of versions', async () => {
  const folder = copyOfLibrary();
  writeFileSync(
    join(folder, '../CHANGELOG.md'),
    '# Changes\n\n## Next\n\n- No.\n\n## 1.1.0 (2025-09-01)\n\n- By hand.\n\n## Old\n\n- No.\n',
  );
  const versions = versionsOf({ ...(await load(libraryDir)), folder });
  expect(versions.map(({ version, date }) => [version, date])).toEqual([
    ['2.0.0', '2026-02-10'],
    ['1.1.0', '2025-09-01'],
    ['1.0.0', '2025-03-04'],
  ]);
  expect(versions[1]?.text).toBe('- By hand.');
  expect(versions[0]?.text).toContain('### Breaking changes\n\n- [loan-limit-reached](https://');
});
