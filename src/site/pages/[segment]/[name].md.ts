import type { APIRoute, GetStaticPaths } from 'astro';
import { problemMarkdown } from '#emit/markdown/twin.ts';
import { site } from '../../context.ts';

export const getStaticPaths: GetStaticPaths = async () => {
  const { catalog } = await site();
  return catalog.problems.map(({ name }) => ({ params: { segment: catalog.site.segment, name } }));
};

/** The page for agents and terminals. */
export const GET: APIRoute = async ({ params }) => {
  const { catalog, problems } = await site();
  const problem = problems.get(params.name ?? '');
  if (!problem) return new Response(null, { status: 404 });
  return new Response(problemMarkdown(catalog, problem), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  });
};
