/** What a handler said of the response that it did not finish. */

/** Header fields as a framework keeps them for a response that was not sent. */
export interface SetFields {
  names(): Iterable<string>;
  get(name: string): unknown;
  set(name: string, value: string): unknown;
  remove(name: string): unknown;
}

/**
 * Fields that describe, place or cache a body which is not sent now. All of `Content-*` describe one, policies aside; the
 * others are validators, digests, addresses, and the fields that steer browsers, shared caches (RFC 9213) and the servers
 * in front of this one.
 */
const ofBody = new RegExp(
  [
    '^content-(?!type$|security-policy)',
    '^(transfer-encoding|trailer|etag|last-modified|accept-ranges|digest|repr-digest|signature|signature-input)$',
    '^(location|refresh|sourcemap|x-sourcemap|x-accel-redirect|x-sendfile|x-lighttpd-send-file|x-litespeed-location)$',
    '^(expires|age|no-vary-search|use-as-dictionary|x-accel-expires|edge-control|(edge-)?cache-tag)$',
    '^.+-cache-control$',
    '^surrogate-',
  ].join('|'),
  'i',
);

/** By `Content-Range` a 416 tells how long the whole is. RFC 9110 section 15.5.17. */
export function tellsLength(name: string, status: number): boolean {
  return status === 416 && /^content-range$/i.test(name);
}

/**
 * Takes away what would be wrong of the problem that is sent instead, with this status. `Cache-Control` stays where it
 * forbids to store.
 */
export function dropUnsent(status: number, fields: SetFields): void {
  for (const name of [...fields.names()]) {
    if (tellsLength(name, status)) continue;
    if (ofBody.test(name)) fields.remove(name);
    else if (/^cache-control$/i.test(name)) restrain(fields, name);
  }
}

function restrain(fields: SetFields, name: string): void {
  const caching = String(fields.get(name));
  if (/\bno-(store|cache)\b(?!=)/i.test(caching)) return;
  if (/\bprivate\b(?!=)/i.test(caching)) fields.set(name, 'private');
  else fields.remove(name);
}
