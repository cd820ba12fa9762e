import { createHash } from 'node:crypto';

/** Content-Security-Policy: nothing from elsewhere; inline code only where a built page has it, by its digest. */

/** Digests of the inline code of pages. */
export interface InlineCode {
  readonly scripts: ReadonlySet<string>;
  readonly styles: ReadonlySet<string>;
  /** Values of `style` attributes. */
  readonly attributes: ReadonlySet<string>;
}

/** Returns what a page has inline. */
export function inlineCode(html: string): InlineCode {
  const scripts = elementsOf(html, 'script').filter(({ start }) => !/\ssrc\s*=/i.test(start) && isCode(start));
  const styles = elementsOf(html, 'style');
  const attributes = [...html.matchAll(/<[a-z][^<>]*?\sstyle="([^"]*)"/gi)].map(([, code = '']) => entities(code));
  return {
    scripts: new Set(scripts.map(({ code }) => digest(code))),
    styles: new Set(styles.map(({ code }) => digest(code))),
    attributes: new Set(attributes.map(digest)),
  };
}

/** Returns what any of several pages has inline. */
export function allInlineCode(pages: readonly InlineCode[]): InlineCode {
  const all = (kind: keyof InlineCode) => new Set(pages.flatMap((page) => [...page[kind]]));
  return { scripts: all('scripts'), styles: all('styles'), attributes: all('attributes') };
}

/**
 * Returns the value of the header field.
 * @param wasm whether the site has WebAssembly
 */
export function contentSecurityPolicy({ scripts, styles, attributes }: InlineCode, wasm = false): string {
  const directives: Record<string, readonly string[]> = {
    'default-src': ["'none'"],
    'script-src': ["'self'", ...(wasm ? ["'wasm-unsafe-eval'"] : []), ...[...scripts].sort()],
    'style-src': ["'self'", ...[...styles].sort()],
    ...(attributes.size > 0 ? { 'style-src-attr': ["'unsafe-hashes'", ...[...attributes].sort()] } : {}),
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'"],
    'worker-src': ["'self'"],
    'manifest-src': ["'self'"],
    'form-action': ["'self'"],
    'base-uri': ["'none'"],
    'require-trusted-types-for': ["'script'"],
    // The inspector starts a worker.
    'trusted-types': ['inspector'],
    [frames]: ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ');
}

/** It cannot be in a `<meta>` element. */
const frames = 'frame-ancestors';
const charset = '<meta charset="utf-8"/>';
const opening = '<meta http-equiv="Content-Security-Policy" content="';

/** Adds the policy of a page to it, for hosts that send no header fields of ours. It comes before all that it governs. */
export function withPolicy(html: string, code: InlineCode, wasm = false): string {
  const at = html.indexOf(charset) + charset.length;
  if (at < charset.length || html.startsWith(opening, at)) return html;
  const policy = contentSecurityPolicy(code, wasm).replace(new RegExp(`; ${frames} [^;]*`), '');
  return `${html.slice(0, at)}${opening}${policy}"/>${html.slice(at)}`;
}

/** The elements of a name that hold code: the rest of the start tag, and the content. */
function elementsOf(html: string, name: string): { start: string; code: string }[] {
  const found: { start: string; code: string }[] = [];
  for (let at = html.indexOf(`<${name}`); at >= 0; at = html.indexOf(`<${name}`, at + 1)) {
    const open = html.indexOf('>', at);
    const close = html.indexOf(`</${name}>`, open);
    const start = html.slice(at + name.length + 1, open);
    if (open >= 0 && close >= 0 && /^\s|^$/.test(start)) found.push({ start, code: html.slice(open + 1, close) });
  }
  return found;
}

/** A script element without type, or with a JavaScript one; JSON-LD and the like are data. */
function isCode(start: string): boolean {
  const type = /\stype\s*=\s*["']?([^"'\s>]*)/i.exec(start)?.[1];
  return !type || /^(module|importmap|speculationrules|(text|application)\/(java|ecma)script)$/i.test(type);
}

function digest(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

function entities(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&');
}
