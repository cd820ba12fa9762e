/** A text in the fragment of an address: it stays in the browser, for fragments are never sent. */

/** Longest fragment that is made or read, in characters. */
const longest = 24_000;

/** `r=` and the text, compressed where the browser can; undefined when it is too long for an address. */
export async function fragmentOf(text: string): Promise<string | undefined> {
  const bytes = new TextEncoder().encode(text);
  const packed = await piped(bytes, new CompressionStream('deflate-raw'), Number.POSITIVE_INFINITY);
  const fragment = `r=${base64url(packed ?? bytes)}`;
  return fragment.length > longest ? undefined : fragment;
}

/**
 * The text of a fragment; undefined when it holds none.
 * @param most bytes of text; a fragment that unpacks to more holds none
 */
export async function textOfFragment(fragment: string, most: number): Promise<string | undefined> {
  const [, encoded = ''] = /^#?r=([\w-]+)$/.exec(fragment) ?? [];
  if (encoded === '' || encoded.length > longest) return undefined;
  try {
    const packed = Uint8Array.from(atob(encoded.replaceAll('-', '+').replaceAll('_', '/')), (sign) =>
      sign.charCodeAt(0),
    );
    const bytes = await piped(packed, new DecompressionStream('deflate-raw'), most);
    return bytes && new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

async function piped(
  bytes: Uint8Array<ArrayBuffer>,
  through: GenericTransformStream,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const reader = new Blob([bytes])
    .stream()
    .pipeThrough(through as ReadableWritablePair<Uint8Array, Uint8Array>)
    .getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > most) {
      reader.cancel().catch(() => {});
      return undefined;
    }
    chunks.push(value);
  }
  return new Uint8Array(await new Blob(chunks as BlobPart[]).arrayBuffer());
}

function base64url(bytes: Uint8Array): string {
  let text = '';
  for (let from = 0; from < bytes.length; from += 8192)
    text += String.fromCharCode(...bytes.subarray(from, from + 8192));
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
