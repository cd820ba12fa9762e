import { expect, test } from 'vitest';
import { type Addresses, commandOf, isOtherPage, namesOf, sitePaths } from '#catalog/names.ts';

/** What is made of the name of a file, and where its page is. */

const origin = 'https://api.shop.example';
const baseUri = `${origin}/docs/problems`;

test('a name in every form', () => {
  const forms = '{name}:{camelCase}:{PascalCase}:{snake_case}:{CONSTANT_CASE}:{other}';
  expect(namesOf('out-of-2-stocks', { baseUri, typeUri: `urn:${forms}` })).toEqual({
    name: 'out-of-2-stocks',
    exportName: 'outOf2Stocks',
    interfaceName: 'OutOf2Stocks',
    validatorName: 'validateOutOf2Stocks',
    constant: 'OUT_OF_2_STOCKS',
    typeUri: 'urn:out-of-2-stocks:outOf2Stocks:OutOf2Stocks:out_of_2_stocks:OUT_OF_2_STOCKS:{other}',
    path: '/docs/problems/out-of-2-stocks',
    pageUri: `${baseUri}/out-of-2-stocks`,
    schemaUri: `${baseUri}/out-of-2-stocks.schema.json`,
    jsonUri: `${baseUri}/out-of-2-stocks.json`,
    markdownUri: `${baseUri}/out-of-2-stocks.md`,
  });
});

test.each<[addresses: Addresses, type: string | undefined, typeUri: string, path: string, pageUri?: string]>([
  [{ baseUri }, undefined, `${baseUri}/gone`, '/docs/problems/gone'],
  [{ baseUri: origin }, undefined, `${origin}/gone`, '/gone'],
  [{ baseUri, typeUri: 'urn:{name}' }, undefined, 'urn:gone', '/docs/problems/gone', `${baseUri}/gone`],
  [{ baseUri, typeUri: 'urn:{name}' }, 'tag:{PascalCase}', 'tag:Gone', '/docs/problems/gone', `${baseUri}/gone`],
  ...(
    [
      // Pages of the site.
      [`${origin}/docs/errors/a.b~c-d_e.html`, '/docs/errors/a.b~c-d_e'],
      [`${origin}/docs/~me/-/`, '/docs/~me/-'],
      [`${origin}/docs/a.html/b`, '/docs/a.html/b'],
      [`${origin}/docs/a.json-b`, '/docs/a.json-b'],
      [`${origin}/docs/a-json`, '/docs/a-json'],
      [`${origin}/docs/guides-a`, '/docs/guides-a'],
      // What the site cannot have as a page.
      [`${origin}/errors/gone`],
      [`${origin}/docs-gone`],
      ['https://other.example/docs/gone'],
      [`x${origin}/docs/gone`],
      [`${origin}/docs/`],
      [`${origin}/docs//gone`],
      [`${origin}/docs/.gone`],
      [`${origin}/docs/gone?a`],
      [`${origin}/docs/gone#a`],
      [`${origin}/docs/gone//`],
      [`${origin}/docs/a%20b`],
      ...['atom', 'br', 'gz', 'html', 'json', 'md', 'png', 'svg', 'txt', 'XML'].map((end): [string] => [
        `${origin}/docs/gone.${end}/`,
      ]),
      [`${origin}/docs/guides/gone`],
    ] as [string, string?][]
  ).map(([typeUri, path]): [Addresses, string, string, string, string] => [
    { baseUri },
    typeUri,
    typeUri,
    path ?? '/docs/problems/gone',
    path ? typeUri : `${baseUri}/gone`,
  ]),
])('with %j and %s the type URI is %s and the page %s', (addresses, type, typeUri, path, pageUri = typeUri) => {
  const names = namesOf('gone', addresses, type);
  expect([names.typeUri, names.path, names.pageUri]).toEqual([typeUri, path, pageUri]);
  expect(names.jsonUri).toBe(`${origin}${path}.json`);
});

const own = ['404', 'changes', 'common', 'inspect', '_', 'finder', 'guides', 'problems'];
const lists = ['problems/category', 'problems/route', 'problems/status'];

test.each<[baseUri: string, taken: string[], free: string[]]>([
  [
    baseUri,
    [
      ...[...own, ...lists].map((path) => `/docs/${path}`),
      '/docs',
      '/docs/Inspect',
      ...['_', 'finder', 'guides', ...lists].map((path) => `/docs/${path}/a/b`),
    ],
    ['/', '/inspect', '/docs/inspect/a', '/docs/problems/a', '/docs/guides-a', '/docs/category', '/docs/problems/list'],
  ],
  [origin, ['/', '/inspect', '/guides/a', '/problems', '/problems/status/404'], ['/docs', '/problems/gone', '/a']],
])('at %s other pages have their paths', (baseUri, taken, free) => {
  const site = sitePaths(baseUri);
  expect([...taken, ...free].filter((path) => isOtherPage(path, site))).toEqual(taken);
});

test.each([
  [origin, { base: '/', root: '', index: '/problems', segment: 'problems', indexUri: `${origin}/problems` }],
  [`${origin}/errors`, { base: '/', root: '', index: '/errors', segment: 'errors', indexUri: `${origin}/errors` }],
  [
    `${origin}/docs/v2/errors`,
    {
      base: '/docs/v2',
      root: '/docs/v2',
      index: '/docs/v2/errors',
      segment: 'errors',
      indexUri: `${origin}/docs/v2/errors`,
    },
  ],
])('where the pages of %s are', (baseUri, paths) => {
  expect(sitePaths(baseUri)).toEqual({ origin, ...paths });
});

test.each([
  ['acme-problems', 'acme-problems'],
  ['@acme/problems', 'problems'],
])('the command of %s is %s', (name, command) => {
  expect(commandOf(name)).toBe(command);
});
