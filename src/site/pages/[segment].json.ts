import type { APIRoute, GetStaticPaths } from 'astro';
import { catalogData } from '../../build/catalog-json.ts';
import { jsonText } from '../../build/files.ts';
import { site } from '../catalog.ts';

export const getStaticPaths: GetStaticPaths = async () => {
  const { catalog } = await site();
  return [{ params: { segment: catalog.site.segment } }];
};

/** The whole catalog as data. */
export const GET: APIRoute = async () =>
  new Response(jsonText(catalogData((await site()).catalog)), { headers: { 'Content-Type': 'application/json' } });
