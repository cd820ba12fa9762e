import { inspectProblem } from 'arcp-problems';
import { describe, expect, test } from 'vitest';
import { received } from '#runtime/read/received.ts';
import { bytes, fail, headers, respond, text } from './inspection.ts';

/** How responses of clients are brought into one shape, and how their streams are read. */

describe('a response is brought into one shape', () => {
  test('at once where its body is at hand', () => {
    expect(received({ status: 400, headers, body: text })).not.toBeInstanceOf(Promise);
    expect(received(text)).toEqual({ response: {}, holder: {}, body: '{"title":"x"}' });
    expect(received(Object.defineProperty({}, 'then', { get: fail }))).toEqual({
      response: {},
      holder: {},
      unreadable: { kind: 'not-a-problem', reason: 'unreadable', about: undefined },
    });
    expect(
      received({
        get response() {
          return fail();
        },
      }),
    ).toEqual({
      response: {},
      holder: {},
      unreadable: { kind: 'not-a-problem', reason: 'unreadable', about: undefined },
    });
  });

  test('with its body read', async () => {
    expect((await received(respond(text))).body).toEqual(bytes);
    expect(await received(Promise.resolve(text))).toEqual({ response: {}, holder: {}, body: '{"title":"x"}' });
    const broken = await received(respond(new ReadableStream({ start: (controller) => controller.error(1) })));
    expect([broken.unreadable, broken.response.status]).toEqual([
      { kind: 'not-a-problem', reason: 'unreadable', about: undefined },
      400,
    ]);
    const large = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(1_048_577)) });
    expect((await received(respond(large))).unreadable).toEqual({
      kind: 'not-a-problem',
      reason: 'too-large',
      about: 16777216,
    });
  });

  test.each(['headers', 'statusText', 'ok', 'data', 'body', 'payload', 'text', 'rawBody'])(
    'that has a status and %s',
    async (name) => {
      expect(await received({ status: 400, [name]: 'x' })).toHaveProperty('header');
    },
  );

  test('with its header fields on one line each', async () => {
    const { header } = await received({ status: 400, headers: { Vary: ['a', 'b'], 'X-Null': null, 'X-Zero': 0 } });
    expect(['VARY', 'x-null', 'x-zero', 'x-other'].map((name) => header?.(name))).toEqual([
      'a, b',
      undefined,
      '0',
      undefined,
    ]);
  });
});

describe('a stream that is too large is ended', () => {
  test.each(['cancel', 'return'])('by %s', async (method) => {
    let ended = 0;
    const end = async () => {
      ended += 1;
      throw new Error('nobody waits');
    };
    const next = async () => ({ done: false, value: 'x' });
    const source = method === 'cancel' ? { read: next, cancel: end } : { next, return: end };
    const body = method === 'cancel' ? { getReader: () => source } : { [Symbol.asyncIterator]: () => source };
    expect(await inspectProblem({ status: 400, headers, body }, { maxBytes: 3 })).toMatchObject({
      reason: 'too-large',
    });
    expect(ended).toBe(1);
  });

  test('where it can be', async () => {
    const next = async () => ({ done: false, value: 'x' });
    const body = { [Symbol.asyncIterator]: () => ({ next }) };
    expect(await inspectProblem({ status: 400, headers, body }, { maxBytes: 3 })).toMatchObject({
      reason: 'too-large',
    });
  });
});
