import type { Manifest } from './manifest.ts';
import type { Bytes } from './store.ts';

export type Fields = Readonly<Record<string, string>>;

export interface Reply {
  readonly status: number;
  /** Names and values of the header fields in turn. */
  readonly fields: readonly string[];
  /** What GET gets; HEAD gets the same fields without it. */
  readonly body: Bytes | null;
}

export const problemType = 'application/problem+json';
export const methods = 'GET, HEAD, OPTIONS';
const preflight: Fields = {
  Allow: methods,
  'Access-Control-Allow-Methods': methods,
  'Access-Control-Allow-Headers': '*',
  'Access-Control-Max-Age': '86400',
};
/** When to ask again for a file of a site that is being replaced, in seconds. */
const retryAfter: Fields = { 'Retry-After': '5' };

/** Makes the responses that are no file of the site, with the header fields that every response has. */
export class Replies {
  private readonly manifest: Manifest;
  private readonly plain: readonly string[];
  private readonly secure: readonly string[];

  constructor(manifest: Manifest) {
    this.manifest = manifest;
    this.plain = flat(manifest.headers.all);
    this.secure = [...this.plain, ...flat(manifest.headers.secure)];
  }

  /** Returns the names and values of all fields of a response. */
  fields(own: Fields, secure: boolean): string[] {
    return [...(secure ? this.secure : this.plain), ...flat(own)];
  }

  preflight(secure: boolean): Reply {
    return { status: 204, fields: this.fields(preflight, secure), body: null };
  }

  redirect(to: string, secure: boolean): Reply {
    const own = { Location: to, 'Content-Length': '0', ...this.manifest.headers.redirect };
    return { status: 308, fields: this.fields(own, secure), body: null };
  }

  /**
   * Returns a problem details response.
   * @param own further header fields
   * @param members extension members
   */
  failure(status: number, secure: boolean, own: Fields = {}, members: Record<string, unknown> = {}): Reply {
    const { headers, errors } = this.manifest;
    const fields = { ...own, ...(status === 503 ? retryAfter : {}), ...headers.error, 'Content-Type': problemType };
    return this.text(status, secure, `${JSON.stringify({ ...errors[status], ...members }, null, 2)}\n`, fields);
  }

  text(status: number, secure: boolean, text: string, own: Fields): Reply {
    const body = new TextEncoder().encode(text);
    return { status, fields: this.fields({ ...own, 'Content-Length': String(body.length) }, secure), body };
  }
}

const flat = (fields: Fields): string[] => Object.entries(fields).flat();
