import { expect, test } from 'vitest';
import type { Catalog, ProblemType } from '#catalog/catalog.ts';
import { formerUris, replacedBy } from '#catalog/former.ts';

/** Types that another one replaced, and the type URIs that it had before. */

const uri = 'https://api.example/problems/';
const type = (name: string, use?: string, aliases?: string[]) =>
  ({ name, typeUri: `urn:${name}`, entry: { aliases, ...(use !== undefined && { retired: { use } }) } }) as ProblemType;
const facts = { baseUri: 'https://api.example/problems' } as Catalog['facts'];

test.each<[what: string, problems: ProblemType[], replaced: string[], former: string[]]>([
  ['none', [type('new'), type('gone', ''), { ...type('old'), entry: { retired: {} } } as ProblemType], [], []],
  [
    'types that name it, also by way of others',
    [type('oldest', 'older'), type('new'), type('old', 'new'), type('older', 'old'), type('other', 'new')],
    ['old', 'older', 'oldest', 'other'],
    ['urn:old', 'urn:older', 'urn:oldest', 'urn:other'],
  ],
  [
    'types that lead back',
    [type('new', 'old'), type('old', 'new'), type('self', 'self'), type('one', 'old'), type('two', 'one')],
    ['old', 'one', 'two'],
    ['urn:old', 'urn:one', 'urn:two'],
  ],
  [
    'aliases that look like names or are URIs',
    [
      type('new', undefined, [
        'former-2-name',
        'NEW',
        'New name',
        '2nd',
        'a_b',
        'a--b',
        'a-',
        'http://a.example/a',
        'HTTPS://a.example/b',
        'urn:a:b',
        'tag:a,2026:b',
        'mailto:a@b',
        'https://a b',
        'a urn:a',
        'urn:',
      ]),
      type('old', 'new', ['older']),
    ],
    ['old'],
    [
      'urn:old',
      `${uri}former-2-name`,
      'http://a.example/a',
      'HTTPS://a.example/b',
      'urn:a:b',
      'tag:a,2026:b',
      `${uri}older`,
    ],
  ],
  [
    'aliases that no other type has or claims',
    [
      type('new', undefined, ['mine', 'other', 'shared', 'urn:shared', 'urn:mine']),
      type('other', undefined, ['shared', 'urn:shared', 'theirs']),
    ],
    [],
    [`${uri}mine`, 'urn:mine'],
  ],
])('%s', (_, problems, replaced, former) => {
  const problem = problems.find(({ name }) => name === 'new') as ProblemType;
  expect(replacedBy({ problems }, 'new').map(({ name }) => name)).toEqual(replaced);
  expect(formerUris({ problems, facts }, problem)).toEqual(former);
});
