import { aboutBlank, ProblemError, sessionInvalid } from 'arcp-problems';
import { validators } from 'arcp-problems/validators';
import { bytes, fail, lapsed, testInspection, text, timestamp, title } from './inspection.ts';

/** inspectProblem: what it says of a body alone, and what validators add. */

function nested(levels: number): object {
  return levels > 1 ? { a: nested(levels - 1) } : {};
}

testInspection([
  ['text', () => text, "problem, problem { type: 'about:blank', title: 'x' }"],
  ['text with a byte order mark', () => `\uFEFF${text}`, "problem, problem { type: 'about:blank', title: 'x' }"],
  [
    'text with a byte order mark inside',
    () => '{"title":"\uFEFF"}',
    "problem, problem { type: 'about:blank', title: '﻿' }",
  ],
  ['blanks', () => ' \n', 'not-a-problem, reason empty, message The body is empty.'],
  ['nothing but a byte order mark', () => '\uFEFF', 'not-a-problem, reason empty, message The body is empty.'],
  ['bytes', () => bytes, "problem, problem { type: 'about:blank', title: 'x' }"],
  [
    'a part of a buffer',
    () => new Uint8Array([0, ...bytes, 0]).subarray(1, -1),
    "problem, problem { type: 'about:blank', title: 'x' }",
  ],
  ['a buffer', () => bytes.buffer, "problem, problem { type: 'about:blank', title: 'x' }"],
  [
    'wrong syntax',
    () => ' {"a":\n\t 1,} ',
    'not-a-problem, reason syntax, message The body is not JSON: "{\\"a\\": 1,}"',
  ],
  [
    'wrong syntax of 80 characters',
    () => `{${'a'.repeat(79)}`,
    'not-a-problem, reason syntax, message The body is not JSON: "{aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"',
  ],
  [
    'wrong syntax of 81 characters',
    () => `{${'a'.repeat(80)}`,
    'not-a-problem, reason syntax, message The body is not JSON: "{aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…"',
  ],
  ['an array', () => [1], 'not-a-problem, reason not-an-object, message It is an array, not a JSON object.'],
  ['text of an array', () => '[1]', 'not-a-problem, reason not-an-object, message It is an array, not a JSON object.'],
  ['null', () => null, 'not-a-problem, reason not-an-object, message It is null, not a JSON object.'],
  ['undefined', () => undefined, 'not-a-problem, reason not-an-object, message It is undefined, not a JSON object.'],
  ['a number', () => 7, 'not-a-problem, reason not-an-object, message It is a number, not a JSON object.'],
  ['a function', () => fail, 'not-a-problem, reason not-an-object, message It is a function, not a JSON object.'],
  [
    'a map',
    () => new Map(),
    'not-a-problem, reason not-an-object, message It is an object of a class, not a JSON object.',
  ],
  [
    'an object without a prototype',
    () => Object.assign(Object.create(null), { title }),
    "problem, problem { type: 'about:blank', title: 'x' }",
  ],
  [
    'text of the largest size',
    () => text,
    "problem, problem { type: 'about:blank', title: 'x' }",
    { maxBytes: text.length },
  ],
  [
    'text that is larger',
    () => text,
    'not-a-problem, reason too-large, message The body is larger than 12 bytes. Raise maxBytes.',
    { maxBytes: text.length - 1 },
  ],
  ['64 levels', () => nested(64), "problem, problem { type: 'about:blank', a: { a: { a: [Object] } } }"],
  [
    '65 levels',
    () => nested(65),
    'not-a-problem, reason too-deep, message It is nested more than 64 levels deep, or has too many members.',
  ],
  ['two levels', () => nested(2), "problem, problem { type: 'about:blank', a: {} }", { maxDepth: 2 }],
  [
    'a level too many',
    () => ({ list: [null, nested(1)] }),
    'not-a-problem, reason too-deep, message It is nested more than 2 levels deep, or has too many members.',
    { maxDepth: 2 },
  ],
  [
    'standard members of the wrong JSON type',
    () => ({ type: 1, title: null, status: '4', detail: [], instance: {}, a: null }),
    "problem, problem { type: 'about:blank', a: null }, ignored [ '/type', '/title', '/status', '/detail', '/instance' ]",
  ],
  [
    'a status that is not finite',
    () => ({ status: Number.NaN }),
    "problem, problem { type: 'about:blank' }, ignored [ '/status' ]",
  ],
  [
    'members that JSON has no form for',
    () => ({ title, a: fail, b: 1n, c: Symbol('c'), d: undefined }),
    "problem, problem { type: 'about:blank', title: 'x' }",
  ],
  ['a member __proto__', () => '{"__proto__":{"a":1},"b":2}', "problem, problem { type: 'about:blank', b: 2 }"],
  [
    'a member that cannot be read',
    () => ({
      title,
      get a() {
        return fail();
      },
    }),
    'not-a-problem, reason unreadable, message Reading it failed with an error.',
  ],
  [
    'inherited members',
    () => Object.create({ title }),
    'not-a-problem, reason not-an-object, message It is an object of a class, not a JSON object.',
  ],
  [
    'a relative type',
    () => ({ type: '../t?q#f' }),
    "problem, problem { type: 'https://h.example/a/t?q#f' }",
    { baseUrl: 'https://h.example/a/b/c' },
  ],
  [
    'a relative type and a URL',
    () => ({ type: '/t' }),
    "problem, problem { type: 'https://h.example/t' }",
    { baseUrl: new URL('https://h.example/a') },
  ],
  ['a relative type without a base', () => ({ type: '/t' }), "problem, problem { type: '/t' }"],
  ['a relative type and no base', () => ({ type: '/t' }), "problem, problem { type: '/t' }", { baseUrl: 'h.example' }],
  [
    'an absolute type',
    () => ({ type: 'A+b-c.1:x' }),
    "problem, problem { type: 'A+b-c.1:x' }",
    { baseUrl: 'https://h.example' },
  ],
  [
    'a type with a colon further on',
    () => ({ type: '/a:b' }),
    "problem, problem { type: 'https://h.example/a:b' }",
    { baseUrl: 'https://h.example' },
  ],
  [
    'a ProblemError',
    () => new ProblemError(sessionInvalid({ timestamp, instance: '/a' })),
    "problem, problem { type: 'https://arcp.0x001.tech/docs/problems/session-invalid', title: 'Session Validation Failed', status: 401, instance: '/a', timestamp: '2026-01-31T12:00:00Z' }, exchange { status: 401 }",
  ],

  [
    'a known type',
    () => lapsed,
    "known, problem { type: 'https://arcp.0x001.tech/docs/problems/session-invalid', title: 'Session Validation Failed', status: 401, timestamp: '2026-01-31T12:00:00Z' }",
    { validators },
  ],
  [
    'a known type that does not fit',
    () => ({ ...lapsed, session_id: 7 }),
    "known-invalid, problem { type: 'https://arcp.0x001.tech/docs/problems/session-invalid', title: 'Session Validation Failed', status: 401, timestamp: '2026-01-31T12:00:00Z', session_id: 7 }, errors [ { pointer: '/session_id', message: 'must be a string (was 7)', keyword: 'type' } ]",
    { validators },
  ],
  [
    'an unknown type',
    () => aboutBlank(404),
    "unknown, problem { type: 'about:blank', title: 'Not Found', status: 404 }",
    { validators },
  ],
  [
    'a known type, of which no validator is given',
    () => lapsed,
    "unknown, problem { type: 'https://arcp.0x001.tech/docs/problems/session-invalid', title: 'Session Validation Failed', status: 401, timestamp: '2026-01-31T12:00:00Z' }",
    { validators: [] },
  ],
]);
