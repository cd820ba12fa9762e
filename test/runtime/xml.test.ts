// cspell:ignore Größe Слово
import { aboutBlank, defineProblemType, isProblem, rateLimitExceeded, sessionInvalid } from 'arcp-problems';
import { checkResponse } from 'arcp-problems/check';
import { problemValidator, validators } from 'arcp-problems/validators';
import { inspectProblemXml, problemToXml, problemXmlResponse, readProblemXml } from 'arcp-problems/xml';
import { XMLBuilder, XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { parseXml } from '#runtime/xml/document.ts';

/** application/problem+xml, RFC 9457 appendix B. */

const xml = (members: string) => `<problem xmlns="urn:ietf:rfc:7807">${members}</problem>`;

test('the example of RFC 9457 appendix B is read', async () => {
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<problem xmlns="urn:ietf:rfc:7807">
  <type>https://example.com/probs/out-of-credit</type>
  <title>You do not have enough credit.</title>
  <detail>Your current balance is 30, but that costs 50.</detail>
  <instance>https://example.net/account/12345/msgs/abc</instance>
  <balance>30</balance>
  <accounts>
    <i>https://example.net/account/12345</i>
    <i>https://example.net/account/67890</i>
  </accounts>
</problem>`;
  expect(await readProblemXml(text)).toEqual({
    type: 'https://example.com/probs/out-of-credit',
    title: 'You do not have enough credit.',
    detail: 'Your current balance is 30, but that costs 50.',
    instance: 'https://example.net/account/12345/msgs/abc',
    balance: '30',
    accounts: ['https://example.net/account/12345', 'https://example.net/account/67890'],
  });
});

test.each([
  ['texts', { a1: 'x & <y> "z" \' ]]> \r\n\t ä 😀', b1: '' }],
  ['arrays', { list: ['1', ['2', '3']], rows: [{ k: 'v' }, { k: 'w' }] }],
  ['objects', { one: { two: { three: 'x', four: ['y'] } } }],
])('%s survive the way there and back', async (_, members) => {
  const problem = { ...aboutBlank(404, { detail: 'd', instance: '/x' }), ...members };
  expect(await readProblemXml(problemToXml(problem))).toEqual(problem);
});

test('numbers and truth values become text, and what XML cannot hold is left out', () => {
  const members = { n: 1.5, b: false, none: null, 'a b': 1, $x: 1, bad: '\u0000\ud800', d: new Date(0) };
  expect(problemToXml({ type: 'urn:x', ...members })).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
      xml('<type>urn:x</type><n>1.5</n><b>false</b><bad>\ufffd\ufffd</bad><d>1970-01-01T00:00:00.000Z</d>'),
  );
  const loop: Record<string, unknown> = { type: 'urn:x' };
  loop.self = loop;
  expect(problemToXml(loop)).toContain('<type>urn:x</type>');
});

test('a response goes out with the headers of its type and comes in as the same problem', async () => {
  const problem = rateLimitExceeded({ retry_after: '7', timestamp: '2026-01-01T00:00:00Z' });
  const response = problemXmlResponse(problem);
  expect([response.status, response.headers.get('Content-Type'), response.headers.get('Retry-After')]).toEqual([
    429,
    'application/problem+xml',
    '7',
  ]);
  const found = await inspectProblemXml(response, { validators });
  expect(found).toMatchObject({ kind: 'known', problem, exchange: { status: 429 }, statusMismatch: false });
  expect(isProblem(await readProblemXml(problemXmlResponse(sessionInvalid())), sessionInvalid)).toBe(true);
  expect(response.bodyUsed).toBe(false);
  expect(problemXmlResponse(problem, { method: 'HEAD' }).body).toBeNull();
});

test.each([
  ['a prefix', '<p:problem xmlns:p="urn:ietf:rfc:7807"><p:title>x</p:title></p:problem>', { title: 'x' }],
  ['CDATA', xml('<title><![CDATA[<x> &amp;]]> &amp; &#x41;&#66;</title>'), { title: '<x> &amp; & AB' }],
  ['comments and instructions', xml('<!-- c --><title>x<!-- d -->y</title><?pi z?>'), { title: 'xy' }],
  ['another namespace', xml('<title>x</title><o:other xmlns:o="urn:o">y</o:other><q xmlns="urn:o"/>'), { title: 'x' }],
  ['space around a status', xml('<status> 404 </status>'), { status: 404 }],
  ['a status that is none', xml('<status>soon</status>'), {}],
  ['an attribute', xml('<title lang="a&amp;b" >x</title >'), { title: 'x' }],
  ['a line break of Windows', xml('<title>x\r\ny</title>'), { title: 'x\ny' }],
  ['an empty element', xml('<title/>'), { title: '' }],
  ['a byte order mark', `\uFEFF<?xml version="1.0"?>\n${xml('<title>x</title>')}\n<!-- end -->`, { title: 'x' }],
  ['a member named __proto__', xml('<title>x</title><__proto__><polluted>1</polluted></__proto__>'), { title: 'x' }],
  ['a member twice', xml('<title>x</title><title>y</title>'), { title: 'x' }],
  ['no member', xml(''), {}],
])('%s is read', async (_, text, members) => {
  expect(await readProblemXml(text)).toEqual({ type: 'about:blank', ...members });
});

const latin1 = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const utf16 = (text: string, isBig = false) =>
  isBig ? Buffer.from(text, 'utf16le').swap16() : Buffer.from(text, 'utf16le');
const declared = (encoding: string, title: string) =>
  `<?xml version="1.0" encoding='${encoding}' ?>${xml(`<title>${title}</title>`)}`;

test.each<[string, Uint8Array, string, string?]>([
  ['UTF-8 without a declaration', Buffer.from(xml('<title>Größe</title>')), 'Größe'],
  ['a declared ISO-8859-1', latin1(declared('ISO-8859-1', 'Größe')), 'Größe'],
  ['a declared windows-1251', latin1(declared('windows-1251', '\xd1\xeb\xee\xe2\xee')), 'Слово'],
  ['a declared Shift_JIS', latin1(declared('Shift_JIS', '\x93\xfa\x96\x7b')), '日本'],
  ['UTF-16 with a byte order mark', utf16(`\uFEFF${declared('UTF-16', 'Größe')}`), 'Größe'],
  ['big-endian UTF-16 with a byte order mark', utf16(`\uFEFF${declared('UTF-16', 'Größe')}`, true), 'Größe'],
  ['UTF-16 without a byte order mark', utf16(declared('UTF-16', 'Größe')), 'Größe'],
  ['the charset of the media type', latin1(xml('<title>Größe</title>')), 'Größe', '; charset="iso-8859-1"'],
  ['the charset of the media type before the declaration', latin1(declared('utf-8', 'ß')), 'ß', ';charset=latin1'],
  ['a byte order mark before both', Buffer.from(`\uFEFF${declared('latin1', 'ß')}`), 'ß', '; charset=latin1'],
])('%s is read, by the reader and the checker', async (_, bytes, title, parameter = '') => {
  const headers = { 'Content-Type': `application/problem+xml${parameter}` };
  const response = new Response(bytes as BodyInit, { status: 404, headers });
  expect((await readProblemXml(response))?.title).toBe(title);
  expect(await checkResponse(response)).toEqual([]);
  expect(await checkResponse({ status: 404, headers, body: bytes })).toEqual([]);
  if (parameter === '') expect((await readProblemXml(Uint8Array.from(bytes).buffer))?.title).toBe(title);
});

test.each([
  ['bytes that are not UTF-8', latin1(xml('<title>Größe</title>'))],
  ['UTF-8 that declares UTF-16', Buffer.from(declared('utf-16', 'x'))],
  ['an unknown encoding', Buffer.from(declared('utf-99', 'x'))],
])('%s are refused', async (_, body) => {
  const headers = { 'Content-Type': 'application/problem+xml' };
  expect(await inspectProblemXml(body)).toMatchObject({ reason: 'syntax' });
  expect(await checkResponse({ status: 404, headers, body })).toMatchObject([
    {
      code: 'not-a-problem',
      message: 'must be a problem details object. The body is not XML in the encoding that it declares.',
    },
  ]);
});

describe('checkResponse', () => {
  const checked = async (text: string, type: string | undefined = 'application/problem+xml', status = 404) => {
    const headers = { 'content-type': type };
    return (await checkResponse({ status, headers, body: text })).map(({ code, pointer }) => [code, pointer]);
  };

  test('has no findings for the example of every type', async () => {
    for (const { problemType } of validators) {
      const response = problemXmlResponse(problemType as never);
      const findings = await checkResponse(response, { strict: true });
      expect(findings.filter(({ code }) => code !== 'member')).toEqual([]);
    }
  });

  test.each([
    ['a wrong status', '<status>403</status><title>x</title>', [['status-mismatch', '/status']]],
    ['a status that is text', '<status>soon</status><title>x</title>', [['member-type', '/status']]],
    ['a nested title', '<title><x>y</x></title><detail>x</detail>', [['member-type', '/title']]],
    [
      'a relative type',
      '<type>x</type><title>x</title>',
      [
        ['type-relative', '/type'],
        ['type-unknown', '/type'],
      ],
    ],
    [
      'a stack trace',
      '<detail>x\n   at Acme.Cart.Total() in /src/Cart.cs:line 7</detail>',
      [['stack-trace', '/detail']],
    ],
    ['no text', '', [['no-explanation', undefined]]],
  ])('finds %s', async (_, members, findings) => {
    expect(await checked(xml(members))).toEqual(findings);
  });

  test('takes text for the numbers and empty lists that XML does not have, and nothing else', async () => {
    const outOfStock = defineProblemType()({ type: 'urn:out-of-stock', title: 'Out of Stock', status: 404 });
    const fault = (instancePath: string, keyword: string) => ({ instancePath, schemaPath: '', keyword, params: {} });
    const check = Object.assign(() => false, {
      errors: [fault('/left', 'type'), fault('/sizes/0', 'type'), fault('/shop', 'type'), fault('/name', 'pattern')],
    });
    const members = '<left>7</left><sizes><i/></sizes><shop><id>7</id></shop><name>x</name>';
    const body = xml(`<type>urn:out-of-stock</type><title>x</title>${members}`);
    const types = [problemValidator(outOfStock, check as never)];
    expect((await checkResponse(body, { types })).map(({ pointer }) => pointer)).toEqual(['/shop', '/name']);
  });

  test.each([
    ['application/xml', [['media-type', undefined]]],
    ['text/xml; charset=utf-8', [['media-type', undefined]]],
    ['application/problem+xml; charset=utf-8', []],
    ['application/problem+json', [['not-a-problem', undefined]]],
  ])('asks for the media type of %s', async (type, findings) => {
    expect(await checked(xml('<title>x</title>'), type)).toEqual(findings);
  });

  test('refuses XML of another kind', async () => {
    expect(await checked('<error/>', 'application/xml')).toEqual([['not-a-problem', undefined]]);
    expect(await checked('<problem/>')).toEqual([['not-a-problem', undefined]]);
    expect(await checked('')).toEqual([['not-a-problem', undefined]]);
  });

  test('judges a bare body', async () => {
    expect(await checkResponse(xml('<title>x</title>'))).toEqual([]);
    expect((await checkResponse(xml('<status>7</status><title>x</title>'))).map(({ code }) => code)).toEqual([
      'status-range',
    ]);
    expect((await checkResponse('<p>no</p>')).map(({ code }) => code)).toEqual(['not-a-problem']);
  });
});

test('documents are read as another parser reads them', () => {
  const texts = ['', 'x', ' a  b ', '<&>"\'', ']]>', 'Größe 日本 😀', '\t\n', '&amp;'];
  const names = ['a', 'b-c', 'd.e', '_f', 'größe', 'i'];
  const valueAt = (seed: number): unknown =>
    seed % 3 === 0 && seed > 2
      ? Object.fromEntries(
          [0, 1, 2].map((at) => [names[(seed + at) % names.length], valueAt(Math.floor(seed / 3) - at)]),
        )
      : texts[Math.abs(seed) % texts.length];
  const options = { parseTagValue: false, trimValues: false, ignoreAttributes: true } as const;
  for (let seed = 0; seed < 400; seed += 1) {
    const built = new XMLBuilder({ format: seed % 2 === 0 }).build({ root: valueAt(seed * 9) });
    const own = (element: ReturnType<typeof parseXml>): unknown =>
      element.elements.length === 0
        ? element.text
        : Object.fromEntries(element.elements.map((child) => [child.tag, own(child)]));
    const parsed = new XMLParser(options).parse(built) as { root: unknown };
    const plain = (value: unknown): unknown =>
      typeof value === 'object' && value !== null
        ? Object.fromEntries(
            Object.entries(value).flatMap(([key, inner]) => (key === '#text' ? [] : [[key, plain(inner)]])),
          )
        : value;
    expect(own(parseXml(built, 64)), built).toEqual(plain(parsed.root));
  }
});

test('type is resolved', async () => {
  expect((await readProblemXml(xml('<type> /x </type>'), { baseUrl: 'https://h.example/a' }))?.type).toBe(
    'https://h.example/x',
  );
});

test.each([
  ['syntax', `<!DOCTYPE problem [<!ENTITY a "aaaa">]>${xml('<title>&a;</title>')}`],
  ['syntax', xml('<title>&nbsp;</title>')],
  ['syntax', xml('<title>&#x110000;</title>')],
  ['syntax', xml('<title>x</titel>')],
  ['syntax', `${xml('')}${xml('')}`],
  ['syntax', '<a>'.repeat(100_000)],
  ['syntax', 'text'],
  ['syntax', xml('<title>x & y</title>')],
  ['syntax', xml('<title>&#0;</title>')],
  ['syntax', xml('<title>\u0007</title>')],
  ['syntax', xml('<title>]]></title>')],
  ['syntax', xml('<title a="1" a="2">x</title>')],
  ['syntax', xml('<title a="<">x</title>')],
  ['syntax', xml('<title a=1>x</title>')],
  ['syntax', xml('<title><!-- x</title>')],
  ['syntax', xml('<title><![INCLUDE[x]]></title>')],
  ['syntax', xml('<!ENTITY a "x"><title>x</title>')],
  ['syntax', `${xml('')}text`],
  ['syntax', ` <?xml version="1.0"?>${xml('')}`],
  ['syntax', xml('</problem>')],
  ['not-an-object', '<problem/>'],
  ['not-an-object', '<problem xmlns="urn:other"/>'],
  ['not-an-object', '<error xmlns="urn:ietf:rfc:7807"/>'],
  ['not-an-object', {}],
  ['not-an-object', null],
  ['too-deep', xml('<a>'.repeat(99) + '</a>'.repeat(99))],
  ['too-large', xml(`<a>${'x'.repeat(2_000_000)}</a>`)],
  ['empty', ' '],
  ['media-type', new Response(xml(''), { headers: { 'Content-Type': 'application/xml' } })],
])('it is refused as %s (%#)', async (reason, input) => {
  expect(await inspectProblemXml(input)).toMatchObject({ kind: 'not-a-problem', reason });
  expect(await readProblemXml(input)).toBeUndefined();
});
