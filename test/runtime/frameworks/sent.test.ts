import { ServerResponse } from 'node:http';
import { describe, expect, test, vi } from 'vitest';
import type { Answer } from '#runtime/frameworks/answer.ts';
import { send, setStatus } from '#runtime/frameworks/node.ts';
import { sendReply } from '#runtime/frameworks/reply.ts';
import { dropUnsent } from '#runtime/frameworks/unsent.ts';

/** What is left of a response that a handler began, when a problem is sent instead. */

function left(fields: Record<string, string>, status = 409): Record<string, string> {
  const map = new Map(Object.entries(fields));
  dropUnsent(status, {
    names: () => map.keys(),
    get: (name) => map.get(name),
    set: (name, value) => map.set(name, value),
    remove: (name) => map.delete(name),
  });
  return Object.fromEntries(map);
}

test.each([
  'Content-Type',
  'Content-Security-Policy',
  'content-security-policy-report-only',
  'X-Content-Type-Options',
  'X-ETag',
  'Cache-Controls',
  'Set-Cookie',
  'Vary',
  'X-Request-Id',
  'Signatures',
  'Locations',
  'Ages',
  'My-Surrogate-Key',
  '-Cache-Controls',
  'My-Expires',
  'Cache-Tags',
])('%s stays', (name) => {
  expect(left({ [name]: 'x', Other: 'y' })).toEqual({ [name]: 'x', Other: 'y' });
});

test.each([
  'Content-Length',
  'Content-Types',
  'content-encoding',
  'Transfer-Encoding',
  'Trailer',
  'ETag',
  'Last-Modified',
  'Accept-Ranges',
  'Digest',
  'Repr-Digest',
  'Signature',
  'Signature-Input',
  'Location',
  'Refresh',
  'SourceMap',
  'X-SourceMap',
  'X-Accel-Redirect',
  'X-Sendfile',
  'X-LIGHTTPD-send-file',
  'X-LiteSpeed-Location',
  'Expires',
  'Age',
  'No-Vary-Search',
  'Use-As-Dictionary',
  'X-Accel-Expires',
  'Edge-Control',
  'Cache-Tag',
  'Edge-Cache-Tag',
  'CDN-Cache-Control',
  'Surrogate-Key',
])('%s goes', (name) => {
  expect(left({ [name]: 'x', Other: 'y' })).toEqual({ Other: 'y' });
});

test('of a 416 the length of the whole stays', () => {
  const fields = { 'content-Range': 'bytes */9', 'Content-Ranges': 'x', 'X-Content-Range': 'y' };
  expect(left(fields, 416)).toEqual({ 'content-Range': 'bytes */9', 'X-Content-Range': 'y' });
  expect(left(fields, 417)).toEqual({ 'X-Content-Range': 'y' });
});

test.each([
  ['no-store', 'no-store'],
  ['NO-CACHE, private', 'NO-CACHE, private'],
  ['private, max-age=60', 'private'],
  ['private="x", max-age=60', undefined],
  ['no-cache="x", max-age=60', undefined],
  ['public, max-age=60', undefined],
  ['x-private', 'private'],
  ['', undefined],
])('Cache-Control: %s becomes %s', (before, after) => {
  expect(left({ 'Cache-control': before })).toEqual(after === undefined ? {} : { 'Cache-control': after });
});

const problem: Answer = {
  status: 409,
  fields: { 'content-type': 'application/problem+json', vary: 'Origin', 'set-cookie': 'b=2' } as never,
  body: '{"title":"é"}',
  problem: { title: 'é' },
};

describe('a response of Node', () => {
  function response() {
    const written: unknown[] = [];
    const made = new ServerResponse({ method: 'GET' } as never);
    Object.assign(made, { end: (body: string) => written.push(body) });
    return { made, written };
  }

  test('has its fields, those that were set before, and the length of its body', () => {
    const { made, written } = response();
    made.statusMessage = 'Fine';
    for (const [name, value] of [
      ['X-Id', '7'],
      ['Vary', 'Accept'],
      ['Set-Cookie', 'a=1'],
      ['ETag', 'x'],
      ['Cache-Control', 'private, max-age=1'],
    ] as const) {
      made.setHeader(name, value);
    }
    send(made, problem);
    expect([made.statusCode, made.statusMessage, written]).toEqual([409, '', ['{"title":"é"}']]);
    expect({ ...made.getHeaders() }).toEqual({
      'x-id': '7',
      vary: 'Accept, Origin',
      'set-cookie': ['a=1', 'b=2'],
      'cache-control': 'private',
      'content-type': 'application/problem+json',
      'content-length': 14,
    });
  });

  test('of HTTP/2 has no reason phrase to take away', () => {
    const http2 = Object.freeze({});
    const made = Object.assign(Object.create(http2), { statusCode: 200 });
    setStatus(made, 409);
    expect({ ...made }).toEqual({ statusCode: 409 });
  });
});

const unauthorized: Answer = { ...problem, status: 401, fields: {} as never };

test('a challenge that was set before is not missed', () => {
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const made = new ServerResponse({ method: 'HEAD' } as never);
  made.setHeader('WWW-Authenticate', 'Bearer');
  send(made, unauthorized);
  const reply = {
    raw: {},
    getHeaders: () => ({}),
    getHeader: (name: string) => (name === 'www-authenticate' ? 'Bearer' : undefined),
    code: () => ({ send() {} }),
  };
  sendReply(reply as never, unauthorized);
  expect(warned).not.toHaveBeenCalled();
  warned.mockRestore();
});

test('a reply of Fastify has its fields, those that were set before, and bytes', () => {
  const fields = new Map<string, unknown>([
    ['x-id', '7'],
    ['vary', 'Accept'],
    ['set-cookie', ['a=1']],
    ['etag', 'x'],
    ['cache-control', 'private, max-age=1'],
  ]);
  const removed: string[] = [];
  const sent: unknown[] = [];
  const reply = {
    raw: { statusCode: 200, removeHeader: (name: string) => removed.push(name) },
    getHeaders: () => Object.fromEntries(fields),
    getHeader: (name: string) => fields.get(name.toLowerCase()),
    header: (name: string, value: unknown) => {
      const before = name === 'set-cookie' ? [fields.get(name) ?? []].flat() : [];
      return fields.set(name, before.length > 0 ? [...before, value].flat() : value);
    },
    removeHeader: (name: string) => fields.delete(name),
    code: (status: number) => ({ send: (body: Buffer) => sent.push(status, body) }),
  };
  sendReply(reply as never, problem);
  expect(Object.fromEntries(fields)).toEqual({
    'x-id': '7',
    vary: 'Accept, Origin',
    'set-cookie': ['a=1', 'b=2'],
    'cache-control': 'private',
    'content-type': 'application/problem+json',
  });
  expect([reply.raw.statusCode, removed, sent]).toEqual([
    409,
    ['etag', 'set-cookie'],
    [409, Buffer.from(problem.body)],
  ]);
});
