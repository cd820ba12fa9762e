import { type Members, type Step, type Steps, typeCode } from './steps.ts';

/** Steps -> code: what says whether `value` fits, and the row of the table that says what is wrong with it. */

/** What the code takes from `src/runtime/validate/rows.ts`. */
export const helpers: readonly string[] = [
  'any',
  'everyItem',
  'everyOtherMember',
  'firstItems',
  'isObject',
  'items',
  'lengthOf',
  'members',
  'otherMembers',
  'where',
];

/** Functions and rows of one module. What another one has already is imported from there. */
export class Declarations {
  /** Name of each declared function and row, by its code. */
  readonly names = new Map<string, string>();
  /** Names of another module that were asked for. */
  private readonly imported = new Set<string>();
  private readonly taken = new Set<string>(helpers);
  readonly #shared: Declarations | undefined;
  readonly #suffix: string;

  /** @param suffix end of each name, to be unlike those of others in one module */
  constructor(shared?: Declarations, suffix = '') {
    this.#shared = shared;
    this.#suffix = suffix;
  }

  /** Name of a function that says whether a member fits; an absent member does. */
  fits(steps: Steps, member: string): string {
    return this.#declare(optional(fitsCode(steps, this)), `is${titled(member)}`);
  }

  /** Declares the row of a member, unless there is the same already. */
  row(steps: Steps, member: string): void {
    const code = this.rowCode(steps, member);
    if (!this.taken.has(code)) this.#declare(code, `row${titled(member)}`);
  }

  /** Code of the row of a member, or its name if there is one. */
  rowCode(steps: Steps, member: string): string {
    return rowCode(steps, this, { fits: this.fits(steps, member) });
  }

  /** Name of a function or a row with this code, where there is one. */
  nameOf(code: string): string | undefined {
    const shared = this.#shared?.names.get(code);
    if (shared !== undefined) this.imported.add(shared);
    return shared ?? this.names.get(code);
  }

  /**
   * Returns the declarations as text.
   * @param rest the rest of a module, which leaves out what nothing in it names; a module without it exports all
   */
  text(rest?: string): string {
    const used = wordsOf(rest ?? '');
    const lines: string[] = [];
    // A declaration names those before it.
    for (const [code, name] of [...this.names].reverse()) {
      if (rest !== undefined && !used.has(name)) continue;
      for (const word of wordsOf(code)) used.add(word);
      const before = rest === undefined ? 'export ' : '';
      lines.unshift(`${before}const ${name}${code.startsWith('[') ? ': Row' : ''} = ${code};`);
    }
    return lines.length > 0 ? `${lines.join('\n')}\n` : '';
  }

  /** Returns the names that a text takes from another module. */
  importsOf(text: string): string[] {
    const used = wordsOf(text);
    return [...this.imported].filter((name) => used.has(name));
  }

  #declare(code: string, wish: string): string {
    const name = this.nameOf(code);
    if (name !== undefined) return name;
    let free = wish + this.#suffix;
    for (let count = 2; this.taken.has(free); count += 1) free = `${wish}${count}${this.#suffix}`;
    this.names.set(code, free);
    this.taken.add(free);
    return free;
  }
}

const wordsOf = (code: string) => new Set(code.match(/[\w$]+/g));

/** An expression that is true where `value` fits. */
function fitsCode(steps: Steps, declarations: Declarations): string {
  const type = steps.find((step) => step.kind === 'test' && step.keyword === 'type');
  const typed = type?.kind === 'test' ? type.code : undefined;
  // The type first: what follows can count on it.
  const ordered = type ? [type, ...steps.filter((step) => step !== type)] : steps;
  const needed = ordered.filter((step) => !(step.kind === 'test' && step.isImplied));
  return conjunction(needed.map((step) => stepCode(step, declarations, typed)));
}

/** @param typed what is known of the type of `value` already, as code */
function stepCode(step: Step, declarations: Declarations, typed?: string): string {
  switch (step.kind) {
    case 'test':
      return conjunction([step.code, fitsCode(step.then ?? [], declarations)]);
    case 'where': {
      const code = fitsCode(step.steps, declarations);
      const isTyped = typed === typeCode[step.type] || (step.type === 'number' && typed === typeCode.integer);
      return isTyped || code === 'true' ? code : `!(${typeCode[step.type]}) || ${alternative(code)}`;
    }
    case 'any':
      return step.alternatives.map((steps) => alternative(fitsCode(steps, declarations))).join(' || ');
    case 'members':
      return conjunction([
        ...step.required.map((name) => `${memberCode(name)} !== undefined`),
        ...step.members.flatMap(([name, steps]) =>
          steps.length > 0 ? [`${declarations.fits(steps, name)}(${memberCode(name)})`] : [],
        ),
      ]);
    case 'otherMembers':
      return step.each.length > 0
        ? `everyOtherMember(value, ${fitsFunction(step.each, declarations)}${knownCode(step.known)})`
        : 'true';
    case 'items':
      return step.each.length > 0
        ? `everyItem(value, ${fitsFunction(step.each, declarations)}${firstCode(step.first)})`
        : 'true';
    case 'firstItems':
      return conjunction(
        step.items.flatMap((steps, at) =>
          steps.length > 0 ? [`(value.length <= ${at} || (${fitsFunction(steps, declarations)})(value[${at}]))`] : [],
        ),
      );
  }
}

/** What is known of a row: it is that of a member, which is not `undefined`, and a function that tests all of it. */
interface OfMember {
  readonly fits?: string;
}

function rowCode(steps: Steps, declarations: Declarations, member?: OfMember): string {
  const code = `[${testsOf(steps, declarations, member).join(', ')}]`;
  return declarations.nameOf(code) ?? code;
}

function testsOf(steps: Steps, declarations: Declarations, member?: OfMember): string[] {
  const each = steps.length > 1 && member ? {} : member;
  return steps.flatMap((step) => testCode(step, declarations, each));
}

function testCode(step: Step, declarations: Declarations, member?: OfMember): string[] {
  switch (step.kind) {
    case 'test': {
      const then = step.then?.length ? [rowCode(step.then, declarations, member)] : [];
      const all = then.length === 0 ? member?.fits : undefined;
      const ofMember = member && declarations.nameOf(optional(step.code));
      const code = all ?? ofMember ?? functionCode(step.code);
      return [`[${[code, quoted(step.keyword), quoted(step.expected), ...then].join(', ')}]`];
    }
    case 'where': {
      const guard = typeCode[step.type];
      const plain = step.steps.every((each) => each.kind === 'test');
      if (!plain) return [pure('where', [functionCode(guard), rowCode(step.steps, declarations)])];
      return step.steps.flatMap((each) =>
        each.kind === 'test' ? testCode({ ...each, code: `!(${guard}) || ${each.code}` }, declarations) : [],
      );
    }
    case 'any': {
      const code = member?.fits ?? functionCode(stepCode(step, declarations));
      const rows = step.alternatives.map((steps) => rowCode(steps, declarations));
      return [pure('any', [code, quoted(step.expected), ...rows])];
    }
    case 'members': {
      const required = step.required.length > 0 ? [JSON.stringify(step.required)] : [];
      return [pure('members', [rowsCode(step.members, declarations), ...required])];
    }
    case 'otherMembers':
      return step.each.length > 0
        ? [pure('otherMembers', [`${rowCode(step.each, declarations)}${knownCode(step.known)}`])]
        : [];
    case 'items':
      return step.each.length > 0
        ? [pure('items', [`${rowCode(step.each, declarations)}${firstCode(step.first)}`])]
        : [];
    case 'firstItems': {
      const rows = step.items.map((steps) => rowCode(steps, declarations));
      return [pure('firstItems', rows)];
    }
  }
}

/** The rows of members, by name. */
export function rowsCode(members: Members, declarations: Declarations): string {
  const rows = members.flatMap(([name, steps]) =>
    steps.length > 0 ? [`${nameCode(name)}: ${declarations.rowCode(steps, name)}`] : [],
  );
  return rows.length > 0 ? `{ ${rows.join(', ')} }` : '{}';
}

/** Access to a member of `value`. */
export function memberCode(name: string): string {
  return isIdentifier(name) ? `value.${name}` : `value[${quoted(name)}]`;
}

/** Joins expressions with "and". */
export function conjunction(parts: readonly string[]): string {
  const [first = 'true', ...more] = parts.filter((part) => part !== 'true');
  return more.length > 0 ? [first, ...more].map(operand).join(' && ') : first;
}

function fitsFunction(steps: Steps, declarations: Declarations): string {
  return functionCode(fitsCode(steps, declarations));
}

/** A function that takes an absent member, too. */
function optional(code: string): string {
  return `(value: any): boolean => value === undefined || ${alternative(code)}`;
}

/** A function of `value`, or one that there is already. */
function functionCode(code: string): string {
  return /^((?:Number\.|Array\.)?is\w+)\(value\)$/.exec(code)?.[1] ?? `(value: any): boolean => ${code}`;
}

/** As a part of a conjunction. */
function operand(code: string): string {
  return / \|\| /.test(code) ? `(${code})` : code;
}

/** As a part of a disjunction. */
function alternative(code: string): string {
  return / && /.test(code) ? `(${code})` : code;
}

const pure = (name: string, parts: readonly string[]) => `/* @__PURE__ */ ${name}(${parts.join(', ')})`;
const quoted = (text: string) => JSON.stringify(text);
const isIdentifier = (name: string) => /^[a-z_$][\w$]*$/i.test(name);
const nameCode = (name: string) => (isIdentifier(name) ? name : quoted(name));
const knownCode = (known: readonly string[]) => (known.length > 0 ? `, ${JSON.stringify(known)}` : '');
const firstCode = (first: number) => (first > 0 ? `, ${first}` : '');

/** A member name as the end of an identifier. */
function titled(name: string): string {
  return name
    .split(/[^a-z0-9]+/i)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('');
}
