import { problemMatchers } from 'arcp-problems/matchers';
import { inspectProblemXml, problemToXml, problemXmlResponse, readProblemXml } from 'arcp-problems/xml';
import { describe, expect, test } from 'vitest';
import { answer } from '#runtime/frameworks/answer.ts';
import { checkResponse } from '../../dist/package/check.js';
import {
  isProblem,
  ProblemError,
  problemResponse,
  readProblem,
  sessionInvalid,
  toProblem,
} from '../../dist/package/index.js';
import { validateSessionInvalid } from '../../dist/package/validators.js';

/** Values that throw while they are read, or have no JSON form: nothing of ours throws because of them. */

expect.extend(problemMatchers);

const refuse = (): never => {
  throw new Error('not to be read');
};
const cyclic: Record<string, unknown> = { type: 'urn:x', title: 'X', status: 400 };
cyclic.self = cyclic;
const trap = new Proxy({}, new Proxy({}, { get: () => refuse }));
const deep = JSON.parse(`${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`);
const problem = { type: 'urn:x', title: 'X', status: 400 };

const values: [string, unknown][] = [
  ['a bigint', 10n],
  ['a symbol', Symbol('x')],
  ['a function', () => 1],
  ['NaN', Number.NaN],
  ['null', null],
  ['undefined', undefined],
  ['nothing of a prototype', Object.create(null)],
  ['a cycle', cyclic],
  ['a proxy that throws at everything', trap],
  ['a revoked proxy', revoked()],
  ['a getter that throws', Object.defineProperty({ ...problem }, 'detail', { get: refuse, enumerable: true })],
  ['a type that throws', Object.defineProperty({ title: 'X' }, 'type', { get: refuse, enumerable: true })],
  ['a status that throws', Object.defineProperty({ ...problem }, 'status', { get: refuse, enumerable: true })],
  ['a toJSON that throws', { ...problem, toJSON: refuse }],
  ['a toJSON that gives nothing', { ...problem, toJSON: () => undefined }],
  ['a toJSON that gives a text', { ...problem, toJSON: () => 'text' }],
  ['a bigint as detail', { ...problem, detail: 10n }],
  ['a symbol as title', { ...problem, title: Symbol('x') }],
  ['a cycle as detail', { ...problem, detail: cyclic }],
  ['a bigint as a member', { ...problem, count: 10n }],
  ['a member that throws', { ...problem, inner: trap }],
  ['a member without a text', { ...problem, inner: { toString: refuse } }],
  ['a deep member', { ...problem, deep }],
  ['a then that throws', Object.defineProperty({ ...problem }, 'then', { get: refuse, enumerable: true })],
  ['a response whose headers throw', { status: 400, headers: trap, body: '{}' }],
  ['a response whose body throws', { status: 400, headers: {}, body: trap }],
  ['an error whose message throws', Object.defineProperty(new Error('x'), 'message', { get: refuse })],
  ['an error with odd header fields', Object.assign(new Error('x'), { status: 400, expose: true, headers: trap })],
  ['a lone surrogate', { ...problem, detail: '\ud800', instance: '\udfff' }],
  ['an array of everything', [10n, trap, cyclic]],
];

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

/** As itself, in a `ProblemError`-like thing, and as the cause of an error. */
const thrown = (value: unknown): unknown[] => [
  value,
  { name: 'ProblemError', problem: value },
  Object.assign(new Error('x'), { problem: value, cause: value }),
];

describe.each(values)('%s', (_, value) => {
  test('is sent as a problem when it was thrown', async () => {
    for (const each of thrown(value)) {
      const response = problemResponse(toProblem(each, { searchCause: true }));
      const body = await response.json();
      expect(body).toBeTypeOf('object');
      expect(body.status).toBe(response.status);
    }
  });

  test('is answered by the adapters, with any hook', () => {
    const hooks = [
      {},
      { map: () => value as never },
      { map: refuse, log: refuse },
      { log: () => value, searchCause: true },
    ];
    for (const each of thrown(value))
      for (const options of hooks) {
        const { status, body } = answer(each, options, { request: value });
        expect(JSON.parse(body)).toBeTypeOf('object');
        expect(status).toBeGreaterThanOrEqual(200);
      }
  });

  test('is written as XML that can be read', async () => {
    const response = problemXmlResponse(toProblem({ problem: value }));
    expect(await readProblemXml(response)).toMatchObject({ status: response.status });
    expect((await inspectProblemXml(problemToXml(value as object))).kind).not.toBe('not-a-problem');
  });

  test('is read without an error', async () => {
    await expect(readProblem(settled(value))).resolves.toSatisfy(() => true);
    await expect(readProblemXml(settled(value))).resolves.toSatisfy(() => true);
    await expect(checkResponse(settled(value))).resolves.toBeInstanceOf(Array);
    expect(typeof isProblem(value)).toBe('boolean');
    expect(typeof validateSessionInvalid(value).valid).toBe('boolean');
  });

  test.each([
    ['toBeProblem', []],
    ['toBeProblem', ['urn:other']],
    ['toBeProblem', [sessionInvalid, { detail: 10n }]],
    ['toBeProblem', [sessionInvalid, value]],
    ['toBeProblem', [value]],
    ['toBeValidProblem', []],
    ['toBeValidProblem', [value]],
  ] as [keyof typeof problemMatchers, unknown[]][])('gives an assertion message to %s(%#)', async (name, args) => {
    for (const expectation of [expect(value), expect(value).not]) {
      const matcher = (expectation as unknown as Record<string, (...args: unknown[]) => unknown>)[name];
      try {
        await matcher?.apply(expectation, args);
      } catch (error) {
        expect(String((error as Error).message)).toMatch(/^expect\(received\)\.(not\.)?toBe(Valid)?Problem\(\)\n\n\S/);
      }
    }
  });
});

/** A promise of the value, unless the value is one that can be none. */
function settled(value: unknown): unknown {
  return value;
}

test('a problem that has no JSON form keeps its standard members', async () => {
  const response = problemResponse(toProblem({ problem: { ...problem, detail: 'Why.', count: 10n } }));
  expect(await response.json()).toEqual({ ...problem, detail: 'Why.' });
  const error = new ProblemError({ ...problem, detail: 'Why.', self: cyclic } as typeof problem);
  expect(await error.getResponse().json()).toEqual({ ...problem, detail: 'Why.' });
});

describe('XML that is written can be read', () => {
  test.each<[string, Record<string, unknown>]>([
    ['an only member called i', { i: 'x' }],
    ['a member called i beside others', { ...problem, i: ['a'] }],
    ['no member', {}],
    ['signs of XML', { ...problem, detail: '<!DOCTYPE a [<!ENTITY b "c">]> ]]> <?xml?> &amp; &#0; <!-- -->' }],
    ['signs that XML has no place for', { ...problem, detail: '\u0000\u0008\u000b\u001f\ufffe\uffff\ud800' }],
    ['names that XML has no place for', { ...problem, 'a b': '1', '1a': '2', 'x:y': '3', '': '4', 'a<': '5' }],
    ['names of XML', { ...problem, xml: 'a', xmlns: 'b', problem: 'c', __proto: 'd' }],
    ['arrays in arrays', { ...problem, list: [[['a'], []], [{ b: ['c'] }]] }],
    ['63 levels', { ...problem, deep: nested(63) }],
    ['64 levels', { ...problem, deep: nested(64) }],
    ['1000 levels', { ...problem, deep: nested(1000), list: nested(1000, 'i') }],
    ['line breaks', { ...problem, detail: 'a\r\nb\rc\n\u0085\u2028d\t' }],
  ])('with %s', async (_, members) => {
    const found = await inspectProblemXml(problemToXml(members));
    expect(found).not.toMatchObject({ kind: 'not-a-problem' });
    expect(found.problem).toMatchObject(members.i === undefined ? {} : { i: members.i });
  });

  function nested(levels: number, name = 'a'): unknown {
    let value: unknown = 'end';
    for (let level = 0; level < levels; level += 1) value = name === 'i' ? [value] : { [name]: value };
    return value;
  }

  test('what is left out is what lies deeper than 64 levels', async () => {
    const reachOf = async (levels: number) =>
      JSON.stringify((await readProblemXml(problemToXml({ deep: nested(levels) } as object))) ?? {}).includes('end');
    expect(await reachOf(62)).toBe(true);
    expect(await reachOf(63)).toBe(false);
  });
});
