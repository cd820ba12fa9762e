// cspell:disable
import { checkResponse } from 'arcp-problems/check';
import { describe, expect, test } from 'vitest';
import { hasStackTrace } from '#runtime/check/stack-trace.ts';

/** Stack traces of many runtimes, and texts that look like them. */

const traces: readonly (readonly [name: string, trace: string])[] = [
  [
    'V8',
    'TypeError: x is not a function\n    at getUser (/app/src/users.js:31:9)\n    at async /app/src/server.js:12:3',
  ],
  ['V8 with one frame on the same line', 'Error: boom at Object.<anonymous> (/srv/app.js:7:11)'],
  ['V8 on Windows', 'Error: boom\n    at new Pool (C:\\node\\app\\pool.js:3:5)'],
  ['V8 of a module', 'Error: boom\n    at file:///app/index.mjs:3:7'],
  ['V8 with internals only', 'Error: boom\n    at node:internal/process/task_queues:105:5'],
  ['V8 of a bundle', 'Error: boom\n    at e (webpack-internal:///./src/app.ts:3:7)'],
  ['Firefox', 'boom@https://shop.example/app.js:7:11\n@https://shop.example/app.js:9:1'],
  ['Safari', 'global code@file:///app/index.html:7:11'],
  ['Hermes', 'Error: boom\n    at render (address at index.android.bundle:1:84210)'],
  ['Python', 'Traceback (most recent call last):\n  File "/app/main.py", line 3, in <module>\n    run()\nKeyError: 1'],
  ['Python frames alone', '  File "/app/main.py", line 3, in run\n    do()'],
  ['Python of an interactive session', 'File "<stdin>", line 1\n    x ==\nSyntaxError: invalid syntax'],
  ['a Python exception group', '  + Exception Group Traceback (most recent call last):\n  |   ...'],
  ['Java', 'java.lang.NullPointerException\n\tat com.acme.Cart.total(Cart.java:41)\n\t... 23 more'],
  ['Java without line', 'boom\n\tat com.acme.Cart.total(Cart.java)'],
  ['Java on one line', 'java.io.IOException: x at com.acme.Cart.total(Cart.java:41) at com.acme.App.main(App.java:7)'],
  ['Java of a module', 'x\n\tat java.base/java.net.Socket.connect(Native Method)'],
  ['Java of a lambda', 'x\n\tat com.acme.Cart$$Lambda$14/0x0008.run(Unknown Source)'],
  ['Kotlin', 'x\n\tat com.acme.CartKt$main$1.invokeSuspend(Cart.kt:41)'],
  ['Scala', 'x\n\tat com.acme.Cart$.apply(Cart.scala:41)'],
  ['Groovy', 'x\n\tat com.acme.Cart.run(Cart.groovy:41)'],
  ['Clojure', 'x\n\tat acme.cart$total.invoke(cart.clj:41)'],
  ['Kotlin/Native', 'x\n    at 0   app.kexe  0x104  kfun:acme#total(){} + 88 (/src/Cart.kt:41:13)'],
  ['.NET', 'System.Exception: x\n   at Acme.Cart.Total(List`1 items) in /src/Cart.cs:line 41'],
  ['.NET on Windows', 'x\r\n   at Acme.Cart.Total() in C:\\src\\new\\Cart.cs:line 41'],
  ['.NET in German', 'x\n   bei Acme.Cart.Total() in C:\\src\\Cart.cs:Zeile 41.'],
  ['.NET in French', 'x\n   à Acme.Cart.Total() dans C:\\src\\Cart.cs:ligne 41'],
  ['.NET in Japanese', 'x\n   場所 Acme.Cart.Total() 場所 C:\\src\\Cart.cs:行 41'],
  ['.NET of a page', 'x\n   at AspNetCore.Pages_Index.Run() in /src/Index.cshtml:line 3'],
  ['.NET with one frame and no file', 'System.InvalidOperationException: x\n   at Acme.Cart.Total(List`1 items)'],
  ['.NET with an inner exception', 'x\n   --- End of inner exception stack trace ---'],
  ['F#', 'x\n   at Program.main@7.Invoke(Unit unitVar0) in /src/Program.fs:line 7'],
  ['Go', 'panic: boom\n\ngoroutine 18 [running]:\nmain.total(...)\n\t/src/cart.go:41'],
  ['Go of a waiting goroutine', 'goroutine 7 [chan receive, 12 minutes]:'],
  ['Go frames alone', 'main.total(0xc00001, 0x2)\n\t/src/cart.go:41 +0x1d'],
  ['Go of pkg/errors', 'boom\nmain.total\n\t/src/cart.go:41\nruntime.main\n\t/usr/local/go/src/runtime/proc.go:271'],
  ['Rust', "thread 'main' panicked at src/cart.rs:41:9:\nindex out of bounds"],
  ['Rust with the number of the thread', "thread 'main' (4711) panicked at src/cart.rs:41:9:"],
  [
    'Rust of anyhow',
    'boom\n\nStack backtrace:\n   0: cart::total\n             at ./src/cart.rs:41:9\n   1: cart::main\n             at ./src/main.rs:7:5',
  ],
  ['PHP', 'Exception: x in /app/cart.php:41\nStack trace:\n#0 /app/index.php(7): total()\n#1 {main}'],
  ['PHP of a closure', '#3 [internal function]: App\\Cart->{closure}(1)'],
  ['PHP of Xdebug', 'Call Stack:\n    0.0001  351232   1. {main}() /app/index.php:0'],
  ['Ruby', "cart.rb:41:in `total': x (ArgumentError)\n\tfrom app.rb:7:in `<main>'"],
  ['Ruby 3.4', "cart.rb:41:in 'Cart#total': x (ArgumentError)"],
  ['Ruby internals', "<internal:kernel>:187:in `loop'"],
  ['Elixir', '** (KeyError) x\n    (shop 0.1.0) lib/shop/cart.ex:41: Shop.Cart.total/1'],
  ['Elixir of a function without name', '    (shop 0.1.0) lib/shop/cart.ex:41: anonymous fn/2 in Shop.Cart.total/1'],
  ['Erlang below Elixir', '    (stdlib 5.0) gen_server.erl:1113: :gen_server.try_handle_call/4'],
  ['Erlang terms', '[{cart,total,1,[{file,"src/cart.erl"},{line,41}]}]'],
  ['Elixir terms', '[{Shop.Cart, :total, 1, [file: ~c"lib/shop/cart.ex", line: 41]}]'],
  ['Perl', "x at cart.pl line 41.\n\tmain::total('a') called at app.pl line 7\n"],
  ['Perl of an eval', 'x at cart.pl line 41.\n\teval {...} called at app.pl line 7'],
  ['Dart', '#0      total (package:shop/cart.dart:41:9)\n#1      main (file:///app/bin/main.dart:7:3)'],
  ['Dart, terse', 'package:shop/cart.dart 41:9  total'],
  [
    'Swift',
    '0 [ra] 0x0000000104a4f5c8 total() + 212 in shop at /src/Cart.swift:41:9\n1 [ra] 0x0000000104a4f5d0 main + 16 in shop',
  ],
  ['Apple platforms', '0   Shop   0x0000000100003f5c total + 44\n1   dyld   0x00007ff81b2d14fe start + 462'],
  ['glibc', './shop(total+0x1d) [0x55d0c1a2b3c4]\n/lib/libc.so.6(+0x29d90) [0x7f0a1b2c3d4e]'],
  ['gdb', '#0  0x00007ffff7a42387 in raise () from /lib64/libc.so.6\n#1  main () at main.c:7'],
  ['a sanitizer', '    #0 0x4f6e2a in total /src/cart.c:41:9'],
  ['C++23', '   0# total at /src/cart.cpp:41\n   1# main at /src/main.cpp:7'],
  ['line breaks that were escaped twice', 'Error: boom\\n    at getUser (/app/src/users.js:31:9)'],
  ['line breaks as HTML', 'System.Exception: x<br/>   at Acme.Cart.Total(String s)<br/>   at Acme.App.Main()'],
];

test.each(traces)('the trace of %s is found in a text', (_, trace) => {
  expect(hasStackTrace(trace)).toBe(true);
});

test.each(traces)('the trace of %s is found as a list of lines, deep in a member', (_, trace) => {
  expect(hasStackTrace({ debug: { inner: [{ backtrace: trace.split(/\r?\n/) }] } })).toBe(true);
});

test.each<[string, unknown]>([
  ['PHP', [{ file: '/app/cart.php', line: 41, function: 'total', class: 'Cart', type: '->' }, { function: 'run' }]],
  ['Java', [{ className: 'com.acme.Cart', methodName: 'total', fileName: 'Cart.java', lineNumber: 41 }]],
  ['Python', [{ filename: '/app/main.py', lineno: 3, name: 'run', line: 'do()' }]],
  ['Go', [{ func: 'total', line: '41', source: 'cart.go' }]],
  ['.NET', [{ raw: 'x', stackFrames: [{ filePath: '/src/Cart.cs', function: 'Total', line: 41, contextCode: [] }] }]],
  ['Sentry', { frames: [{ abs_path: '/app/main.py', function: 'run', lineno: 3, in_app: true }] }],
  ['stack-utils', [{ file: 'src/users.js', line: 31, column: 9, function: 'getUser' }]],
])('frames as objects, as %s has them, are found', (_, value) => {
  expect(hasStackTrace(value)).toBe(true);
});

describe('no stack trace', () => {
  test.each([
    'Look at section 3 (line 7).',
    'Meet at Main Street (5:30).\n  at the door',
    'See file.rb:7',
    'See cart.go:41 and Cart.java:41.',
    'The check (Cart.java:41) failed.',
    'Error: the cart is empty.\n  at checkout',
    'Delivered at 12:30:15, at gate B (terminal 2:1:5)',
    'Line 7 of "users.csv" is not a date.',
    'File "users.csv", line 7, column 3: must be a date',
    'File "users.csv", line 7: must be a date',
    'Syntax error at line 7, column 3',
    'Unexpected token } in JSON at position 41',
    'Unexpected end of input at query.sql:7:3',
    'relation "carts" does not exist at character 15',
    'Contact ops@example.com:8080 at once.',
    'git@example.com:shop/cart.git was not found',
    'https://user@shop.example:8443/carts/41',
    'Server listening at http://127.0.0.1:8080',
    'Send the request to https://shop.example:8443/carts at 10:15:00.',
    'The host at 10.0.0.1:8080:1 did not answer.',
    'The transfer was called at noon, line 7 of the log.',
    'Ask support, called at extension line 5.',
    '#0 is the first item, #1 the second.',
    'Ticket #41 (closed): see #7 [internal] notes',
    '#12 /carts(7): not found',
    "The value '5:30' is not a time: in 'HH:MM:SS' expected",
    'Times: 09:30:in person, 10:00:online',
    'Raised at auction from 30 to 41, line 7',
    'thread 41 is locked; the panic button was pressed',
    "Thread 'cooking' was closed by a moderator",
    'goroutines: 18',
    'The stack trace was written to the log, id 7f3a.',
    'Stack trace: see the log of request 41',
    'Traceback is disabled.',
    'Payment 0x00007ffff7a42387 is pending',
    '0 0x52908400098527886E0F7030069857D2E4169EE7 1 ETH\n1 0x8617E340B3D01FA5F11F306F4090FD50E238070D 2 ETH',
    '1 0xdeadbeef pending\n2 0xcafebabe pending',
    'Could not deliver\n  at depot.central(floor 2)\n  at depot.north(floor 1)',
    'Order failed.\n   at Shop.Cart(3 items)',
    'src/users.ts:31:9 is not formatted\nsrc/cart.ts:7:1 is not formatted',
    'These files are too large:\n  /data/users.csv:7\n  /data/orders.csv:41',
    'Files with conflicts:\n  src/cart.go:41\n  src/main.go:7\n  src/shop.go:9',
    'Conflicts:\n  src/cart.py:41\n  src/main.py:7',
    'Use Cart.total(items) in place of Cart.sum(items).',
    'Call app.main(args) at startup.',
    'at',
    'at at at (::) at',
    'Steps:\n 0: wash\n 1: rinse at 40.5:1\n 2: spin',
    'Version 1.2.3:4:5 at build 7',
    'key:41:in progress',
    'Reservation at Luigi (table 4.2, 19:30:00)',
    'Open from 09:00 at Dr. Who (room 3/4, 10:30:15 sharp)',
    'A rule of nginx.conf:7: unknown directive "lua"',
    'template.html.eex:41: is not allowed',
    '',
  ])('%j', (text) => {
    expect(hasStackTrace(text)).toBe(false);
    expect(hasStackTrace([text])).toBe(false);
    expect(hasStackTrace({ member: { deep: [text, 7, null] } })).toBe(false);
  });

  test.each<[string, unknown]>([
    ['findings about a file', [{ file: 'users.csv', line: 7, column: 3, message: 'must be a date' }]],
    ['findings of a linter', [{ path: 'src/a.ts', line: 7, rule: 'no-console', severity: 'error' }]],
    ['positions', [{ line: 7, column: 3 }]],
    ['lines of an order', [{ line: 1, name: 'apple', method: 'air' }]],
    ['a bus line', [{ line: 41, name: 'Harbour', source: 'timetable' }]],
    ['an object alone', { stack: 'production', trace: '4bf92f3577b34da6a3ce929d0e0e4736', line: 7 }],
    ['numbers', [1, 2, 3]],
    ['null', null],
  ])('%s', (_, value) => {
    expect(hasStackTrace(value)).toBe(false);
  });
});

test('checkResponse names the member that shows one', async () => {
  const body = {
    type: 'about:blank',
    title: 'Internal Server Error',
    status: 500,
    detail: 'See cart.go:41.',
    exception: { message: 'boom', trace: ['main.total(...)', '\t/src/cart.go:41 +0x1d'] },
  };
  const headers = { 'content-type': 'application/problem+json' };
  const findings = await checkResponse({ status: 500, headers, body });
  expect(findings.map(({ code, pointer }) => [code, pointer])).toEqual([['stack-trace', '/exception']]);
});
