import ts from 'typescript';
import type { Api } from './api.ts';
import { virtualProgram } from './virtual.ts';

/** One name that a module exports. */
export interface Export {
  readonly name: string;
  /** Its declarations, then those that only it leads to, without comments; empty where they are elsewhere. */
  readonly declarations: readonly string[];
  /** How many of these declare the name itself: several where it is overloaded. */
  readonly own: number;
  /** Paths of the modules that declare these. */
  readonly files: ReadonlySet<string>;
  readonly isValue: boolean;
  readonly isType: boolean;
  /** How many type parameters the type has. */
  readonly parameters: number;
  /** The members of a type that is a union. */
  readonly union?: readonly string[] | undefined;
}

const printer = ts.createPrinter({ removeComments: true });

/** Returns what each subpath of an API exports, by name: what it passes on from other modules among it. */
export function exportsIn({ exports, declarations }: Api): Map<string, Export[]> {
  const program = virtualProgram(declarations, { noLib: true, module: ts.ModuleKind.NodeNext, types: [] });
  const checker = program.getTypeChecker();
  const own = (symbol: ts.Symbol) =>
    (resolved(checker, symbol).declarations ?? []).filter((node) =>
      declarations.has(node.getSourceFile().fileName.slice(1)),
    );
  const modules = Object.entries(exports).map(([subpath, path]) => {
    const source = path === undefined ? undefined : program.getSourceFile(`/${path}`);
    const module = source && checker.getSymbolAtLocation(source);
    return [subpath, module ? checker.getExportsOfModule(module) : []] as const;
  });
  const named = new Set(modules.flatMap(([, symbols]) => symbols.map((symbol) => resolved(checker, symbol))));

  const exported = (symbol: ts.Symbol): Export => {
    const target = resolved(checker, symbol);
    const reached = new Set([target]);
    const texts: string[] = [];
    const files = new Set<string>();
    // A set grows while it is gone through.
    for (const each of reached) {
      for (const node of own(each)) {
        files.add(node.getSourceFile().fileName.slice(1));
        texts.push(printed(node));
        for (const name of identifiersIn(node)) {
          const used = checker.getSymbolAtLocation(name);
          const meant = used && resolved(checker, used);
          // What has a name of its own in the API is compared under that name.
          if (meant && !named.has(meant) && isTopLevel(meant)) reached.add(meant);
        }
      }
    }
    const [first] = own(target);
    const alias = first && ts.isTypeAliasDeclaration(first) ? first : undefined;
    const generic =
      alias ?? (first && (ts.isInterfaceDeclaration(first) || ts.isClassDeclaration(first)) ? first : undefined);
    return {
      name: symbol.name,
      declarations: texts,
      own: own(target).length,
      files,
      isValue: (target.flags & ts.SymbolFlags.Value) !== 0,
      isType: (target.flags & ts.SymbolFlags.Type) !== 0,
      parameters: generic?.typeParameters?.length ?? 0,
      union: alias && ts.isUnionTypeNode(alias.type) ? alias.type.types.map(printed) : undefined,
    };
  };
  return new Map(
    modules.map(([subpath, symbols]) => [
      subpath,
      symbols.filter((symbol) => !isOfCatalog(checker, symbol)).map(exported),
    ]),
  );
}

function printed(node: ts.Node): string {
  return printer.printNode(ts.EmitHint.Unspecified, node, node.getSourceFile()).replaceAll('"', "'");
}

function resolved(checker: ts.TypeChecker, symbol: ts.Symbol): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

/** Whether a module passes the name on with all others of a module of the catalog. */
function isOfCatalog(checker: ts.TypeChecker, symbol: ts.Symbol): boolean {
  const { declarations = [] } = resolved(checker, symbol);
  const isNamed = (symbol.declarations ?? []).some(ts.isExportSpecifier);
  return !isNamed && declarations.some((node) => node.getSourceFile().fileName === '/catalog.d.ts');
}

function isTopLevel({ declarations = [] }: ts.Symbol): boolean {
  return declarations.some((node) => {
    const statement = ts.isVariableDeclaration(node) ? node.parent.parent : node;
    return ts.isSourceFile(statement.parent) || ts.isModuleBlock(statement.parent);
  });
}

function identifiersIn(node: ts.Node): ts.Identifier[] {
  const found: ts.Identifier[] = [];
  const visit = (each: ts.Node): void => {
    if (ts.isIdentifier(each)) found.push(each);
    ts.forEachChild(each, visit);
  };
  visit(node);
  return found;
}
