/**
 * Errors of popular packages, as they are really thrown, and the status that each gets. Also read without the packages: for
 * the table in the docs.
 */

const load = (name) => import(name);
const form = (body) => ({ headers: { 'Content-Type': 'multipart/form-data; boundary=x' }, body });
const part = (name, text) =>
  `--x\r\nContent-Disposition: form-data; name="${name}"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\n${text}\r\n--x--\r\n`;
const json = (body, type = 'application/json') => ({ headers: { 'Content-Type': type }, body });

/** A middleware as a promise. */
const passed = (middleware, { request, response }) =>
  new Promise((done, fail) => middleware(request, response, (error) => (error ? fail(error) : done())));

async function upload(options, context) {
  const { default: multer } = await load('multer');
  await passed(multer(options).single('file'), context);
}

async function parsed(options, { request }) {
  const { default: busboy } = await load('busboy');
  const stream = busboy({ headers: request.headers, ...options });
  await new Promise((done, fail) => request.pipe(stream).on('error', fail).on('close', done));
}

async function fields(options, { request }) {
  const { default: formidable } = await load('formidable');
  await formidable({ uploadDir: '/tmp', ...options }).parse(request);
}

async function body(options, context) {
  const { default: express } = await load('express');
  await passed(express.json(options), context);
}

/** An API of which the server asked another one, by its own client. */
const clients = [
  [
    'undici',
    'a 401 of the other server, by `interceptors.responseError`',
    async ({ url }) => {
      const { Agent, interceptors, request } = await load('undici');
      await request(`${url}/401`, { dispatcher: new Agent().compose(interceptors.responseError()) });
    },
  ],
  ['undici', 'no connection', async () => (await load('undici')).fetch('http://127.0.0.1:1/')],
  ['axios', 'a 401 of the other server', async ({ url }) => (await load('axios')).default.get(`${url}/401`)],
  ['axios', 'a timeout', async ({ url }) => (await load('axios')).default.get(`${url}/slow`, { timeout: 20 })],
  [
    'got',
    'a 401 of the other server',
    async ({ url }) => (await load('got')).default(`${url}/401`, { retry: { limit: 0 } }),
  ],
  ['ky', 'a 401 of the other server', async ({ url }) => (await load('ky')).default(`${url}/401`, { retry: 0 })],
  ['ofetch', 'a 401 of the other server', async ({ url }) => (await load('ofetch')).ofetch(`${url}/401`, { retry: 0 })],
  ['superagent', 'a 401 of the other server', async ({ url }) => (await load('superagent')).default.get(`${url}/401`)],
  ['node-fetch', 'no connection', async () => (await load('node-fetch')).default('http://127.0.0.1:1/')],
  [
    'openai',
    'a 401 of the other server',
    async ({ url }) => {
      const { default: OpenAI } = await load('openai');
      await new OpenAI({ apiKey: 'x', baseURL: `${url}/401`, maxRetries: 0 }).models.list();
    },
  ],
  [
    '@anthropic-ai/sdk',
    'a 401 of the other server',
    async ({ url }) => {
      const { default: Anthropic } = await load('@anthropic-ai/sdk');
      await new Anthropic({ apiKey: 'x', baseURL: `${url}/401`, maxRetries: 0 }).models.list();
    },
  ],
  [
    'stripe',
    'a 401 of the other server',
    async ({ url }) => {
      const { default: Stripe } = await load('stripe');
      const { hostname: host, port } = new URL(url);
      await new Stripe('x', { host, port: Number(port), protocol: 'http', maxNetworkRetries: 0 }).customers.retrieve(
        '401',
      );
    },
  ],
  [
    '@aws-sdk/client-dynamodb',
    'a 400 of the other server',
    async ({ url }) => {
      const { DynamoDBClient, ListTablesCommand } = await load('@aws-sdk/client-dynamodb');
      const credentials = { accessKeyId: 'x', secretAccessKey: 'x' };
      const client = new DynamoDBClient({ endpoint: `${url}/400`, region: 'us-east-1', credentials, maxAttempts: 1 });
      await client.send(new ListTablesCommand({}));
    },
  ],
  [
    '@octokit/core',
    'a 401 of the other server',
    async ({ url }) => {
      const { Octokit } = await load('@octokit/core');
      await new Octokit({ baseUrl: url, log: { debug() {}, info() {}, warn() {}, error() {} } }).request('GET /401');
    },
  ],
];

const stores = [
  [
    'pg',
    'no connection',
    async () => {
      const { default: pg } = await load('pg');
      await new pg.Client({ host: '127.0.0.1', port: 1 }).connect();
    },
  ],
  [
    'pg',
    'a unique constraint',
    async () => {
      const { default: pg } = await load('pg');
      throw Object.assign(new pg.DatabaseError('duplicate key value', 1, 'error'), {
        code: '23505',
        severity: 'ERROR',
      });
    },
  ],
  [
    'mysql2',
    'no connection',
    async () => {
      const { default: mysql } = await load('mysql2/promise');
      await mysql.createConnection({ host: '127.0.0.1', port: 1 });
    },
  ],
  [
    'mongodb',
    'a unique index',
    async () => {
      const { MongoServerError } = await load('mongodb');
      throw new MongoServerError({ message: 'E11000 duplicate key', code: 11000, keyValue: { sku: 'A-1' } });
    },
  ],
  [
    'mongoose',
    'a document that is not valid',
    async () => {
      const { default: mongoose } = await load('mongoose');
      const Order = mongoose.model('Order', new mongoose.Schema({ sku: { type: String, required: true } }));
      await new Order({}).validate();
    },
  ],
  [
    'redis',
    'a reply that is an error',
    async () => {
      const { SimpleError } = await load('redis');
      throw new SimpleError('WRONGTYPE Operation against a key');
    },
  ],
  [
    'ioredis',
    'a reply that is an error',
    async () => {
      const { ReplyError } = await load('ioredis');
      throw new ReplyError('WRONGTYPE Operation against a key');
    },
  ],
  [
    '@prisma/client',
    'a unique constraint',
    async () => {
      const { PrismaClientKnownRequestError } = await load('@prisma/client/runtime/client');
      throw new PrismaClientKnownRequestError('Unique constraint failed', { code: 'P2002', clientVersion: '7.0.0' });
    },
  ],
];

const requests = [
  [
    'multer',
    413,
    'a file over `fileSize`',
    (context) => upload({ limits: { fileSize: 3 } }, context),
    form(part('file', 'four')),
  ],
  [
    'multer',
    413,
    'more files than `files`',
    (context) => upload({ limits: { files: 0 } }, context),
    form(part('file', 'x')),
  ],
  ['multer', 400, 'a field that is not expected', (context) => upload({}, context), form(part('other', 'x'))],
  ['multer', 400, 'a form that is cut off', (context) => upload({}, context), form(part('file', 'x').slice(0, -6))],
  ['busboy', 400, 'a form that is cut off', (context) => parsed({}, context), form(part('file', 'x').slice(0, -6))],
  [
    'busboy',
    400,
    'a malformed header of a part',
    (context) => parsed({}, context),
    form('--x\r\nno header\r\n\r\nx\r\n--x--'),
  ],
  ['busboy', 400, 'no boundary', (context) => parsed({}, context), json('x', 'multipart/form-data')],
  ['busboy', 415, 'another media type', (context) => parsed({}, context), json('{}')],
  [
    'formidable',
    413,
    'a file over `maxFileSize`',
    (context) => fields({ maxFileSize: 3 }, context),
    form(part('file', 'four')),
  ],
  ['formidable', 400, 'a malformed form', (context) => fields({}, context), form('x')],
  ['express', 400, 'a malformed body, by `express.json`', (context) => body({}, context), json('{"a":')],
  ['express', 413, 'a body over `limit`', (context) => body({ limit: 3 }, context), json('{"a":1}')],
  ['express', 415, 'an unknown charset', (context) => body({}, context), json('{}', 'application/json; charset=x')],
  [
    'raw-body',
    413,
    'a body over `limit`',
    async ({ request }) => {
      const { default: rawBody } = await load('raw-body');
      await rawBody(request, { limit: 3 });
    },
    json('{"a":1}'),
  ],
  [
    'http-errors',
    404,
    '`createError(404, message)`',
    async () => {
      throw (await load('http-errors')).default(404, 'No such card.');
    },
  ],
  [
    'http-errors',
    503,
    '`createError(503, message)`',
    async () => {
      throw (await load('http-errors')).default(503, 'secret');
    },
  ],
  [
    '@hapi/boom',
    409,
    '`conflict(message)`',
    async () => {
      throw (await load('@hapi/boom')).conflict('Sold out.');
    },
  ],
  [
    '@hapi/boom',
    500,
    '`boomify(error)`',
    async () => {
      throw (await load('@hapi/boom')).boomify(new Error('secret'));
    },
  ],
  [
    'express-jwt',
    401,
    'no token',
    async (context) => {
      const { expressjwt } = await load('express-jwt');
      await passed(expressjwt({ secret: 'x', algorithms: ['HS256'] }), context);
    },
  ],
];

const values = [
  ['zod', '`schema.parse(value)`: the value may be of anyone', async () => (await load('zod')).z.string().parse(1)],
  ['jsonwebtoken', '`verify(token)`', async () => (await load('jsonwebtoken')).default.verify('x', 'x')],
];

const platform = [
  [
    'Node.js',
    '`fetch` with `AbortSignal.timeout`',
    ({ url }) => fetch(`${url}/slow`, { signal: AbortSignal.timeout(20) }),
  ],
  ['Node.js', 'a `fetch` that was aborted', ({ url }) => fetch(`${url}/slow`, { signal: AbortSignal.abort() })],
  ['Node.js', 'JSON of the other server is malformed', async ({ url }) => (await fetch(`${url}/html`)).json()],
  ['Node.js', 'a file is missing', async () => (await load('node:fs/promises')).readFile('/nowhere/at/all')],
];

/** The library, what happens, the status of the answer, how it happens, and the request that it needs. */
export const cases = [
  ...clients.map(([library, when, cause]) => ({ library, when, status: 500, cause })),
  ...stores.map(([library, when, cause]) => ({ library, when, status: 500, cause })),
  ...values.map(([library, when, cause]) => ({ library, when, status: 500, cause })),
  ...platform.map(([library, when, cause]) => ({ library, when, status: 500, cause })),
  ...requests.map(([library, status, when, cause, send]) => ({ library, when, status, cause, send })),
];
