import type { APIRoute } from 'astro';
import { jsonResponse, searchIndex } from '../../search-index.ts';

/** A part of the index of the search, where the catalog is large. */
export async function getStaticPaths() {
  const { files } = await searchIndex();
  return [...files].map(([part, value]) => ({ params: { part }, props: { value } }));
}

export const GET: APIRoute = ({ props }) => jsonResponse(props.value);
