/** The header fields of the site, for every way to host it. */

type Fields = Readonly<Record<string, string>>;

const revalidate = 'public, max-age=0, must-revalidate';

/**
 * Returns the header fields on every response, over https only, and by group of files.
 * @param policy the Content-Security-Policy
 */
export function headerFields(policy: string) {
  const all: Fields = {
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': 'Content-Location, ETag, Link',
  };
  return {
    all,
    secure: { 'Strict-Transport-Security': 'max-age=31536000' },
    page: { 'Cache-Control': revalidate },
    twin: { 'Cache-Control': revalidate },
    asset: { 'Cache-Control': 'public, max-age=31536000, immutable' },
    other: { 'Cache-Control': 'public, max-age=600' },
    redirect: { 'Cache-Control': 'public, max-age=3600' },
    error: { 'Cache-Control': 'no-store' },
  } satisfies Record<string, Fields>;
}
