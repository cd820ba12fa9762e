/** Text in which each character is one byte, so that lengths in header fields hold. */

/** Bytes as text, in UTF-8. */
export function utf8(bytes: string): string {
  return new TextDecoder().decode(codesOf(bytes));
}

/** Bytes as an array. */
export function codesOf(bytes: string): Uint8Array {
  return Uint8Array.from({ length: bytes.length }, (_, at) => bytes.charCodeAt(at));
}

/** Text as a string in which each character is one byte of UTF-8. */
export function bytesOf(text: string): string {
  const codes = new TextEncoder().encode(text);
  let bytes = '';
  for (let from = 0; from < codes.length; from += 8192) {
    bytes += String.fromCharCode(...codes.subarray(from, from + 8192));
  }
  return bytes;
}
