import type { Hono } from 'hono';
import { openApp } from './app.ts';
import type { Range, Store } from './store.ts';

/** The server on Cloudflare Workers. Its files are the Worker's static assets. */

interface Env {
  readonly ASSETS: { fetch(url: URL): Promise<Response> };
}

let app: Promise<Hono> | undefined;

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    app ??= openApp(storeOf(env.ASSETS));
    // A failed start is tried again by the next request.
    app.catch(() => {
      app = undefined;
    });
    return (await app).fetch(request);
  },
};

/** Compression is left to the platform, which does it for each visitor. */
function storeOf(assets: Env['ASSETS']): Store {
  return {
    encodings: [],
    async open(path: string, range?: Range) {
      const response = await assets.fetch(new URL(encodeURI(path), 'https://assets.local'));
      if (!response.ok || !response.body) throw new Error(`${path} is not among the assets (${response.status})`);
      if (!range) return response.body;
      return new Uint8Array(await response.arrayBuffer(), range.start, range.end - range.start + 1);
    },
  };
}
