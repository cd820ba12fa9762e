/** Whether a value shows a stack trace, whichever runtime wrote it. Every expression runs in linear time. */

/** One of these is enough, wherever it is in a line. */
const sure = [
  // V8: at name (/srv/app.js:7:11), at node:internal/main:1:1
  /\((?<=\bat [^()]+ \()(?:(?:address at )?(?=[^\s()]*(?:[/\\]|\.[a-z]))[^\s()]+|[^()]+\.[cm]?[jt]sx?):\d+:\d+\)/,
  /\bat (?:async )?(?:(?:node|file|https?):\S+|\S+\.[cm]?[jt]sx?):\d+:\d+/,
  // Firefox, Safari: name@https://shop.example/app.js:7:11
  /@(?:https?|file):\/\/[^\s@]+:\d+:\d+/,
  // Python
  /\bTraceback \(|\bFile "[^"]+(?:", line \d+, in \S|(?:\.pyw?|>)", line \d)/,
  // Java, Kotlin, Scala, Groovy
  /\.[\w$<>-]+\((?:[\w$-]+\.(?:java|kts?|scala|groovy|clj)(?::\d+)?|Native Method|Unknown Source)\)/,
  // .NET, in any language of its messages
  /\.(?:cs|fs|vb|cshtml|razor):\p{L}+ ?\d|--- End of (?:inner exception )?stack trace/u,
  // Go, Rust
  /\bgoroutine \d+ \[|\.(?:go|s):\d+ \+0x|\bthread '[^']*' (?:\(\d+\) )?panicked at\b/,
  // PHP
  /(?:^|\s)#\d+ (?:\S+\.(?:php|phtml|inc)\(\d+\)|\{main\}|\[internal function\])|\d\. \{main\}\(\) /,
  // Ruby
  /(?:\.\w+|[>)]|-e):\d+:in [`'"]/,
  // Elixir, Erlang
  /\.(?:[hl]?eex|exs?|erl):\d+: (?:anonymous fn\/|\S+\/)\d|\[\{?file[,:] ?(?:~c)?["'][^"']+["']\}?, ?\{?line[,:]/,
  // Perl
  /[)}'"] called at \S+ line \d/,
  // Dart
  /\((?:package|dart|file):[^\s()]+\.dart:\d+:\d+\)|\.dart \d+:\d+ {2}/,
  // Native: glibc, sanitizers and gdb, Kotlin
  /\([\w.]*\+0x[\da-f]+\) ?\[0x|(?:^|\s)#\d+ +0x[\da-f]+ in \S| \+ \d+ \([^\s()]+:\d+:\d+\)/,
];

/** Lines that could be something else; two of them make a trace, and one does beside the name of an exception. */
const likely = [
  // at Acme.App.Run(String s)
  /^\s*at (?:[\w`$<>|@-]+[./+])+[\w`$<>|[\],&]+\((?:[A-Z].*)?\)\s*$/,
  // 0   App   0x0000000100003f5c main + 44
  /^\s*#?\d+[:>#]?\s+(?:\S+\s+)?(?:\[\w+\]\s+)?0x[\da-f]{6,16}\s.* (?:\+ ?(?:0x)?\d|at \S+:\d)/,
  // 0# main at main.cpp:7
  /^\s*#?\d+[:#]?\s.* at [^\s:]+\.(?:rs|swift|c|cc|cpp|cxx|h|hpp|m|mm):\d/,
];
/** A place in a source file, below the name of its function: main.total, then \t/src/cart.go:41. */
const place = /^\s+(?:at |from )?[^\s:"']+\.[a-z]{1,5}:\d+(?::\d+)?\s*$/;
const name = /^\s*(?:\d+: +)?\S+$(?<!:\d+)/;

const exception = /(?:Exception|Error|Fault|Panic)\b/;
const lineBreak = /\r\n?|\n|\\r\\n|\\n(?=\s|\\t|at |#\d)|<br ?\/?>/;

/** Reports whether a JSON value has a stack trace in a text, in a list of lines, or as a list of frames. */
export function hasStackTrace(value: unknown, seen: Set<unknown> = new Set()): boolean {
  if (typeof value === 'string') return isTrace(value);
  if (typeof value !== 'object' || value === null || seen.has(value)) return false;
  seen.add(value);
  const items = Object.values(value);
  if (items.some((item) => hasStackTrace(item, seen))) return true;
  return (
    Array.isArray(value) &&
    (isTrace(items.filter((item) => typeof item === 'string').join('\n')) || items.some(isFrame))
  );
}

function isTrace(text: string): boolean {
  const lines = text.split(lineBreak);
  const fits = (line: string) => (pattern: RegExp) => pattern.test(line);
  if (lines.some((line) => sure.some(fits(line)))) return true;
  const frames = lines.filter(
    (line, at) => likely.some(fits(line)) || (place.test(line) && name.test(lines[at - 1] ?? '')),
  );
  return frames.length > 1 || (frames.length === 1 && lines.some((line) => exception.test(line)));
}

/** A frame as an object: a function, a file and a line in it. */
function isFrame(item: unknown): boolean {
  const names = Object.keys(Object(item)).join();
  return (
    /\bline(?:_?no|number)?\b/i.test(names) &&
    /\b(?:file_?(?:name|path)?|abs_path|source|class_?name|url)\b/i.test(names) &&
    /\b(?:function|func|method|class)(?:_?name)?\b|\blineno,name\b/i.test(names)
  );
}
