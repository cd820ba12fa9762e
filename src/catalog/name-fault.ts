import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { camelCase, kebabCase, pascalCase } from './names.ts';

/** Why a file cannot have its name: each name makes a constructor, an interface, a validator and a module of the package. */

const isSource = import.meta.filename.endsWith('.ts');
const runtime = join(import.meta.dirname, isSource ? '../runtime' : '../package');
/** Modules of the package that are made of all types. */
const modules = ['causes', 'common', 'former-types', 'headers', 'index', 'problem-types', 'titles', 'validators'];
/** Types that every entry or module names. */
const everywhere = ['CommonMembers', 'Problem'];

let known: ReadonlySet<string> | undefined;

/** Names that the package exports whatever the catalog is: values and types. */
export function ownNames(): ReadonlySet<string> {
  known ??= new Set([
    ...everywhere,
    ...['index', 'validators'].flatMap((module) => {
      const text = readFileSync(join(runtime, `${module}.${isSource ? 'ts' : 'd.ts'}`), 'utf8');
      const lists = [...text.matchAll(/export (?:type )?\{([^{}]*)\}/g)].flatMap(([, list = '']) => list.split(','));
      const declared = [...text.matchAll(/^export (?:declare )?(?:const|function|interface|type) (\w+)/gm)];
      return [...lists.map((name) => name.trim().split(/\s+/).at(-1) ?? ''), ...declared.map(([, name = '']) => name)];
    }),
  ]);
  return known;
}

/** Words that cannot name a variable. */
export const reservedWords: ReadonlySet<string> = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export extends false ' +
    'finally for function if implements import in instanceof interface let new null package private protected public ' +
    'return static super switch this throw true try typeof var void while with yield'
  ).split(' '),
);

/** Why a file name cannot name a problem type, and what to do; undefined when it can. */
export function nameFault(name: string): { fact: string; fix: string } | undefined {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
    const kebab = kebabCase(name);
    if (/^\d/.test(kebab)) {
      return {
        fact: `the file name must start with a letter (was "${name}")`,
        fix: `Rename the file to error-${kebab}.ts. If its type URI has no "error-", write that as type in the entry.`,
      };
    }
    return {
      fact: `the file name must be kebab-case: lower-case words, joined by "-" (was "${name}")`,
      fix: kebab ? `Rename the file to ${kebab}.ts.` : 'Rename the file, as in session-invalid.ts.',
    };
  }
  if (reservedWords.has(name)) {
    return {
      fact: `the file name must not be a reserved word of JavaScript (was "${name}")`,
      fix: 'Add a word that says more.',
    };
  }
  const names = [camelCase(name), pascalCase(name), `validate${pascalCase(name)}`];
  const taken = modules.includes(name) ? name : names.find((each) => ownNames().has(each));
  if (taken !== undefined) {
    return {
      fact: `the file name must not be that of the package's own ${taken}`,
      fix: 'Add a word that says more.',
    };
  }
  return undefined;
}
