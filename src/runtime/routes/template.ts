/**
 * A path template -> its parts. Reads the templates of OpenAPI, RFC 6570, web frameworks and MSW. Not by a library: of the 53
 * requests in `match.test.ts` and `msw.test.ts`, with `{id}` turned into `:id`, path-to-regexp 9 and URLPattern judge 24 as
 * here, rou3 26. URLPattern is absent from Node.js 20 and 22, and for `/{a}-{b}-{c}-{d}/x` its time grows with the fourth
 * power of the path. Minified and gzipped, its polyfill has 6,100 bytes, path-to-regexp 1,600, and both files here 2,100.
 */

export type Part =
  | { readonly kind: 'text'; readonly text: string }
  /** One character or more of one segment. */
  | { readonly kind: 'segment'; readonly name: string }
  /** Any run of characters, slashes included. */
  | { readonly kind: 'rest'; readonly name: string; readonly least: 0 | 1 };

/** Parts in order, once with and once without each optional part; the longest first. */
export type Variants = readonly (readonly Part[])[];

const mostVariants = 32;

/**
 * Reads a template such as `/agents/{agent-id}:verb`, `/files/{path*}`, `/{+path}`, `/agents/:id` or `/api/*`. A query and a
 * fragment are ignored. Throws a `SyntaxError` that says which part it does not know.
 */
export function parseTemplate(template: string): Variants {
  const parser = new Parser(template);
  return parser.sequence('');
}

/** A path as it is sent: signs beyond ASCII escaped, escapes as they are. */
export function encoded(path: string): string {
  try {
    return encodeURI(path).replaceAll('%25', '%');
  } catch {
    return path;
  }
}

function joined(before: readonly Part[], parts: readonly Part[]): Part[] {
  const last = before.at(-1);
  const [first] = parts;
  if (last?.kind !== 'text' || first?.kind !== 'text') return [...before, ...parts];
  return [...before.slice(0, -1), { kind: 'text', text: last.text + first.text }, ...parts.slice(1)];
}

class Parser {
  private at = 0;
  private stars = 0;
  private readonly text: string;
  private readonly hasBraces: boolean;

  constructor(text: string) {
    this.text = text;
    this.hasBraces = text.includes('{');
  }

  /** Everything up to a sign, or to the end. */
  sequence(end: string): Variants {
    let variants: Variants = [[]];
    const add = (more: Variants) => {
      variants = variants.flatMap((before) => more.map((parts) => joined(before, parts)));
      if (variants.length > mostVariants) this.refuse(this.text, 'has too many optional parts');
    };
    while (this.at < this.text.length && !/[?#]/.test(this.text[this.at] ?? '')) {
      const sign = this.text[this.at] ?? '';
      if (sign === end) return variants;
      add(this.part(sign));
    }
    if (end !== '') this.refuse(this.text, `must have a "${end}" for each opening one`);
    return variants;
  }

  private part(sign: string): Variants {
    const next = this.text[this.at + 1] ?? '';
    if (sign === '{') return this.braces();
    if ((sign === '[' || sign === '(') && next === '/') return this.group(sign === '[' ? ']' : ')');
    if (sign === '*') return this.star();
    if (sign === ':' && /[A-Za-z_]/.test(next) && this.startsParameter()) return this.colon();
    if (/[[\]()<>}|^"\s]/.test(sign)) this.refuse(sign, 'is not known in a path. Write parameters as {name}');
    if (sign === '\\') this.at += 1;
    const literal = String.fromCodePoint(this.text.codePointAt(this.at) ?? 0);
    this.at += literal.length;
    return [[{ kind: 'text', text: encoded(literal) }]];
  }

  /** Next to braces, a colon within a segment begins a verb: `/agents/{id}:cancel`, `/agents:search`. */
  private startsParameter(): boolean {
    return !this.hasBraces || this.at === 0 || this.text[this.at - 1] === '/';
  }

  private star(): Variants {
    while (this.text[this.at] === '*') this.at += 1;
    this.stars += 1;
    return [[{ kind: 'rest', name: String(this.stars - 1), least: 0 }]];
  }

  private group(end: string): Variants {
    this.at += 1;
    const inner = this.sequence(end);
    this.at += 1;
    return [...inner, []];
  }

  private colon(): Variants {
    const [whole = '', name = ''] = /^:(\w+)/.exec(this.text.slice(this.at)) ?? [];
    this.at += whole.length;
    const sign = this.text[this.at];
    if (sign === '(') this.refuse(`${whole}(`, 'must not have a regular expression. Write the name alone');
    if (sign === '*' || sign === '+') {
      this.at += 1;
      return [[{ kind: 'rest', name, least: sign === '+' ? 1 : 0 }]];
    }
    return this.optional([[{ kind: 'segment', name }]]);
  }

  /** A `?` behind a parameter makes it optional, unless a query follows. */
  private optional(variants: Variants): Variants {
    if (this.text[this.at] !== '?' || !/^(?:$|[/:.-])/.test(this.text.slice(this.at + 1))) return variants;
    this.at += 1;
    return [...variants, []];
  }

  private braces(): Variants {
    const close = this.text.indexOf('}', this.at);
    if (close < 0) this.refuse(this.text.slice(this.at), 'must end with "}"');
    const inner = this.text.slice(this.at + 1, close);
    this.at = close + 1;
    const variants = this.expression(inner);
    return inner.startsWith('/') ? variants : this.optional(variants);
  }

  private expression(inner: string): Variants {
    if (/^[?&#]/.test(inner)) return [[]];
    const [start = ''] = /^(?:\/:?|\.|\+|\*\*?)?/.exec(inner) ?? [];
    const rest = inner.slice(start.length);
    const at = rest.endsWith('...') ? rest.length - 3 : rest.search(/[:=*+?]|$/);
    const [name, end] = [rest.slice(0, at), rest.slice(at)];
    const kind = kinds[end];
    if (!/^[^/:*?+=,;()|{}\s]+$/.test(name) || kind === undefined) {
      this.refuse(`{${inner}}`, 'is not known. Write a parameter as {name}, the rest of a path as {name*}');
    }
    const isRest = kind === 'rest' || start === '+' || start.startsWith('*');
    const part: Part = isRest ? { kind: 'rest', name, least: start === '+' ? 1 : 0 } : { kind: 'segment', name };
    if (start.startsWith('/')) return [[{ kind: 'text', text: '/' }, part], []];
    if (start === '.') return [[{ kind: 'text', text: '.' }, part], []];
    return kind === 'optional' ? [[part], []] : [[part]];
  }

  private refuse(what: string, fact: string): never {
    throw new SyntaxError(`"${what}" ${fact}`);
  }
}

/** What can be behind the name, in braces: converters of frameworks, and the signs for an optional part and for a rest. */
const kinds: Readonly<Record<string, 'segment' | 'optional' | 'rest'>> = {
  '': 'segment',
  ...Object.fromEntries(
    ['int', 'long', 'float', 'decimal', 'str', 'string', 'alpha', 'uuid', 'guid', 'slug', 'bool'].map((name) => [
      `:${name}`,
      'segment',
    ]),
  ),
  '=*': 'segment',
  '?': 'optional',
  '*': 'rest',
  '+': 'rest',
  '...': 'rest',
  ':path': 'rest',
  '=**': 'rest',
};
