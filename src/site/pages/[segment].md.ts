import type { APIRoute, GetStaticPaths } from 'astro';
import { catalogMarkdown } from '#emit/markdown/lists.ts';
import { site } from '../context.ts';

export const getStaticPaths: GetStaticPaths = async () => {
  const { catalog } = await site();
  return [{ params: { segment: catalog.site.segment } }];
};

/** The page of all problem types, for agents and terminals. */
export const GET: APIRoute = async () =>
  new Response(catalogMarkdown((await site()).catalog), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  });
