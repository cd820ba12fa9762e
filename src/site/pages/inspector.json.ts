import type { APIRoute } from 'astro';
import { inspectorIndex } from '#diagnose/make-index.ts';
import { repliesGuide } from '#diagnose/other-responses-of-guide.ts';
import { site } from '../context.ts';
import { guides } from '../guides.ts';

/** What the inspector knows of the catalog. */
export const GET: APIRoute = async () => {
  const here = await site();
  const guide = guides(here.catalog).find(({ name }) => name === repliesGuide);
  const index = inspectorIndex(here, guide?.body);
  return new Response(JSON.stringify(index), { headers: { 'Content-Type': 'application/json' } });
};
