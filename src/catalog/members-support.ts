import ts from 'typescript';
import { typeTagFaults, unknownTags } from './member-tags.ts';

/** What TypeScript can say and JSON Schema, or typescript-json-schema, cannot: found before it could be widened. */

export interface Unsupported {
  /** The member and the way into it: `member tags[]`. */
  readonly path: string;
  readonly fact: string;
  readonly fix: string;
}

const standardMembers = ['type', 'title', 'status', 'detail', 'instance'];
const forbiddenNames = [
  ...standardMembers,
  ...Object.getOwnPropertyNames(Object.prototype),
  'prototype',
  'toJSON',
  'then',
];

/** Faults of an interface of extension members, each with the way to say it. */
export function unsupported(
  root: ts.Type,
  declaration: ts.InterfaceDeclaration,
  checker: ts.TypeChecker,
): Unsupported[] {
  const faults: Unsupported[] = [];
  if (checker.getIndexInfosOfType(root).length > 0) {
    faults.push({
      path: `interface ${declaration.name.text}`,
      fact: 'has an index signature',
      fix: 'Name each member; unknown members are always allowed.',
    });
  }
  if (declaration.typeParameters?.length) {
    faults.push({
      path: `interface ${declaration.name.text}`,
      fact: 'has type parameters',
      fix: 'Write the types out.',
    });
  }
  for (const property of checker.getPropertiesOfType(root)) {
    const path = `member ${property.name}`;
    if (forbiddenNames.includes(property.name)) {
      const standard = standardMembers.includes(property.name);
      const why = standard
        ? 'shadows the standard member of that name (RFC 9457 section 3.1)'
        : 'has a name that JavaScript reserves';
      faults.push({ path, fact: why, fix: 'Choose another name.' });
      continue;
    }
    visit(checker.getTypeOfSymbol(property), property, path, []);
  }
  return faults;

  function visit(type: ts.Type, symbol: ts.Symbol | undefined, path: string, above: readonly ts.Type[]): void {
    const fail = (fact: string, fix: string) => faults.push({ path, fact, fix });
    const optional = symbol !== undefined && (symbol.flags & ts.SymbolFlags.Optional) !== 0;
    if (symbol) {
      faults.push(...unknownTags(symbol, path), ...typeTagFaults(symbol, type, path));
      if (symbol.name === '__proto__') return void fail('has a name that JavaScript reserves', 'Choose another name.');
      const { type: written } = (symbol.valueDeclaration ?? {}) as { type?: ts.TypeNode };
      if (written && ts.isTypeQueryNode(written))
        return void fail('is the type of a constant', 'Write the type out: constants are not part of the package.');
    }
    const flags = type.flags;
    if (symbol && symbol.flags & ts.SymbolFlags.Method)
      return void fail('is a method', 'JSON has no functions; remove it.');
    if (flags & ts.TypeFlags.Any)
      return void fail('is of type any', 'Say what it is; "unknown" stands for any JSON value.');
    if (flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Void))
      return void fail('allows undefined', 'JSON has no undefined; mark the member optional with "?".');
    if (flags & ts.TypeFlags.Never) return void fail('is of type never', 'Remove it.');
    if (flags & ts.TypeFlags.TemplateLiteral) {
      const { types } = type as ts.TemplateLiteralType;
      const plain = types.every((part) => part.flags & (ts.TypeFlags.String | ts.TypeFlags.Number));
      if (!plain) fail('is a template literal of more than strings and numbers', 'Use string with @pattern.');
      return;
    }
    if (
      flags &
      (ts.TypeFlags.BigIntLike | ts.TypeFlags.ESSymbolLike | ts.TypeFlags.NonPrimitive | ts.TypeFlags.StringMapping)
    ) {
      return void fail(
        `is of type ${checker.typeToString(type)}`,
        'JSON Schema has no such type; use string, number, boolean, null, arrays and interfaces.',
      );
    }
    if (type.isUnion()) {
      for (const part of type.types) {
        if (!(optional && part.flags & ts.TypeFlags.Undefined)) visit(part, undefined, path, above);
      }
      return;
    }
    if (type.isIntersection() && type.types.some((part) => !(part.flags & ts.TypeFlags.Object))) {
      return void fail(
        `is of type ${checker.typeToString(type)}`,
        'A brand has no form in JSON Schema; use the plain type.',
      );
    }
    if (!(flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection))) {
      if (flags & (ts.TypeFlags.TypeParameter | ts.TypeFlags.Conditional | ts.TypeFlags.IndexedAccess)) {
        fail(`is of the open type ${checker.typeToString(type)}`, 'Write the type out.');
      }
      return;
    }
    if (above.includes(type))
      return void fail('contains itself', 'Recursive types are not supported; limit the depth, or use "unknown".');
    if (type.symbol?.name === 'ReadonlyArray')
      return void fail('is a readonly array', 'Drop "readonly": what is read from JSON belongs to the reader.');
    if (checker.typeToString(type) === '{}')
      return void fail('is of type {}', 'Name its members; "unknown" stands for any JSON value.');
    const inside = [...above, type];
    if (
      checker.isTupleType(type) &&
      ((type as ts.TupleTypeReference).target.combinedFlags & ts.ElementFlags.NonRequired) !== 0
    )
      return void fail('is a tuple of no fixed length', 'Use an array, or name each part.');
    if (checker.isTupleType(type) || checker.isArrayType(type)) {
      for (const item of checker.getTypeArguments(type as ts.TypeReference))
        visit(item, undefined, `${path}[]`, inside);
      return;
    }
    const declared = type.symbol?.declarations?.[0];
    const fromLibrary =
      declared?.getSourceFile().hasNoDefaultLib || declared?.getSourceFile().fileName.includes('/typescript/lib/');
    if (type.getCallSignatures().length > 0 || type.getConstructSignatures().length > 0) {
      return void fail('is a function', 'JSON has no functions; remove it.');
    }
    if (type.aliasSymbol?.name === 'Record' && checker.getIndexInfosOfType(type).length > 0) {
      return void fail(
        `is of type ${checker.typeToString(type)}`,
        'Write { [key: string]: T } instead: Record loses T on the way to JSON Schema.',
      );
    }
    if (fromLibrary && type.symbol.name !== '__type' && !type.aliasSymbol) {
      const isDate = type.symbol.name === 'Date';
      return void fail(
        `is of type ${checker.typeToString(type)}`,
        isDate
          ? 'Use string with the JSDoc tag "@format date-time": JSON has no dates.'
          : 'Use string, number, boolean, null, arrays and interfaces.',
      );
    }
    for (const info of checker.getIndexInfosOfType(type)) {
      if (info.keyType.flags & ts.TypeFlags.String) visit(info.type, undefined, `${path}.*`, inside);
      else fail('has an index signature of other than string', 'Use { [key: string]: T }.');
    }
    for (const property of checker.getPropertiesOfType(type)) {
      visit(checker.getTypeOfSymbol(property), property, `${path}.${property.name}`, inside);
    }
  }
}

/** What a number looks like as text, in `${number}`: typescript-json-schema writes `[0-9]*`, which takes "" and refuses "-1.5". */
const numberText = '-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?';

export function templatePattern(pattern: string): string {
  return pattern.replaceAll('[0-9]*', numberText);
}
