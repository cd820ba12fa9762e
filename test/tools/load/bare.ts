import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

/** The floor of Node.js: `bare.ts <file> <port>` sends what the file has for a request, and does nothing else. */

export interface Recorded {
  readonly status: number;
  /** Names and values in turn. */
  readonly fields: string[];
  /** In base64. */
  readonly body: string;
}

/** What tells the requests apart. */
export const keyOf = (path: string, accept = '') => `${path} ${accept}`;

const [, , file, port] = process.argv;
if (import.meta.main && file) {
  const recorded = Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, Recorded>);
  const known = new Map(
    recorded.map(([key, { body, ...rest }]) => [key, { ...rest, body: Buffer.from(body, 'base64') }]),
  );
  createServer(({ url = '', headers }, response) => {
    const found = known.get(keyOf(url, headers.accept));
    response.writeHead(found?.status ?? 404, found?.fields ?? []);
    response.end(found?.body);
  }).listen(Number(port), '127.0.0.1', () => console.log('Serving'));
}
