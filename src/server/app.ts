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
type ErrorStatus = 400 | 404 | 405 | 406 | 414 | 416 | 500;
type Body = Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> | null;

const problemType = 'application/problem+json';
const methods = 'GET, HEAD, OPTIONS';

/**
 * Serves a built site. Everything it knows about the files is in the manifest, so a path that is not listed there
 * is never opened.
 */
export function createApp(manifest: Manifest, store: Store): Hono {
  const routes = new Routes(manifest);
  const app = new Hono();

  app.use(async (c, next) => {
    await next();
    const { all, secure } = manifest.headers;
    const fields = c.req.url.startsWith('https:') ? { ...all, ...secure } : all;
    for (const [name, value] of Object.entries(fields)) c.res.headers.set(name, value);
  });
  app.options('*', (c) => c.body(null, 204, { Allow: methods, ...preflight }));
  app.get('*', (c) => answer(c));
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
    const target = /%2f|%5c|%00/i.test(pathname) ? ({ kind: 'missing' } as const) : routes.find(path);
    if (target.kind === 'file') return file(c, target.path, twinFields(target.path));
    if (target.kind === 'page') return page(c, target.page);
    if (target.kind === 'moved') {
      return c.body(null, 308, { Location: encodeURI(target.to) + search, ...manifest.headers.redirect });
    }
    return missing(c, path);
  }

  function page(c: Context, { offers, link }: Page): Response | Promise<Response> {
    const fields: Fields = { Link: link, ...(offers.length > 1 ? { Vary: 'Accept' } : {}) };
    const [only] = offers;
    const offer = offers.length === 1 ? only : preferred(c.req.header('Accept'), offers);
    if (!offer) {
      const available = offers.map(({ accept, file }) => ({ type: accept, href: file }));
      return failure(c, 406, fields, { available });
    }
    return file(c, offer.file, offer.suffix === '.html' ? fields : { ...fields, 'Content-Location': offer.file });
  }

  /** A twin at its own address: search engines list its page instead. */
  function twinFields(path: string): Fields {
    const owner = routes.pageOf(path);
    return owner && manifest.files[path]?.group === 'twin' ? { Link: owner.link, 'X-Robots-Tag': 'noindex' } : {};
  }

  async function file(c: Context, path: string, extra: Fields): Promise<Response> {
    const known = manifest.files[path] as File;
    const range = c.req.raw.method === 'HEAD' ? undefined : c.req.header('Range');
    const codings = store.encodings.filter((coding) => known[coding] !== undefined);
    const coding = range ? 'identity' : preferredEncoding(c.req.header('Accept-Encoding'), codings);
    const tag = `"${known.tag}${coding === 'identity' ? '' : `-${coding}`}"`;
    const fields: Fields = {
      ETag: tag,
      ...(known.link ? { Link: known.link } : {}),
      ...manifest.headers[known.group],
      ...extra,
    };
    if (codings.length > 0) fields.Vary = fields.Vary ? `${fields.Vary}, Accept-Encoding` : 'Accept-Encoding';
    if (matches(c.req.header('If-None-Match'), tag)) return c.body(null, 304, fields);
    fields['Content-Type'] = known.type;
    fields['Accept-Ranges'] = 'bytes';
    const part = partOf(range, c.req.header('If-Range'), tag, known.size);
    if (part === 'none') return failure(c, 416, { 'Content-Range': `bytes */${known.size}` });
    if (part) {
      fields['Content-Range'] = `bytes ${part.start}-${part.end}/${known.size}`;
      fields['Content-Length'] = String(part.end - part.start + 1);
      return send(c, await bodyOf(c, path, part), 206, fields);
    }
    if (coding !== 'identity') fields['Content-Encoding'] = coding;
    fields['Content-Length'] = String(coding === 'identity' ? known.size : known[coding]);
    return send(c, await bodyOf(c, path + (coding === 'identity' ? '' : suffixes[coding])), 200, fields);
  }

  async function bodyOf(c: Context, path: string, part?: Range): Promise<Body> {
    return c.req.raw.method === 'HEAD' ? null : await store.open(path, part);
  }

  async function missing(c: Context, path: string): Promise<Response> {
    const near = nearPages(routes, path);
    const offers = manifest.missing.flatMap(({ accept, ...rest }) => accept.map((name) => ({ accept: name, ...rest })));
    const form = preferred(c.req.header('Accept'), offers) ?? offers[0];
    if (!form) return failure(c, 404);
    const text = await textOf(store, form.path);
    const what = { path, near };
    const body =
      form.type === problemType
        ? `${JSON.stringify(missingProblem(JSON.parse(text), what), null, 2)}\n`
        : form.type.startsWith('text/html')
          ? missingHtml(text, what)
          : missingMarkdown(text, what);
    return whole(c, body, 404, { 'Content-Type': form.type, Vary: 'Accept', ...manifest.headers.error });
  }

  function failure(c: Context, status: ErrorStatus, fields: Fields = {}, more = {}) {
    const body = { ...manifest.errors[status], ...more };
    return whole(c, `${JSON.stringify(body, null, 2)}\n`, status, {
      ...fields,
      ...manifest.headers.error,
      'Content-Type': problemType,
    });
  }
}

/** Reads the manifest of a site, and serves the site. */
export async function openApp(store: Store): Promise<Hono> {
  return createApp(JSON.parse(await textOf(store, manifestPath)) as Manifest, store);
}

const suffixes = { br: '.br', gzip: '.gz' } as const;

const preflight: Fields = {
  'Access-Control-Allow-Methods': methods,
  'Access-Control-Allow-Headers': 'Accept, If-None-Match, Range',
  'Access-Control-Max-Age': '86400',
};

function send(c: Context, body: Body, status: 200 | 206 | ErrorStatus, fields: Fields): Response {
  return c.newResponse(body, status, fields);
}

/** A text made here; HEAD gets its length too. */
function whole(c: Context, text: string, status: ErrorStatus, fields: Fields): Response {
  const bytes = new TextEncoder().encode(text);
  return send(c, bytes, status, { ...fields, 'Content-Length': String(bytes.length) });
}

/** Weak comparison, RFC 9110 section 13.1.2. */
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
  const parts = parseRange(size, range);
  if (parts === -1) return 'none';
  // Several ranges would need a multipart body; the whole file is a right answer too.
  if (parts === -2 || parts.type !== 'bytes' || parts.length > 1) return undefined;
  return parts[0];
}
