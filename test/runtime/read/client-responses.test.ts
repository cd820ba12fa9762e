import { bytes, fail, headers, mediaType, streamed, testInspection, text, title } from './inspection.ts';

/** inspectProblem: what it says of the responses that clients give, by the shape of each. */

/** A response that some client read already, and left its body in its own error or result. */
function wasRead(holder: object) {
  return { response: { status: 400, bodyUsed: true, headers: new Headers(headers), text: fail }, ...holder };
}

testInspection([
  [
    'of axios',
    () => ({
      status: 400,
      headers: { 'content-type': mediaType },
      config: { url: '/t', baseURL: 'https://h.example', method: 'post', headers: { A: 'b', C: undefined, D: null } },
      request: {},
      data: { title },
    }),
    "problem, problem { type: 'about:blank', title: 'x' }, exchange { status: 400, method: 'POST', url: 'https://h.example/t', headers: [ 'a' ] }",
  ],
  [
    'of axios with a whole URL',
    () => ({
      status: 400,
      headers,
      config: { url: 'https://i.example/t', baseURL: 'https://h.example' },
      data: text,
    }),
    "problem, problem { type: 'about:blank', title: 'x' }, exchange { status: 400, url: 'https://i.example/t' }",
  ],
  [
    'of axios without a base',
    () => ({ status: 400, headers, config: { url: '/t' }, data: text }),
    "problem, problem { type: 'about:blank', title: 'x' }, exchange { status: 400, url: '/t' }",
  ],
  [
    'an error of axios',
    () => ({
      message: 'failed',
      config: { url: '/t', method: 'get' },
      request: { path: '/r' },
      response: { status: 400, headers, data: bytes },
    }),
    "problem, problem { type: 'about:blank', title: 'x' }, exchange { status: 400, method: 'GET', url: '/t' }",
  ],
  [
    'of got',
    () => ({
      statusCode: 400,
      url: 'https://h.example/a',
      method: 'PUT',
      headers: { 'content-type': mediaType },
      rawBody: bytes,
      request: { options: { method: 'PATCH', headers: { 'X-A': '1' } } },
    }),
    "problem, problem { type: 'about:blank', title: 'x' }, exchange { status: 400, method: 'PUT', url: 'https://h.example/a', headers: [ 'x-a' ] }",
  ],
  [
    'of got with its body',
    () => ({
      statusCode: 400,
      headers: { 'content-type': mediaType },
      body: text,
      request: { options: { method: 'PATCH', headers: { 'X-A': '1' } } },
    }),
    "problem, problem { type: 'about:blank', title: 'x' }, exchange { status: 400, method: 'PATCH', headers: [ 'x-a' ] }",
  ],
  [
    'of supertest',
    () => ({
      status: 400,
      header: {},
      headers: { 'content-type': mediaType },
      text,
      body: {},
      request: { method: 'GET', url: 'http://127.0.0.1:80/a', header: { 'X-A': '1' } },
    }),
    "problem, problem { type: 'about:blank', title: 'x' }, exchange { status: 400, method: 'GET', url: 'http://127.0.0.1:80/a', headers: [ 'x-a' ] }",
  ],
  [
    'of superagent with an empty text',
    () => ({ status: 400, headers, text: '', body: { title } }),
    "problem, problem { type: 'about:blank', title: 'x' }, exchange { status: 400 }",
  ],
  [
    'of inject',
    () => ({
      statusCode: 400,
      headers,
      payload: text,
      body: '{}',
      raw: { req: { method: 'GET', url: '/a', headers: { host: 'localhost' } } },
    }),
    "problem, problem { type: 'about:blank', title: 'x' }, exchange { status: 400, method: 'GET', url: '/a', headers: [ 'host' ] }",
  ],
  [
    'of node:http',
    () => ({
      statusCode: 400,
      headers,
      [Symbol.asyncIterator]: () => streamed(bytes.slice(0, 3), bytes.slice(3)),
      req: {
        method: 'GET',
        protocol: 'http:',
        path: '/a',
        getHeader: (name: string) => ({ host: 'h.example' })[name],
        getHeaders: () => ({ host: 'h.example' }),
      },
      body: undefined,
      ok: false,
    }),
    "problem, problem { type: 'about:blank', title: 'x' }, exchange { status: 400, method: 'GET', url: 'http://h.example/a', headers: [ 'host' ] }",
  ],
  [
    'of an XMLHttpRequest',
    () => ({ status: 400, headers, data: { title }, request: { responseURL: 'https://h.example/b', url: '/a' } }),
    "problem, problem { type: 'about:blank', title: 'x' }, exchange { status: 400, url: 'https://h.example/b' }",
  ],
  [
    'of follow-redirects',
    () => ({
      status: 400,
      headers,
      data: { title },
      request: { res: { responseUrl: 'https://h.example/b' }, url: '/a' },
    }),
    "problem, problem { type: 'about:blank', title: 'x' }, exchange { status: 400, url: 'https://h.example/b' }",
  ],
  [
    'of undici',
    () => ({
      statusCode: 400,
      headers,
      body: { [Symbol.asyncIterator]: () => streamed(text.slice(0, 4), text.slice(4)) },
    }),
    "problem, problem { type: 'about:blank', title: 'x' }, exchange { status: 400 }",
  ],
  [
    'of undici, being read',
    () => ({ statusCode: 400, headers, body: { [Symbol.asyncIterator]: fail, readableDidRead: true } }),
    'not-a-problem, reason body-used, message The body was read before, or is being read. Read a clone of the response., exchange { status: 400 }',
  ],
  [
    'a stream of numbers',
    () => ({ statusCode: 400, headers, body: { [Symbol.asyncIterator]: () => streamed(7) } }),
    'not-a-problem, reason unreadable, message Reading it failed with an error., exchange { status: 400 }',
  ],
  [
    'a stream of nothings',
    () => ({ statusCode: 400, headers, body: { [Symbol.asyncIterator]: () => streamed('', '', '', '') } }),
    'not-a-problem, reason too-large, message The body is larger than 2 bytes. Raise maxBytes., exchange { status: 400 }',
    { maxBytes: 2 },
  ],
  [
    'a stream that is large',
    () => ({ statusCode: 400, headers, body: { [Symbol.asyncIterator]: () => streamed(text) } }),
    'not-a-problem, reason too-large, message The body is larger than 12 bytes. Raise maxBytes., exchange { status: 400 }',
    { maxBytes: 12 },
  ],
  [
    'with a body of text()',
    () => ({ status: 400, headers, body: { text: () => text } }),
    "problem, problem { type: 'about:blank', title: 'x' }, exchange { status: 400 }",
  ],
  [
    'with a body of text() that is large',
    () => ({ status: 400, headers, body: { text: () => text } }),
    'not-a-problem, reason too-large, message The body is larger than 12 bytes. Raise maxBytes., exchange { status: 400 }',
    { maxBytes: 12 },
  ],
  [
    'with a body of text() of the largest size',
    () => ({ status: 400, headers, body: { text: () => text } }),
    "problem, problem { type: 'about:blank', title: 'x' }, exchange { status: 400 }",
    { maxBytes: 13 },
  ],
  [
    'with a body of arrayBuffer()',
    () => ({ status: 400, headers, body: { arrayBuffer: () => bytes.buffer, text: fail } }),
    "problem, problem { type: 'about:blank', title: 'x' }, exchange { status: 400 }",
  ],
  [
    'of ky',
    () =>
      wasRead({
        request: new Request('https://h.example/a', { method: 'POST', headers: { 'X-A': '1' } }),
        data: { title },
      }),
    "problem, problem { type: 'about:blank', title: 'x' }, exchange { status: 400, method: 'POST', url: 'https://h.example/a', headers: [ 'x-a' ] }",
  ],
  [
    'of openapi-fetch',
    () => wasRead({ error: { title } }),
    "problem, problem { type: 'about:blank', title: 'x' }, exchange { status: 400 }",
  ],
  [
    'of wretch',
    () => wasRead({ json: { title } }),
    "problem, problem { type: 'about:blank', title: 'x' }, exchange { status: 400 }",
  ],
  [
    'of ofetch, as a blob',
    () => wasRead({ data: new Blob([text]) }),
    "problem, problem { type: 'about:blank', title: 'x' }, exchange { status: 400 }",
  ],
  [
    'of ofetch.raw',
    () => Object.assign(wasRead({}).response, { _data: { title } }),
    "problem, problem { type: 'about:blank', title: 'x' }, exchange { status: 400 }",
  ],
  [
    'of superagent that is malformed',
    () => ({ status: 400, headers, rawResponse: '{' }),
    'not-a-problem, reason syntax, message The body is not JSON: "{", exchange { status: 400 }',
  ],
  [
    'of wretch as text',
    () => wasRead({ text }),
    "problem, problem { type: 'about:blank', title: 'x' }, exchange { status: 400 }",
  ],
  [
    'that was read by nobody knows whom',
    () => wasRead({}),
    'not-a-problem, reason body-used, message The body was read before, or is being read. Read a clone of the response., exchange { status: 400 }',
  ],
  [
    'of a stand-in without clone',
    () => ({ status: 400, headers: new Headers(headers), text: async () => text }),
    "problem, problem { type: 'about:blank', title: 'x' }, exchange { status: 400 }",
  ],
  [
    'of a stand-in without a body',
    () => ({ status: 400, headers: new Headers(headers), text: async () => text, body: null }),
    "problem, problem { type: 'about:blank', title: 'x' }, exchange { status: 400 }",
  ],
  [
    'of a stand-in whose copy was read',
    () => ({ status: 400, headers: new Headers(headers), text: fail, clone: () => ({ bodyUsed: true }) }),
    'not-a-problem, reason body-used, message The body was read before, or is being read. Read a clone of the response., exchange { status: 400 }',
  ],
  [
    'of a stand-in that cannot be copied',
    () => ({ status: 400, headers: new Headers(headers), text: fail, clone: fail }),
    'not-a-problem, reason body-used, message The body was read before, or is being read. Read a clone of the response., exchange { status: 400 }',
  ],
  [
    'of Playwright',
    () => ({
      url: () => 'https://h.example/a',
      headers: () => headers,
      status: () => 400,
      text: async () => text,
      request: () => ({ url: () => 'https://h.example/a', headers: () => ({ 'X-A': '1' }), method: () => 'GET' }),
    }),
    "problem, problem { type: 'about:blank', title: 'x' }, exchange { status: 400, method: 'GET', url: 'https://h.example/a', headers: [ 'x-a' ] }",
  ],
  [
    'with a list of values for a header',
    () => ({ status: 400, headers: { 'content-type': [mediaType] }, body: text }),
    "problem, problem { type: 'about:blank', title: 'x' }, exchange { status: 400 }",
  ],
  [
    'with pairs of header fields',
    () => ({ status: 400, headers: [['CONTENT-TYPE', mediaType]], body: text }),
    "problem, problem { type: 'about:blank', title: 'x' }, exchange { status: 400 }",
  ],
  [
    'with a map of header fields',
    () => ({ status: 400, headers: new Map([['content-type', mediaType]]), body: text }),
    "problem, problem { type: 'about:blank', title: 'x' }, exchange { status: 400 }",
  ],
  [
    'with an error as its body',
    () => ({ status: 400, headers, error: { title } }),
    "problem, problem { type: 'about:blank', title: 'x' }, exchange { status: 400 }",
  ],
  [
    'with no body',
    () => ({ status: 400, headers, ok: false }),
    'not-a-problem, reason not-an-object, message It is undefined, not a JSON object., exchange { status: 400 }',
  ],
  [
    'with statusText alone',
    () => ({ status: 400, statusText: 'Bad Request' }),
    'not-a-problem, reason media-type, message There is no Content-Type; a problem has application/problem+json., exchange { status: 400 }',
  ],
  ['with a status alone', () => ({ status: 400 }), "problem, problem { type: 'about:blank', status: 400 }"],
  [
    'a problem with a member response',
    () => ({ title, response: { status: 404, headers, data: {} } }),
    "problem, problem { type: 'about:blank', title: 'x', response: { status: 404, headers: { 'Content-Type': 'application/problem+json' }, data: {} } }",
  ],
  [
    'a problem with a type alone and a member headers',
    () => ({ type: 'urn:x', status: 404, headers: {} }),
    "problem, problem { type: 'urn:x', status: 404, headers: {} }",
  ],
  [
    'a problem with a detail alone and a member text',
    () => ({ detail: 'x', status: 404, text: 'y' }),
    "problem, problem { type: 'about:blank', status: 404, detail: 'x', text: 'y' }",
  ],
  [
    'a response with a type',
    () => ({ type: 'basic', status: 400, headers, body: text }),
    "problem, problem { type: 'about:blank', title: 'x' }, exchange { status: 400 }",
  ],
  [
    'a request that cannot be read',
    () => ({
      status: 400,
      headers,
      data: { title },
      get request() {
        return fail();
      },
    }),
    'not-a-problem, reason unreadable, message Reading it failed with an error.',
  ],
  [
    'a response that cannot be read',
    () => ({
      get response() {
        return fail();
      },
    }),
    'not-a-problem, reason unreadable, message Reading it failed with an error.',
  ],
  [
    'a request with a host and no path',
    () => ({ status: 400, headers, data: { title }, request: { protocol: 'http:', getHeader: () => 'h.example' } }),
    "problem, problem { type: 'about:blank', title: 'x' }, exchange { status: 400 }",
  ],
  [
    'a request with a path and no host',
    () => ({
      status: 400,
      headers,
      data: { title },
      request: { protocol: 'http:', path: '/a', getHeader: () => undefined },
    }),
    "problem, problem { type: 'about:blank', title: 'x' }, exchange { status: 400 }",
  ],
  [
    'a request without header fields',
    () => ({ status: 400, headers, data: { title }, request: { options: { headers: null } } }),
    "problem, problem { type: 'about:blank', title: 'x' }, exchange { status: 400 }",
  ],
  [
    'as many objects on a level as bytes are allowed',
    () => ({ a: {}, b: [] }),
    "problem, problem { type: 'about:blank', a: {}, b: [] }",
    { maxBytes: 2 },
  ],
  [
    'more objects on a level than bytes are allowed',
    () => ({ a: {}, b: [] }),
    'not-a-problem, reason too-deep, message It is nested more than 64 levels deep, or has too many members.',
    { maxBytes: 1 },
  ],
  [
    'a url that is a function alone',
    () => ({ url: fail, status: 400, headers, data: { title } }),
    "problem, problem { type: 'about:blank', title: 'x' }, exchange { status: 400 }",
  ],
  [
    'a header field that is undefined',
    () => ({ status: 400, headers: { 'content-type': undefined }, body: text }),
    'not-a-problem, reason media-type, message There is no Content-Type; a problem has application/problem+json., exchange { status: 400 }',
  ],
  [
    'a copy of a Node.js stream, which waits beyond 16 KiB',
    () => ({
      status: 400,
      headers: new Headers(headers),
      text: fail,
      clone: () => ({ body: { pipe: fail, [Symbol.asyncIterator]: () => streamed(`"${'x'.repeat(16_384)}`) } }),
    }),
    'not-a-problem, reason too-large, message The body is larger than 16384 bytes. Pass the text., exchange { status: 400 }',
  ],
  [
    'a copy of a Node.js stream of 16 KiB',
    () => ({
      status: 400,
      headers: new Headers(headers),
      text: fail,
      clone: () => ({ body: { pipe: fail, [Symbol.asyncIterator]: () => streamed(`"${'x'.repeat(16_382)}"`) } }),
    }),
    'not-a-problem, reason not-an-object, message It is a string, not a JSON object., exchange { status: 400 }',
  ],
  [
    'a copy of a Node.js stream, of which less is wanted',
    () => ({
      status: 400,
      headers: new Headers(headers),
      text: fail,
      clone: () => ({ body: { pipe: fail, [Symbol.asyncIterator]: () => streamed(text) } }),
    }),
    'not-a-problem, reason too-large, message The body is larger than 12 bytes. Raise maxBytes., exchange { status: 400 }',
    { maxBytes: 12 },
  ],
  [
    'a Node.js stream that has no copy',
    () => ({
      status: 400,
      headers: new Headers(headers),
      text: fail,
      body: { pipe: fail, [Symbol.asyncIterator]: () => streamed(`"${'x'.repeat(16_384)}"`) },
    }),
    'not-a-problem, reason not-an-object, message It is a string, not a JSON object., exchange { status: 400 }',
  ],
  [
    'a copy of another stream',
    () => ({
      status: 400,
      headers: new Headers(headers),
      text: fail,
      clone: () => ({ body: { [Symbol.asyncIterator]: () => streamed(`"${'x'.repeat(16_384)}"`) } }),
    }),
    'not-a-problem, reason not-an-object, message It is a string, not a JSON object., exchange { status: 400 }',
  ],
  [
    'a copy with nothing to read',
    () => ({ status: 400, headers: new Headers(headers), text: fail, clone: () => ({}) }),
    'not-a-problem, reason empty, message The body is empty., exchange { status: 400 }',
  ],
  [
    'as many chunks as bytes are allowed',
    () => ({ statusCode: 400, headers, body: { [Symbol.asyncIterator]: () => streamed('{', '}', '') } }),
    "problem, problem { type: 'about:blank' }, exchange { status: 400 }",
    { maxBytes: 2 },
  ],
  [
    'header fields without a function',
    () => ({ headers: { get: 7 }, text: fail, title }),
    "problem, problem { type: 'about:blank', title: 'x', headers: { get: 7 } }",
  ],
  [
    'header fields of a response that cannot be read',
    () => ({ headers: { get: fail }, text: fail, title: 7 }),
    'not-a-problem, reason unreadable, message Reading it failed with an error.',
  ],
  [
    'an error with a problem',
    () => ({ problem: { title }, status: 404, headers: { A: 'b' } }),
    "problem, problem { type: 'about:blank', title: 'x' }, exchange { status: 404 }",
  ],
  [
    'an error with the problem of another server',
    () => ({ problem: { title }, status: 500, exchange: { status: 404, url: 'https://h.example/a' } }),
    "problem, problem { type: 'about:blank', title: 'x' }, exchange { status: 404, url: 'https://h.example/a' }",
  ],
]);
