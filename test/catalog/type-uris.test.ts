import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Catalog } from '#catalog/catalog.ts';
import { findingText } from '#catalog/finding.ts';
import { examine, load } from '#catalog/load.ts';
import { siteOf } from '#catalog/site.ts';
import { resolveName } from '#cli/resolve.ts';
import { identify, identifyName } from '#diagnose/identify.ts';
import { inspectorIndex } from '#diagnose/make-index.ts';
import { finderIndex } from '#diagnose/search/make-index.ts';
import { resolver } from '#diagnose/search/resolve.ts';
import { catalogData } from '#emit/data.ts';
import { moduleFiles } from '#emit/package/modules.ts';
import { documentPaths, problemAliases } from '#hosting/prepare/aliases.ts';
import { copyOfLibrary } from '../support.ts';

/** Type URIs of every kind, and where the pages are. The catalog of the library, with other addresses. */

interface Kind {
  readonly baseUri?: string;
  readonly typeUri?: string;
  /** Type URI of the entry `membership-lapsed` alone. */
  readonly type?: string;
  readonly is: string;
  /** Address of the page; the type URI when absent. */
  readonly page?: string;
  readonly list?: string;
}

const site = 'https://errors.lending.example';
const kinds: Record<string, Kind> = {
  'the base and the name': { is: `${site}/types/membership-lapsed`, list: `${site}/types` },
  'a base without a path': { baseUri: site, is: `${site}/membership-lapsed`, list: `${site}/problems` },
  'a long path': { baseUri: `${site}/a/b/c`, is: `${site}/a/b/c/membership-lapsed` },
  camelCase: { typeUri: `${site}/types/{camelCase}`, is: `${site}/types/membershipLapsed` },
  PascalCase: { typeUri: `${site}/types/{PascalCase}`, is: `${site}/types/MembershipLapsed` },
  snake_case: { typeUri: `${site}/types/{snake_case}`, is: `${site}/types/membership_lapsed` },
  'a constant': { typeUri: `${site}/types/{CONSTANT_CASE}`, is: `${site}/types/MEMBERSHIP_LAPSED` },
  'a slash at the end': { typeUri: `${site}/types/{name}/`, is: `${site}/types/membership-lapsed/` },
  'a suffix of pages': { typeUri: `${site}/docs/{name}.html`, is: `${site}/docs/membership-lapsed.html` },
  'another path of the same origin': { typeUri: `${site}/e/{name}`, is: `${site}/e/membership-lapsed` },
  'a fragment of the list': {
    baseUri: `${site}/errors`,
    typeUri: `${site}/errors#{name}`,
    is: `${site}/errors#membership-lapsed`,
    page: `${site}/errors/membership-lapsed`,
  },
  'a fragment of another page': {
    typeUri: `${site}/membership#{camelCase}`,
    is: `${site}/membership#membershipLapsed`,
    page: `${site}/types/membership-lapsed`,
  },
  'a query': {
    typeUri: `${site}/errors?name={name}`,
    is: `${site}/errors?name=membership-lapsed`,
    page: `${site}/types/membership-lapsed`,
  },
  'urn:': {
    typeUri: 'urn:problem-type:library:{camelCase}',
    is: 'urn:problem-type:library:membershipLapsed',
    page: `${site}/types/membership-lapsed`,
  },
  'tag:': {
    typeUri: 'tag:lending.example,2026:{name}',
    is: 'tag:lending.example,2026:membership-lapsed',
    page: `${site}/types/membership-lapsed`,
  },
  http: {
    typeUri: 'http://old.lending.example/errors/{name}',
    is: 'http://old.lending.example/errors/membership-lapsed',
    page: `${site}/types/membership-lapsed`,
  },
  'one of its own, with digits first': { type: `${site}/types/2nd-membership`, is: `${site}/types/2nd-membership` },
  'one of its own, at another base': {
    type: 'https://other.example/v2/errors/{camelCase}',
    is: 'https://other.example/v2/errors/membershipLapsed',
    page: `${site}/types/membership-lapsed`,
  },
  'one of its own, where a file of the site would be': {
    type: `${site}/types/membership.json`,
    is: `${site}/types/membership.json`,
    page: `${site}/types/membership-lapsed`,
  },
};

async function libraryWith({ baseUri, typeUri, type }: Omit<Kind, 'is'>): Promise<Catalog> {
  return load(folderWith({ baseUri, typeUri, type }));
}

function folderWith({ baseUri, typeUri, type }: Omit<Kind, 'is'>): string {
  const folder = copyOfLibrary();
  const edit = (name: string, from: RegExp, to: string) => {
    const file = join(folder, `${name}.ts`);
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace(from, () => to),
    );
  };
  if (baseUri) edit('index', /baseUri: '.*'/, `baseUri: '${baseUri}'`);
  if (typeUri) edit('index', /(?<=baseUri: '.*',)/, `\n  typeUri: '${typeUri}',`);
  if (type) edit('membership-lapsed', /(?=title:)/, `type: '${type}',\n  `);
  return folder;
}

describe.each(Object.entries(kinds))('%s', async (_, kind) => {
  const catalog = await libraryWith(kind);
  const lapsed = catalog.problems.find(({ name }) => name === 'membership-lapsed');
  const here = siteOf(catalog);
  const page = kind.page ?? kind.is;

  test('is the type, with its page, its twins and its causes at the address of the page', () => {
    expect([lapsed?.typeUri, lapsed?.pageUri]).toEqual([kind.is, page]);
    const address = page.replace(/(\.html|\/)$/, '');
    expect(lapsed?.schemaUri).toBe(`${address}.schema.json`);
    expect(here.paths.problem('membership-lapsed')).toBe(new URL(address).pathname);
    expect(lapsed?.causes[0]?.address).toMatch(`${page}#`);
    if (kind.list) expect(catalog.site.indexUri).toBe(kind.list);
  });

  test('is in the package, the data and the example', () => {
    expect(moduleFiles(catalog).get('membership-lapsed.ts')).toContain(`"${kind.is}"`);
    const data = catalogData(catalog).problems.find(({ name }) => name === 'membership-lapsed');
    expect([data?.type, data?.links.html, data?.example.type]).toEqual([kind.is, page, kind.is]);
    expect(lapsed?.schema.properties.type).toMatchObject({ const: kind.is });
  });

  test('is recognized by the inspector, the search and explain', () => {
    const index = inspectorIndex(here, undefined);
    expect(identify(index, { type: kind.is })).toEqual({ how: 'exact', name: 'membership-lapsed' });
    const { resolve } = resolver(finderIndex(here), () => ({ types: [], isWhole: false }));
    for (const text of [kind.is, page, kind.is.toUpperCase().replace(/^HTTPS/, 'https')]) {
      expect(identifyName(index, text), text).toBe('membership-lapsed');
      const found = resolve(text);
      expect(
        found.types.map((at) => catalog.problems[at]?.name),
        text,
      ).toEqual(['membership-lapsed']);
      expect(resolveName(catalogData(catalog), text), text).toMatchObject({
        kind: 'found',
        entry: { name: 'membership-lapsed' },
      });
    }
    expect(resolve(`{"type":"${kind.is}","title":"Odd"}`).types.map((at) => catalog.problems[at]?.name)).toEqual([
      'membership-lapsed',
    ]);
  });
});

test('the path of a type URI that has no page of its own leads to the page or the list', async () => {
  const shared = await libraryWith({ typeUri: `${site}/Errors/all#{name}` });
  expect([...documentPaths(shared)]).toEqual([['/Errors/all', '/types']]);
  expect(problemAliases(shared)).toMatchObject({ '/errors/all': '/types' });
  const outside = await libraryWith({ baseUri: `${site}/docs/types`, typeUri: `${site}/e/{name}` });
  expect(problemAliases(outside)).toMatchObject({ '/e/membership-lapsed': '/docs/types/membership-lapsed' });
  const camel = await libraryWith({ typeUri: `${site}/e/{camelCase}` });
  expect(problemAliases(camel)).toMatchObject({
    '/e/membership-lapsed': '/e/membershipLapsed',
    '/types/membership-lapsed': '/e/membershipLapsed',
  });
});

test.each([
  [{ typeUri: `${site}/types` }, 'index.ts: typeUri must hold the name of the entry (was'],
  [{ typeUri: 'types/{name}' }, 'index.ts: typeUri must be an absolute URI (was "types/{name}"). Write it as in'],
  [{ type: 'membership lapsed' }, 'membership-lapsed.ts: type must be an absolute URI (was "membership lapsed")'],
  [
    { type: `${site}/types/card-expired` },
    'its type URI https://errors.lending.example/types/card-expired is also that of card-expired',
  ],
  [{ type: `${site}/types/Card-Expired` }, 'is also that of card-expired'],
  [
    { type: `${site}/guides` },
    'membership-lapsed.ts: its type URI https://errors.lending.example/guides is the address of another page',
  ],
])('%j is refused', async (kind, message) => {
  const { findings } = await examine(folderWith(kind));
  expect(findings.map(findingText).join('\n')).toContain(message);
});
