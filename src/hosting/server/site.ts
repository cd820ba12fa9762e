import { type Manifest, suffixes } from './manifest.ts';
import { missingHtml, missingMarkdown, missingProblem } from './missing.ts';
import { NearPages } from './near.ts';
import { preferred, preferredEncoding } from './negotiate.ts';
import { mayMatch, names, rangeOf } from './range.ts';
import { type Fields, methods, problemType, Replies, type Reply } from './replies.ts';
import { longestUrl, type Page, Routes } from './routes.ts';
import { type Bytes, type Store, Unavailable } from './store.ts';

export interface Ask {
  readonly method: string;
  /** The request target as it was sent: a path with its query, a whole URL, or `*`. */
  readonly target: string;
  /** Whether it came over https. */
  readonly secure: boolean;
  /** Returns the value of a header field; the name is in lower case. */
  field(name: string): string | undefined;
}

/** A representation of a page, or a file at its own address. */
interface Sent {
  readonly path: string;
  readonly fields: Fields;
  /** Value of `Content-Type`, where it is not that of the file. */
  readonly type?: string | undefined;
}

/**
 * Answers requests from built files, the same way on every platform. Everything it knows about the files is in the
 * manifest, so a path that is not listed there is never read.
 */
export class Site {
  readonly manifest: Manifest;
  readonly replies: Replies;
  private readonly store: Store;
  private readonly routes: Routes;
  private readonly near: NearPages;

  constructor(manifest: Manifest, store: Store) {
    this.manifest = manifest;
    this.store = store;
    this.replies = new Replies(manifest);
    this.routes = new Routes(manifest);
    this.near = new NearPages(this.routes.pages.keys());
  }

  /** Does now what the first request of an unknown address would wait for. */
  prepare(): void {
    this.near.index();
  }

  /** Returns a whole response; 503 where a file is not available. */
  answer(ask: Ask): Reply | Promise<Reply> {
    const { method, target, secure } = ask;
    if (method === 'OPTIONS') return this.replies.preflight(secure);
    if (method !== 'GET' && method !== 'HEAD') return this.replies.failure(405, secure, { Allow: methods });
    const address = addressOf(target);
    if (!address) return this.replies.failure(400, secure);
    const { pathname, search } = address;
    if (pathname.length + search.length > longestUrl) return this.replies.failure(414, secure);
    let path: string;
    try {
      path = pathname.includes('%') ? decodeURIComponent(pathname) : pathname;
    } catch {
      return this.replies.failure(400, secure);
    }
    // An encoded slash is a letter of a name, and no name here has one.
    if (/%2f|%5c|%00/i.test(pathname)) return this.missing(ask, pathname, path);
    const found = this.routes.find(path);
    if (found.kind === 'page') return this.page(ask, found.page);
    if (found.kind === 'file') return this.file(ask, { path: found.path, fields: this.twinFields(found.path) });
    if (found.kind === 'missing') return this.missing(ask, pathname, path);
    return this.replies.redirect(encodeURI(found.to) + search, secure);
  }

  private page(ask: Ask, { path, offers, link }: Page): Reply | Promise<Reply> {
    const fields: Fields = offers.length > 1 ? { Link: link, Vary: 'Accept' } : { Link: link };
    const offer = offers.length === 1 ? offers[0] : preferred(ask.field('accept'), offers);
    if (!offer) {
      const named = offers.filter(({ type }) => type === undefined);
      const available = named.map(({ accept, file, suffix }) => ({
        type: accept,
        href: suffix === '.html' ? path : file,
      }));
      return this.replies.failure(406, ask.secure, fields, { available });
    }
    const place: Fields = offer.suffix === '.html' ? {} : { 'Content-Location': offer.file };
    return this.file(ask, { path: offer.file, fields: { ...fields, ...place }, type: offer.type });
  }

  /** A twin at its own address: search engines list its page instead. */
  private twinFields(path: string): Fields {
    const owner = this.manifest.files[path]?.group === 'twin' ? this.routes.pageOf(path) : undefined;
    return owner ? { Link: owner.link, 'X-Robots-Tag': 'noindex' } : {};
  }

  private file(ask: Ask, { path, fields: own, type }: Sent): Reply | Promise<Reply> {
    const { replies, store, manifest } = this;
    const { secure } = ask;
    const file = manifest.files[path];
    if (!file) throw new Error(`${path} is not in the manifest`);
    const range = ask.method === 'HEAD' ? undefined : ask.field('range');
    const codings = store.encodings.filter((coding) => file[coding] !== undefined);
    const coding = range ? 'identity' : preferredEncoding(ask.field('accept-encoding'), codings);
    const content = (coding === 'identity' ? undefined : file[coding]) ?? file;
    // The same bytes under another media type are another representation.
    const tag = `"${content.digest.slice(0, 20)}${type ? '-as' : ''}"`;
    const fields: Record<string, string> = {
      ETag: tag,
      ...(file.link ? { Link: file.link } : {}),
      ...manifest.headers[file.group],
      ...own,
    };
    if (codings.length > 0) fields.Vary = fields.Vary ? `${fields.Vary}, Accept-Encoding` : 'Accept-Encoding';
    if (!mayMatch(ask.field('if-match'), tag)) return replies.failure(412, secure);
    if (names(ask.field('if-none-match'), tag)) {
      return { status: 304, fields: replies.fields(fields, secure), body: null };
    }
    const part = rangeOf(range, ask.field('if-range'), tag, file.size);
    if (part === 'none') return replies.failure(416, secure, { 'Content-Range': `bytes */${file.size}` });
    fields['Content-Type'] = type ?? file.type;
    fields['Accept-Ranges'] = 'bytes';
    fields['Content-Length'] = String(part ? part.end - part.start + 1 : content.size);
    if (coding !== 'identity') fields['Content-Encoding'] = coding;
    if (part) {
      // A part that was compressed on its way would no longer be these bytes.
      fields['Cache-Control'] = `${fields['Cache-Control']}, no-transform`;
      fields['Content-Range'] = `bytes ${part.start}-${part.end}/${file.size}`;
    }
    const stored = coding === 'identity' ? path : path + suffixes[coding];
    const bytes = store.read(stored, content);
    const reply = (body: Bytes): Reply => ({
      status: part ? 206 : 200,
      fields: replies.fields(fields, secure),
      body: part ? body.subarray(part.start, part.end + 1) : body,
    });
    return bytes instanceof Promise ? bytes.then(reply, (error) => this.unavailable(error, secure)) : reply(bytes);
  }

  private async missing(ask: Ask, pathname: string, path: string): Promise<Reply> {
    const { manifest, replies, store, near } = this;
    const offers = manifest.missing.flatMap((form) => form.accept.map((accept) => ({ ...form, accept })));
    const form = preferred(ask.field('accept'), offers) ?? offers[0];
    if (!form) return replies.failure(404, ask.secure);
    let text: string;
    try {
      text = new TextDecoder().decode(await store.read(form.path, form));
    } catch (error) {
      return this.unavailable(error, ask.secure);
    }
    const what = { address: pathname, near: near.find(path) };
    let body: string;
    if (form.type === problemType) body = `${JSON.stringify(missingProblem(JSON.parse(text), what), null, 2)}\n`;
    else if (form.type.startsWith('text/html')) body = missingHtml(text, what);
    else body = missingMarkdown(text, what);
    return replies.text(404, ask.secure, body, {
      'Content-Type': form.type,
      Vary: 'Accept',
      ...manifest.headers.error,
    });
  }

  private unavailable(error: unknown, secure: boolean): Reply {
    if (!(error instanceof Unavailable)) throw error;
    return this.replies.failure(503, secure);
  }
}

/** Returns path and query of a request target; undefined where it is none. */
function addressOf(target: string): { pathname: string; search: string } | undefined {
  if (/^(?:\/[\w-][\w.-]*)+$/.test(target)) return { pathname: target, search: '' };
  try {
    return new URL(target.startsWith('/') ? `http://localhost${target}` : target);
  } catch {
    return undefined;
  }
}
