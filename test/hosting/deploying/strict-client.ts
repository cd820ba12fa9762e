import { connect, type Socket } from 'node:net';

/** A client that forgives nothing: what comes over a connection is exactly the responses that were asked for. */

export interface Received {
  readonly status: number;
  readonly fields: ReadonlyMap<string, string>;
  readonly body: Buffer;
}

export class StrictClient {
  private readonly url: URL;
  private socket: Socket | undefined;
  private rest = Buffer.alloc(0);
  private ended = false;
  private wake: () => void = () => {};

  constructor(url: string) {
    this.url = new URL(url);
  }

  /**
   * Asks on the connection that is open, or on a new one.
   * @throws when the response is torn, does not end, or has bytes to spare
   */
  async ask(path: string, fields: Readonly<Record<string, string>>, method = 'GET'): Promise<Received> {
    const socket = await this.open();
    const lines = [`${method} ${path} HTTP/1.1`, `Host: ${this.url.host}`];
    for (const [name, value] of Object.entries(fields)) lines.push(`${name}: ${value}`);
    socket.write(`${lines.join('\r\n')}\r\n\r\n`);
    const head = String(await this.take(() => this.rest.indexOf('\r\n\r\n') + 4, 4)).split('\r\n');
    const status = Number(/^HTTP\/1\.1 (\d{3}) \S/.exec(head[0] ?? '')?.[1]);
    if (!status) throw new Error(`no status line: ${JSON.stringify(head[0]?.slice(0, 80))}`);
    const received = new Map<string, string>();
    for (const line of head.slice(1, -2)) {
      const [, name = '', value = ''] = /^([\w-]+): *(.*)$/.exec(line) ?? [];
      const lower = name.toLowerCase();
      if (!lower || (lower === 'content-length' && received.has(lower))) throw new Error(`field ${line}`);
      received.set(lower, value);
    }
    const bare = method === 'HEAD' || status === 204 || status === 304;
    const length = Number(received.get('content-length') ?? (bare ? 0 : Number.NaN));
    if (!Number.isInteger(length)) throw new Error(`no length: ${head.join(' | ')}`);
    const body = bare ? Buffer.alloc(0) : await this.take(() => length, 0);
    if (this.rest.length > 0) throw new Error(`${this.rest.length} bytes after the response to ${path}`);
    if (received.get('connection') === 'close') this.close();
    return { status, fields: received, body };
  }

  close(): void {
    this.socket?.destroy();
    this.socket = undefined;
    this.rest = Buffer.alloc(0);
  }

  private async open(): Promise<Socket> {
    if (this.socket && !this.ended) return this.socket;
    this.close();
    const socket = connect(Number(this.url.port), this.url.hostname);
    await new Promise((done, fail) => socket.once('connect', done).once('error', fail));
    this.ended = false;
    socket.on('data', (chunk: Buffer) => {
      this.rest = Buffer.concat([this.rest, chunk]);
      this.wake();
    });
    for (const event of ['end', 'error', 'close']) {
      socket.on(event, () => {
        if (this.socket === socket) this.ended = true;
        this.wake();
      });
    }
    this.socket = socket;
    return socket;
  }

  /** Takes as many bytes as `length` says, once it says more than `least - 1`. */
  private async take(length: () => number, least: number): Promise<Buffer> {
    const deadline = Date.now() + 20_000;
    for (;;) {
      const wanted = length();
      if (wanted >= least && this.rest.length >= wanted) {
        const taken = this.rest.subarray(0, wanted);
        this.rest = this.rest.subarray(wanted);
        return taken;
      }
      const have = `${this.rest.length} of ${wanted} bytes`;
      if (this.ended) throw new Error(`the connection ended after ${have}`);
      if (Date.now() > deadline) throw new Error(`no more after ${have}`);
      await new Promise<void>((done) => {
        this.wake = done;
        setTimeout(done, 1000).unref();
      });
    }
  }
}
