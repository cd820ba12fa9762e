import type { APIRoute, GetStaticPaths } from 'astro';
import { catalogData } from '#emit/data.ts';
import { jsonText } from '#emit/files.ts';
import { site } from '../context.ts';

export const getStaticPaths: GetStaticPaths = async () => {
  const { catalog } = await site();
  return [{ params: { segment: catalog.site.segment } }];
};

/** The whole catalog as data. */
export const GET: APIRoute = async () =>
  new Response(jsonText(catalogData((await site()).catalog)), { headers: { 'Content-Type': 'application/json' } });
