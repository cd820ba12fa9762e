import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { root, run, temporary } from '../support.ts';
import { compile, folderOf, nodeOf } from './folder.ts';
import { majors } from './matrix.ts';
import { type Setup, setups } from './runners.ts';

/** The matchers and assertions, in every major of every test runner. */

const contracts = join(root, 'test/majors/runners');

const forgotten = (head: string) => `${head}
import { problemResponse, sessionInvalid, tokenInvalid } from 'arcp-problems';
test('holds', () => void expect(problemResponse(sessionInvalid())).toBeProblem(sessionInvalid));
test('does not hold', () => void expect(problemResponse(sessionInvalid())).toBeProblem(tokenInvalid));
`;

/** Writes the tests of a set-up into the folder of a major; gives what TypeScript says of them. */
function write(folder: string, { contract, head, type, files = {} }: Setup): string[] {
  const text = readFileSync(join(contracts, `${contract}.ts`), 'utf8');
  const body = text.replace(/^import .*'(arcp-problems\/(causes\/)?)?(vitest|node:.*)';\n/gm, '');
  const sources = temporary();
  mkdirSync(join(sources, 'tests'));
  mkdirSync(join(folder, 'tests'), { recursive: true });
  writeFileSync(join(sources, 'tests/contract.test.ts'), `${head}\n${body}`);
  writeFileSync(join(sources, 'tests/forgotten.test.ts'), contract === 'expect' ? forgotten(head) : 'export {};');
  for (const [name, text] of Object.entries({ ...files, 'package.json': JSON.stringify({ type }) })) {
    writeFileSync(join(folder, 'tests', name), text);
  }
  return compile(folder, sources, ['tests/contract.test.ts', 'tests/forgotten.test.ts']);
}

for (const major of majors.filter(({ kind }) => kind === 'runner')) {
  const { id, node, runtime = 'Node' } = major;
  const versions = runtime === 'Node' ? [...new Set([node, process.versions.node])] : [node];

  describe.each(versions)(`${id} on ${runtime} %s`, (version) => {
    describe.each(setups[id.replace(/-\d+$/, '')] ?? [])('$name', (setup) => {
      const start = async (file: string) => {
        const folder = await folderOf(major);
        const program = setup.runtime ? join(folder, 'node_modules', setup.runtime) : await nodeOf(version);
        const { code, stdout, stderr } = await run(program, [...setup.command, `tests/${file}.test.js`], {
          cwd: folder,
        });
        return { code, output: stdout + stderr };
      };
      let faults: string[];
      beforeAll(async () => {
        faults = write(await folderOf(major), setup);
      });

      test('its types fit', () => {
        expect(faults.filter((fault) => !setup.untyped?.test(fault))).toEqual([]);
      });

      test('it keeps the contract', async () => {
        const { code, output } = await start('contract');
        expect(output).toMatch(setup.passed);
        expect(code).toBe(0);
      });

      test.runIf(setup.forgotten)('it tells of a matcher that was not awaited', async () => {
        const { code, output } = await start('forgotten');
        expect(code).toBeGreaterThan(0);
        expect(output.match(new RegExp(setup.forgotten ?? '', 'g'))?.length).toBeGreaterThan(1);
      });
    });
  });
}
