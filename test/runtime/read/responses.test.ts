import { bytes, fail, headers, mediaType, respond, testInspection, text, title } from './inspection.ts';

/** inspectProblem: what it says of a response: media types, statuses, URLs, and bodies that cannot be had. */

testInspection([
  // Media types
  ['a response', () => respond(text), "problem, problem { type: 'about:blank', title: 'x' }, exchange { status: 400 }"],
  [
    'a response with parameters',
    () => respond(text, { headers: { 'Content-Type': ' Application/Problem+JSON ; charset=utf-8' } }),
    "problem, problem { type: 'about:blank', title: 'x' }, exchange { status: 400 }",
  ],
  [
    'a response with its media type twice',
    () =>
      respond(text, {
        headers: [
          ['Content-Type', mediaType],
          ['Content-Type', mediaType],
        ],
      }),
    "problem, problem { type: 'about:blank', title: 'x' }, exchange { status: 400 }",
  ],
  [
    'HTML',
    () => respond('<h1>', { headers: { 'Content-Type': 'text/html;charset=utf-8' } }),
    'not-a-problem, reason media-type, message The media type is text/html, not application/problem+json., exchange { status: 400 }',
  ],
  [
    'XML',
    () => respond('<problem/>', { headers: { 'Content-Type': 'application/problem+xml' } }),
    'not-a-problem, reason media-type, message The media type is application/problem+xml, not application/problem+json. Read it with readProblemXml., exchange { status: 400 }',
  ],
  [
    'no media type',
    () => respond(bytes, { headers: {} }),
    'not-a-problem, reason media-type, message There is no Content-Type; a problem has application/problem+json., exchange { status: 400 }',
  ],
  [
    'JSON',
    () => respond(text, { headers: { 'Content-Type': 'application/json' } }),
    'not-a-problem, reason media-type, message The media type is application/json, not application/problem+json., exchange { status: 400 }',
  ],
  [
    'JSON that is accepted, of something else',
    () => respond(text, { headers: { 'Content-Type': 'application/json' } }),
    'not-a-problem, reason media-type, message The media type is application/json, not application/problem+json. Its members are not those of a problem., exchange { status: 400 }',
    { acceptJson: true },
  ],
  [
    'JSON that is accepted, with title and status',
    () => respond('{"title":"x","status":400}', { headers: { 'Content-Type': 'application/json' } }),
    "problem, problem { type: 'about:blank', title: 'x', status: 400 }, exchange { status: 400 }",
    { acceptJson: true },
  ],
  [
    'JSON that is accepted, with a status alone',
    () => respond('{"status":400}', { headers: { 'Content-Type': 'text/json' } }),
    'not-a-problem, reason media-type, message The media type is text/json, not application/problem+json. Its members are not those of a problem., exchange { status: 400 }',
    { acceptJson: true },
  ],
  [
    'JSON that is accepted, with a type',
    () => respond('{"type":"urn:x"}', { headers: { 'Content-Type': 'application/vnd.a+json' } }),
    "problem, problem { type: 'urn:x' }, exchange { status: 400 }",
    { acceptJson: true },
  ],
  [
    'JSON that is accepted, with a type that is relative',
    () => respond('{"type":"x"}', { headers: { 'Content-Type': 'application/json' } }),
    'not-a-problem, reason media-type, message The media type is application/json, not application/problem+json. Its members are not those of a problem., exchange { status: 400 }',
    { acceptJson: true },
  ],
  [
    'JSON that is accepted, with about:blank',
    () => respond('{"type":"about:blank"}', { headers: { 'Content-Type': 'application/json' } }),
    'not-a-problem, reason media-type, message The media type is application/json, not application/problem+json. Its members are not those of a problem., exchange { status: 400 }',
    { acceptJson: true },
  ],
  [
    'JSON that is accepted, of a 399',
    () => ({ status: 399, headers: { 'Content-Type': 'application/json' }, body: { type: 'urn:x' } }),
    'not-a-problem, reason media-type, message The media type is application/json, not application/problem+json., exchange { status: 399 }',
    { acceptJson: true },
  ],
  [
    'JSON that is accepted, of no status',
    () => ({ headers: new Headers({ 'Content-Type': 'application/json' }), text: () => '{"type":"urn:x"}' }),
    "problem, problem { type: 'urn:x' }",
    { acceptJson: true },
  ],
  [
    'JSON that is accepted, with wrong syntax',
    () => respond('{', { headers: { 'Content-Type': 'application/json' } }),
    'not-a-problem, reason syntax, message The body is not JSON: "{", exchange { status: 400 }',
    { acceptJson: true },
  ],
  [
    'a media type that only contains JSON',
    () => respond('{"type":"urn:x"}', { headers: { 'Content-Type': 'application/jsonp' } }),
    'not-a-problem, reason media-type, message The media type is application/jsonp, not application/problem+json., exchange { status: 400 }',
    { acceptJson: true },
  ],

  // Statuses and URLs
  [
    'two statuses',
    () => respond('{"status":404}'),
    "problem, problem { type: 'about:blank', status: 404 }, exchange { status: 400 }, statusMismatch true",
  ],
  [
    'a relative type at a URL',
    () => respond('{"type":"/t"}', { url: 'https://h.example/a?b' }),
    "problem, problem { type: 'https://h.example/t' }, exchange { status: 400, url: 'https://h.example/a?b' }",
  ],
  [
    'a relative type at a URL, with another base',
    () => respond('{"type":"/t"}', { url: 'https://h.example/a' }),
    "problem, problem { type: 'https://i.example/t' }, exchange { status: 400, url: 'https://h.example/a' }",
    { baseUrl: 'https://i.example' },
  ],
  [
    'a former type',
    () => respond('{"type":"urn:x"}'),
    "problem, problem { type: 'urn:x' }, exchange { status: 400 }",
    { acceptFormer: true },
  ],

  // Bodies that cannot be had
  [
    'a response without a body',
    () => respond(null),
    'not-a-problem, reason empty, message The body is empty., exchange { status: 400 }',
  ],
  [
    'a large response',
    () => respond(text),
    'not-a-problem, reason too-large, message The body is larger than 12 bytes. Raise maxBytes., exchange { status: 400 }',
    { maxBytes: 12 },
  ],
  [
    'a response of the largest size',
    () => respond(text),
    "problem, problem { type: 'about:blank', title: 'x' }, exchange { status: 400 }",
    { maxBytes: 13 },
  ],
  [
    'a response that was read',
    async () => {
      const response = respond(text);
      await response.text();
      return response;
    },
    'not-a-problem, reason body-used, message The body was read before, or is being read. Read a clone of the response., exchange { status: 400 }',
  ],
  [
    'a response that is being read',
    () => {
      const response = respond(text);
      response.body?.getReader();
      return response;
    },
    'not-a-problem, reason body-used, message The body was read before, or is being read. Read a clone of the response., exchange { status: 400 }',
  ],
  [
    'a response that fails',
    () => respond(new ReadableStream({ pull: (controller) => controller.error(new Error('reset')) })),
    'not-a-problem, reason unreadable, message Reading it failed with an error., exchange { status: 400 }',
  ],
  [
    'a rejected promise',
    () => Promise.reject(new Error('no network')),
    'not-a-problem, reason unreadable, cause no network, message The promise was rejected: no network',
  ],
  [
    'a promise rejected with text',
    () => Promise.reject('no network'),
    'not-a-problem, reason unreadable, cause no network, message The promise was rejected: no network',
  ],
  [
    'a promise rejected with nothing',
    () => Promise.reject(undefined),
    'not-a-problem, reason unreadable, cause undefined, message The promise was rejected: undefined',
  ],
  [
    'a promise rejected with what cannot be text',
    () => Promise.reject(Object.create(null)),
    'not-a-problem, reason unreadable, cause [Object: null prototype] {}, message The promise was rejected.',
  ],
  [
    'a promise rejected with a response',
    () => Promise.reject({ response: { status: 400, headers, data: { title } } }),
    "problem, problem { type: 'about:blank', title: 'x' }, exchange { status: 400 }",
  ],
  [
    'a value that cannot be read',
    () => new Proxy({}, { get: fail, getPrototypeOf: fail }),
    'not-a-problem, reason unreadable, cause hostile, message The promise was rejected: hostile',
  ],
]);
