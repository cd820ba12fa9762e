import { expect, vi } from 'vitest';
import { inspectProblem, isProblem, readProblem, sessionInvalid, tokenInvalid } from '../../dist/package/index.js';
import { validators } from '../../dist/package/validators.js';
import type { Requirement } from './requirement.ts';

/** What is asked of those who read a problem. */

const uri = sessionInvalid.type;
const json = { 'content-type': 'application/problem+json' };
const response = (body: unknown, status = 401, headers: HeadersInit = json) =>
  new Response(JSON.stringify(body), { status, headers });

export const readers: Requirement[] = [
  {
    section: 'RFC 9457, 3.1',
    level: 'MUST',
    requirement: 'A standard member of the wrong JSON type is ignored.',
    answer: '`readProblem` leaves it out; `inspectProblem` lists it in `ignored`.',
    test: async () => {
      const body = { type: 7, title: null, status: '401', detail: [], instance: {}, agent_id: 'a' };
      expect(await readProblem(response(body))).toEqual({ type: 'about:blank', agent_id: 'a' });
      const found = await inspectProblem(response(body));
      expect(found).toMatchObject({ ignored: ['/type', '/title', '/status', '/detail', '/instance'] });
    },
  },
  {
    section: 'RFC 9457, 3.1.1',
    level: 'MUST',
    requirement: 'The type URI, after resolution, identifies the problem type.',
    answer: '`isProblem` and the validators compare the whole URI, character by character, and nothing else.',
    test: async () => {
      const named = await readProblem(response({ type: uri, title: 'Another title', status: 500 }));
      expect(isProblem(named, sessionInvalid)).toBe(true);
      for (const other of [`${uri}/`, uri.toUpperCase(), `${uri}#x`, uri.replace('https', 'http'), `${uri}?a`]) {
        const problem = await readProblem(response({ type: other, title: sessionInvalid.title, status: 401 }));
        expect(isProblem(problem, sessionInvalid), other).toBe(false);
      }
    },
  },
  {
    section: 'RFC 9457, 3.1.1',
    level: '',
    requirement: 'Without `type` it is `about:blank`.',
    answer: '`readProblem` sets `type` to `about:blank`.',
    test: async () =>
      expect(await readProblem(response({ title: 'Gone' }))).toEqual({ type: 'about:blank', title: 'Gone' }),
  },
  {
    section: 'RFC 9457, 3.1.1',
    level: 'SHOULD NOT',
    requirement: 'The type URI is not fetched automatically.',
    answer: 'The package makes no request. A page opens when a person follows the link.',
    test: async () => {
      const fetched = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('fetched'));
      try {
        const body = response({ type: 'https://other.example/errors/1', instance: '/a', status: 401 });
        await inspectProblem(body, { validators });
        expect(isProblem(await readProblem(body.clone()), sessionInvalid)).toBe(false);
        expect(fetched).not.toHaveBeenCalled();
      } finally {
        fetched.mockRestore();
      }
    },
  },
  {
    section: 'RFC 9457, 3.1.1',
    level: '',
    requirement: 'A relative `type` is resolved against the URL of the document.',
    answer: '`readProblem` takes the URL of the response of fetch, axios, supertest and other clients, or `baseUrl`.',
    test: async () => {
      const path = new URL(uri).pathname;
      const url = 'https://arcp.0x001.tech/agents/a';
      const body = { type: path, status: 401 };
      const fetched = Object.defineProperty(response(body), 'url', { value: url });
      const axios = { status: 401, data: body, headers: json, config: { url }, request: { responseURL: url } };
      for (const received of [fetched, axios]) expect((await readProblem(received))?.type).toBe(uri);
      const supertest = { status: 401, body, text: JSON.stringify(body), headers: json, request: { url } };
      expect((await readProblem(supertest))?.type).toBe(uri);
      expect((await readProblem(body, { baseUrl: 'https://arcp.0x001.tech' }))?.type).toBe(uri);
    },
  },
  {
    section: 'RFC 9457, 3.1.2',
    level: '',
    requirement: 'The member `status` is advisory. It can differ from the status of the response.',
    answer: '`readProblem` keeps both; `inspectProblem` tells by `statusMismatch`. Without the member nothing differs.',
    test: async () => {
      const found = await inspectProblem(response({ type: uri, status: 401 }, 502));
      expect(found).toMatchObject({ statusMismatch: true, problem: { status: 401 }, exchange: { status: 502 } });
      expect(await inspectProblem(response({ type: uri }, 502))).toMatchObject({ statusMismatch: false });
    },
  },
  {
    section: 'RFC 9457, 3.1.3',
    level: '',
    requirement: 'The title is advisory, and may be translated.',
    answer: 'No reader, guard or validator looks at the words of a title.',
    test: async () => {
      const found = await inspectProblem(response({ type: uri, title: 'In other words', status: 401 }), {
        validators,
      });
      expect(found.kind).toBe('known');
    },
  },
  {
    section: 'RFC 9457, 3.1.4',
    level: 'SHOULD NOT',
    requirement: 'Clients do not parse `detail`.',
    answer:
      'Which type it is never depends on `detail`. `findCauses` compares it with known texts to help people; code decides by type and members.',
    test: async () => {
      for (const detail of ['Invalid or expired token', tokenInvalid.type, '{"type":"x"}'])
        expect(isProblem(await readProblem(response({ type: uri, detail })), tokenInvalid)).toBe(false);
    },
  },
  {
    section: 'RFC 9457, 3.2',
    level: 'MUST',
    requirement: 'Extension members that a client does not know are ignored.',
    answer: 'They are kept in the value and are no finding of a validator.',
    test: async () => {
      const found = await inspectProblem(response({ type: uri, status: 401, brand_new: { a: [1] } }), { validators });
      expect(found).toMatchObject({ kind: 'known', problem: { brand_new: { a: [1] } } });
    },
  },
  {
    section: 'RFC 9457, 5',
    level: '',
    requirement: 'A problem is data from outside.',
    answer: 'Size and depth have limits; functions and `__proto__` are no members; readers never throw.',
    test: async () => {
      expect(await inspectProblem('['.repeat(100))).toMatchObject({ kind: 'not-a-problem' });
      expect(await inspectProblem(`{"a":${'['.repeat(100)}${']'.repeat(100)}}`)).toMatchObject({ reason: 'too-deep' });
      expect(await inspectProblem(' '.repeat(2_000_000))).toMatchObject({ reason: 'too-large' });
      const problem = await readProblem('{"title":"a","__proto__":{"admin":true}}');
      expect(problem).toEqual({ type: 'about:blank', title: 'a' });
      expect((problem as Record<string, unknown>).admin).toBeUndefined();
      expect(await readProblem({ title: 'a', toJSON: () => 1 })).toEqual({ type: 'about:blank', title: 'a' });
    },
  },
];
