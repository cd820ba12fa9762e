import type { APIRoute } from 'astro';
import { site } from '../catalog.ts';
import { guides } from '../guides.ts';
import { inspectorIndex } from '../inspector/index-of-catalog.ts';
import { repliesGuide } from '../inspector/labels.ts';

/** What the inspector knows of the catalog. */
export const GET: APIRoute = async () => {
  const guide = (await guides()).find(({ id }) => id === repliesGuide);
  const index = inspectorIndex(await site(), guide?.body);
  return new Response(JSON.stringify(index), { headers: { 'Content-Type': 'application/json' } });
};
