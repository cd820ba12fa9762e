import type { APIRoute } from 'astro';
import { site } from '../catalog.ts';
import { finderIndex } from '../finder/index-data.ts';

/** The index of the finder, as small as JSON gets. */
export const GET: APIRoute = async () =>
  new Response(JSON.stringify(finderIndex(await site())), { headers: { 'Content-Type': 'application/json' } });
