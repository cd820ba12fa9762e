import type { APIRoute, GetStaticPaths } from 'astro';
import { listFiles } from '#emit/markdown/lists.ts';
import { site } from '../../context.ts';

export const getStaticPaths: GetStaticPaths = async () => {
  const { catalog } = await site();
  const { segment } = catalog.site;
  return [...listFiles(catalog)].flatMap(([path, text]) => {
    const list = path.slice(segment.length + 1).replace(/\.md$/, '');
    return path === `${segment}.md` ? [] : [{ params: { segment, list }, props: { text } }];
  });
};

/** The pages that list some problem types, for agents and terminals. */
export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
