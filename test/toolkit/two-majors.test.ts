import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { blocksIn, compile, textsOf } from '../arcp/guides/guide.ts';
import { copyOfLibrary, libraryDir, root, run } from '../support.ts';

/** Two versions of an API at once, as the guide "When a problem type changes" tells. */

mkdirSync(join(root, 'dist'), { recursive: true });
const house = mkdtempSync(join(root, 'dist/two-majors-'));
afterAll(() => rmSync(house, { recursive: true, force: true }));

const guide = (await textsOf(libraryDir))('changes');

// biome-ignore lint/suspicious/noExplicitAny: the package is made while the test runs
type Package = any;

async function packageOf(version: string, catalog: string): Promise<Package> {
  const folder = join(house, version);
  mkdirSync(folder);
  const { code, stdout, stderr } = await run(
    process.execPath,
    [join(root, 'src/toolkit/bin.ts'), 'build', '--package'],
    { cwd: folder, env: { PROBLEMS_DIR: catalog } },
  );
  expect(code, stdout + stderr).toBe(0);
  const dist = join(folder, 'dist/package');
  const [main, { validate }] = await Promise.all([import(join(dist, 'index.js')), import(join(dist, 'validators.js'))]);
  return { ...main, validate, text: (path: string) => readFileSync(join(dist, path), 'utf8') };
}

/** The second version of the API: its own base URI, and a type whose members changed. */
function secondVersion(): string {
  const folder = copyOfLibrary();
  const edit = (file: string, ...edits: [from: string, to: string][]) => {
    const path = join(folder, file);
    writeFileSync(
      path,
      edits.reduce((text, [from, to]) => text.replace(from, to), readFileSync(path, 'utf8')),
    );
  };
  edit('index.ts', ["'https://errors.lending.example/types'", "'https://errors.lending.example/v2/types'"]);
  edit(
    'membership-lapsed.ts',
    [
      '  /**\n   * Page where',
      '  /**\n   * Day on which it ended.\n   * @format date\n   */\n  ended: string;\n  /**\n   * Page where',
    ],
    ["renewal: 'https", "ended: '2026-05-01', renewal: 'https"],
    ['  status: 403', "  aliases: ['membership-over'],\n  status: 403"],
  );
  return folder;
}

let v1: Package;
let v2: Package;
beforeAll(async () => {
  v1 = await packageOf('v1', libraryDir);
  v2 = await packageOf('v2', secondVersion());
}, 600_000);

const answer = (problem: object) =>
  new Response(JSON.stringify(problem), { status: 403, headers: { 'Content-Type': 'application/problem+json' } });

describe('within one catalog, a type with other members gets a name of its own', () => {
  const old = { type: 'https://errors.lending.example/types/card-expired', title: 'Card Expired', status: 403 };

  test('both types validate, each by its own members', () => {
    const renewal = 'https://lending.example/renew';
    expect(v1.validate(old).valid).toBe(true);
    expect(v1.validate(v1.membershipLapsed({ renewal })).valid).toBe(true);
    expect(v1.validate({ ...v1.membershipLapsed({ renewal }), renewal: 1 }).valid).toBe(false);
  });

  test('a client takes the former type for the present one when it asks to', async () => {
    const received = await v1.readProblem(answer(old));
    expect(v1.isProblem(received, v1.cardExpired)).toBe(true);
    expect(v1.isProblem(received, v1.membershipLapsed)).toBe(false);
    expect(v1.isProblem(received, v1.membershipLapsed, { acceptFormer: true })).toBe(true);
    expect(v1.isProblem(received, v1.loanLimitReached, { acceptFormer: true })).toBe(false);

    const renamed = await v1.readProblem(answer({ ...old, detail: 'In March.' }), { acceptFormer: true });
    expect(renamed).toEqual({ ...old, type: v1.membershipLapsed.type, detail: 'In March.' });
    expect(v1.isProblem(renamed, v1.membershipLapsed)).toBe(true);
  });

  test('a type that has no former names stays as it is', async () => {
    const other = { ...old, type: 'https://errors.lending.example/types/other' };
    expect(await v1.readProblem(answer(other), { acceptFormer: true })).toEqual(other);
    expect(await v1.readProblem(answer({ title: 'No', status: 403 }), { acceptFormer: true })).toMatchObject({
      type: 'about:blank',
    });
  });

  test('editors mark the former constructor, interface and validator', () => {
    const mark = /@deprecated Retired in 3\.0\.0: Cards have no date any more\./g;
    const declarations = v1.text('generated/index.d.ts');
    expect(declarations.match(mark)).toHaveLength(2);
    const [former] = declarations.split('export declare const membershipLapsed');
    expect(former?.match(mark)).toHaveLength(2);
    expect(v1.text('generated/validators.d.ts').match(mark)).toHaveLength(1);
  });
});

describe('with a base URI for each version of the API, both packages work side by side', () => {
  const first = () => v1.membershipLapsed({ renewal: 'https://lending.example/renew' });
  const second = () => v2.membershipLapsed({ renewal: 'https://lending.example/renew', ended: '2026-05-01' });

  test('each validates its own', () => {
    expect(v1.validate(first()).valid).toBe(true);
    expect(v2.validate(second()).valid).toBe(true);
    expect(v2.validate({ ...first(), type: second().type }).errors).toMatchObject([{ pointer: '/ended' }]);
  });

  test('one client reads both, and tells them apart', async () => {
    const fromFirst = await v2.readProblem(answer(first()));
    const fromSecond = await v2.readProblem(answer(second()));
    expect([v1.membershipLapsed, v2.membershipLapsed].map((type) => v2.isProblem(fromFirst, type))).toEqual([
      true,
      false,
    ]);
    expect([v1.membershipLapsed, v2.membershipLapsed].map((type) => v2.isProblem(fromSecond, type))).toEqual([
      false,
      true,
    ]);
    expect(v2.isProblem(fromFirst, [v1.membershipLapsed, v2.membershipLapsed])).toBe(true);
  });
});

test('a type that was renamed before a release is known by its former name', async () => {
  const renamed = { type: 'https://errors.lending.example/v2/types/membership-over', title: 'Over', status: 403 };
  expect(await v2.readProblem(answer(renamed), { acceptFormer: true })).toMatchObject({
    type: v2.membershipLapsed.type,
  });
  expect(v2.isProblem(renamed, v2.membershipLapsed, { acceptFormer: true })).toBe(true);
  expect(v2.isProblem(renamed, v2.membershipLapsed)).toBe(false);
});

describe('the code of the guide', () => {
  const modules = blocksIn(guide)
    .filter(({ lang }) => lang === 'typescript')
    .map(({ text }) => text);
  const folder = join(house, 'client');
  const log = vi.spyOn(console, 'log').mockReturnValue();

  beforeAll(async () => {
    const link = (name: string, version: string) => {
      mkdirSync(join(folder, 'node_modules/@lending'), { recursive: true });
      symlinkSync(join(house, version, 'dist/package'), join(folder, 'node_modules', name), 'dir');
    };
    link('problems-v1', 'v1');
    link('@lending/problems', 'v2');
    for (const [index, text] of modules.entries()) writeFileSync(join(folder, `part-${index}.ts`), text);
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    const compilerOptions = {
      target: 'es2023',
      module: 'nodenext',
      strict: true,
      skipLibCheck: true,
      types: ['node'],
      typeRoots: [join(root, 'node_modules/@types')],
      outDir: 'out',
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
    expect(await compile(folder)).toMatchObject({ code: 0, stdout: '' });
  });

  test.each([
    [
      0,
      { type: 'https://errors.lending.example/v2/types/card-expired', detail: 'In March.' },
      ['In March.', 'In March.'],
    ],
    [0, { type: 'https://errors.lending.example/v2/types/other', detail: 'In March.' }, []],
    [1, { type: 'https://errors.lending.example/types/membership-lapsed', renewal: '/v1' }, ['/v1']],
    [1, { type: 'https://errors.lending.example/v2/types/membership-lapsed', renewal: '/v2' }, ['/v2']],
  ])('part %i, given %j, prints %j', async (part, problem, printed) => {
    log.mockClear();
    vi.stubGlobal('fetch', async () => answer(problem));
    await import(`${join(folder, 'out', `part-${part}.js`)}?${JSON.stringify(problem)}`);
    vi.unstubAllGlobals();
    expect(log.mock.calls.flat()).toEqual(printed);
  });

  test('names the entry that the catalog has', () => {
    const [use] = /\buse: '[^']*'/.exec(readFileSync(join(libraryDir, 'card-expired.ts'), 'utf8')) ?? [];
    expect(guide).toContain(use);
  });
});
