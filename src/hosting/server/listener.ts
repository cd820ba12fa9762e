import { type IncomingMessage, Server, type ServerOptions, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { methods, type Reply } from './replies.ts';
import type { Site } from './site.ts';

/** How long a connection that was refused may go on sending, in milliseconds. */
const linger = 1000;

const options: ServerOptions = {
  // Checked below, with a body in the answer; HTTP/1.0, which health checks still speak, needs no Host field.
  requireHostHeader: false,
  requestTimeout: 60_000,
};

/** A site behind node:http, which answers in the same way what node:http would answer by itself. */
export class Listener extends Server {
  private readonly site: () => Site;
  /** Open connections, and the response to the last request of each. Those before it are sent before it. */
  private readonly open = new Map<Socket, ServerResponse | undefined>();

  /** @param site gives the site as it is now */
  constructor(site: () => Site) {
    super(options);
    this.site = site;
    this.on('connection', (socket: Socket) => {
      this.open.set(socket, undefined);
      socket.once('close', () => this.open.delete(socket));
    });
    for (const event of ['request', 'checkExpectation']) {
      this.on(event, (request: IncomingMessage, response: ServerResponse) => {
        this.open.set(request.socket, response);
        if (event === 'request') this.respond(request, response);
        else send(response, this.site().replies.failure(417, false));
      });
    }
    this.on('connect', (_: IncomingMessage, socket: Socket) => this.refuse(socket, 405));
    this.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
      if (error.code === 'ECONNRESET' || !socket.writable || this.isUnderWay(socket)) socket.destroy();
      else this.refuse(socket, statusOf(error));
    });
  }

  /** node:http takes a connection for idle although its last response is still on the way to a slow client. */
  override closeIdleConnections(): void {
    for (const socket of this.open.keys()) {
      if (!this.isUnderWay(socket) && socket.writableLength === 0) socket.destroy();
    }
  }

  private isUnderWay(socket: Socket): boolean {
    return this.open.get(socket)?.writableFinished === false;
  }

  private respond(request: IncomingMessage, response: ServerResponse): void {
    const fail = (error: unknown) => {
      console.error(error);
      send(response, this.site().replies.failure(500, false));
    };
    try {
      const reply = answer(this.site(), request);
      if (reply instanceof Promise) reply.then((made) => send(response, made)).catch(fail);
      else send(response, reply);
    } catch (error) {
      fail(error);
    }
  }

  /** Answers where there is no request, and ends the connection. A client that still sends would lose the answer to a reset. */
  private refuse(socket: Socket, status: number): void {
    const { fields, body } = this.site().replies.failure(status, false, status === 405 ? { Allow: methods } : {});
    const lines = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, `Date: ${new Date().toUTCString()}`];
    for (let at = 0; at < fields.length; at += 2) lines.push(`${fields[at]}: ${fields[at + 1]}`);
    socket.write(`${lines.join('\r\n')}\r\nConnection: close\r\n\r\n`, 'latin1');
    socket.end(body ?? '');
    socket.removeAllListeners('data').resume();
    setTimeout(() => socket.destroy(), linger).unref();
  }
}

function send(response: ServerResponse, { status, fields, body }: Reply): void {
  response.writeHead(status, fields as string[]);
  response.end(body);
}

function answer(site: Site, request: IncomingMessage): Reply | Promise<Reply> {
  const { method = '', url = '', headers } = request;
  if (!hasOneHost(request)) return site.replies.failure(400, false, { Connection: 'close' });
  return site.answer({
    method,
    target: url,
    secure: false,
    field: (name) => headers[name] as string | undefined,
  });
}

/** RFC 9112 section 3.2. */
function hasOneHost({ httpVersion, headers, rawHeaders }: IncomingMessage): boolean {
  if (headers.host === undefined) return httpVersion === '1.0';
  if (!/^(?:[\w.~!$&'()*+,;=%-]*|\[[\da-f:.]+\])(?::\d*)?$/i.test(headers.host)) return false;
  let hosts = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? '';
    if (name.length === 4 && name.toLowerCase() === 'host') hosts += 1;
  }
  return hosts === 1;
}

function statusOf({ code }: NodeJS.ErrnoException): number {
  if (code === 'HPE_HEADER_OVERFLOW') return 431;
  if (code === 'HPE_CHUNK_EXTENSIONS_OVERFLOW') return 413;
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
}
