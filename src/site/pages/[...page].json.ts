import type { APIRoute, GetStaticPaths } from 'astro';
import { problemData } from '#emit/data.ts';
import { jsonText } from '#emit/files.ts';
import { problemPaths, site } from '../context.ts';

export const getStaticPaths: GetStaticPaths = problemPaths;

/** The entry as data. */
export const GET: APIRoute<{ name: string }> = async ({ props }) => {
  const { catalog, problems } = await site();
  const problem = problems.get(props.name);
  return problem
    ? new Response(jsonText(problemData(catalog, problem)), { headers: { 'Content-Type': 'application/json' } })
    : new Response(null, { status: 404 });
};
