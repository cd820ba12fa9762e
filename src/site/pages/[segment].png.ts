import type { APIRoute, GetStaticPaths } from 'astro';
import { cardImage } from '../card/card.ts';
import { cardOf } from '../card/of-catalog.ts';
import { site } from '../context.ts';

export const getStaticPaths: GetStaticPaths = async () => {
  const { catalog } = await site();
  return [{ params: { segment: catalog.site.segment } }];
};

/** The picture beside a shared link to any other page. */
export const GET: APIRoute = async () =>
  new Response(await cardImage(cardOf(await site())), { headers: { 'Content-Type': 'image/png' } });
