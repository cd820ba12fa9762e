import type { APIRoute, GetStaticPaths } from 'astro';
import { jsonText } from '#emit/files.ts';
import { problemPaths, site } from '../context.ts';

export const getStaticPaths: GetStaticPaths = problemPaths;

/** The JSON Schema, at its `$id`. */
export const GET: APIRoute<{ name: string }> = async ({ props }) => {
  const problem = (await site()).problems.get(props.name);
  return problem
    ? new Response(jsonText(problem.schema), { headers: { 'Content-Type': 'application/schema+json' } })
    : new Response(null, { status: 404 });
};
