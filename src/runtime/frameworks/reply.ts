import type { FastifyReply } from 'fastify';
import { type Answer, dropOutdated } from './answer.ts';

/** Sends bytes, because Fastify adds a charset to the media type of JSON text, and problem+json has none. */
export function sendReply(reply: FastifyReply, { status, headers, body }: Answer): void {
  dropOutdated({ get: (name) => reply.getHeader(name), remove: (name) => reply.removeHeader(name) });
  for (const [name, value] of headers) reply.header(name, value);
  reply.code(status).send(new TextEncoder().encode(body));
}
