import type { ServerResponse } from 'node:http';
import { tellMissingChallenge } from '../problem/development.ts';
import { combine } from '../problem/header-fields.ts';
import type { Answer } from './answer.ts';
import { dropUnsent } from './unsent.ts';

/** Writes an answer to a response of `node:http` whose header fields have not gone out. Other fields set on it stay. */
export function send(response: ServerResponse, { status, fields, body }: Answer): void {
  dropUnsent(status, {
    names: () => response.getHeaderNames(),
    get: (name) => response.getHeader(name),
    set: (name, value) => response.setHeader(name, value),
    remove: (name) => response.removeHeader(name),
  });
  setStatus(response, status);
  for (const name in fields) {
    response.setHeader(name, combine(name, response.getHeader(name), fields[name] as string));
  }
  tellMissingChallenge(status, response.getHeader('www-authenticate'));
  // Node no longer counts the body itself once the field was removed. It leaves out the body of an answer to HEAD.
  response.setHeader('content-length', Buffer.byteLength(body));
  response.end(body);
}

/** Also takes away the reason phrase that a handler set for another status. HTTP/2 has none, and no setter for it. */
export function setStatus(response: ServerResponse, status: number): void {
  response.statusCode = status;
  if (Object.hasOwn(response, 'statusMessage')) response.statusMessage = '';
}
