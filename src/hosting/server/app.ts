import { type Context, Hono } from 'hono';
import parseRange from 'range-parser';
import { type File, type Manifest, manifestPath } from './manifest.ts';
import { missingHtml, missingMarkdown, missingProblem } from './missing.ts';
import { nearPages } from './near.ts';
import { preferred, preferredEncoding } from './negotiate.ts';
import { longestUrl, type Page, Routes } from './routes.ts';
import { type Range, type Store, textOf } from './store.ts';

/** The server: one Hono application over built files, the same on every platform. */

type Fields = Record<string, string>;
type Body = Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> | null;

const problemType = 'application/problem+json';
const methods = 'GET, HEAD, OPTIONS';
const suffixes = { br: '.br', gzip: '.gz' } as const;
const preflight: Fields = {
  Allow: methods,
  'Access-Control-Allow-Methods': methods,
  'Access-Control-Allow-Headers': '*',
  'Access-Control-Max-Age': '86400',
};

/**
 * Serves a built site. Everything it knows about the files is in the manifest, so a path that is not listed there
 * is never opened.
 */
export function createApp(manifest: Manifest, store: Store): Hono {
  const routes = new Routes(manifest);
  const { headers } = manifest;
  const overHttps = { ...headers.all, ...headers.secure };
  const app = new Hono();

  app.get('*', answer);
  app.options('*', (c) => respond(c, null, 204, preflight));
  app.all('*', (c) => failure(c, 405, { Allow: methods }));
  app.onError((error, c) => {
    console.error(error);
    return failure(c, 500);
  });
  return app;

  async function answer(c: Context): Promise<Response> {
    const { pathname, search } = new URL(c.req.url);
    if (pathname.length + search.length > longestUrl) return failure(c, 414);
    let path: string;
    try {
      path = decodeURIComponent(pathname);
    } catch {
      return failure(c, 400);
    }
    // An encoded slash is a letter of a name, and no name here has one.
    if (/%2f|%5c|%00/i.test(pathname)) return missing(c, path);
    const target = routes.find(path);
    if (target.kind === 'page') return page(c, target.page);
    if (target.kind === 'file') return file(c, target.path, twinFields(target.path));
    if (target.kind === 'missing') return missing(c, path);
    return respond(c, null, 308, {
      Location: encodeURI(target.to) + search,
      'Content-Length': '0',
      ...headers.redirect,
    });
  }

  function page(c: Context, { path, offers, link }: Page): Response | Promise<Response> {
    const fields: Fields = offers.length > 1 ? { Link: link, Vary: 'Accept' } : { Link: link };
    const offer = offers.length === 1 ? offers[0] : preferred(c.req.header('Accept'), offers);
    if (!offer) {
      const available = offers.map(({ accept, file, suffix }) => ({
        type: accept,
        href: suffix === '.html' ? path : file,
      }));
      return failure(c, 406, fields, { available });
    }
    return file(c, offer.file, offer.suffix === '.html' ? fields : { ...fields, 'Content-Location': offer.file });
  }

  /** A twin at its own address: search engines list its page instead. */
  function twinFields(path: string): Fields {
    const owner = manifest.files[path]?.group === 'twin' ? routes.pageOf(path) : undefined;
    return owner ? { Link: owner.link, 'X-Robots-Tag': 'noindex' } : {};
  }

  async function file(c: Context, path: string, extra: Fields): Promise<Response> {
    const known = manifest.files[path] as File;
    const head = c.req.raw.method === 'HEAD';
    const range = head ? undefined : c.req.header('Range');
    const codings = store.encodings.filter((coding) => known[coding] !== undefined);
    const coding = range ? 'identity' : preferredEncoding(c.req.header('Accept-Encoding'), codings);
    const tag = `"${known.tag}${coding === 'identity' ? '' : `-${coding}`}"`;
    const fields: Fields = {
      ETag: tag,
      ...(known.link ? { Link: known.link } : {}),
      ...headers[known.group],
      ...extra,
    };
    if (codings.length > 0) fields.Vary = fields.Vary ? `${fields.Vary}, Accept-Encoding` : 'Accept-Encoding';
    const wanted = c.req.header('If-Match');
    if (wanted !== undefined && !matches(wanted.replace(/W\/"[^"]*"/g, ''), tag)) return failure(c, 412);
    if (matches(c.req.header('If-None-Match'), tag)) return respond(c, null, 304, fields);

    const part = partOf(range, c.req.header('If-Range'), tag, known.size);
    if (part === 'none') return failure(c, 416, { 'Content-Range': `bytes */${known.size}` });
    fields['Content-Type'] = known.type;
    fields['Accept-Ranges'] = 'bytes';
    if (part) {
      // A part that was compressed on its way would no longer be these bytes.
      fields['Cache-Control'] = `${fields['Cache-Control']}, no-transform`;
      fields['Content-Range'] = `bytes ${part.start}-${part.end}/${known.size}`;
      fields['Content-Length'] = String(part.end - part.start + 1);
      return respond(c, await store.open(path, part), 206, fields);
    }
    fields['Content-Length'] = String(coding === 'identity' ? known.size : known[coding]);
    if (coding !== 'identity') fields['Content-Encoding'] = coding;
    const stored = coding === 'identity' ? path : path + suffixes[coding];
    return respond(c, head ? null : await store.open(stored), 200, fields);
  }

  async function missing(c: Context, path: string): Promise<Response> {
    const offers = manifest.missing.flatMap(({ accept, ...rest }) => accept.map((name) => ({ accept: name, ...rest })));
    const form = preferred(c.req.header('Accept'), offers) ?? offers[0];
    if (!form) return failure(c, 404);
    const text = await textOf(store, form.path);
    const what = { address: new URL(c.req.url).pathname, near: nearPages(routes, path) };
    let body: string;
    if (form.type === problemType) body = `${JSON.stringify(missingProblem(JSON.parse(text), what), null, 2)}\n`;
    else if (form.type.startsWith('text/html')) body = missingHtml(text, what);
    else body = missingMarkdown(text, what);
    return respondText(c, body, 404, { 'Content-Type': form.type, Vary: 'Accept', ...headers.error });
  }

  function failure(c: Context, status: number, fields: Fields = {}, more: Record<string, unknown> = {}): Response {
    const body = `${JSON.stringify({ ...manifest.errors[status], ...more }, null, 2)}\n`;
    return respondText(c, body, status, { ...fields, ...headers.error, 'Content-Type': problemType });
  }

  /** A text made here; HEAD gets its length too. */
  function respondText(c: Context, text: string, status: number, fields: Fields): Response {
    const bytes = new TextEncoder().encode(text);
    return respond(c, bytes, status, { ...fields, 'Content-Length': String(bytes.length) });
  }

  function respond(c: Context, body: Body, status: number, fields: Fields): Response {
    const all = c.req.url.startsWith('https:') ? overHttps : headers.all;
    return new Response(body, { status, headers: { ...all, ...fields } });
  }
}

/** Reads the manifest of a site, and serves the site. */
export async function openApp(store: Store): Promise<Hono> {
  return createApp(JSON.parse(await textOf(store, manifestPath)) as Manifest, store);
}

/** Weak comparison, RFC 9110 section 8.8.3.2; without weak tags it is the strong one. */
function matches(field: string | undefined, tag: string): boolean {
  if (field === undefined) return false;
  return field.trim() === '*' || [...field.matchAll(/"[^"]*"/g)].some(([each]) => each === tag);
}

/** The part of a file to send; undefined: all of it, `none`: the range is outside of the file. */
function partOf(
  range: string | undefined,
  ifRange: string | undefined,
  tag: string,
  size: number,
): Range | 'none' | undefined {
  if (!range || (ifRange !== undefined && ifRange !== tag)) return undefined;
  // A tail longer than the file is all of it (RFC 9110 section 14.1.2); the library would refuse it.
  const wanted = range.toLowerCase().replace(/(?<==\s*-)\d+$/, (length) => String(Math.min(Number(length), size)));
  const parts = parseRange(size, wanted);
  if (parts === -1) return 'none';
  // Several ranges would need a multipart body; the whole file is a right answer too.
  if (parts === -2 || parts.type !== 'bytes' || parts.length > 1) return undefined;
  return parts[0];
}
