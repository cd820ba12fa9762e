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
  /** Path of the page on the origin of the site, without slash or suffix at its end; those of its twins begin with it. */
  readonly path: string;
  /** Address of the page: the type URI, where that is an address of the site. */
  readonly pageUri: string;
  /** `$id` of the JSON Schema. */
  readonly schemaUri: string;
  readonly jsonUri: string;
  readonly markdownUri: string;
}

/** Letters that Unicode does not take apart. */
const plainLetters: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd' };

/** The words of any text, in lower case and without accents, joined by "-". */
export function kebabCase(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/\p{L}/gu, (letter) => plainLetters[letter.toLowerCase()] ?? letter)
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

export function camelCase(name: string): string {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

export function pascalCase(name: string): string {
  const camel = camelCase(name);
  return camel.charAt(0).toUpperCase() + camel.slice(1);
}

/** Returns what the command of a package is called: the name of the package without its scope. */
export function commandOf(packageName: string): string {
  return packageName.replace(/^@[^/]+\//, '');
}

/** What type URIs and addresses are made of. */
export interface Addresses {
  readonly baseUri: string;
  readonly typeUri?: string | undefined;
}

/**
 * Returns the names and addresses of a problem type.
 * @param type the type URI that the entry has of its own, or a pattern of it
 */
export function namesOf(name: string, addresses: Addresses, type?: string): Names {
  const exportName = camelCase(name);
  const constant = name.replaceAll('-', '_').toUpperCase();
  const forms: Readonly<Record<string, string>> = {
    name,
    camelCase: exportName,
    PascalCase: pascalCase(name),
    snake_case: name.replaceAll('-', '_'),
    CONSTANT_CASE: constant,
  };
  const pattern = type ?? typeUriText(addresses);
  const typeUri = pattern.replace(typeUriForms, (_, form: string) => forms[form] ?? '');
  const site = sitePaths(addresses.baseUri);
  const placed = placeOf(typeUri, site);
  return {
    name,
    exportName,
    interfaceName: pascalCase(name),
    validatorName: `validate${pascalCase(name)}`,
    constant,
    typeUri,
    ...pageAt(site, placed ?? `${site.index}/${name}`),
    ...(placed !== undefined && { pageUri: typeUri }),
  };
}

/** Returns the addresses of a page and its twins. */
export function pageAt(
  { origin }: Pick<SitePaths, 'origin'>,
  path: string,
): Pick<Names, 'jsonUri' | 'markdownUri' | 'pageUri' | 'path' | 'schemaUri'> {
  const pageUri = origin + path;
  return {
    path,
    pageUri,
    schemaUri: `${pageUri}.schema.json`,
    jsonUri: `${pageUri}.json`,
    markdownUri: `${pageUri}.md`,
  };
}

/** How most type URIs of a catalog read, as a pattern. */
export function typeUriText({ baseUri, typeUri }: Addresses): string {
  return typeUri ?? `${baseUri}/{name}`;
}

/** The type of a problem that says no more than its status (RFC 9457 section 4.2.1); any number of entries can have it. */
export const blankType = 'about:blank';

/** What a pattern of type URIs can hold: the name of the entry, written in one of these ways. */
export const typeUriForms = /\{(name|camelCase|PascalCase|snake_case|CONSTANT_CASE)\}/g;

/** The path of the page that can stand at a type URI; undefined where the site cannot have it. */
function placeOf(typeUri: string, site: SitePaths): string | undefined {
  if (!typeUri.startsWith(`${site.origin}${site.root}/`)) return undefined;
  const path = typeUri.slice(site.origin.length).replace(/(?:\.html|\/)$/, '');
  const isPath = /^(?:\/[\w~-][\w.~-]*)+$/.test(path) && !/\.(?:atom|br|gz|html|json|md|png|svg|txt|xml)$/i.test(path);
  return isPath && !isOtherPage(path, site) ? path : undefined;
}

/** Tells whether the site has another page than that of a problem type at a path. */
export function isOtherPage(path: string, { root, index }: SitePaths): boolean {
  const own = [`${root}/404`, `${root}/changes`, `${root}/common`, `${root}/inspect`, index, root || '/'];
  const folders = [
    `${root}/_`,
    `${root}/finder`,
    `${root}/guides`,
    ...['category', 'route', 'status'].map((kind) => `${index}/${kind}`),
  ];
  const asked = path.toLowerCase();
  return own.includes(asked) || folders.some((folder) => asked === folder || asked.startsWith(`${folder}/`));
}

/** Where the catalog's pages are on their origin. */
export interface SitePaths {
  readonly origin: string;
  /** Path of the first page: `/docs`, or `/`. */
  readonly base: string;
  /** The same, empty at the root: what the other paths begin with. */
  readonly root: string;
  /** Path of the list of all types, `/docs/problems`, and its last segment. */
  readonly index: string;
  readonly segment: string;
  /** Address of the list of all types. */
  readonly indexUri: string;
}

/** Returns where the pages are, from the base URI `https://host/docs/problems`. At a base without a path, the list is at `/problems`. */
export function sitePaths(baseUri: string): SitePaths {
  const { origin, pathname } = new URL(baseUri);
  const index = pathname === '/' ? '/problems' : pathname;
  const cut = index.lastIndexOf('/');
  const root = index.slice(0, cut);
  return { origin, base: root || '/', root, index, segment: index.slice(cut + 1), indexUri: origin + index };
}
