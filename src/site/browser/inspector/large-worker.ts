import { type Failures, failuresIn } from '#diagnose/failures.ts';

/** Reads a large file away from the page: reports how far it is, then the failing responses. */

export type Progress = { readonly read: number } | { readonly found: Failures };

addEventListener('message', async ({ data: { file, name } }: MessageEvent<{ file: Blob; name: string }>) => {
  const reader = file.stream().getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    chunks.push(part.value);
    size += part.value.byteLength;
    postMessage({ read: size / file.size } satisfies Progress);
  }
  const [first] = chunks;
  const encoding = first?.[0] === 0xff && first[1] === 0xfe ? 'utf-16le' : 'utf-8';
  const text = new TextDecoder(encoding).decode(await new Blob(chunks).arrayBuffer());
  postMessage({ found: failuresIn(text, name) } satisfies Progress);
});
