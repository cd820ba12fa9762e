import { join } from 'node:path';
import { expect } from 'vitest';
import { load } from '#catalog/load.ts';
import { ask, type Host, nodeHost } from '../hosting/hosts.ts';
import { problemsDir, root } from '../support.ts';
import type { Requirement } from './requirement.ts';

/** What is asked of the site at the type URIs. */

const { problems } = await load(problemsDir);
let host: Promise<Host> | undefined;
const site = () => {
  host ??= nodeHost(join(root, 'dist/site'));
  return host;
};

/** Ends the server that the tests asked. */
export async function close(): Promise<void> {
  await (await host)?.stop();
}

export const siteRows: Requirement[] = [
  {
    section: 'RFC 9457, 3.1.1',
    level: 'SHOULD',
    requirement: 'A type URI gives a page for people.',
    answer: 'Each one answers 200 with HTML, without JavaScript and without a redirect.',
    test: async () => {
      const { url } = await site();
      for (const { typeUri, entry } of problems) {
        const answer = await ask(url, new URL(typeUri).pathname);
        expect(answer.status, typeUri).toBe(200);
        expect(answer.headers['content-type']).toMatch(/^text\/html/);
        expect(answer.text).toContain(`<h1`);
        expect(answer.text.replaceAll('&#39;', "'")).toContain(entry.title);
      }
    },
  },
  {
    section: 'RFC 9110, 12.5.5',
    level: 'SHOULD',
    requirement: 'A response that depends on `Accept` says so by `Vary`.',
    answer: 'The page, its Markdown, JSON and JSON Schema have one address and `Vary: Accept`.',
    test: async () => {
      const { url } = await site();
      for (const accept of ['text/html', 'text/markdown', 'application/json', 'application/schema+json']) {
        const answer = await ask(url, '/docs/problems/session-invalid', { accept });
        expect(answer.headers['content-type']).toContain(accept);
        expect(answer.headers.vary).toMatch(/\bAccept\b/);
      }
    },
  },
  {
    section: 'RFC 9110, 15.5.7',
    level: 'SHOULD',
    requirement: 'A 406 response lists what is available.',
    answer: 'It is a problem details object with the addresses of the representations.',
    test: async () => {
      const { url } = await site();
      const answer = await ask(url, '/docs/problems/session-invalid', { accept: 'image/png' });
      expect(answer.status).toBe(406);
      expect(answer.headers['content-type']).toBe('application/problem+json');
      expect(answer.text).toContain('/docs/problems/session-invalid.md');
    },
  },
  {
    section: 'RFC 9110, 15.5.6',
    level: 'MUST',
    requirement: 'A 405 response has `Allow`.',
    answer: 'The server answers other methods with 405, `Allow` and a problem details object.',
    test: async () => {
      const { url } = await site();
      const answer = await ask(url, '/docs/problems/session-invalid', {}, 'DELETE');
      expect(answer).toMatchObject({ status: 405, headers: { 'content-type': 'application/problem+json' } });
      expect(answer.headers.allow).toMatch(/GET/);
    },
  },
];
