import { type Coding, type Content, type File, type Manifest, suffixes } from './manifest.ts';
import type { Fields, Replies } from './replies.ts';

/** A representation in one content coding. */
export interface Variant {
  /** Path of the file that has its bytes. */
  readonly stored: string;
  readonly content: Content;
  readonly tag: string;
  /** Header fields that a 304 has too. */
  readonly lasting: Fields;
  /** Header fields of the whole. */
  readonly fields: Fields;
  /** The same with those that every response has: names and values in turn, by whether it is sent over https. */
  readonly lists: { readonly plain: readonly string[]; readonly secure: readonly string[] };
}

/** A representation of a page, or a file at its own address. What is sent with it is made at the first request. */
export class Representation {
  readonly file: File;
  /** The content codings in which it can be sent. */
  readonly codings: readonly Coding[];
  private readonly path: string;
  private readonly own: Fields;
  private readonly type: string | undefined;
  private readonly variants = new Map<Coding | 'identity', Variant>();

  /**
   * @param own further header fields
   * @param type value of `Content-Type`, where it is not that of the file
   */
  constructor({ files }: Manifest, codings: readonly Coding[], path: string, own: Fields, type?: string) {
    const file = files[path];
    if (!file) throw new Error(`${path} is not in the manifest`);
    this.file = file;
    this.codings = codings.filter((coding) => file[coding] !== undefined);
    this.path = path;
    this.own = own;
    this.type = type;
  }

  /** Returns the representation in a content coding that it has. */
  in(coding: Coding | 'identity', { headers }: Manifest, replies: Replies): Variant {
    const known = this.variants.get(coding);
    if (known) return known;
    const { file, own, path, type } = this;
    const content = (coding === 'identity' ? undefined : file[coding]) ?? file;
    // The same bytes under another media type are another representation.
    const tag = `"${content.digest.slice(0, 20)}${type ? '-as' : ''}"`;
    const lasting: Record<string, string> = {
      ETag: tag,
      ...(file.link ? { Link: file.link } : {}),
      ...headers[file.group],
      ...own,
    };
    if (this.codings.length > 0) lasting.Vary = lasting.Vary ? `${lasting.Vary}, Accept-Encoding` : 'Accept-Encoding';
    const fields: Fields = {
      ...lasting,
      'Content-Type': type ?? file.type,
      'Accept-Ranges': 'bytes',
      'Content-Length': String(content.size),
      ...(coding === 'identity' ? {} : { 'Content-Encoding': coding }),
    };
    const lists = { plain: replies.fields(fields, false), secure: replies.fields(fields, true) };
    const made = {
      stored: coding === 'identity' ? path : path + suffixes[coding],
      content,
      tag,
      lasting,
      fields,
      lists,
    };
    this.variants.set(coding, made);
    return made;
  }
}
