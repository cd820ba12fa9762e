import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { loadFacts } from '#catalog/load.ts';
import { nameFault, namesOf } from '#catalog/names.ts';
import { jsonText } from '#emit/files.ts';
import { command } from './command.ts';
import { problemsDir, root } from './paths.ts';

/** `npm run new out-of-stock` writes a file to fill in; until it is, every check says what is missing. */

const usage =
  'Use: npm run new -- <name> [--status 409] [--category <key>], as in "npm run new -- out-of-stock --status 409".';

await command(async () => {
  const refuse = (text: string, code: number) => {
    console.error(text);
    process.exitCode = code;
  };
  let parsed: ReturnType<typeof readArguments>;
  try {
    parsed = readArguments();
  } catch (error) {
    return refuse(`new: ${(error as Error).message}. ${usage}`, 2);
  }
  const { positionals, values } = parsed;
  const [name] = positionals;
  if (name === undefined || positionals.length > 1) return refuse(`new: it takes one name. ${usage}`, 2);
  const fault = nameFault(name);
  if (fault) return refuse(`new: ${fault.fact}. ${fault.fix}`, 1);
  const status = Number(values.status);
  if (!Number.isInteger(status) || status < 400 || status > 599)
    return refuse(`new: --status must be 400 to 599 (was "${values.status}"). ${usage}`, 2);
  const facts = await loadFacts(problemsDir);
  const categories = Object.keys(facts.categories);
  const category = values.category ?? categories[0] ?? '';
  if (!categories.includes(category))
    return refuse(`new: --category must be one of ${categories.join(', ')} (was "${category}").`, 2);
  const file = join(problemsDir, `${name}.ts`);
  if (existsSync(file)) return refuse(`${relative(root, file)}: the file exists. Choose another name, or edit it.`, 1);

  const { interfaceName, typeUri } = namesOf(name, facts.baseUri);
  const title = interfaceName.replace(/(?<=[a-z0-9])(?=[A-Z])/g, ' ');
  writeFileSync(file, entryText(interfaceName, title, status, category));
  const bodies = join(root, 'test/arcp/problems', name);
  if (!process.env.PROBLEMS_DIR) {
    const body = { type: typeUri, title, status, detail: '…' };
    put(join(bodies, 'valid/smallest.json'), body);
    put(join(bodies, 'invalid/of-another-type.json'), { ...body, type: `${typeUri}-not` });
  }
  console.log(`${relative(process.cwd(), file)}: fill in each "…". Then run npm run generate and npm run check.`);
});

function readArguments() {
  return parseArgs({
    allowPositionals: true,
    options: { status: { type: 'string', default: '400' }, category: { type: 'string' } },
  });
}

function put(file: string, value: unknown): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, jsonText(value));
}

function entryText(interfaceName: string, title: string, status: number, category: string): string {
  const schema = relative(problemsDir, join(root, 'src/catalog/entry.ts')).replaceAll('\\', '/');
  return `import type { Problem } from '${schema.startsWith('.') ? schema : `./${schema}`}';

// biome-ignore lint/suspicious/noEmptyInterface: no extension members
export interface ${interfaceName} {}

export default {
  title: '${title}',
  status: ${status},
  category: '${category}',
  summary: '…',
  now: '…',
  explanation: \`…\`,
  fixedBy: 'client-developer',
  retry: { when: 'after-change', because: '…' },
  causes: {
    'first-cause': { cause: '…', fix: [{ step: '…' }] },
  },
  example: { detail: '…' },
  related: {},
} satisfies Problem<${interfaceName}>;
`;
}
