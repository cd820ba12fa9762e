import { respond } from './fetch.ts';
import { type Content, type Manifest, manifestPath } from './manifest.ts';
import { problemType } from './replies.ts';
import { Site } from './site.ts';
import { type Bytes, type Store, Unavailable } from './store.ts';

/** The server on Cloudflare Workers. Its files are the Worker's static assets. */

interface Env {
  readonly ASSETS: { fetch(url: URL): Promise<Response> };
}

/** Kept between requests; a promise cannot be, since it belongs to the request that made it. */
let site: Site | undefined;

export default {
  async fetch(request: Request, { ASSETS }: Env): Promise<Response> {
    try {
      site ??= new Site(await manifestOf(ASSETS), storeOf(ASSETS));
      const response = await respond(site, request);
      // The next request reads the manifest again.
      if (response.status === 503) site = undefined;
      return response;
    } catch (error) {
      return notReady(error);
    }
  },
};

async function manifestOf(assets: Env['ASSETS']): Promise<Manifest> {
  return (await assets.fetch(urlOf(manifestPath))).json();
}

/** What can be said without a manifest. */
function notReady(error: unknown): Response {
  console.error(error);
  const headers = { 'Content-Type': problemType, 'Cache-Control': 'no-store', 'Retry-After': '5' };
  return Response.json({ type: 'about:blank', title: 'Service Unavailable', status: 503 }, { status: 503, headers });
}

/** Compression is left to the platform, which does it for each visitor. */
function storeOf(assets: Env['ASSETS']): Store {
  return {
    encodings: [],
    async read(path: string, { size, digest }: Content): Promise<Bytes> {
      const { status, bytes } = await assetOf(assets, path);
      const found = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
      if (status !== 200 || bytes.length !== size || base64url(found) !== digest) {
        throw new Unavailable(`${path} is not among the assets as the manifest says (${status})`);
      }
      return bytes;
    },
  };
}

async function assetOf(assets: Env['ASSETS'], path: string): Promise<{ status: number; bytes: Bytes }> {
  try {
    const response = await assets.fetch(urlOf(path));
    return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) };
  } catch (error) {
    throw new Unavailable(`${path} cannot be read from the assets (${error})`);
  }
}

const urlOf = (path: string) => new URL(encodeURI(path), 'https://assets.local');

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
