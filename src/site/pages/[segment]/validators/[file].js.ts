import type { APIRoute, GetStaticPaths } from 'astro';
import { site } from '../../../context.ts';
import { validatorFiles } from '../../../validators.ts';

export const getStaticPaths: GetStaticPaths = async () => {
  const { segment } = (await site()).catalog.site;
  return [...(await validatorFiles()).keys()].map((name) => ({ params: { segment, file: name.replace(/\.js$/, '') } }));
};

/** The validator of a type as a module, which the inspector loads. */
export const GET: APIRoute = async ({ params }) =>
  new Response((await validatorFiles()).get(`${params.file}.js`), { headers: { 'Content-Type': 'text/javascript' } });
