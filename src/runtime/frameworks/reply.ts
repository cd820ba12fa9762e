import type { FastifyReply } from 'fastify';
import { tellMissingChallenge } from '../problem/development.ts';
import { combine } from '../problem/header-fields.ts';
import type { Answer } from './answer.ts';
import { setStatus } from './node.ts';
import { dropUnsent } from './unsent.ts';

/** Sends bytes, because Fastify adds a charset to the media type of JSON text, and problem+json has none. */
export function sendReply(reply: FastifyReply, { status, fields, body }: Answer): void {
  dropUnsent(status, {
    names: () => Object.keys(reply.getHeaders()),
    get: (name) => reply.getHeader(name),
    set: (name, value) => reply.header(name, value),
    remove: (name) => remove(reply, name),
  });
  setStatus(reply.raw, status);
  for (const name in fields) {
    const value = combine(name, reply.getHeader(name), fields[name] as string);
    // Fastify adds the lines of this field to those that are there.
    if (name.toLowerCase() === 'set-cookie') remove(reply, name);
    reply.header(name, value);
  }
  tellMissingChallenge(status, reply.getHeader('www-authenticate'));
  reply.code(status).send(Buffer.from(body));
}

/** `removeHeader` leaves what a hook set on the response of Node itself. */
function remove(reply: FastifyReply, name: string): void {
  reply.removeHeader(name);
  reply.raw.removeHeader(name);
}
