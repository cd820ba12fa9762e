import { createHash } from 'node:crypto';
import type { SiteFile } from './site-files.ts';

/** The header fields of the site, for every way to host it. */

type Fields = Readonly<Record<string, string>>;

const revalidate = 'public, max-age=0, must-revalidate';

/** Header fields on every response, over https only, and by group of files. */
export function headerFields(files: readonly SiteFile[]) {
  const all: Fields = {
    'Content-Security-Policy': contentSecurityPolicy(files),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': 'Content-Location, ETag, Link',
  };
  return {
    all,
    secure: { 'Strict-Transport-Security': 'max-age=31536000' },
    page: { 'Cache-Control': revalidate },
    twin: { 'Cache-Control': revalidate },
    asset: { 'Cache-Control': 'public, max-age=31536000, immutable' },
    other: { 'Cache-Control': 'public, max-age=600' },
    redirect: { 'Cache-Control': 'public, max-age=3600' },
    error: { 'Cache-Control': 'no-store' },
  } satisfies Record<string, Fields>;
}

/** Nothing from elsewhere; inline code only where a built page has it, by its digest. */
export function contentSecurityPolicy(files: readonly SiteFile[]): string {
  const scripts = new Set<string>();
  const styles = new Set<string>();
  const attributes = new Set<string>();
  for (const { path, bytes } of files) {
    if (!path.endsWith('.html')) continue;
    const text = bytes.toString();
    for (const { start, code } of elementsOf(text, 'script')) {
      if (!/\ssrc\s*=/i.test(start) && isCode(start)) scripts.add(digest(code));
    }
    for (const { code } of elementsOf(text, 'style')) styles.add(digest(code));
    for (const [, code = ''] of text.matchAll(/<[a-z][^<>]*?\sstyle="([^"]*)"/gi))
      attributes.add(digest(entities(code)));
  }
  const wasm = files.some(({ path }) => path.endsWith('.wasm') || path.includes('/pagefind/'));
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
    'frame-ancestors': ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ');
}

/** The elements of a name that hold code: the rest of the start tag, and the content. */
function* elementsOf(html: string, name: string): Generator<{ start: string; code: string }> {
  for (let at = html.indexOf(`<${name}`); at >= 0; at = html.indexOf(`<${name}`, at + 1)) {
    const open = html.indexOf('>', at);
    const close = html.indexOf(`</${name}>`, open);
    const start = html.slice(at + name.length + 1, open);
    if (open >= 0 && close >= 0 && /^\s|^$/.test(start)) yield { start, code: html.slice(open + 1, close) };
  }
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
