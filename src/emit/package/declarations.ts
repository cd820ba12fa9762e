import { posix } from 'node:path';
import type { Files } from '../files.ts';
import { usedDeclarations, wordsOf } from './used-declarations.ts';

/**
 * Joins the declarations of each folder in one file, since a compiler reads one file faster than many: those that
 * `index.d.ts` reads or, where it reads none of them, all. Entry points keep a file of their own. What no entry point needs
 * is left out.
 * @param files the modules of the package with their declarations, by path
 * @param entries paths of the entry points, such as `express.js`
 * @returns the declarations, by path
 */
export function joinedDeclarations(files: Files, entries: readonly string[]): Files {
  const roots = new Set(entries.map(declarationsOf));
  const main = reached(files, ['index.d.ts']);
  const mainFolders = new Set([...main].map((path) => posix.dirname(path)));
  const homeOf = (path: string) => {
    const folder = posix.dirname(path);
    const stays = roots.has(path) || (mainFolders.has(folder) && !main.has(path));
    return stays ? path : `${folder}/index.d.ts`;
  };

  const joined = new Map<string, Joined>();
  const at = (home: string) => entryOf(joined, home, () => ({ body: '', imports: new Map(), wanted: new Set() }));
  for (const path of [...reached(files, roots)].sort()) {
    const home = homeOf(path);
    const { imports } = at(home);
    at(home).body += textOf(files, path).replace(statement, (whole, kind, list, from: string) => {
      const target = homeOf(resolved(path, from));
      if (target === home) return '';
      const names = namesOf(list);
      for (const name of names) at(target).wanted.add(name.split(' ')[0] ?? '');
      const specifier = specifierOf(home, target);
      if (kind === 'export') return whole.replace(`'${from}'`, `'${specifier}'`);
      const known = entryOf(imports, specifier, () => new Set<string>());
      for (const name of names) known.add(name);
      return '';
    });
  }
  return new Map(
    [...joined].map(([home, { body, imports, wanted }]) => {
      if (roots.has(home) || wanted.has('*')) return [home, importsOf(imports) + body];
      const used = usedDeclarations(body, wanted);
      return [home, importsOf(imports, wordsOf(used)) + used];
    }),
  );
}

interface Joined {
  body: string;
  /** Names by what they are imported from: `Values`, `Problem as Sent`. */
  readonly imports: Map<string, Set<string>>;
  /** Names that other files import; `*` stands for all. */
  readonly wanted: Set<string>;
}

/** An import or export of names from another module of the package. */
const statement = /^(import|export) (?:type )?(?:\{([^{}]*)\}|\*) from '(\.[^']*)';\n/gm;

function namesOf(list = '*'): string[] {
  const names = list.split(',').map((name) => name.trim().replace(/^type /, ''));
  return names.filter(Boolean);
}

/** Statements that import these names, or those among the words. */
function importsOf(imports: Joined['imports'], words?: ReadonlySet<string>): string {
  const lines = [...imports].map(([specifier, names]) => {
    const used = [...names].filter((name) => words?.has(name.split(' ').at(-1) ?? '') ?? true);
    return used.length > 0 ? `import type { ${used.join(', ')} } from '${specifier}';\n` : '';
  });
  return lines.join('');
}

function reached(files: Files, from: Iterable<string>): Set<string> {
  const paths = new Set(from);
  for (const path of paths) {
    for (const [, , , specifier = ''] of textOf(files, path).matchAll(statement)) paths.add(resolved(path, specifier));
  }
  return paths;
}

function resolved(path: string, specifier: string): string {
  return declarationsOf(posix.join(posix.dirname(path), specifier));
}

function specifierOf(path: string, target: string): string {
  const relative = posix.relative(posix.dirname(path), target).replace(/d\.ts$/, 'js');
  return relative.startsWith('.') ? relative : `./${relative}`;
}

function declarationsOf(module: string): string {
  return module.replace(/js$/, 'd.ts');
}

function textOf(files: Files, path: string): string {
  return files.get(path) ?? '';
}

function entryOf<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}
