// cspell:disable
import { expect, test } from 'vitest';
import { hasStackTrace } from '#runtime/check/stack-trace.ts';

/** The least that is a stack trace, and what is one sign short of it. */

test.each([
  // V8, Firefox
  'x at f (/srv/app:3:7)',
  'x at f (/srv/my app/a.js:12:34)',
  'x at f (/srv/my app/a.mjs:12:34)',
  'x at f (/srv/my app/a.tsx:12:34)',
  'x at http://h.example/a:12:3',
  'x at src/a.js:12:3',
  'x at src/a.mjs:12:3',
  'x at src/a.tsx:12:3',
  'f@http://h.example/a:12:34',
  // Python
  'File "x", line 12, in run',
  'File "a.py", line 3',
  // .NET
  'in Cart.cs:line41',
  'in Cart.cs:line 41',
  '--- End of stack trace from previous location ---',
  // PHP
  'x #12 /app/cart.php(41): f',
  // Elixir, Dart
  'a.eex:41: f/1',
  'a.heex:41: f/1',
  'x (package:a/b.dart:12:34)',
  'a.dart 12:34  f',
  // Native
  'x(main.a+0x1d)[0x55]',
  'x(+0x1d) [0x55]',
  '#12 0x4f in total',
  // Lines that need another
  'Exception\n at a.b.c()',
  'Exception\n at a.b.c(String s) ',
  'Error\n 12 App 0x0000000104 main + 44',
  'Error\n12: 0x123456 f + 4',
  'Error\n1 0x123456 f +4',
  'Error\n1 0x123456 f + 0x4',
  'Error\n1 [ra] 0x123456 f at a.c:12',
  'Error\n1 App [ra]  0x123456 f + 1',
  'Error\n 12# f at /a.cpp:3',
  'Error\n12 f at a.rs:3',
  'Error\ntotal\n\t/src/cart.go:41',
  'Error\ntotal\n\t/src/cart.go:41:12',
  'Error\ntotal\n\t/src/cart.go:41 ',
  'Error\n  12:  total\n at ./cart.rs:41',
  // Line breaks
  'Exception\r at a.b.c()',
  'x\\n#0 a.php(1): f',
  'Exception<br> at a.b.c()',
  'Exception<br /> at a.b.c()',
])('%j is a stack trace', (text) => {
  expect(hasStackTrace(text)).toBe(true);
});

test.each([
  'Meet at noon (10:30:15)',
  'a.dart 1:2 f',
  'IOException seen at a.b.c()',
  'Exception\n at a.b.c() and more',
  'Error\nx 1 a 0x123456 f + 4',
  'Error\nx 1 f at a.c:3',
  'Error\ntotal\nx /src/cart.go:41',
  'Error\ntotal\n /src/cart.go:41 is bad',
  'Error\nthe total\n\t/src/cart.go:41',
])('%j is none', (text) => {
  expect(hasStackTrace(text)).toBe(false);
});

test('a frame may name a class in place of a file', () => {
  expect(hasStackTrace([{ className: 'A', methodName: 'f', lineNumber: 4 }])).toBe(true);
});

test('a loop is gone through once', () => {
  const loop: Record<string, unknown> = { detail: 'x' };
  loop.self = loop;
  expect(hasStackTrace(loop)).toBe(false);
});
