/** What the build says about the files of the site: `.manifest.json` in the folder that is served. */

export interface Manifest {
  /** Names this build: the SHA-256 digest of all that follows, in base64url. */
  readonly generation: string;
  /** Scheme and host of the type URIs. */
  readonly origin: string;
  /** Path of the list of problem types. */
  readonly index: string;
  /** The representations a page can have, the most preferred first. */
  readonly offers: readonly Offer[];
  /** Header fields: on every response, over https only, and by group of files. */
  readonly headers: Readonly<Record<'all' | 'secure' | Group | 'redirect' | 'error', Readonly<Record<string, string>>>>;
  /** Problem details objects of the server's own responses, by status. */
  readonly errors: Readonly<Record<string, ErrorBody>>;
  /** Stands above pages with a similar name, in the responses to an unknown address. */
  readonly didYouMean: string;
  /** Responses to an unknown address, the most preferred first. */
  readonly missing: readonly MissingFile[];
  /** Lower-case path to the path that took its place. */
  readonly aliases: Readonly<Record<string, string>>;
  /** Path of a page to the address that it has, where that ends in a slash or a suffix. */
  readonly addresses: Readonly<Record<string, string>>;
  /** Every file that may be served, by path. */
  readonly files: Readonly<Record<string, File>>;
}

/** A representation: what a request asks for, and the suffix of the file that has it. */
export interface Offer {
  /** The media type that `Accept` names. */
  readonly accept: string;
  readonly suffix: string;
  /** Relation of the file to its page; none for the page itself and for a second name of the same file. */
  readonly rel?: 'alternate' | 'describedby';
  /** Value of `Content-Type`, where it is not that of the file. */
  readonly type?: string;
}

/** How long files can be kept, and who asks for them. */
export type Group = 'page' | 'twin' | 'asset' | 'other';

/** The bytes of a file, as the build wrote them. */
export interface Content {
  /** Length in bytes. */
  readonly size: number;
  /** SHA-256 digest in base64url. */
  readonly digest: string;
}

export interface File extends Content {
  /** Value of `Content-Type`. */
  readonly type: string;
  readonly group: Group;
  /** The compressed files next to it. */
  readonly br?: Content;
  readonly gzip?: Content;
  /** Value of `Link`. */
  readonly link?: string;
}

export interface MissingFile extends Content {
  readonly accept: readonly string[];
  /** Value of `Content-Type`. */
  readonly type: string;
  readonly path: string;
}

export interface ErrorBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
}

/** Path of the manifest on the origin. It is never served. */
export const manifestPath = '/.manifest.json';

/** Suffix of a compressed file, by its content coding; the most preferred first. */
export const suffixes = { br: '.br', gzip: '.gz' } as const;
export type Coding = keyof typeof suffixes;

/** Returns every file that a manifest names, compressed ones included: its path and its content. */
export function* contentsOf({ files, missing }: Manifest): Generator<[path: string, content: Content]> {
  for (const [path, file] of Object.entries(files)) {
    yield [path, file];
    for (const coding of ['br', 'gzip'] as const) {
      const content = file[coding];
      if (content) yield [path + suffixes[coding], content];
    }
  }
  for (const file of missing) yield [file.path, file];
}
