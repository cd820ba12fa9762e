import { fastify } from 'fastify';
import { expect } from 'vitest';
import { checkResponse } from '../../dist/package/check.js';
import { problemHandler } from '../../dist/package/fastify.js';
import {
  aboutBlank,
  agentNotFound,
  problemHeaders,
  problemResponse,
  sessionInvalid,
  toProblem,
  validationFailed,
} from '../../dist/package/index.js';
import { languageHeaders, localize } from '../../dist/package/localize.js';
import { problemToXml, problemXmlResponse, readProblemXml } from '../../dist/package/xml.js';
import type { Requirement } from './requirement.ts';

/** What is asked of those who send a problem. */

const agent = agentNotFound({ agent_id: 'a' });

/** Every registered error status, with its phrase in RFC 9110, or in the RFC that registers it. */
const phrases: Record<number, string> = {
  308: 'Permanent Redirect',
  400: 'Bad Request',
  401: 'Unauthorized',
  402: 'Payment Required',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  406: 'Not Acceptable',
  407: 'Proxy Authentication Required',
  408: 'Request Timeout',
  409: 'Conflict',
  410: 'Gone',
  411: 'Length Required',
  412: 'Precondition Failed',
  413: 'Content Too Large',
  414: 'URI Too Long',
  415: 'Unsupported Media Type',
  416: 'Range Not Satisfiable',
  417: 'Expectation Failed',
  421: 'Misdirected Request',
  422: 'Unprocessable Content',
  423: 'Locked',
  424: 'Failed Dependency',
  425: 'Too Early',
  426: 'Upgrade Required',
  428: 'Precondition Required',
  429: 'Too Many Requests',
  431: 'Request Header Fields Too Large',
  451: 'Unavailable For Legal Reasons',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
  505: 'HTTP Version Not Supported',
  506: 'Variant Also Negotiates',
  507: 'Insufficient Storage',
  508: 'Loop Detected',
  511: 'Network Authentication Required',
};

export const generators: Requirement[] = [
  {
    section: 'RFC 9457, 3',
    level: '',
    requirement: 'The body is a JSON object of the media type `application/problem+json`.',
    answer: '`problemResponse`, `ProblemError` and all adapters set it. `application/problem+xml` is there too.',
    test: async () => {
      const response = problemResponse(agent);
      expect(response.headers.get('content-type')).toBe('application/problem+json');
      expect(await response.json()).toEqual(JSON.parse(JSON.stringify(agent)));
      expect(problemXmlResponse(agent).headers.get('content-type')).toMatch(/^application\/problem\+xml/);
    },
  },
  {
    section: 'RFC 9457, 3',
    level: '',
    requirement: 'Several occurrences of one type go into one problem, as an array with `detail` and `pointer`.',
    answer: 'What validators of frameworks find becomes one `errors` array.',
    test: async () => {
      const app = fastify({ ajv: { customOptions: { allErrors: true } } });
      await app.register(problemHandler());
      const schema = { type: 'object', required: ['a', 'b'], properties: { a: {}, b: {} } };
      app.post('/', { schema: { body: schema } }, () => 'ok');
      const response = await app.inject({ method: 'POST', url: '/', payload: {} });
      expect(response.statusCode).toBe(400);
      expect(response.json()).toMatchObject({ errors: [{ pointer: '#/a' }, { pointer: '#/b' }] });
      await app.close();
    },
  },
  {
    section: 'RFC 9457, 3.1.2',
    level: 'MUST',
    requirement: 'The member `status` is the status of the response.',
    answer: '`problemResponse` makes both the same; `checkResponse` reports `status-mismatch`.',
    test: async () => {
      for (const status of [401, 99, 204, 700, Number.NaN]) {
        const response = problemResponse({ ...sessionInvalid(), status: status as 401 });
        expect((await response.json()).status).toBe(response.status);
      }
      const findings = await checkResponse(
        new Response(JSON.stringify(agent), { status: 502, headers: problemHeaders(agent) }),
      );
      expect(findings.map(({ code }) => code)).toContain('status-mismatch');
    },
  },
  {
    section: 'RFC 9457, 3.1.3',
    level: 'SHOULD NOT',
    requirement: 'The title does not change from one occurrence to the next.',
    answer: 'Constructors take no title.',
    test: () => {
      const titled = sessionInvalid({ title: 'Another' } as never);
      expect(titled.title).toBe(sessionInvalid.title);
    },
  },
  {
    section: 'RFC 9457, 3.1.3',
    level: '',
    requirement: 'The title may be translated, as `Accept-Language` asks.',
    answer: '`localize` chooses the title; `languageHeaders` adds `Content-Language` and `Vary`.',
    test: () => {
      const titles = { [agent.type]: { en: agent.title, de: 'Agent nicht gefunden' } };
      expect(localize(agent, 'de-AT', titles)).toEqual({ ...agent, title: 'Agent nicht gefunden' });
      expect(localize(agent, 'fr', titles)).toEqual(agent);
      expect(languageHeaders(agent, 'de', titles)).toEqual({ 'Content-Language': 'de', Vary: 'Accept-Language' });
    },
  },
  {
    section: 'RFC 9457, 3.1.4',
    level: '',
    requirement: 'The detail helps the client to correct the problem, and has no debugging information.',
    answer: 'The text of an unexpected error is not sent; `checkResponse` reports `stack-trace`.',
    test: async () => {
      const error = new Error('connect ECONNREFUSED 10.0.0.7:5432');
      expect(JSON.stringify(toProblem(error))).not.toContain('10.0.0.7');
      const findings = await checkResponse({ ...agent, detail: error.stack });
      expect(findings.map(({ code }) => code)).toContain('stack-trace');
    },
  },
  {
    section: 'RFC 9457, 4.2.1',
    level: 'SHOULD',
    requirement: 'The title of `about:blank` is the phrase of its status.',
    answer: '`aboutBlank` has the phrase of every registered status.',
    test: () => {
      for (const [status, title] of Object.entries(phrases))
        expect(aboutBlank(Number(status))).toEqual({ type: 'about:blank', title, status: Number(status) });
      // Left unused by RFC 9110, but the joke has a name.
      expect(aboutBlank(418).title).not.toBe('');
    },
  },
  {
    section: 'RFC 9457, B',
    level: 'MUST',
    requirement: 'In XML all members are in the namespace `urn:ietf:rfc:7807`, items of an array are `<i>`.',
    answer: '`problemToXml` writes that and `readProblemXml` reads it.',
    test: async () => {
      const problem = validationFailed({ errors: [{ detail: 'a' }, { detail: 'b' }] } as never);
      const xml = problemToXml(problem);
      expect(xml).toContain('<problem xmlns="urn:ietf:rfc:7807">');
      expect(xml).toMatch(
        /<errors>\s*<i>\s*<detail>a<\/detail>\s*<\/i>\s*<i>\s*<detail>b<\/detail>\s*<\/i>\s*<\/errors>/,
      );
      expect(await readProblemXml(xml)).toMatchObject({
        type: problem.type,
        errors: [{ detail: 'a' }, { detail: 'b' }],
      });
    },
  },
];
