import type { Connect, ViteDevServer } from 'vite';

/**
 * Leads addresses without a slash at their end, as type URIs are, to those with one, as hosts do. It stands in front of
 * Astro's own middleware, which would refuse them where `trailingSlash` is `always`.
 */
export function leadToSlash({ middlewares }: ViteDevServer, index: string): void {
  const handle: Connect.NextHandleFunction = (request, response, next) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    if (!`${pathname}/`.startsWith(`${index}/`) || !/\/[^/.]+$/.test(pathname)) return next();
    response.writeHead(307, { Location: `${pathname}/${search}` }).end();
  };
  middlewares.stack.unshift({ route: '', handle });
}
