import { type Expected, fieldsCompared, type Question } from './builds.ts';
import { type Received, StrictClient } from './strict-client.ts';

/** Load by clients that compare every byte with what is right. */

export interface Load {
  /** What was wrong. */
  readonly wrong: string[];
  /** How many responses had each status. */
  readonly statuses: Map<number, number>;
  /** How many questions were answered by each build. */
  readonly builds: number[];
  stop(): Promise<void>;
}

/**
 * Puts load on servers until it is stopped.
 * @param urls one for each client
 * @param right for each question, the right answer of each build
 */
export function load(urls: readonly string[], asked: readonly Question[], right: readonly Expected[][]): Load {
  const statuses = new Map<number, number>();
  const builds: number[] = [];
  const wrong: string[] = [];
  let stopped = false;
  const clients = urls.map(async (url, number) => {
    const client = new StrictClient(url);
    // Each client has its own stride, so that the order of questions differs.
    for (let at = number * 31; !stopped; at += 2 * number + 1) {
      const index = at % asked.length;
      const question = asked[index] as Question;
      const { path, fields, method } = question;
      try {
        const received = await client.ask(path, fields, method);
        statuses.set(received.status, (statuses.get(received.status) ?? 0) + 1);
        const build = right[index]?.findIndex((expected) => isRight(received, expected)) ?? -1;
        if (build >= 0) builds[build] = (builds[build] ?? 0) + 1;
        else if (!isHonest(received, method)) wrong.push(`${url}${text(question)}: ${told(received)}`);
      } catch (error) {
        wrong.push(`${url}${text(question)}: ${error}`);
        client.close();
      }
      // Room for the deploy, which runs in this process too.
      if (at % 7 === 0) await new Promise((done) => setImmediate(done));
    }
    client.close();
  });
  return {
    wrong,
    statuses,
    builds,
    async stop() {
      stopped = true;
      await Promise.all(clients);
    },
  };
}

export function isRight({ status, fields, body }: Received, expected: Expected): boolean {
  return (
    status === expected.status &&
    body.equals(expected.body) &&
    fieldsCompared.every((name) => (fields.get(name) ?? null) === expected.fields[name])
  );
}

/** A 503 that says so, and when to come again. */
function isHonest({ status, fields, body }: Received, method: string): boolean {
  if (status !== 503 || fields.get('content-type') !== 'application/problem+json') return false;
  if (!/^\d+$/.test(fields.get('retry-after') ?? '') || fields.get('cache-control') !== 'no-store') return false;
  return method === 'HEAD' || JSON.parse(String(body)).status === 503;
}

const text = ({ method, path, fields }: Question) => ` ${method} ${path} ${JSON.stringify(fields)}`;
const told = ({ status, fields, body }: Received) =>
  `${status} ${fields.get('etag') ?? ''} ${body.length} bytes, which no build has`;
