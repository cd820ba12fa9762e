import type { APIRoute, GetStaticPaths } from 'astro';
import { problemMarkdown } from '#emit/markdown/twin.ts';
import { problemPaths, site } from '../context.ts';

export const getStaticPaths: GetStaticPaths = problemPaths;

/** The page for agents and terminals. */
export const GET: APIRoute<{ name: string }> = async ({ props }) => {
  const { catalog, problems } = await site();
  const problem = problems.get(props.name);
  if (!problem) return new Response(null, { status: 404 });
  return new Response(problemMarkdown(catalog, problem), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  });
};
