import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

/**
 * Returns the names that a module exports, values and types, those of modules that it passes on among them. Modules of the
 * catalog (`generated/`) are left out: the catalog is compared by itself.
 * @param file a TypeScript module or a declaration file
 */
export function exportedNames(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file) || !existsSync(file)) return [];
  seen.add(file);
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const names = source.statements.flatMap((statement) => {
    if (ts.isExportAssignment(statement)) return ['default'];
    if (ts.isExportDeclaration(statement)) return passedOn(statement, file, seen);
    return isExported(statement) ? declaredNames(statement) : [];
  });
  return [...new Set(names)].sort();
}

function passedOn({ exportClause, moduleSpecifier }: ts.ExportDeclaration, file: string, seen: Set<string>): string[] {
  if (exportClause) {
    const isNamespace = ts.isNamespaceExport(exportClause);
    return isNamespace ? [exportClause.name.text] : exportClause.elements.map(({ name }) => name.text);
  }
  const path = moduleSpecifier && ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : '';
  if (!path.startsWith('.') || path.includes('/generated/')) return [];
  const target = join(dirname(file), path);
  return exportedNames(file.endsWith('.d.ts') ? target.replace(/\.js$/, '.d.ts') : target, seen);
}

function isExported(node: ts.Statement): boolean {
  return (
    ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  );
}

function declaredNames(node: ts.Statement): string[] {
  if (ts.isVariableStatement(node)) {
    return node.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : []));
  }
  const isDefault =
    ts.canHaveModifiers(node) && ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword);
  if (isDefault) return ['default'];
  const { name } = node as ts.DeclarationStatement;
  return name && ts.isIdentifier(name) ? [name.text] : [];
}
