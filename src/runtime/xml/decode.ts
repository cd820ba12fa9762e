/**
 * XML bytes as text. The encoding is that of the byte order mark, else of the media type, else of the XML declaration, else
 * UTF-8: RFC 7303 section 3. Throws where the bytes are not XML in that encoding.
 */
export function decodeXml(bytes: Uint8Array, contentType: string): string {
  const start = String.fromCharCode(...bytes.subarray(0, 200));
  const declared =
    /;\s*charset="?([\w.:-]+)/i.exec(contentType) ?? /^<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)/.exec(start);
  const marked = marks.find(([mark]) => mark.test(start));
  const text = new TextDecoder(marked?.[1] ?? declared?.[1], { fatal: true }).decode(bytes);
  if (/^\s*[^\s<]/.test(text)) throw new SyntaxError();
  return text;
}

const marks = [
  [/^ï»¿/, 'utf-8'],
  [/^(?:þÿ|\0<)/, 'utf-16be'],
  [/^(?:ÿþ|<\0)/, 'utf-16le'],
] as const;
