import type { APIRoute } from 'astro';
import { repliesGuide } from '#diagnose/labels.ts';
import { inspectorIndex } from '#diagnose/make-index.ts';
import { site } from '../context.ts';
import { guides } from '../guides.ts';

/** What the inspector knows of the catalog. */
export const GET: APIRoute = async () => {
  const guide = guides().find(({ name }) => name === repliesGuide);
  const index = inspectorIndex(await site(), guide?.body);
  return new Response(JSON.stringify(index), { headers: { 'Content-Type': 'application/json' } });
};
