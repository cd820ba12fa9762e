/** What the build says about the files of the site: `.manifest.json` in the folder that is served. */

export interface Manifest {
  /** Scheme and host of the type URIs. */
  readonly origin: string;
  /** Path of the list of problem types. */
  readonly index: string;
  /** The representations a page can have, the most preferred first. */
  readonly offers: readonly Offer[];
  /** Header fields: on every response, over https only, and by group of files. */
  readonly headers: Readonly<Record<'all' | 'secure' | Group | 'redirect' | 'error', Readonly<Record<string, string>>>>;
  /** Problem details objects of the server's own answers, by status. */
  readonly errors: Readonly<Record<string, ErrorBody>>;
  /** Answers to an unknown address, the most preferred first. */
  readonly missing: readonly { readonly accept: readonly string[]; readonly type: string; readonly path: string }[];
  /** Lower-case path to the path that took its place. */
  readonly aliases: Readonly<Record<string, string>>;
  /** Every file that may be served, by path. */
  readonly files: Readonly<Record<string, File>>;
}

/** A representation: what a request asks for, and the suffix of the file that holds it. */
export interface Offer {
  /** The media type that `Accept` names. */
  readonly accept: string;
  readonly suffix: string;
  /** Relation of the file to its page; none for the page itself and for a second name of the same file. */
  readonly rel?: 'alternate' | 'describedby';
}

/** How long files can be kept, and who asks for them. */
export type Group = 'page' | 'twin' | 'asset' | 'other';

export interface File {
  /** Value of `Content-Type`. */
  readonly type: string;
  readonly group: Group;
  /** Strong validator of the plain file, without quotes. */
  readonly tag: string;
  readonly size: number;
  /** Sizes of the compressed files beside it. */
  readonly br?: number;
  readonly gzip?: number;
  /** Value of `Link`. */
  readonly link?: string;
}

export interface ErrorBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
}

/** Path of the manifest on the origin. It is never served. */
export const manifestPath = '/.manifest.json';
