import type { APIRoute, GetStaticPaths } from 'astro';
import { catalogData } from '#emit/data.ts';
import { jsonParts } from '#emit/files.ts';
import { site } from '../context.ts';

export const getStaticPaths: GetStaticPaths = async () => {
  const { catalog } = await site();
  return [{ params: { segment: catalog.site.segment } }];
};

/** The whole catalog as data. */
export const GET: APIRoute = async () => {
  const parts = jsonParts(catalogData((await site()).catalog));
  const encoder = new TextEncoder();
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      const { value } = parts.next();
      if (value === undefined) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
  });
  return new Response(stream, { headers: { 'Content-Type': 'application/json' } });
};
