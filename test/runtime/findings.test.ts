import { aboutBlank, defineProblemType, problemResponse, sessionInvalid } from 'arcp-problems';
import { type CheckOptions, checkResponse } from 'arcp-problems/check';
import { expect, test } from 'vitest';

/** checkResponse: what it finds in one response, whole: level, code, place, message and section. */

const json = { 'Content-Type': 'application/problem+json' };
const xml = { 'Content-Type': 'application/problem+xml' };
const bearer = { ...json, 'WWW-Authenticate': 'Bearer' };
const lapsed = sessionInvalid();
const bad = aboutBlank(400);
const own = defineProblemType<{ retry_after?: number }>()({
  type: 'https://shop.example/problems/busy',
  title: 'Busy',
  status: [503, 429, 401],
  headers: { 'X-Queue': 'long', 'WWW-Authenticate': 'Basic realm="shop"', 'Retry-After': '{retry_after}' },
});
const busy = own();

const blank = { type: 'about:blank', title: 'X', status: 404, statuses: [404, 410], headers: { 'X-Blank': '1' } };
/** A type whose validator finds these errors in everything. */
const typed = {
  ...blank,
  type: 'urn:typed',
  statuses: [],
  headers: {},
  validate: () => ({
    valid: false,
    errors: [
      { pointer: '/left', message: 'must be a number (was "7")', keyword: 'type' },
      { pointer: '/left', message: 'must be 8 or more (was "7")', keyword: 'minimum' },
      { pointer: '/list', message: 'must be an array (was {})', keyword: 'type' },
    ],
  }),
};

function answer(body: unknown, headers: Record<string, string> = json, status = Number(Object(body).status ?? 400)) {
  return { status, headers, body };
}

function challenged(challenge: string, more: Record<string, string> = {}, status = 401) {
  return answer(aboutBlank(status), { ...json, 'WWW-Authenticate': challenge, ...more });
}

function inXml(members: string, headers: Record<string, string> = xml, status = 400) {
  return answer(`<problem xmlns="urn:ietf:rfc:7807">${members}</problem>`, headers, status);
}

/** A finding on one line. */
async function linesOf(response: unknown, options?: CheckOptions): Promise<string[]> {
  return (await checkResponse(response instanceof Function ? response() : response, options)).map(
    ({ level, code, pointer, header, message, section, ...more }) =>
      `${[level, code, pointer, header, ...Object.keys(more)].filter((part) => part !== undefined).join(' ')}: ${message} (${section})`,
  );
}

test.each<[name: string, response: unknown, findings: string[], options?: CheckOptions]>([
  // Whether it is a problem at all
  ['a fitting response', answer(lapsed, bearer), []],
  ['about:blank without a type', answer({ title: 'Not Found', status: 404 }), []],
  ['another title', answer({ ...lapsed, title: 'Sitzung abgelaufen' }, bearer), []],
  [
    'HTML',
    answer('<h1>Bad Gateway</h1>', { 'Content-Type': 'text/html; charset=utf-8' }, 502),
    [
      'error not-a-problem: must be a problem response. The media type is text/html, not application/problem+json. (RFC 9457 section 3)',
    ],
  ],
  [
    'plain JSON',
    answer({ detail: 'x', code: 7 }, { 'Content-Type': 'application/json' }, 404),
    [
      'error not-a-problem: must be a problem response. The media type is application/json, not application/problem+json. Its members are detail, code. (RFC 9457 section 3)',
    ],
  ],
  [
    'plain JSON with nothing in it',
    answer({}, { 'Content-Type': 'application/json' }, 404),
    [
      'error not-a-problem: must be a problem response. The media type is application/json, not application/problem+json. (RFC 9457 section 3)',
    ],
  ],
  [
    'plain JSON of an array',
    answer(['x'], { 'Content-Type': 'application/json' }, 404),
    [
      'error not-a-problem: must be a problem response. The media type is application/json, not application/problem+json. (RFC 9457 section 3)',
    ],
  ],
  [
    'plain XML',
    answer('<a/>', { 'Content-Type': 'text/xml' }, 404),
    [
      'error not-a-problem: must be a problem response. The media type is text/xml, not application/problem+json. (RFC 9457 section 3)',
    ],
  ],
  [
    'no media type',
    answer({ detail: 'x' }, {}, 404),
    [
      'error not-a-problem: must be a problem response. There is no Content-Type; a problem has application/problem+json. Its members are detail. (RFC 9457 section 3)',
    ],
  ],
  [
    'no body',
    answer('', json, 500),
    ['error not-a-problem: must be a problem details object. The body is empty. (RFC 9457 section 3)'],
  ],
  [
    'an absent body',
    answer(undefined, json, 500),
    ['error not-a-problem: must be a problem details object. It is undefined, not a JSON object. (RFC 9457 section 3)'],
  ],
  [
    'an array',
    answer([], json, 500),
    ['error not-a-problem: must be a problem details object. It is an array, not a JSON object. (RFC 9457 section 3)'],
  ],
  [
    'JSON text of an array',
    answer('[]', json, 500),
    ['error not-a-problem: must be a problem details object. It is an array, not a JSON object. (RFC 9457 section 3)'],
  ],
  [
    'wrong syntax',
    answer('{', json, 500),
    ['error not-a-problem: must be a problem details object. The body is not JSON: "{" (RFC 9457 section 3)'],
  ],
  ['a byte order mark', answer(`\uFEFF${JSON.stringify(bad)}`), []],
  ['bytes', answer(new TextEncoder().encode(JSON.stringify(bad)), json, 400), []],
  [
    'too deep',
    answer(JSON.parse(`${'{"a":'.repeat(99)}1${'}'.repeat(99)}`)),
    [
      'error not-a-problem: must be a problem details object. It is nested more than 64 levels deep, or has too many members. (RFC 9457 section 3)',
    ],
  ],
  [
    'a problem as plain JSON',
    answer(lapsed, { ...bearer, 'Content-Type': 'application/json' }),
    ['error media-type Content-Type: must be application/problem+json (was application/json) (RFC 9457 section 3)'],
  ],
  [
    'a problem as text of plain JSON',
    answer(JSON.stringify(bad), { 'Content-Type': 'application/json' }),
    ['error media-type Content-Type: must be application/problem+json (was application/json) (RFC 9457 section 3)'],
  ],
  [
    'a problem without a media type',
    answer(bad, {}),
    ['error media-type Content-Type: must be application/problem+json (was absent) (RFC 9457 section 3)'],
  ],
  [
    'a rejected promise',
    () => Promise.reject(new Error('no network')),
    [
      'error not-a-problem: must be a problem details object. The promise was rejected: no network (RFC 9457 section 3)',
    ],
  ],
  [
    'a value that cannot be read',
    {
      get status() {
        throw new Error('hostile');
      },
    },
    ['error not-a-problem: must be a problem details object. Reading it failed with an error. (RFC 9457 section 3)'],
  ],
  ['a response to HEAD', answer('', json, 500), [], { method: 'head' }],
  [
    'a response that knows it was to HEAD',
    { ...answer('', json, 405), method: 'HEAD' },
    ['error allow Allow: a 405 response must carry Allow (was absent) (RFC 9110 section 15.5.6)'],
  ],
  ['a bare body', bad, []],
  [
    'a bare body with a wrong member',
    { ...bad, detail: 7 },
    ['error member-type /detail: must be a string, or consumers ignore it (was 7) (RFC 9457 section 3.1)'],
  ],
  [
    'bare text',
    JSON.stringify({ ...bad, instance: '/a b' }),
    ['error instance-syntax /instance: must be a URI reference (was "/a b") (RFC 9457 section 3.1.5)'],
  ],
  [
    'bare XML',
    '\n <problem xmlns="urn:ietf:rfc:7807"><title>x</title><status>9</status></problem>',
    ['error status-range /status: must be a status code, 100 to 599 (was 9) (RFC 9457 section 3.1.2)'],
  ],
  [
    'bare text with XML in it',
    '"<problem>"',
    ['error not-a-problem: must be a problem details object. It is a string, not a JSON object. (RFC 9457 section 3)'],
  ],
  [
    'nothing',
    undefined,
    ['error not-a-problem: must be a problem details object. It is undefined, not a JSON object. (RFC 9457 section 3)'],
  ],

  // XML
  ['a problem in XML', inXml('<title>x</title><status>400</status>'), []],
  [
    'a problem in another XML',
    inXml('<title>x</title>', { 'Content-Type': 'application/xml' }),
    ['error media-type Content-Type: must be application/problem+xml (was application/xml) (RFC 9457 section 3)'],
  ],
  [
    'XML that does not end',
    answer('<problem>', xml),
    [
      'error not-a-problem: must be a problem details object. The body is not well-formed XML: "<problem>" (RFC 9457 section 3)',
    ],
  ],
  [
    'XML of something else',
    answer('<error xmlns="urn:x"/>', xml),
    [
      'error not-a-problem: must be a problem details object. The root must be problem in the namespace urn:ietf:rfc:7807. (RFC 9457 section 3)',
    ],
  ],
  [
    'XML with a wrong status',
    inXml('<title>x</title><status>404</status>'),
    ['error status-mismatch /status: must be the status of the response, 400 (was 404) (RFC 9457 section 3.1.2)'],
  ],
  [
    'XML with text for a number',
    inXml(
      `<type>${lapsed.type}</type><title>x</title><session_id>7</session_id>`,
      { ...xml, 'WWW-Authenticate': 'Bearer' },
      401,
    ),
    [],
  ],

  // Members
  [
    'wrong JSON types',
    answer({ type: 1, title: null, status: '400', detail: 1, instance: {} }, json, 400),
    [
      'error member-type /type: must be a string, or consumers ignore it (was 1) (RFC 9457 section 3.1)',
      'error member-type /title: must be a string, or consumers ignore it (was null) (RFC 9457 section 3.1)',
      'error member-type /status: must be a number, or consumers ignore it (was "400") (RFC 9457 section 3.1)',
      'error member-type /detail: must be a string, or consumers ignore it (was 1) (RFC 9457 section 3.1)',
      'error member-type /instance: must be a string, or consumers ignore it (was {}) (RFC 9457 section 3.1)',
      'warning no-explanation: must say in title or detail what happened (neither is text) (RFC 9110 section 15.5)',
    ],
  ],
  [
    'a type that is no URI',
    answer({ ...bad, type: '[x] y' }),
    [
      'error type-syntax /type: must be a URI reference (was "[x] y") (RFC 9457 section 3.1.1)',
      'warning type-unknown /type: must be a problem type of the catalog or of the option "types" (was "[x] y") (RFC 9457 section 3.1.1)',
    ],
  ],
  [
    'a type with a half escape',
    answer({ ...bad, type: 'urn:x%2' }),
    [
      'error type-syntax /type: must be a URI reference (was "urn:x%2") (RFC 9457 section 3.1.1)',
      'warning type-unknown /type: must be a problem type of the catalog or of the option "types" (was "urn:x%2") (RFC 9457 section 3.1.1)',
    ],
  ],
  [
    'a type with an escape',
    answer({ ...bad, type: 'urn:x%2F~-.' }),
    [
      'warning type-unknown /type: must be a problem type of the catalog or of the option "types" (was "urn:x%2F~-.") (RFC 9457 section 3.1.1)',
    ],
  ],
  [
    'a relative type',
    answer({ ...bad, type: 'x' }),
    [
      'warning type-relative /type: must be an absolute URI (was "x") (RFC 9457 section 3.1.1)',
      'warning type-unknown /type: must be a problem type of the catalog or of the option "types" (was "x") (RFC 9457 section 3.1.1)',
    ],
  ],
  [
    'a relative type of the catalog',
    answer({ ...lapsed, type: new URL(lapsed.type).pathname }, bearer),
    [
      'warning type-relative /type: must be an absolute URI (was "/docs/problems/session-invalid") (RFC 9457 section 3.1.1)',
    ],
    { baseUrl: lapsed.type },
  ],
  [
    'a relative type at a URL',
    { ...answer({ ...lapsed, type: new URL(lapsed.type).pathname }, bearer), url: lapsed.type },
    [
      'warning type-relative /type: must be an absolute URI (was "/docs/problems/session-invalid") (RFC 9457 section 3.1.1)',
    ],
  ],
  [
    'an unknown type',
    answer({ ...bad, type: 'urn:x' }),
    [
      'warning type-unknown /type: must be a problem type of the catalog or of the option "types" (was "urn:x") (RFC 9457 section 3.1.1)',
    ],
  ],
  [
    'a slash too many',
    answer({ ...lapsed, type: `${lapsed.type}/` }, bearer),
    [
      'error type-variant /type: must be exactly "https://arcp.0x001.tech/docs/problems/session-invalid" (was "https://arcp.0x001.tech/docs/problems/session-invalid/") (RFC 9457 section 3.1.1)',
    ],
  ],
  [
    'http for https',
    answer({ ...lapsed, type: lapsed.type.replace('s:', ':') }, bearer),
    [
      'error type-variant /type: must be exactly "https://arcp.0x001.tech/docs/problems/session-invalid" (was "http://arcp.0x001.tech/docs/problems/session-invalid") (RFC 9457 section 3.1.1)',
    ],
  ],
  [
    'capital letters',
    answer({ ...lapsed, type: lapsed.type.toUpperCase() }, bearer),
    [
      'error type-variant /type: must be exactly "https://arcp.0x001.tech/docs/problems/session-invalid" (was "HTTPS://ARCP.0X001.TECH/DOCS/PROBLEMS/SESSION-INVALID") (RFC 9457 section 3.1.1)',
    ],
  ],
  [
    'another http inside',
    answer({ ...bad, type: `urn:x?${own.type.replace('s:', ':')}` }),
    [
      'warning type-unknown /type: must be a problem type of the catalog or of the option "types" (was "urn:x?http://shop.example/problems/busy") (RFC 9457 section 3.1.1)',
    ],
    { types: [defineProblemType()({ type: `urn:x?${own.type}`, title: 'X', status: 400 })] },
  ],
  [
    'a status of 99',
    answer({ ...bad, status: 99 }, json, 400),
    ['error status-range /status: must be a status code, 100 to 599 (was 99) (RFC 9457 section 3.1.2)'],
  ],
  [
    'a status of 100',
    answer({ ...bad, status: 100 }, json, 400),
    ['error status-mismatch /status: must be the status of the response, 400 (was 100) (RFC 9457 section 3.1.2)'],
  ],
  [
    'a status of 599',
    answer({ ...bad, status: 599 }, json, 400),
    ['error status-mismatch /status: must be the status of the response, 400 (was 599) (RFC 9457 section 3.1.2)'],
  ],
  [
    'a status of 600',
    answer({ ...bad, status: 600 }, json, 400),
    ['error status-range /status: must be a status code, 100 to 599 (was 600) (RFC 9457 section 3.1.2)'],
  ],
  [
    'a broken status',
    answer({ ...bad, status: 400.5 }, json, 400),
    ['error status-range /status: must be a status code, 100 to 599 (was 400.5) (RFC 9457 section 3.1.2)'],
  ],
  [
    'two statuses',
    answer(aboutBlank(404), json, 400),
    ['error status-mismatch /status: must be the status of the response, 400 (was 404) (RFC 9457 section 3.1.2)'],
  ],
  [
    'a status of another type',
    answer({ ...lapsed, status: 400 }),
    ['error status-of-type /status: must be 401 for this problem type (was 400) (RFC 9457 section 4)'],
  ],
  [
    'a status of another type as a bare body',
    { ...lapsed, status: 400 },
    ['error status-of-type /status: must be 401 for this problem type (was 400) (RFC 9457 section 4)'],
  ],
  ['a known type without a status as a bare body', { type: lapsed.type, title: 'x' }, []],
  [
    'a body that cannot be read',
    answer({
      title: 'x',
      get detail() {
        throw new Error('hostile');
      },
    }),
    ['error not-a-problem: must be a problem response. Reading it failed with an error. (RFC 9457 section 3)'],
  ],
  [
    'a bare body whose status is none of the type',
    { ...lapsed, status: 7 },
    [
      'error status-range /status: must be a status code, 100 to 599 (was 7) (RFC 9457 section 3.1.2)',
      'error status-of-type /status: must be 401 for this problem type (was 7) (RFC 9457 section 4)',
    ],
  ],
  [
    'a status that is none of several',
    answer({ ...busy, status: 400 }, { ...json, 'X-Queue': '1', 'WWW-Authenticate': 'Basic' }),
    ['error status-of-type /status: must be 503, 429 or 401 for this problem type (was 400) (RFC 9457 section 4)'],
    { types: [own] },
  ],
  [
    'an instance that is no URI',
    answer({ ...bad, instance: '/a b' }),
    ['error instance-syntax /instance: must be a URI reference (was "/a b") (RFC 9457 section 3.1.5)'],
  ],
  ['an instance with all that it may hold', answer({ ...bad, instance: "/a-._~:/?#[]@!$&'()*+,;=%aF" }), []],
  [
    'a member that does not fit',
    answer({ ...lapsed, session_id: 7 }, bearer),
    ['error member /session_id: must be a string (was 7) (RFC 9457 section 3.2)'],
  ],
  [
    'a type and a status that are wrong',
    answer({ ...lapsed, detail: 7, status: '401' }, bearer, 401),
    [
      'error member-type /status: must be a number, or consumers ignore it (was "401") (RFC 9457 section 3.1)',
      'error member-type /detail: must be a string, or consumers ignore it (was 7) (RFC 9457 section 3.1)',
    ],
  ],
  [
    'an odd member name',
    answer({ ...bad, 'violated-policies': [], ab: 1, abc: 1, '1abc': 1, Abc_9: 1, 'a~b/c~d/e': 1 }),
    [
      'warning member-name /violated-policies: must have a name of 3 or more letters, digits or "_", a letter first (was "violated-policies") (RFC 9457 section 4)',
      'warning member-name /ab: must have a name of 3 or more letters, digits or "_", a letter first (was "ab") (RFC 9457 section 4)',
      'warning member-name /1abc: must have a name of 3 or more letters, digits or "_", a letter first (was "1abc") (RFC 9457 section 4)',
      'warning member-name /a~0b~1c~0d~1e: must have a name of 3 or more letters, digits or "_", a letter first (was "a~b/c~d/e") (RFC 9457 section 4)',
    ],
  ],
  [
    'a stack trace',
    answer({ ...bad, detail: 'Error: x\n    at f (a.js:1:2)' }),
    ['warning stack-trace /detail: must not show a stack trace (RFC 9457 section 3.1.4)'],
  ],
  [
    'a nested stack trace',
    answer({ ...bad, info: ['E\n  at f (a.js:1:2)'] }),
    ['warning stack-trace /info: must not show a stack trace (RFC 9457 section 3.1.4)'],
  ],
  [
    'nothing said',
    answer({ type: 'about:blank', status: 400 }),
    ['warning no-explanation: must say in title or detail what happened (neither is text) (RFC 9110 section 15.5)'],
  ],
  ['a detail alone', answer({ detail: 'x' }), []],

  [
    'a known about:blank',
    answer(aboutBlank(404)),
    ['warning type-header X-Blank: must carry X-Blank, as its problem type says (was absent) (RFC 9457 section 4)'],
    { types: [blank] },
  ],
  [
    'a known about:blank with another status',
    answer(aboutBlank(410)),
    ['warning type-header X-Blank: must carry X-Blank, as its problem type says (was absent) (RFC 9457 section 4)'],
    { types: [blank] },
  ],
  ['an about:blank with a status of none', answer(aboutBlank(400)), [], { types: [blank] }],
  [
    'a bare about:blank',
    aboutBlank(404),
    [
      'error member /left: must be a number (was "7") (RFC 9457 section 3.2)',
      'error member /left: must be 8 or more (was "7") (RFC 9457 section 3.2)',
      'error member /list: must be an array (was {}) (RFC 9457 section 3.2)',
    ],
    { types: [{ ...typed, ...blank }] },
  ],
  ['a bare about:blank with a status of none', aboutBlank(400), [], { types: [{ ...typed, ...blank }] }],
  [
    'a type of JSON that does not fit',
    answer({ type: 'urn:typed', title: 'x', left: '7', list: {} }),
    [
      'error member /left: must be a number (was "7") (RFC 9457 section 3.2)',
      'error member /left: must be 8 or more (was "7") (RFC 9457 section 3.2)',
      'error member /list: must be an array (was {}) (RFC 9457 section 3.2)',
    ],
    { types: [typed] },
  ],
  [
    'a type of XML that does not fit',
    inXml('<type>urn:typed</type><title>x</title><left>7</left><list><one>1</one></list>'),
    [
      'error member /left: must be 8 or more (was "7") (RFC 9457 section 3.2)',
      'error member /list: must be an array (was {}) (RFC 9457 section 3.2)',
    ],
    { types: [typed] },
  ],
  [
    'header fields without a status',
    () => ({ headers: new Headers({ ...json, 'Retry-After': 'soon' }), text: async () => JSON.stringify(bad) }),
    [],
  ],

  // Header fields
  [
    '401 without a challenge',
    answer(lapsed),
    [
      'warning www-authenticate WWW-Authenticate: a 401 response must carry WWW-Authenticate (was absent) (RFC 9110 section 15.5.2)',
    ],
  ],
  [
    '401 without a challenge, strictly',
    answer(lapsed),
    [
      'error www-authenticate WWW-Authenticate: a 401 response must carry WWW-Authenticate (was absent) (RFC 9110 section 15.5.2)',
    ],
    { strict: true },
  ],
  [
    '405 without Allow',
    answer(aboutBlank(405)),
    ['error allow Allow: a 405 response must carry Allow (was absent) (RFC 9110 section 15.5.6)'],
  ],
  [
    '407 without a challenge',
    answer(aboutBlank(407)),
    [
      'error proxy-authenticate Proxy-Authenticate: a 407 response must carry Proxy-Authenticate (was absent) (RFC 9110 section 15.5.8)',
    ],
  ],
  [
    '416 without Content-Range',
    answer(aboutBlank(416)),
    [
      'warning content-range Content-Range: a 416 response must carry Content-Range (was absent) (RFC 9110 section 15.5.17)',
    ],
  ],
  [
    '426 without Upgrade',
    answer(aboutBlank(426)),
    ['error upgrade Upgrade: a 426 response must carry Upgrade (was absent) (RFC 9110 section 15.5.22)'],
  ],
  [
    'a type that requires headers',
    answer(busy),
    ['warning type-header X-Queue: must carry X-Queue, as its problem type says (was absent) (RFC 9457 section 4)'],
    { types: [own] },
  ],
  [
    'a type that requires headers, strictly',
    answer({ ...busy, retry_after: 7 }),
    [
      'error type-header X-Queue: must carry X-Queue, as its problem type says (was absent) (RFC 9457 section 4)',
      'error type-header Retry-After: must carry Retry-After, as its problem type says (was absent) (RFC 9457 section 4)',
    ],
    { types: [own], strict: true },
  ],
  [
    'a type that requires a challenge at its 401',
    answer(own({ status: 401 })),
    [
      'warning www-authenticate WWW-Authenticate: a 401 response must carry WWW-Authenticate (was absent) (RFC 9110 section 15.5.2)',
      'warning type-header X-Queue: must carry X-Queue, as its problem type says (was absent) (RFC 9457 section 4)',
    ],
    { types: [own] },
  ],
  ['a type with its headers', () => problemResponse(busy), [], { types: [own] }],
  [
    'an odd Retry-After',
    answer(aboutBlank(503), { ...json, 'Retry-After': 'soon' }),
    ['error retry-after Retry-After: must be whole seconds or an HTTP date (was "soon") (RFC 9110 section 10.2.3)'],
  ],
  ['a Retry-After with blanks', answer(aboutBlank(503), { ...json, 'Retry-After': ' 7 ' }), []],
  [
    'a public 429',
    answer(aboutBlank(429), { ...json, 'Cache-Control': 'public, max-age=60' }),
    [
      'error cacheable Cache-Control: must not let a cache store a 429 response (was "public, max-age=60") (RFC 6585 sections 3 to 6)',
    ],
  ],
  ['no-store on a 429', answer(aboutBlank(429), { ...json, 'Cache-Control': 'no-store, max-age=0' }), []],
  ['no-cache on a 429', answer(aboutBlank(429), { ...json, 'Cache-Control': 'no-cache' }), []],
  ['a public 404', answer(aboutBlank(404), { ...json, 'Cache-Control': 'public' }), []],
  [
    'a challenge that is none',
    challenged('="x"'),
    [
      'error challenge WWW-Authenticate: must be one or more challenges such as "Bearer" (was "=\\"x\\"") (RFC 9110 section 11.6.1)',
    ],
  ],
  [
    'an empty challenge',
    challenged(' , '),
    [
      'error challenge WWW-Authenticate: must be one or more challenges such as "Bearer" (was " , ") (RFC 9110 section 11.6.1)',
    ],
  ],
  [
    'no challenge in the field',
    challenged(''),
    [
      'error challenge WWW-Authenticate: must be one or more challenges such as "Bearer" (was "") (RFC 9110 section 11.6.1)',
    ],
  ],
  ['separators around challenges', challenged(' , Basic realm="a" ,, Bearer , '), []],
  ['a token alone', challenged('Basic Zm9v=='), []],
  [
    'a parameter before a scheme',
    challenged('realm="a"'),
    [
      'error challenge WWW-Authenticate: must be one or more challenges such as "Bearer" (was "realm=\\"a\\"") (RFC 9110 section 11.6.1)',
    ],
  ],
  ['a challenge with parameters', challenged('Bearer realm="a, b=\\"c\\"", error = "invalid_token", Basic Zm9v=='), []],
  [
    'Bearer invalid_token on 400',
    challenged('Bearer error="invalid_token"', {}, 400),
    [
      'warning bearer-status WWW-Authenticate: must come with status 401 for error "invalid_token" (was 400) (RFC 6750 section 3.1)',
    ],
  ],
  [
    'bearer invalid_token without quotes on 403',
    challenged('bearer ERROR=invalid_token', {}, 403),
    [
      'warning bearer-status WWW-Authenticate: must come with status 401 for error "invalid_token" (was 403) (RFC 6750 section 3.1)',
    ],
  ],
  [
    'Bearer invalid_request on 401',
    challenged('Bearer realm="x",error="invalid_request"'),
    [
      'warning bearer-status WWW-Authenticate: must come with status 400 for error "invalid_request" (was 401) (RFC 6750 section 3.1)',
    ],
  ],
  [
    'Bearer insufficient_scope on 401',
    challenged('Bearer error="insufficient_scope"'),
    [
      'warning bearer-status WWW-Authenticate: must come with status 403 for error "insufficient_scope" (was 401) (RFC 6750 section 3.1)',
    ],
  ],
  ['Bearer insufficient_scope on 403', challenged('Bearer error="insufficient_scope"', {}, 403), []],
  ['an error that only looks like one', challenged('Bearer error="\\"invalid_token"', {}, 400), []],
  ['the error of another scheme', challenged('Bearer, DPoP error="invalid_token"', {}, 400), []],
  [
    'use_dpop_nonce without a nonce',
    challenged('DPoP error="use_dpop_nonce", algs="ES256"'),
    [
      'error dpop-nonce DPoP-Nonce: must be exactly one nonce beside error "use_dpop_nonce" (was absent) (RFC 9449 section 9)',
    ],
  ],
  [
    'use_dpop_nonce with two',
    challenged('DPoP error=use_dpop_nonce', { 'DPoP-Nonce': 'a, b' }),
    [
      'error dpop-nonce DPoP-Nonce: must be exactly one nonce beside error "use_dpop_nonce" (was "a, b") (RFC 9449 section 9)',
    ],
  ],
  ['use_dpop_nonce with one', challenged('DPoP error="use_dpop_nonce"', { 'DPoP-Nonce': 'a' }), []],
  [
    'two faults of one challenge',
    challenged('Bearer error="insufficient_scope", DPoP error="use_dpop_nonce"'),
    [
      'warning bearer-status WWW-Authenticate: must come with status 403 for error "insufficient_scope" (was 401) (RFC 6750 section 3.1)',
      'error dpop-nonce DPoP-Nonce: must be exactly one nonce beside error "use_dpop_nonce" (was absent) (RFC 9449 section 9)',
    ],
  ],
])('%s', async (_, response, findings, options) => {
  expect(await linesOf(response, options)).toEqual(findings);
});
