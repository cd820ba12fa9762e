import { expect, test } from 'vitest';
import { byName, type Catalog } from '#catalog/catalog.ts';

test('problem types are found by their names', () => {
  const [late, never] = [{ name: 'late' }, { name: 'never' }];
  expect([...byName({ problems: [late, never] } as unknown as Catalog)]).toEqual([
    ['late', late],
    ['never', never],
  ]);
});
