import { aboutBlank, isProblem, rateLimitExceeded, sessionInvalid } from 'arcp-problems';
import { validators } from 'arcp-problems/validators';
import { inspectProblemXml, problemToXml, problemXmlResponse, readProblemXml } from 'arcp-problems/xml';
import { expect, test } from 'vitest';

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
  expect(found).toMatchObject({ kind: 'known', problem, responseStatus: 429, statusMismatch: false });
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
  ['a member twice', xml('<title>x</title><title>y</title>'), { title: 'x' }],
  ['no member', xml(''), {}],
])('%s is read', async (_, text, members) => {
  expect(await readProblemXml(text)).toEqual({ type: 'about:blank', ...members });
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
  ['syntax', xml('<__proto__><polluted>1</polluted></__proto__>')],
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
