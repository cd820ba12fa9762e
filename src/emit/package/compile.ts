import type { Catalog } from '#catalog/catalog.ts';
import type { Files } from '../files.ts';
import { kept } from '../kept.ts';
import { moduleFiles } from './modules.ts';

/** The package's own modules of a catalog -> JavaScript without prose, and declarations with it. */
export async function compiledModules(catalog: Catalog): Promise<Files> {
  const files = new Map<string, string>();
  for (const [path, text] of moduleFiles(catalog)) {
    if (!path.endsWith('.ts') || path.endsWith('.d.ts')) {
      files.set(path, text);
      continue;
    }
    const stem = path.slice(0, -'.ts'.length);
    files.set(`${stem}.js`, await javaScript(text));
    files.set(`${stem}.d.ts`, await declarations(path, compiledImports(text)));
  }
  joinDeclarations(
    files,
    catalog.problems.map(({ name }) => `${name}.d.ts`).filter((path) => files.has(path)),
  );
  return files;
}

/** Moves the declarations of these modules into those of `index.js`: a compiler reads one file faster than many. */
function joinDeclarations(files: Map<string, string>, paths: readonly string[]): void {
  const moved = new Set(paths.map((path) => `./${path.replace(/d\.ts$/, 'js')}`));
  const imported = new Map<string, Set<string>>();
  const bodies = [...paths, 'index.d.ts'].map((path) =>
    (files.get(path) ?? '').replace(statement, (_, kind, list: string, from: string) => {
      if (kind === 'import' && !moved.has(from)) {
        const names = imported.get(from) ?? new Set();
        imported.set(from, names);
        for (const name of list.split(',')) names.add(name.replace('type ', '').trim());
      }
      return '';
    }),
  );
  for (const path of paths) files.delete(path);
  for (const [path, text] of files) {
    if (!path.endsWith('.d.ts')) continue;
    files.set(
      path,
      text.replace(statement, (whole, _kind, _list, from: string) => {
        const [, up = '', rest = ''] = /^(\.\.?\/)(.*)$/.exec(from) ?? [];
        return moved.has(`./${rest}`) ? whole.replace(from, `${up}index.js`) : whole;
      }),
    );
  }
  const imports = [...imported].map(([from, names]) => `import type { ${[...names].join(', ')} } from '${from}';\n`);
  files.set('index.d.ts', [...imports, ...bodies].join(''));
}

/** An import or export of names from another module. */
const statement = /^(import|export) (?:type )?\{([^{}]*)\} from '([^'{}]*)';\n/gm;

/** Returns a module of TypeScript as JavaScript without prose, which imports `.js`. */
export async function javaScript(text: string): Promise<string> {
  const source = compiledImports(text);
  const code = await kept('javascript', source, async () => {
    const { transform } = await import('esbuild');
    return (await transform(source, { loader: 'ts', format: 'esm', target: 'es2022', charset: 'utf8' })).code;
  });
  return String(code);
}

function compiledImports(text: string): string {
  return text.replace(/(from '\.{1,2}\/[^']+)\.ts'/g, "$1.js'");
}

async function declarations(path: string, module: string): Promise<string> {
  // Its value changes with every text of an entry, and does not matter to the declaration.
  const value = path === 'causes.ts' ? module.indexOf(' = JSON.parse(') : -1;
  const source = value < 0 ? module : `${module.slice(0, value)} = undefined!;\n`;
  const text = await kept('declarations', `${path}\0${source}`, async () => {
    // TypeScript takes half a second to load.
    const { default: ts } = await import('typescript');
    const { outputText } = ts.transpileDeclaration(source, {
      fileName: path,
      compilerOptions: {
        declaration: true,
        isolatedDeclarations: true,
        strict: true,
        target: ts.ScriptTarget.ES2022,
        module: ts.ModuleKind.NodeNext,
        verbatimModuleSyntax: true,
      },
    });
    return outputText;
  });
  return String(text);
}
