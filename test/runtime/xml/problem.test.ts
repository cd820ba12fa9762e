// cspell:ignore größe
import { inspectProblemXml, problemToXml, problemXmlResponse, readProblemXml } from 'arcp-problems/xml';
import { describe, expect, test } from 'vitest';
import { decodeXml } from '#runtime/xml/decode.ts';
import { problemNamespace } from '#runtime/xml/parse.ts';

/** XML -> problem details, and back: what becomes of each part, and what is said of the rest. */

const xml = (members: string, tag = 'problem') => `<${tag} xmlns="urn:ietf:rfc:7807">${members}</${tag}>`;

test.each<[string, string, Record<string, unknown>]>([
  ['texts', xml('<a> x </a><b/>'), { a: ' x ', b: '' }],
  [
    'spaces around what they do not belong to',
    xml('<type> urn:x\n</type><instance> /y </instance>'),
    {
      type: 'urn:x',
      instance: '/y',
    },
  ],
  ['lists', xml('<a><i>1</i><i><i>2</i></i></a>'), { a: ['1', ['2']] }],
  ['an object with other members than i', xml('<a><i>1</i><b>2</b></a>'), { a: { i: '1', b: '2' } }],
  ['an object with a member twice', xml('<a><b>1</b><b>2</b></a>'), { a: { b: '1' } }],
  ['a prefix', '<p.x:problem xmlns:p.x="urn:ietf:rfc:7807"><p.x:a>1</p.x:a><b>2</b><q:c/></p.x:problem>', { a: '1' }],
  ['two colons', xml('<p:a>1</p:a><b>2</b>'), { b: '2' }],
  ['its own namespace once more', xml('<a xmlns="urn:ietf:rfc:7807">1</a><b xmlns="urn:o">2</b>'), { a: '1' }],
  ['a status', xml('<status> 404\n</status>'), { status: 404 }],
  ['a status with a sign', xml('<status>+404</status>'), {}],
  ['a status with a unit', xml('<status>404 x</status>'), {}],
  ['a text around a status', xml('<status>x404</status>'), {}],
])('%s', async (_, text, members) => {
  expect(await readProblemXml(text)).toEqual({ type: 'about:blank', ...members });
});

describe('what is refused, and why', () => {
  const response = (body: unknown, type?: string) => ({
    status: 404,
    headers: type ? { 'content-type': type } : {},
    body,
  });
  const hostile = {
    status: 404,
    get headers() {
      throw new Error('hostile');
    },
  };

  const hostileGet = () => {
    throw new Error('hostile');
  };

  test.each<[string, unknown, string, string]>([
    [
      'JSON',
      response('{}', 'application/json; a=b'),
      'media-type',
      'The media type is application/json, not application/problem+xml.',
    ],
    ['no type', response('<a/>'), 'media-type', 'The media type is absent, not application/problem+xml.'],
    ['a number', 7, 'not-an-object', 'It is neither a response nor XML text.'],
    ['an empty text', '', 'empty', 'The body is empty.'],
    ['no bytes', new Uint8Array(), 'empty', 'The body is empty.'],
    ['a byte order mark', '\ufeff\n', 'empty', 'The body is empty.'],
    [
      'another encoding',
      new Uint8Array([0x3c, 0xff]),
      'syntax',
      'The body is not XML in the encoding that it declares.',
    ],
    ['a document type', '<!doctype x><x/>', 'syntax', 'The body has a document type declaration.'],
    ['half an element', '<a', 'syntax', 'The body is not well-formed XML: "<a"'],
    ['a mark within', `<\ufeffa/>`, 'syntax', 'The body is not well-formed XML: "< a/>"'],
    [
      '64 levels too many',
      xml(`${'<a>'.repeat(64)}${'</a>'.repeat(64)}`),
      'too-deep',
      'It is nested more than 64 levels deep.',
    ],
    ['another root', xml('', 'error'), 'not-an-object', 'The root must be problem in the namespace urn:ietf:rfc:7807.'],
    [
      'another prefix',
      `<p:problem xmlns="urn:ietf:rfc:7807"/>`,
      'not-an-object',
      'The root must be problem in the namespace urn:ietf:rfc:7807.',
    ],
    [
      'two prefixes',
      `<problem:problem xmlns="urn:ietf:rfc:7807"/>`,
      'not-an-object',
      'The root must be problem in the namespace urn:ietf:rfc:7807.',
    ],
    [
      'a header that throws',
      { headers: { get: hostileGet }, text: async () => '' },
      'unreadable',
      'Reading it failed with an error.',
    ],
    ['what throws', hostile, 'unreadable', 'Reading it failed with an error.'],
  ])('%s', async (_, input, reason, message) => {
    expect(await inspectProblemXml(input)).toMatchObject({ kind: 'not-a-problem', reason, message });
  });

  test('nothing of a problem', async () => {
    expect(await inspectProblemXml(xml(''))).toMatchObject({ kind: 'problem', problem: { type: 'about:blank' } });
  });

  test('a byte more than is allowed', async () => {
    const text = xml('<title>x</title>');
    expect(await inspectProblemXml(text, { maxBytes: text.length })).toMatchObject({ kind: 'problem' });
    expect(await inspectProblemXml(text, { maxBytes: text.length - 1 })).toMatchObject({ reason: 'too-large' });
    const response = () => new Response(text, { headers: { 'Content-Type': 'application/problem+xml' } });
    expect(await inspectProblemXml(response(), { maxBytes: text.length - 1 })).toMatchObject({ reason: 'too-large' });
  });
});

test.each([
  ['<?xml version="1.0" encoding = "latin1"?><a>\xdf</a>', '', 'ß'],
  [`<?xml version="1.0"\tencoding='latin1' standalone="yes"?><a>\xdf</a>`, '', 'ß'],
  ['<a>\xdf</a>', 'text/xml;charset=ISO-8859-1', 'ß'],
  ['<a>\xdf</a>', 'text/xml; CHARSET="ISO-8859-1"', 'ß'],
  ['<a>\xc3\x9f</a><?xml encoding="latin1"?>', '', 'ß'],
  ['<a>\xc3\x9f</a><!-- <?xml version="1" encoding="latin1"?> -->', '', 'ß'],
  ['<?xml version="1.0"?><a encoding="latin1">\xc3\x9f</a>', '', 'ß'],
])('the encoding of %j is found', (text, type, content) => {
  const bytes = Uint8Array.from(text, (sign) => sign.charCodeAt(0));
  expect(/>(.)</u.exec(decodeXml(bytes, type))?.[1]).toBe(content);
});

test.each(['x<a/>', ' \n x<a/>', 'xx'])('%j is not XML in any encoding', (text) => {
  expect(() => decodeXml(new TextEncoder().encode(text), '')).toThrow(SyntaxError);
});

describe('a problem is written', () => {
  const written = (members: Record<string, unknown>) =>
    problemToXml({ type: 'urn:x', ...members }).split(`<problem xmlns="${problemNamespace}"><type>urn:x</type>`)[1];

  test.each<[string, Record<string, unknown>, string]>([
    ['with lists', { a: [1, [true, null], []] }, '<a><i>1</i><i><i>true</i><i></i></i><i></i></a>'],
    ['with objects', { a: { b: { c: 'x' }, d: null, 'e f': 1 } }, '<a><b><c>x</c></b></a>'],
    [
      'with the names that XML has',
      { _: 1, 'a-b.c1': 2, größe: 3, 日本: 4 },
      '<_>1</_><a-b.c1>2</a-b.c1><größe>3</größe><日本>4</日本>',
    ],
    ['without others', { '': 1, '1a': 2, '-a': 3, 'a b': 4, 'a:b': 5, 'a/': 6, '/a': 7, a: null }, ''],
    ['with what must be escaped', { a: '<&>\r]]>"\'\n\t' }, '<a>&lt;&amp;&gt;&#13;]]&gt;"\'\n\t</a>'],
    [
      'without what has no place',
      { a: '\u0000\b\u000b\f\u000e\u001f\ufffe\uffff\ud800x\udc00', b: ' \u007f\ufffd😀' },
      `<a>${'\ufffd'.repeat(9)}x\ufffd</a><b> \u007f\ufffd😀</b>`,
    ],
  ])('%s', (_, members, text) => {
    expect(written(members)).toBe(`${text}</problem>`);
  });

  test('down to 64 levels, as far as they are read', async () => {
    const nested = (levels: number, inner: unknown): unknown =>
      levels === 0 ? inner : { a: nested(levels - 1, inner) };
    const text = written(nested(70, 'x') as Record<string, unknown>);
    expect(text).toBe(`${'<a>'.repeat(63)}${'</a>'.repeat(63)}</problem>`);
    expect(await readProblemXml(xml(text?.replace('</problem>', '') ?? ''))).toBeDefined();
    const list = written({ a: nestedList(70) });
    expect(list).toBe(`<a>${'<i>'.repeat(62)}${'</i>'.repeat(62)}</a></problem>`);
  });

  test('in full without any options, and as far as it goes where it has a loop', async () => {
    expect(await problemXmlResponse({ type: 'urn:x', status: 409 }).text()).toBe(
      `<?xml version="1.0" encoding="UTF-8"?>\n${xml('<type>urn:x</type><status>409</status>')}`,
    );
    const loop: Record<string, unknown> = { title: 'x' };
    loop.self = loop;
    expect(written(loop)).toBe('<title>x</title></problem>');
  });

  test('for HEAD without a body, with headers of your own', () => {
    const response = problemXmlResponse({ type: 'urn:x', status: 409 }, { method: 'head', headers: { 'X-A': 'b' } });
    expect([response.status, response.body, response.headers.get('X-A'), response.headers.get('Content-Type')]).toEqual(
      [409, null, 'b', 'application/problem+xml'],
    );
  });

  function nestedList(levels: number): unknown[] {
    return levels === 0 ? [] : [nestedList(levels - 1)];
  }
});
