import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { libraryDir, run, workshop } from '../support.ts';

/** A catalog of another product goes through the same line, and nothing of the first one is left in it. */

const house = workshop();

beforeAll(async () => {
  const built = await run('npm', ['run', 'build'], { cwd: house, env: { PROBLEMS_DIR: libraryDir } });
  expect(built.code, built.stdout + built.stderr).toBe(0);
}, 300_000);

const read = (path: string) => readFileSync(join(house, path), 'utf8');

test('its schemas are up to date, beside its entries', async () => {
  const { code, stdout, stderr } = await run('npm', ['run', 'generate', '--', '--check'], {
    cwd: house,
    env: { PROBLEMS_DIR: libraryDir },
  });
  expect(code, stdout + stderr).toBe(0);
});

test('the modules beside the sources stay those of the own catalog', () => {
  expect(existsSync(join(house, 'src/runtime/generated/session-invalid.ts'))).toBe(true);
  expect(existsSync(join(house, 'src/runtime/generated/card-expired.ts'))).toBe(false);
});

test('its package has its name, its constructors and its validators', async () => {
  expect(JSON.parse(read('dist/package/package.json')).name).toBe('@lending/problems');
  const { loanLimitReached, isProblem } = await import(join(house, 'dist/package/index.js'));
  const { validateLoanLimitReached } = await import(join(house, 'dist/package/validators.js'));
  const problem = loanLimitReached({ limit: 1, loans: [], kind: 'card' });
  expect(problem).toEqual({
    type: 'https://errors.lending.example/types/loan-limit-reached',
    title: 'Loan Limit Reached',
    status: 409,
    limit: 1,
    loans: [],
    kind: 'card',
  });
  expect(isProblem(problem, loanLimitReached)).toBe(true);
  expect(validateLoanLimitReached(problem).valid).toBe(true);
  expect(validateLoanLimitReached({ ...problem, loans: [{ title: 'Momo', due: 'soon' }] }).errors).toMatchObject([
    { pointer: '/loans/0/due' },
  ]);
});

test('its package turns a title into the languages of the entry', async () => {
  const { loanLimitReached, membershipLapsed } = await import(join(house, 'dist/package/index.js'));
  const { languageHeaders, localize } = await import(join(house, 'dist/package/localize.js'));
  const lapsed = membershipLapsed({ renewal: 'https://lending.example/renew' });
  expect(localize(lapsed, 'de-CH, en;q=0.1')).toEqual({ ...lapsed, title: 'Mitgliedschaft abgelaufen' });
  expect(localize(lapsed, 'pt').title).toBe('Associação vencida');
  expect(localize(lapsed, 'fr').title).toBe('Membership Lapsed');
  expect(languageHeaders(lapsed, 'en')).toEqual({ 'Content-Language': 'en', Vary: 'Accept-Language' });
  const limit = loanLimitReached({ limit: 1, loans: [], kind: 'card' });
  expect(localize(limit, 'de')).toBe(limit);
});

describe('its site', () => {
  test('has a page at the path of every type URI', () => {
    for (const name of ['loan-limit-reached', 'membership-lapsed', 'card-expired']) {
      const page = read(`dist/site/types/${name}.html`);
      expect(page).toContain(`<link rel="canonical" href="https://errors.lending.example/types/${name}"`);
      expect(existsSync(join(house, `dist/site/types/${name}.schema.json`))).toBe(true);
      expect(existsSync(join(house, `dist/site/types/${name}.json`))).toBe(true);
    }
  });

  test('says that the retired type is retired, and what took its place', () => {
    const page = read('dist/site/types/card-expired.html');
    expect(page).toContain('Cards have no date any more.');
    expect(page).toMatch(/href="\/types\/membership-lapsed"/);
  });

  test('says on the page of a type, in its data and in its Markdown since when it exists and what changed', () => {
    const page = read('dist/site/types/loan-limit-reached.html');
    expect(page).toMatch(/<h2>\s*History/);
    expect(page).toContain('href="/changes#v2.0.0"');
    expect(page).toContain('member holds was removed');
    const { history } = JSON.parse(read('dist/site/types/loan-limit-reached.json'));
    expect(history).toMatchObject({ since: '1.0.0', changed: '2.0.0' });
    expect(read('dist/site/types/loan-limit-reached.md')).toContain(
      '## History\n\n- First released in `@lending/problems` 1.0.0.\n- Changed in 2.0.0 (2026-02-10): member holds was removed.',
    );
    expect(read('dist/site/types/membership-lapsed.md')).toMatch(/- Replaces \[card-expired\]/);
  });

  test('has a page of changes and a feed, made from what the releases recorded', () => {
    const page = read('dist/site/changes.html');
    expect([...page.matchAll(/<section id="v([\d.]+)"/g)].map(([, version]) => version)).toEqual([
      '2.0.0',
      '1.1.0',
      '1.0.0',
    ]);
    expect(page).toContain('Holds have a limit of their own.');
    const feed = read('dist/site/types.atom');
    expect(feed).toContain('<category term="loan-limit-reached"/>');
    expect(feed).toContain(
      '<link rel="alternate" type="text/html" href="https://errors.lending.example/changes#v2.0.0"/>',
    );
    expect(feed).toContain('<updated>2026-02-10T00:00:00Z</updated>');
  });

  test('escapes what entries say', () => {
    const page = read('dist/site/types/loan-limit-reached.html');
    expect(page).not.toContain('<b>Emil</b>');
  });
});

test('nothing made for it names the first catalog', () => {
  const files = readdirSync(join(house, 'dist'), { recursive: true, encoding: 'utf8' }).filter(
    (path) => /\.(html|json|js|ts|md|txt|xml|conf)$/.test(path) && !/README|CHANGELOG/.test(path),
  );
  expect(files.length).toBeGreaterThan(20);
  const naming = files.filter((path) => /arcp/i.test(read(join('dist', path))));
  expect(naming).toEqual([]);
});
