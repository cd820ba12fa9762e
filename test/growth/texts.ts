import { runOf } from './measure.ts';

/** Texts of any length that are known to make readers slow: long runs, pairs, openings without an end, near-misses. */

/** A name, and the text of a length. */
export type Text = readonly [name: string, of: (length: number) => string];

/** One of each class of characters that a reader may treat in its own way. */
const characters = [
  ...['a', 'Z', '0', '_', '-', '.', ',', ':', ';', '/', '\\', '"', "'", '`', '(', ')', '[', ']', '{', '}', '<', '>'],
  ...['=', '+', '*', '?', '!', '@', '#', '$', '%', '^', '&', '|', '~', ' ', '\t', '\n', '\r', '\u00a0', '\ufeff'],
  ...['é', '\u{1f600}', '\ud800', '\u0000', '\u001b', '\u2028', '\u201c', '…'],
];

/** Beginnings and units of what is read here, and what almost is. */
const units = [
  ...['{"a":', '{"', '{"a":"', '["', '[[', '[{', '{}', '[]', '()', '<a>', '<a ', '<a b="', '</a>', '<!--', '<![CDATA['],
  ...['<?', '&amp;', '&#38;', '&#', '<problem>', '<i>', '<type>', '<title>4', 'a.b', 'a-b', 'a_', 'aB', 'A0a/', '0x'],
  ...['http://', 'https://a/', 'urn:', '../', '/a', '%2f', '%', '?a=', '&a=', '#', '=>', ': ', ', ', '; ', '|a', '\\n'],
  ...[
    '\\u00',
    '\\"',
    '\\\\"',
    '"a":1,',
    "'a': ",
    'a=b,',
    'a: b\n',
    'a:\n',
    '\n\n',
    '\n ',
    ' \n',
    '> ',
    '* ',
    '** ',
    '`a',
  ],
  ...[
    '[a](',
    '](',
    '``',
    '//',
    '/*',
    '*/',
    '{//',
    '{/*',
    '{a:',
    '{a=',
    '{a:[',
    '{a(',
    '{\u201c',
    '<EOL>',
    '\n> ',
    '-- ',
  ],
  ...['HTTP/1.1 401 X\n', 'HTTP/1.1 401 X\n\n', '< HTTP/1.1 401\n', '  HTTP/1.1 401\n', '\nHTTP/', '< a: b\n', '* a\n'],
  ...['{"type":"a","title":"b"}\n', '{"status":400,"headers":{}}', 'a{"b":1}', '{"log":{"entries":[', '1f\r\n'],
  ...[
    'GET /a ',
    'GET ',
    'curl -H ',
    '-X ',
    '--data',
    '-H a: b ',
    '401 ',
    'got an ',
    'status code ',
    'error ',
    'detail: ',
  ],
  ...['AuthenticationError: ', 'ProblemTypes.', 'session-invalid ', 'sessionInvalid', 'problems/', 'docs/problems/x '],
  ...[
    'token=',
    'token:"',
    '"token":["',
    'authorization: ',
    'cookie: ',
    '=-u',
    ' -u ',
    '--token ',
    'Bearer ',
    'Bearer a1 ',
  ],
  ...[
    'eyJ',
    '-eyJa.',
    'sk-',
    'SG.',
    '?code=',
    '"cookies":[',
    '{"kty":',
    '-----BEGIN A-----',
    'a@b.',
    '@a',
    'PIN ',
    '://',
  ],
  ...['"name":"cookie","value":"', '"value":"', '("cookie",', 'password="a" ', 'access_', '[masked:'],
  ...['Error: x\n at ', '\n    at a (b:1', 'at a.b(', 'Traceback (', 'File "', '#0 ', 'goroutine 1 [', 'a.rb:1:in '],
  ...[
    'Bearer error="',
    'DPoP error="use_dpop_nonce", ',
    'a="',
    'a=b, ',
    'max-age, ',
    'text/html;q=',
    'text/html, ',
    '*/*,',
  ],
  ...['W/"a", ', '"a",', 'bytes=0-1,', 'bytes=-', 'problem="', 'problem=a; ', '{b}', '{', '${', '\u001b[1m', '\u001b]'],
];

const shown = (unit: string) => JSON.stringify(unit);

/** Parts that differ from each other, so that no table of what was seen helps. */
const counted =
  (part: (number: number) => string, before = '', after = '') =>
  (length: number) => {
    const parts = [before];
    for (let number = 0, size = 0; size < length; number += 1) {
      const each = part(number);
      parts.push(each);
      size += each.length;
    }
    return parts.join('') + after;
  };

/** Each character by itself, and with an end that does not fit. */
const runs: Text[] = characters.flatMap((character): Text[] => [
  [`a run of ${shown(character)}`, runOf(character)],
  [`a run of ${shown(character)} and another end`, (length) => `${runOf(character)(length)}\u0001!x`],
]);

const repeated: Text[] = units.flatMap((unit): Text[] => [
  [`${shown(unit)} again and again`, runOf(unit)],
  [`${shown(unit)} and a run of letters`, (length) => unit + 'x'.repeat(length)],
  [`${shown(unit)} and a run of blanks`, (length) => unit + ' '.repeat(length)],
]);

const structured: Text[] = [
  ['many members', counted((number) => `"a${number}":${number},`, '{"type":"urn:a","title":"b",', '"z":1}')],
  ['many odd members', counted((number) => `"-${number}":"",`, '{"type":"urn:a","title":"b",', '"z":1}')],
  ['many equal members', counted(() => '"a":1,', '{"type":"urn:a","title":"b",', '"z":1}')],
  ['a long list', counted((number) => `${number},`, '{"type":"urn:a","title":"b","list":[', '0]}')],
  ['a list of objects', counted((number) => `{"a${number}":1},`, '{"type":"urn:a","title":"b","list":[', '0]}')],
  ['deep objects', (length) => `${'{"a":'.repeat(length / 6)}1${'}'.repeat(length / 6)}`],
  ['deep arrays', (length) => `${'['.repeat(length / 2)}${']'.repeat(length / 2)}`],
  [
    'many header fields',
    counted((number) => `X-${number}: ${number}\n`, 'HTTP/1.1 401 X\n', '\n{"type":"a","title":"b"}'),
  ],
  ['many equal header fields', counted(() => 'Set-Cookie: a\n', 'HTTP/1.1 401 X\n', '\n{"type":"a","title":"b"}')],
  ['many responses', counted((number) => `HTTP/1.1 401 X\nContent-Length: 2\n\n{}\nx${number}\n`)],
  ['many lines of JSON', counted((number) => `{"type":"urn:${number}","title":"b","status":400}\n`)],
  ['many lines of a log', counted((number) => `${number} failed {"type":"urn:a","title":"b"}\n`)],
  ['many names', counted((number) => `Session_Invalid${number} `)],
  [
    'many elements',
    counted((number) => `<a${number}>b</a${number}>`, '<problem xmlns="urn:ietf:rfc:7807">', '</problem>'),
  ],
  ['many attributes', counted((number) => ` a${number}="b"`, '<problem xmlns="urn:ietf:rfc:7807"', '/>')],
  ['deep elements', (length) => `${'<a>'.repeat(length / 7)}${'</a>'.repeat(length / 7)}`],
  ['many challenges', counted((number) => `Bearer realm="${number}", error="invalid_token", `)],
  ['many words', counted((number) => `word${number.toString(36)} `)],
];

/** What stands for the others on every change: the characters and beginnings that a reader here treats in its own way. */
const usual = [...'a0_-.,:;/\\"\'`([{<>=*?@#%| \t\n\u001b'].flatMap((each) =>
  runs.filter(([name]) => name.startsWith(`a run of ${shown(each)} and`)),
);
const openings = ['{"a":', '{/*', '{\u201c', '{a:[', '"a":1,', '[a](', '<a ', '"token":["', 'eyJ', '{"kty":'].map(
  (unit): Text => [`${shown(unit)} again and again`, runOf(unit)],
);

/** What is tried on every change. Runs have another end, since a reader goes through such a run again and again. */
export const texts: readonly Text[] = [...usual, ...openings, ...structured];

/** What `npm run test:long` tries beside: every beginning and every pair of characters, again and again and behind each other. */
export const moreTexts: readonly Text[] = [
  ...runs,
  ...repeated,
  ...characters.flatMap((first) =>
    characters
      .filter((second) => second !== first)
      .flatMap((second): Text[] => [
        [`${shown(first + second)} again and again`, runOf(first + second)],
        [`${shown(first)} and a run of ${shown(second)}`, (length) => `${first}${runOf(second)(length)}\u0001`],
      ]),
  ),
];
