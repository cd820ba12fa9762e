import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { problemStatus } from '#catalog/fields.ts';
import { CatalogError } from '#catalog/finding.ts';
import { loadFacts } from '#catalog/load.ts';
import { nameFault } from '#catalog/name-fault.ts';
import { namesOf } from '#catalog/names.ts';
import { jsonText } from '#emit/files.ts';
import { UsageError } from './command.ts';
import { isSource, type Project, rooms } from './project.ts';

interface Options {
  status: string;
  category?: string;
}

/** Writes an entry to fill in, and bodies to try its schema on; until it is filled in, every check says what is missing. */
export async function create(project: Project, names: readonly string[], options: Options): Promise<void> {
  const [given] = names;
  if (given === undefined || names.length > 1)
    throw new UsageError('new: it takes one name, as in "new out-of-stock --status 409".');
  const status = Number(options.status);
  const parsed = problemStatus.safeParse(status);
  if (!parsed.success)
    throw new UsageError(`new: --status ${parsed.error.issues[0]?.message} (was "${options.status}").`);
  const name = basename(given, '.ts');
  const fault = nameFault(name);
  if (fault) throw new CatalogError([{ file: 'new', ...fault }]);
  const facts = await loadFacts(project.catalog);
  const categories = Object.keys(facts.categories);
  const category = options.category ?? categories[0] ?? '';
  if (!categories.includes(category))
    throw new UsageError(`new: --category must be one of ${categories.join(', ')} (was "${category}").`);
  const file = join(project.catalog, `${name}.ts`);
  const label = relative(project.root, file);
  if (existsSync(file))
    throw new CatalogError([{ file: label, fact: 'the file exists', fix: 'Choose another name, or edit it.' }]);

  const { interfaceName, typeUri } = namesOf(name, facts);
  const title = titleOf(name);
  writeFileSync(file, entryText(project, interfaceName, title, status, category));
  const body = { type: typeUri, title, status, detail: '…' };
  put(join(project.bodies, name, 'valid/smallest.json'), body);
  put(join(project.bodies, name, 'invalid/of-another-type.json'), { ...body, type: `${typeUri}-not` });
  console.log(`${label}: fill in each "…". Then run npm run generate and npm run check.`);
}

/** A first title: `out-of-credit` as "Out of Credit". */
function titleOf(name: string): string {
  const small = /^(a|an|and|at|by|for|from|in|is|not|of|on|or|the|to|with)$/;
  const words = name.split('-');
  return words
    .map((word, index) => (index > 0 && small.test(word) ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join(' ');
}

function put(file: string, value: unknown): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, jsonText(value));
}

/** The module that an entry imports its types from. */
export function entryModule({ catalog }: Project): string {
  if (!isSource) return 'problem-catalog/entry';
  const path = relative(catalog, join(rooms, 'catalog/entry.ts')).replaceAll('\\', '/');
  return path.startsWith('.') ? path : `./${path}`;
}

function entryText(project: Project, interfaceName: string, title: string, status: number, category: string): string {
  return `import type { Problem } from '${entryModule(project)}';

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
