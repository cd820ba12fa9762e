import type { APIRoute, GetStaticPaths } from 'astro';
import { problemData } from '#emit/data.ts';
import { jsonText } from '#emit/files.ts';
import { site } from '../../context.ts';

export const getStaticPaths: GetStaticPaths = async () => {
  const { catalog } = await site();
  return catalog.problems.map(({ name }) => ({ params: { segment: catalog.site.segment, name } }));
};

/** The entry as data. */
export const GET: APIRoute = async ({ params }) => {
  const { catalog, problems } = await site();
  const problem = problems.get(params.name ?? '');
  return problem
    ? new Response(jsonText(problemData(catalog, problem)), { headers: { 'Content-Type': 'application/json' } })
    : new Response(null, { status: 404 });
};
