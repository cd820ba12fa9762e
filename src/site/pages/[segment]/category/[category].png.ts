import type { APIRoute, GetStaticPaths } from 'astro';
import { cardImage } from '../../../card/card.ts';
import { cardOf } from '../../../card/of-catalog.ts';
import { site } from '../../../context.ts';

export const getStaticPaths: GetStaticPaths = async () => {
  const { catalog, categories } = await site();
  return [...categories.keys()].map((category) => ({ params: { segment: catalog.site.segment, category } }));
};

/** The picture beside a shared link to a problem type of the category. */
export const GET: APIRoute = async ({ params }) =>
  new Response(await cardImage(cardOf(await site(), params.category)), { headers: { 'Content-Type': 'image/png' } });
