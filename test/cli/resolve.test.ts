// cspell:ignore sessoin sesion invald
import { describe, expect, test } from 'vitest';
import { load } from '#catalog/load.ts';
import type { Catalog } from '#cli/catalog.ts';
import { byType, nearestWord, resolveName } from '#cli/resolve.ts';
import { catalogData } from '#emit/data.ts';
import { libraryDir, problemsDir } from '../support.ts';

/** What people type, and which problem type they mean. */

const loaded = await load(problemsDir);
const catalog = catalogData(loaded) as unknown as Catalog;
const library = catalogData(await load(libraryDir)) as unknown as Catalog;
const nameOf = (text: string, of = catalog) => {
  const found = resolveName(of, text);
  return found.kind === 'found' ? found.entry.name : found.kind;
};

describe.each(loaded.problems.map((problem) => [problem.name, problem] as const))('%s is found by', (name, problem) => {
  const { typeUri, entry } = problem;
  const path = new URL(typeUri).pathname;

  test.each([
    ['its name', name],
    ['its name in capitals', name.toUpperCase()],
    ['its name with blanks around', ` ${name}\n`],
    ['its name with underscores', name.replaceAll('-', '_')],
    ['its constant', problem.constant],
    ['its constructor', problem.exportName],
    ['its interface', problem.interfaceName],
    ['its title', entry.title],
    ['its title in lower case', entry.title.toLowerCase()],
    ['its file', `${name}.ts`],
    ['its twin', `${name}.md`],
    ['its schema', `${name}.schema.json`],
    ['its type URI', typeUri],
    ['its type URI without scheme', typeUri.replace('https://', '')],
    ['its type URI without host', path],
    ['its type URI without first slash', path.slice(1)],
    ['its type URI with http', typeUri.replace('https:', 'http:')],
    ['its type URI with slash', `${typeUri}/`],
    ['its type URI with .html', `${typeUri}.html`],
    ['its type URI with .schema.json', `${typeUri}.schema.json`],
    ['its type URI with query and fragment', `${typeUri}?utm_source=x#fix`],
    ['its type URI in capitals', typeUri.toUpperCase()],
  ])('%s', (_, text) => {
    expect(nameOf(text)).toBe(name);
  });

  test('its name with one typo, as a guess', () => {
    const middle = name.search(/(?<=[a-z]{2})[a-z]/);
    const typos = [name.slice(0, middle) + name.slice(middle + 1), `${name.slice(0, middle)}q${name.slice(middle)}`];
    for (const typo of typos) {
      const found = resolveName(catalog, typo);
      expect(found.kind === 'found' && found.entry.name, typo).toBe(name);
      expect(found.kind === 'found' && found.guessed, typo).toBe(true);
    }
  });

  test('each alias that no other type has', () => {
    for (const alias of entry.aliases ?? []) {
      const found = resolveName(catalog, alias);
      const names =
        found.kind === 'found'
          ? [found.entry.name]
          : found.kind === 'several'
            ? found.entries.map((each) => each.name)
            : [];
      expect(names, alias).not.toEqual([]);
      if (found.kind === 'several') expect(names, alias).toContain(name);
    }
  });
});

test('two letters that changed places are one typo', () => {
  expect(nameOf('sessoin-invalid')).toBe('session-invalid');
});

test('a name with more typos is not guessed, but near ones are told', () => {
  const found = resolveName(catalog, 'sesion-invald');
  expect(found).toMatchObject({ kind: 'none', near: [{ name: 'session-invalid' }] });
});

test('part of a name gives the names that have it', () => {
  const found = resolveName(catalog, 'heartbeat-session');
  expect(found.kind).toBe('none');
  const part = resolveName(catalog, 'mtls');
  expect(part.kind === 'none' && part.near.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['mtls-required', 'mtls-binding-mismatch']),
  );
});

test('a URI of another place is not found by its last segment', () => {
  for (const uri of [
    'https://elsewhere.example/problems/session-invalid',
    'elsewhere.example/docs/problems/session-invalid',
    '/problems/session-invalid',
    'https://arcp.0x001.tech/docs/session-invalid',
    'urn:problem/session-invalid',
  ]) {
    expect(resolveName(catalog, uri).kind, uri).toBe('none');
  }
});

test('a status stands for all of its types', () => {
  const found = resolveName(catalog, '429');
  const names = catalog.problems.filter(({ statuses }) => statuses.includes(429)).map(({ name }) => name);
  expect(names).toHaveLength(1);
  expect(nameOf('429')).toBe('rate-limit-exceeded');
  expect(found.kind === 'found' && found.guessed).toBe(false);
  const several = resolveName(catalog, '401');
  expect(several.kind === 'several' && several.entries.every(({ statuses }) => statuses.includes(401))).toBe(true);
});

test('nonsense finds nothing and harms nothing', () => {
  for (const text of [
    '',
    ' ',
    '/',
    '//',
    '...',
    '999',
    'x'.repeat(100_000),
    '__proto__',
    'constructor',
    '\u0000',
    '%',
  ]) {
    expect(resolveName(catalog, text).kind, text.slice(0, 20)).toBe('none');
  }
});

test('another catalog is searched by its own words', () => {
  expect(nameOf('https://errors.lending.example/types/card-expired', library)).toBe('card-expired');
  expect(nameOf('Loan Limit Reached', library)).toBe('loan-limit-reached');
  expect(nameOf('session-invalid', library)).toBe('none');
});

test('identity is the exact type URI', () => {
  const [first] = catalog.problems;
  expect(byType(catalog, first?.type)).toBe(first);
  expect(byType(catalog, `${first?.type}/`)).toBeUndefined();
  expect(byType(catalog, undefined)).toBeUndefined();
});

test('the nearest word is told, but none that is far', () => {
  expect(nearestWord('sesion', ['limits', 'session'])).toBe('session');
  expect(nearestWord('qqqqqqqq', ['limits', 'session'])).toBeUndefined();
});
