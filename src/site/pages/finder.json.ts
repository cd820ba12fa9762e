import type { APIRoute } from 'astro';
import { jsonResponse, searchIndex } from '../search-index.ts';

/** The index of the search, as small as JSON gets. */
export const GET: APIRoute = async () => jsonResponse((await searchIndex()).head);
