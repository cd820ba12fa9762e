import type { APIRoute, GetStaticPaths } from 'astro';
import { catalogMarkdown } from '../../build/markdown.ts';
import { site } from '../catalog.ts';

export const getStaticPaths: GetStaticPaths = async () => {
  const { catalog } = await site();
  return [{ params: { segment: catalog.site.segment } }];
};

/** The list of all problem types, a line each. */
export const GET: APIRoute = async () =>
  new Response(catalogMarkdown((await site()).catalog), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  });
