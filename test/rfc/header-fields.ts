import { expect } from 'vitest';
import { checkResponse } from '../../dist/package/check.js';
import {
  aboutBlank,
  dpopRequired,
  mtlsBindingMismatch,
  problemHeaders,
  problemResponse,
} from '../../dist/package/index.js';
import type { Requirement } from './requirement.ts';

/** What a status or an authentication scheme asks of the response. */

/** The codes of the findings about a response with this status and these header fields. */
async function codesOf(status: number, fields: Record<string, string> = {}): Promise<string[]> {
  const headers = { 'content-type': 'application/problem+json', ...fields };
  const findings = await checkResponse(new Response(JSON.stringify(aboutBlank(status)), { status, headers }));
  return findings.map(({ code }) => code);
}

/** A row about a field that a status needs. */
const owed = (
  section: string,
  level: 'MUST' | 'SHOULD',
  status: number,
  field: string,
  code: string,
  right: string,
): Requirement => ({
  section,
  level,
  requirement: `A ${status} response has \`${field}\`.`,
  answer: `\`checkResponse\` reports \`${code}\`.`,
  test: async () => {
    expect(await codesOf(status)).toContain(code);
    expect(await codesOf(status, { [field]: right })).not.toContain(code);
  },
});

/** A row about a status that no cache may store. */
const uncacheable = (section: string, status: number): Requirement => ({
  section,
  level: 'MUST NOT',
  requirement: `A cache does not store a ${status} response.`,
  answer: '`problemHeaders` adds `Cache-Control: no-store`; `checkResponse` reports `cacheable`.',
  test: async () => {
    expect(problemHeaders(aboutBlank(status))['Cache-Control']).toBe('no-store');
    expect(await codesOf(status, { 'cache-control': 'max-age=60' })).toContain('cacheable');
    expect(await codesOf(status, { 'cache-control': 'no-store' })).not.toContain('cacheable');
    // A 404 may be stored, so nothing forbids it.
    expect(problemHeaders(aboutBlank(404))).not.toHaveProperty('Cache-Control');
    expect(await codesOf(404, { 'cache-control': 'max-age=60' })).not.toContain('cacheable');
  },
});

export const headerFields: Requirement[] = [
  {
    section: 'RFC 9110, 10.2.3',
    level: '',
    requirement: '`Retry-After` is whole seconds or an HTTP date.',
    answer: '`checkResponse` reports `retry-after`; constructors do not send any other value.',
    test: async () => {
      for (const value of ['30', 'Wed, 21 Oct 2026 07:28:00 GMT'])
        expect(await codesOf(503, { 'retry-after': value })).not.toContain('retry-after');
      for (const value of ['soon', '1.5', '-1', '2026-10-21'])
        expect(await codesOf(503, { 'retry-after': value }), value).toContain('retry-after');
    },
  },
  {
    section: 'RFC 9110, 11.6.1',
    level: '',
    requirement: '`WWW-Authenticate` is a list of challenges.',
    answer: '`checkResponse` reports `challenge`.',
    test: async () => {
      for (const value of ['Bearer', 'Bearer realm="a, b", DPoP algs="ES256"', 'Negotiate YWJj=='])
        expect(await codesOf(401, { 'www-authenticate': value }), value).not.toContain('challenge');
      expect(await codesOf(401, { 'www-authenticate': 'realm="a"' })).toContain('challenge');
    },
  },
  {
    section: 'RFC 9110, 15.5',
    level: 'SHOULD',
    requirement: 'An error response explains the error.',
    answer: '`checkResponse` reports `no-explanation` without `title` and `detail`; a response to `HEAD` has no body.',
    test: async () => {
      const headers = { 'content-type': 'application/problem+json' };
      const findings = await checkResponse(new Response('{}', { status: 404, headers }));
      expect(findings.map(({ code }) => code)).toContain('no-explanation');
      expect(await problemResponse(aboutBlank(404), { method: 'HEAD' }).text()).toBe('');
      expect(await checkResponse(new Response(null, { status: 404, headers }), { method: 'HEAD' })).toEqual([]);
    },
  },
  owed('RFC 9110, 15.5.2', 'MUST', 401, 'WWW-Authenticate', 'www-authenticate', 'Bearer'),
  owed('RFC 9110, 15.5.6', 'MUST', 405, 'Allow', 'allow', 'GET'),
  owed('RFC 9110, 15.5.8', 'MUST', 407, 'Proxy-Authenticate', 'proxy-authenticate', 'Basic'),
  owed('RFC 9110, 15.5.17', 'SHOULD', 416, 'Content-Range', 'content-range', 'bytes */10'),
  owed('RFC 9110, 15.5.22', 'MUST', 426, 'Upgrade', 'upgrade', 'h2c'),
  uncacheable('RFC 6585, 3', 428),
  uncacheable('RFC 6585, 4', 429),
  uncacheable('RFC 6585, 5', 431),
  uncacheable('RFC 6585, 6', 511),
  {
    section: 'RFC 6750, 3.1',
    level: 'SHOULD',
    requirement: 'The error codes of a `Bearer` challenge have the statuses 400, 401 and 403.',
    answer: '`checkResponse` reports `bearer-status`.',
    test: async () => {
      const right = { invalid_request: 400, invalid_token: 401, insufficient_scope: 403 };
      for (const [error, status] of Object.entries(right)) {
        const fields = { 'www-authenticate': `Bearer error="${error}"` };
        expect(await codesOf(status, fields), error).not.toContain('bearer-status');
        expect(await codesOf(status === 400 ? 401 : 400, fields), error).toContain('bearer-status');
      }
    },
  },
  {
    section: 'RFC 9449, 7.1',
    level: '',
    requirement: 'A request without a valid proof gets 401 and a `DPoP` challenge.',
    answer: 'The DPoP problem types carry it; with another status `WWW-Authenticate` is left out.',
    test: () => {
      const fields = problemHeaders(dpopRequired());
      expect(fields['WWW-Authenticate']).toMatch(/^DPoP\b/);
    },
  },
  {
    section: 'RFC 9449, 9',
    level: 'MUST',
    requirement: 'The error `use_dpop_nonce` comes with one `DPoP-Nonce`.',
    answer: '`checkResponse` reports `dpop-nonce`.',
    test: async () => {
      const fields = { 'www-authenticate': 'DPoP error="use_dpop_nonce"' };
      expect(await codesOf(401, fields)).toContain('dpop-nonce');
      expect(await codesOf(401, { ...fields, 'dpop-nonce': 'a, b' })).toContain('dpop-nonce');
      expect(await codesOf(401, { ...fields, 'dpop-nonce': 'a' })).not.toContain('dpop-nonce');
    },
  },
  {
    section: 'RFC 8705, 3',
    level: '',
    requirement: 'A token that is bound to another certificate gets 401 and `invalid_token`.',
    answer: 'The type for it has the status 401 and that challenge.',
    test: () => {
      expect(mtlsBindingMismatch().status).toBe(401);
      expect(problemHeaders(mtlsBindingMismatch())['WWW-Authenticate']).toContain('invalid_token');
    },
  },
];
