import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { afterAll, describe, expect, test } from 'vitest';
import { load } from '#catalog/load.ts';
import { nameFault } from '#catalog/name-fault.ts';
import { problemsDir, root, run } from '../support.ts';
import { bundles, sizeOf } from './sizes.ts';

/** What the package promises as a whole: its names, its weight, its documentation. */

const catalog = await load(problemsDir);
const source = join(root, 'src/runtime');
const frameworks = ['express', 'fastify', 'fetch', 'h3', 'hono', 'koa', 'nest'];
const causes = ['causes', 'causes/matchers', 'causes/vitest'];
const entries = [
  'index',
  'validators',
  'check',
  'matchers',
  'assert',
  'vitest',
  'msw',
  'xml',
  'localize',
  ...causes,
  ...frameworks,
];
const workshop = mkdtempSync(join(root, 'dist/examples-'));
afterAll(() => rmSync(workshop, { recursive: true, force: true }));

test('the names that each entry point exports are a promise', async () => {
  const generated = new Set(catalog.problems.flatMap(({ exportName, validatorName }) => [exportName, validatorName]));
  const names = async (entry: string) => {
    const module = await import(/* @vite-ignore */ pathToFileURL(join(root, 'dist/package', `${entry}.js`)).href);
    return [
      entry,
      Object.keys(module)
        .filter((name) => !generated.has(name))
        .sort()
        .join(' '),
    ];
  };
  expect(Object.fromEntries(await Promise.all(entries.map(names)))).toMatchInlineSnapshot(`
    {
      "assert": "assertProblem assertValidProblem",
      "causes": "findCauses",
      "causes/matchers": "causeMatchers",
      "causes/vitest": "causeMatchers",
      "check": "checkResponse",
      "express": "notFoundHandler problemHandler",
      "fastify": "frameworkErrors problemHandler",
      "fetch": "withProblems",
      "h3": "problemHandler problemValidation",
      "hono": "problemHandler problemMethodNotAllowed problemMiddleware problemNotFound problemValidation",
      "index": "ProblemError aboutBlank defineProblemType findProblemType inspectProblem isProblem problemHeaders problemMediaType problemResponse problemTypes readProblem throwIfProblem toProblem",
      "koa": "problemHandler",
      "localize": "languageHeaders localize localizeErrors",
      "matchers": "problemMatchers",
      "msw": "problemHandlers",
      "nest": "problemHandler problemPipe problemValidation",
      "validators": "problemValidator validate validators",
      "vitest": "problemMatchers",
      "xml": "inspectProblemXml problemToXml problemXmlMediaType problemXmlResponse readProblemXml",
    }
  `);
});

test('no problem type can take a name that the package exports', async () => {
  for (const entry of ['index', 'validators']) {
    const module = await import(/* @vite-ignore */ pathToFileURL(join(root, 'dist/package', `${entry}.js`)).href);
    const own = new Set(catalog.problems.flatMap(({ exportName, validatorName }) => [exportName, validatorName]));
    for (const name of Object.keys(module).filter((each) => !own.has(each))) {
      const kebab = name.replace(/(?<!^)[A-Z]/g, '-$&').toLowerCase();
      expect(nameFault(kebab), kebab).toBeDefined();
    }
  }
});

test.each(bundles)('$name weighs at most $ceiling bytes', async ({ code, ceiling }) => {
  expect(await sizeOf(code)).toBeLessThanOrEqual(ceiling);
});

const modules = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.startsWith('generated'))
  .map((file) => [file, readFileSync(join(source, file), 'utf8')] as const);

describe('documentation', () => {
  test('every public function and class has an example', () => {
    const program = ts.createProgram(
      entries.map((entry) => join(source, `${entry}.ts`)),
      { allowImportingTsExtensions: true, noEmit: true, module: ts.ModuleKind.NodeNext, skipLibCheck: true },
    );
    const checker = program.getTypeChecker();
    const bare: string[] = [];
    for (const entry of entries) {
      const file = program.getSourceFile(join(source, `${entry}.ts`));
      const symbol = file && checker.getSymbolAtLocation(file);
      for (const exported of symbol ? checker.getExportsOfModule(symbol) : []) {
        const target = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
        const declared = target.declarations?.[0]?.getSourceFile().fileName ?? '';
        if (declared.includes('/generated/')) continue;
        const needsExample = target.flags & (ts.SymbolFlags.Function | ts.SymbolFlags.Class);
        const tags = target.getJsDocTags(checker).map(({ name }) => name);
        const text = ts.displayPartsToString(target.getDocumentationComment(checker));
        if (text === '' || (needsExample && !tags.includes('example'))) bare.push(`${entry}: ${exported.name}`);
      }
    }
    expect(bare).toEqual([]);
  });

  const examples = modules.flatMap(([file, text]) =>
    [...text.matchAll(/@example\n((?: *\*.*\n)*?) *\* ```ts\n((?: *\*.*\n)*?) *\* ```/g)].map(
      ([, , code = ''], index) => ({
        name: `${file.replace('.ts', '').replaceAll(/[\\/]/g, '-')}-${index + 1}`,
        code: code.replace(/^ *\* ?/gm, '').replaceAll('#package', catalog.facts.package),
      }),
    ),
  );
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  for (const [index, [, code = '']] of [...readme.matchAll(/^```ts\n([\s\S]*?)^```/gm)].entries()) {
    examples.push({ name: `readme-${index + 1}`, code });
  }
  const markers = (code: string) => code.match(/\/\/=>/g)?.length ?? 0;
  for (const { name, code } of examples)
    writeFileSync(join(workshop, `${name}.${isTest(code) ? 'test.' : ''}ts`), checked(code));

  test('every example fits the types', async () => {
    const config = {
      extends: '../../tsconfig.json',
      compilerOptions: { noUnusedLocals: false, types: ['node'] },
      include: ['*.ts'],
      exclude: [],
    };
    writeFileSync(join(workshop, 'tsconfig.json'), JSON.stringify(config));
    const { stdout } = await run(process.execPath, [
      join(root, 'node_modules/typescript/bin/tsc'),
      '-p',
      workshop,
      '--noEmit',
    ]);
    expect(stdout).toBe('');
  });

  test.each(examples.filter(({ code }) => !isTest(code)))('the example $name runs', async ({ name, code }) => {
    const log: unknown[] = [];
    Object.assign(globalThis, {
      same: (actual: unknown, expected: unknown) => log.push(expect(actual).toEqual(expected)),
    });
    await import(/* @vite-ignore */ pathToFileURL(join(workshop, `${name}.ts`)).href);
    expect(log).toHaveLength(markers(code));
  });

  test('the examples that are tests pass', async () => {
    writeFileSync(join(workshop, 'vitest.config.ts'), "export default { test: { include: ['*.test.ts'] } };");
    const { code, stdout, stderr } = await run('npx', ['vitest', 'run', '--root', workshop]);
    expect(code, stdout + stderr).toBe(0);
  });
});

function isTest(code: string): boolean {
  return code.includes("from 'vitest'");
}

/** `expression; //=> value` and `console.log(expression); //=> value` become assertions. */
function checked(code: string): string {
  const joined = code.replace(/;\n\/\/=>/g, '; //=>');
  const lines = joined
    .split('\n')
    .map((line) =>
      line
        .replace(/console\.log\((.*)\); \/\/=> (.*)$/, 'same($1, $2);')
        .replace(
          /^(.*); \/\/=> (.*)$/,
          (_, expression: string, value: string) => `same(${expression.trim()}, ${value});`,
        ),
    );
  return `declare const same: (actual: unknown, expected: unknown) => void;\n${lines.join('\n')}\nexport {};\n`;
}
