import { surroundings } from 'virtual:problem-catalog';
import type { MiddlewareHandler } from 'astro';

/** Links between the pages, with the slash at their end that the site writes: none of them needs a redirect. */
export const onRequest: MiddlewareHandler = async ({ url }, next) => {
  const response = await next();
  const { index = '' } = surroundings ?? {};
  const isPage = response.headers.get('Content-Type')?.startsWith('text/html');
  if (!isPage || !`${url.pathname}/`.startsWith(`${index}/`)) return response;
  const html = (await response.text()).replace(/(?<= href=")\/[^"#?]*/g, (path) =>
    path.startsWith(index) && /\/[^/.]+$/.test(path) ? `${path}/` : path,
  );
  return new Response(html, response);
};
