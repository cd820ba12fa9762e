import type { WriteStream } from 'node:tty';

/** Says how far a command is: a bar on a terminal, and a line with its time for each step that ended. */

const width = 20;

export class Progress {
  private readonly total: number;
  private readonly out: Pick<WriteStream, 'write' | 'isTTY'>;
  private readonly running = new Map<string, number>();
  private done = 0;
  private timer: NodeJS.Timeout | undefined;

  /** @param total how many steps there are */
  constructor(total: number, out: Pick<WriteStream, 'write' | 'isTTY'> = process.stdout) {
    this.total = total;
    this.out = out;
  }

  /**
   * Runs a step. Steps can run at the same time.
   * @param note returns what the line says beside the time
   */
  async step<Result>(
    name: string,
    run: () => Result | Promise<Result>,
    note: (result: Result) => string = () => '',
  ): Promise<Result> {
    const start = performance.now();
    this.running.set(name, start);
    if (this.out.isTTY) this.timer ??= setInterval(() => this.draw(), 200).unref();
    this.draw();
    try {
      const result = await run();
      this.line(`${name}: ${seconds(start)}${note(result)}`);
      return result;
    } finally {
      this.running.delete(name);
      this.done += 1;
      if (this.running.size === 0) clearInterval(this.timer);
      if (this.running.size === 0) this.timer = undefined;
      this.draw();
    }
  }

  private line(text: string): void {
    this.out.write(`${this.out.isTTY ? '\r\x1b[K' : ''}${text}\n`);
  }

  private draw(): void {
    if (!this.out.isTTY) return;
    const filled = Math.round((width * this.done) / this.total);
    const names = [...this.running].map(([name, start]) => `${name} ${seconds(start)}`);
    const bar = `[${'#'.repeat(filled)}${'.'.repeat(width - filled)}] ${this.done} of ${this.total}`;
    this.out.write(names.length > 0 ? `\r\x1b[K${bar}: ${names.join(', ')}` : '\r\x1b[K');
  }
}

function seconds(start: number): string {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}
