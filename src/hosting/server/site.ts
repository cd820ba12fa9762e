import type { Manifest, MissingFile } from './manifest.ts';
import { missingHtml, missingMarkdown, missingProblem } from './missing.ts';
import { NearPages } from './near.ts';
import { preferred, preferredEncoding } from './negotiate.ts';
import { mayMatch, names, rangeOf } from './range.ts';
import { type Fields, methods, problemType, Replies, type Reply } from './replies.ts';
import { Representation } from './representation.ts';
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
  /** Those of pages by offer, and of files at their own address by path. */
  private readonly representations = new Map<Page['offers'][number] | string, Representation>();
  private readonly missingOffers: readonly (Omit<MissingFile, 'accept'> & { readonly accept: string })[];

  constructor(manifest: Manifest, store: Store) {
    this.manifest = manifest;
    this.store = store;
    this.replies = new Replies(manifest);
    this.routes = new Routes(manifest);
    this.near = new NearPages(this.routes.pages.keys());
    this.missingOffers = manifest.missing.flatMap((form) => form.accept.map((accept) => ({ ...form, accept })));
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
    if (found.kind === 'file') return this.send(ask, this.ofFile(found.path));
    if (found.kind === 'missing') return this.missing(ask, pathname, path);
    return this.replies.redirect(encodeURI(found.to) + search, secure);
  }

  private page(ask: Ask, page: Page): Reply | Promise<Reply> {
    const { path, offers } = page;
    const offer = offers.length === 1 ? offers[0] : preferred(ask.field('accept'), offers);
    if (offer) return this.send(ask, this.ofPage(page, offer));
    const named = offers.filter(({ type }) => type === undefined);
    const available = named.map(({ accept, file, suffix }) => ({
      type: accept,
      href: suffix === '.html' ? path : file,
    }));
    return this.replies.failure(406, ask.secure, pageFields(page), { available });
  }

  private ofPage(page: Page, offer: Page['offers'][number]): Representation {
    const place: Fields = offer.suffix === '.html' ? {} : { 'Content-Location': offer.file };
    return this.representation(offer, offer.file, () => ({ ...pageFields(page), ...place }), offer.type);
  }

  /** Search engines list the page instead of a twin at its own address. */
  private ofFile(path: string): Representation {
    return this.representation(path, path, (): Fields => {
      const owner = this.manifest.files[path]?.group === 'twin' ? this.routes.pageOf(path) : undefined;
      return owner ? { Link: owner.link, 'X-Robots-Tag': 'noindex' } : {};
    });
  }

  private representation(
    key: Page['offers'][number] | string,
    path: string,
    fields: () => Fields,
    type?: string,
  ): Representation {
    const { manifest, representations, store } = this;
    const known = representations.get(key) ?? new Representation(manifest, store.encodings, path, fields(), type);
    representations.set(key, known);
    return known;
  }

  private send(ask: Ask, representation: Representation): Reply | Promise<Reply> {
    const { replies, store, manifest } = this;
    const { secure } = ask;
    const { file, codings } = representation;
    const range = ask.method === 'HEAD' ? undefined : ask.field('range');
    const coding = range ? 'identity' : preferredEncoding(ask.field('accept-encoding'), codings);
    const { content, stored, tag, lasting, fields, lists } = representation.in(coding, manifest, replies);
    if (!mayMatch(ask.field('if-match'), tag)) return replies.failure(412, secure);
    if (names(ask.field('if-none-match'), tag)) {
      return { status: 304, fields: replies.fields(lasting, secure), body: null };
    }
    const part = rangeOf(range, ask.field('if-range'), tag, file.size);
    if (part === 'none') return replies.failure(416, secure, { 'Content-Range': `bytes */${file.size}` });
    const bytes = store.read(stored, content);
    const reply = (body: Bytes): Reply => {
      if (!part) return { status: 200, fields: secure ? lists.secure : lists.plain, body };
      const { start, end } = part;
      const own: Fields = {
        ...fields,
        'Content-Length': String(end - start + 1),
        // A part that was compressed on its way would no longer be these bytes.
        'Cache-Control': `${fields['Cache-Control']}, no-transform`,
        'Content-Range': `bytes ${start}-${end}/${file.size}`,
      };
      return { status: 206, fields: replies.fields(own, secure), body: body.subarray(start, end + 1) };
    };
    return bytes instanceof Promise ? bytes.then(reply, (error) => this.unavailable(error, secure)) : reply(bytes);
  }

  private async missing(ask: Ask, pathname: string, path: string): Promise<Reply> {
    const { manifest, missingOffers, replies, store, near } = this;
    const form = preferred(ask.field('accept'), missingOffers) ?? missingOffers[0];
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
    else if (form.type.startsWith('text/html')) body = missingHtml(text, what, manifest.didYouMean);
    else body = missingMarkdown(text, what, manifest.didYouMean);
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

function pageFields({ link, offers }: Page): Fields {
  return offers.length > 1 ? { Link: link, Vary: 'Accept' } : { Link: link };
}
