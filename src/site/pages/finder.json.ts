import type { APIRoute } from 'astro';
import { finderIndex } from '#diagnose/search/make-index.ts';
import { site } from '../context.ts';

/** The index of the finder, as small as JSON gets. */
export const GET: APIRoute = async () =>
  new Response(JSON.stringify(finderIndex(await site())), { headers: { 'Content-Type': 'application/json' } });
