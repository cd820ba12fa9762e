import { sitePaths } from '#catalog/names.ts';
import { jsonText } from '#emit/files.ts';
import { type Runner, scriptCommand, workflowText } from './runner.ts';

/** The files that a catalog begins with. */

export interface Answers {
  /** Name of the product. */
  readonly name: string;
  /** Where the pages are. Type URIs are this plus `/<name>`, unless `typeUri` is their pattern. */
  readonly base: string;
  readonly typeUri?: string;
  /** The server that sends the problems, where there is one. */
  readonly server?: { readonly version: string; readonly url: string };
  /** Name of the npm package. */
  readonly package: string;
  /** The package manager of the project. */
  readonly runner: Runner;
}

/** A category of problem types. */
export interface Category {
  readonly key: string;
  readonly title: string;
  readonly summary: string;
}

/**
 * Returns the first files of a project, by path.
 * @param kind whether it begins with an entry to see how it goes, with entries from elsewhere, or is a catalog already
 * @param category the first category of entries from elsewhere
 */
export function firstFiles(
  answers: Answers,
  kind: 'sample' | 'imported' | 'there',
  category: Category,
): [path: string, text: string][] {
  const { name, base, runner } = answers;
  const body = { type: `${base}/out-of-stock`, title: 'Out of Stock', status: 409, detail: 'Item A-17 is sold out.' };
  const bodies = 'problems/bodies/out-of-stock';
  const sample: [string, string][] = [
    ['problems/out-of-stock.ts', entryText],
    [`${bodies}/valid/sold-out.json`, jsonText({ ...body, sku: 'A-17', available: 0 })],
    [`${bodies}/invalid/without-sku.json`, jsonText({ ...body, available: 0 })],
    [`${bodies}/invalid/of-another-type.json`, jsonText({ ...body, type: 'about:blank', sku: 'A-17', available: 0 })],
  ];
  return [
    ['problems/index.ts', indexText(answers, kind === 'sample' ? orders : category, kind !== 'imported')],
    ...(kind === 'sample' ? sample : []),
    ['test/package.test.ts', kind === 'sample' ? testText : bodiesTestText],
    ['tsconfig.json', tsconfigText],
    ['.github/workflows/ci.yml', workflowText(runner)],
    ['.gitignore', 'node_modules/\ndist/\n.astro/\n'],
    ['CHANGELOG.md', `# Changes\n\n## 0.1.0 (unreleased)\n\n- First problem types.\n`],
    ['README.md', readmeText(answers, name)],
  ];
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

const orders = { key: 'orders', title: 'Orders', summary: 'An order cannot be placed or changed.' };

/** @param proseRules not for texts from elsewhere, which were written by other rules */
function indexText(
  { name, base, typeUri, server, package: packageName }: Answers,
  { key, title, summary }: Category,
  proseRules: boolean,
): string {
  const addressLines =
    typeUri === undefined
      ? `  // Type URIs are this plus "/<name>". They are permanent: choose an address that stays yours.\n  baseUri: ${quoted(base)},\n`
      : `  // Where the pages are.\n  baseUri: ${quoted(base)},\n  // How type URIs are made. They are permanent.\n  typeUri: ${quoted(typeUri)},\n`;
  const serverLines =
    server === undefined
      ? ''
      : `  // The server that sends the problems, and where requests of the pages go.\n  server: { version: ${quoted(server.version)}, url: ${quoted(server.url)} },\n`;
  return `import type { CatalogFacts } from 'problem-catalog/entry';

export default {
  name: ${quoted(name)},
  description: ${quoted(`${name} answers errors with RFC 9457 problem details.`)},
${addressLines}  package: ${quoted(packageName)},
  // With true, texts are checked for long sentences and filler words.
  proseRules: ${proseRules},
${serverLines}  categories: {
    ${key}: { title: ${quoted(title)}, summary: ${quoted(summary)} },
  },
} satisfies CatalogFacts;
`;
}

const entryText = `import type { Problem } from 'problem-catalog/entry';

export interface OutOfStock {
  /** Item that was ordered. */
  sku: string;
  /** Pieces that are left.
   * @minimum 0 */
  available: number;
}

export default {
  title: 'Out of Stock',
  status: 409,
  category: 'orders',
  summary: 'The item is not in stock in the quantity that the order asks for.',
  now: 'Order at most as many pieces as \`available\` says.',
  explanation: \`Stock is reserved when an order is placed. Another order can take the last piece between two requests.\`,
  fixedBy: 'client-developer',
  retry: { when: 'after-change', because: 'The same quantity fails until new stock arrives.' },
  causes: {
    'sold-out': {
      cause: 'The item is sold out.',
      tell: 'The member \`available\` is 0.',
      fix: [{ step: 'Remove the item from the order, or wait for new stock.' }],
    },
    'too-many': {
      cause: 'The order asks for more pieces than there are.',
      tell: 'The member \`available\` is larger than 0.',
      fix: [{ step: 'Reduce the quantity to \`available\`.' }],
    },
  },
  example: { detail: 'Item A-17 is sold out.', sku: 'A-17', available: 0 },
} satisfies Problem<OutOfStock>;
`;

const bodiesTestText = `import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { validators } from '#package/validators';

const bodies = new URL('../problems/bodies/', import.meta.url);

for (const validate of validators) {
  const name = validate.problemType.slug;
  for (const kind of ['valid', 'invalid']) {
    const folder = new URL(\`\${name}/\${kind}/\`, bodies);
    for (const file of existsSync(folder) ? readdirSync(folder) : []) {
      if (!file.endsWith('.json')) continue;
      test(\`\${name}: \${file} is \${kind}\`, () => {
        const { valid, errors } = validate(JSON.parse(readFileSync(new URL(file, folder), 'utf8')));
        assert.equal(valid, kind === 'valid', JSON.stringify(errors));
      });
    }
  }
}
`;

const testText = `${bodiesTestText.replace(
  'import { validators }',
  "import { outOfStock } from '#package';\nimport { validators }",
)}
test('a constructor fills in what is the same for every occurrence', () => {
  const problem = outOfStock({ detail: 'Item A-17 is sold out.', sku: 'A-17', available: 0 });
  assert.equal(problem.title, 'Out of Stock');
  assert.equal(problem.status, 409);
});
`;

const tsconfigText = jsonText({
  compilerOptions: {
    target: 'es2023',
    module: 'nodenext',
    strict: true,
    noEmit: true,
    allowImportingTsExtensions: true,
    erasableSyntaxOnly: true,
    verbatimModuleSyntax: true,
    skipLibCheck: true,
    types: ['node'],
  },
  include: ['problems', 'test'],
});

function readmeText({ base, typeUri, package: packageName, runner }: Answers, name: string): string {
  const run = (script: string) => scriptCommand(runner, script);
  const { origin, root } = sitePaths(base);
  const guides = `${origin}${root}/guides`;
  return `# ${name} problem types

The errors of ${name} as [RFC 9457](https://www.rfc-editor.org/rfc/rfc9457) problem details, with type URIs like
\`${typeUri ?? `${base}/{name}`}\`.

## Use the package

\`\`\`sh
npm install ${packageName}
\`\`\`

Each problem type has a constructor of its name in camelCase, and TypeScript checks its members. To read problems:

\`\`\`ts
import { readProblem } from '${packageName}';

const problem = await readProblem(response); // undefined when the response is not a problem
console.log(problem?.type, problem?.title);
\`\`\`

\`npx ${packageName} list\` prints all problem types, and \`npx ${packageName} explain -\` explains a response from the standard input.

## Change the catalog

Each problem type is written once, in \`problems/\`. Its page, its JSON Schema, and its constructor, validator and test
matcher are made from that.

| command | does |
| --- | --- |
| \`${run('start')}\` | builds all, and serves the site at http://localhost:4321 |
| \`${run('dev')}\` | serves the pages while you edit |
| \`${run('new')} ${runner === 'npm' ? '-- ' : ''}out-of-credit\` | writes a new entry to fill in |
| \`${run('check')}\` | says what is wrong: file, fact and fix |
| \`${run('generate')}\` | writes \`schemas/\`, which is committed |
| \`${run('test')}\` | checks, builds the package, and tries it on \`problems/bodies/<name>/{valid,invalid}/*.json\` |
| \`${run('build')}\` | makes \`dist/package\`, \`dist/site\`, \`dist/server.mjs\` and \`dist/nginx.conf\` |
| \`${run('diff')}\` | says which version the changes since the last release ask for |

A name is permanent. When a type is no longer used, add \`retired: { in, because, use? }\` to its entry: its page stays.

How to use the package, with Express, Vitest, OpenAPI and more, is on the pages below \`${guides}\`.

Publish with \`npm publish ./dist/package\`. Serve \`dist/site\` with \`node dist/server.mjs\`, with nginx and
\`dist/nginx.conf\`, or on a host for static files.
`;
}
