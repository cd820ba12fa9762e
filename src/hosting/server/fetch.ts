import type { Reply } from './replies.ts';
import type { Ask, Site } from './site.ts';

/** Returns the response of a site to a request, for platforms that speak fetch. */
export async function respond(site: Site, request: Request): Promise<Response> {
  const { method, headers, url } = request;
  const secure = url.startsWith('https:');
  const field = (name: string) => headers.get(name) ?? undefined;
  const { status, fields, body } = await answer(site, { method, target: url, secure, field });
  const pairs: [string, string][] = [];
  for (let at = 0; at < fields.length; at += 2) pairs.push([fields[at] ?? '', fields[at + 1] ?? '']);
  return new Response(method === 'HEAD' ? null : body, { status, headers: pairs });
}

async function answer(site: Site, ask: Ask): Promise<Reply> {
  try {
    return await site.answer(ask);
  } catch (error) {
    console.error(error);
    return site.replies.failure(500, ask.secure);
  }
}
