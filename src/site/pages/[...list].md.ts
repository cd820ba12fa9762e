import type { APIRoute, GetStaticPaths } from 'astro';
import { listFiles } from '#emit/markdown/lists.ts';
import { site } from '../context.ts';

export const getStaticPaths: GetStaticPaths = async () => {
  const { catalog } = await site();
  return [...listFiles(catalog)].map(([path, text]) => ({
    params: { list: path.replace(/\.md$/, '') },
    props: { text },
  }));
};

/** The pages that list problem types, for agents and terminals. */
export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
