import type { APIRoute, GetStaticPaths } from 'astro';
import { jsonText } from '#emit/files.ts';
import { site } from '../../context.ts';

export const getStaticPaths: GetStaticPaths = async () => {
  const { catalog } = await site();
  return catalog.problems.map(({ name }) => ({ params: { segment: catalog.site.segment, name } }));
};

/** The JSON Schema, at its `$id`. */
export const GET: APIRoute = async ({ params }) => {
  const problem = (await site()).problems.get(params.name ?? '');
  return problem
    ? new Response(jsonText(problem.schema), { headers: { 'Content-Type': 'application/schema+json' } })
    : new Response(null, { status: 404 });
};
