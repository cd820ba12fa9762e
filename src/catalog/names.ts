/** From a file name to every name and URL made from it. The only place where URLs of problem types are built. */

export interface Names {
  /** File name without `.ts`: `session-invalid`. */
  readonly name: string;
  /** Constructor in the package: `sessionInvalid`. */
  readonly exportName: string;
  /** Interface of the extension members: `SessionInvalid`. */
  readonly interfaceName: string;
  /** Validator in the package: `validateSessionInvalid`. */
  readonly validatorName: string;
  /** As a constant: `SESSION_INVALID`. */
  readonly constant: string;
  /** RFC 9457 `type`. */
  readonly typeUri: string;
  /** `$id` of the JSON Schema. */
  readonly schemaUri: string;
  readonly jsonUri: string;
  readonly markdownUri: string;
}

/** Names of the package's own exports and of its generated modules, which a problem type cannot take. */
export const takenNames = [
  'about-blank',
  'common',
  'define-problem-type',
  'find-problem-type',
  'former-types',
  'headers',
  'index',
  'inspect-problem',
  'is-problem',
  'problem-error',
  'problem-headers',
  'problem-media-type',
  'problem-response',
  'problem-types',
  'problem-validator',
  'read-problem',
  'throw-if-problem',
  'titles',
  'to-problem',
  'validate',
  'validators',
];

const reservedWords = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export extends false ' +
    'finally for function if implements import in instanceof interface let new null package private protected public ' +
    'return static super switch this throw true try typeof var void while with yield'
  ).split(' '),
);

/** Why a file name cannot name a problem type, and what to do; undefined when it can. */
export function nameFault(name: string): { fact: string; fix: string } | undefined {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
    const kebab = name
      .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^[^a-z]+|-$/g, '');
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
  if (takenNames.includes(name)) {
    return {
      fact: `the file name must not be that of the package's own export ${camelCase(name)}`,
      fix: 'Choose another name.',
    };
  }
  return undefined;
}

export function camelCase(name: string): string {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

export function pascalCase(name: string): string {
  const camel = camelCase(name);
  return camel.charAt(0).toUpperCase() + camel.slice(1);
}

export function namesOf(name: string, baseUri: string): Names {
  const typeUri = `${baseUri}/${name}`;
  return {
    name,
    exportName: camelCase(name),
    interfaceName: pascalCase(name),
    validatorName: `validate${pascalCase(name)}`,
    constant: name.replaceAll('-', '_').toUpperCase(),
    typeUri,
    schemaUri: `${typeUri}.schema.json`,
    jsonUri: `${typeUri}.json`,
    markdownUri: `${typeUri}.md`,
  };
}

/** Where the catalog's pages live on its origin, from the base URI `https://host/docs/problems`. */
export function sitePaths(baseUri: string): { origin: string; base: string; segment: string } {
  const { origin, pathname } = new URL(baseUri);
  const cut = pathname.lastIndexOf('/');
  return { origin, base: pathname.slice(0, cut) || '/', segment: pathname.slice(cut + 1) };
}
