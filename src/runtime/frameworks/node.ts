import type { ServerResponse } from 'node:http';
import { type Answer, dropOutdated } from './answer.ts';

/** Writes an answer to a response of `node:http` whose header fields have not gone out. Other fields set on it stay. */
export function send(response: ServerResponse, { status, headers, body }: Answer): void {
  dropOutdated({ get: (name) => response.getHeader(name), remove: (name) => response.removeHeader(name) });
  response.statusCode = status;
  for (const name of new Set(headers.keys())) {
    response.setHeader(name, name === 'set-cookie' ? headers.getSetCookie() : (headers.get(name) ?? ''));
  }
  // Node no longer counts the body itself once the field was removed. It leaves out the body of an answer to HEAD.
  response.setHeader('content-length', new TextEncoder().encode(body).byteLength);
  response.end(body);
}
