// cspell:ignore sesion
import { beforeAll, expect, test } from 'vitest';
import { load } from '#catalog/load.ts';
import { problemsDir } from '../support.ts';
import { prefer, start } from './mocked.ts';
import { cli, fileOf } from './run.ts';

/** `mock --routes`: what the table says is what the server answers. */

const { problems } = await load(problemsDir);
const typeOf = (name: string) => problems.find((problem) => problem.name === name)?.typeUri;

const table = {
  'POST /auth/login': ['rate-limit-exceeded', { status: 200, body: { access_token: 'x' } }],
  'GET /agents/{agent_id}': {
    problem: 'agent-not-found',
    members: { agent_id: 'seven', detail: 'Gone.' },
    headers: { 'X-Request-ID': '7' },
  },
  'GET /agents/me': { problem: 'token-invalid', status: 403 },
  'POST /agents/register': ['token-invalid#not-the-validated-token', { problem: 'token-invalid', cause: 'expired' }],
  '* /any': 'internal-error',
  '/empty': { status: 204 },
  'POST /agents/{agent-id}:cancel': 'agent-not-available',
  'GET /files/{path*}': { status: 200, body: 'file' },
  'GET /keys/:id?': { status: 200, body: 'key' },
};
let url = '';
let output = () => '';
beforeAll(async () => {
  ({ url, output } = await start('--routes', fileOf('routes.json', JSON.stringify(table))));
});

test('answers one after another; the last one stays', async () => {
  const statuses: number[] = [];
  for (let time = 0; time < 3; time += 1) statuses.push((await fetch(`${url}/auth/login`, { method: 'POST' })).status);
  expect(statuses).toEqual([429, 200, 200]);
});

test('takes parameters, members and header fields', async () => {
  const response = await fetch(`${url}/agents/7?verbose=1`);
  expect(response.status).toBe(404);
  expect(response.headers.get('x-request-id')).toBe('7');
  expect(await response.json()).toMatchObject({
    type: typeOf('agent-not-found'),
    agent_id: 'seven',
    detail: 'Gone.',
    instance: '/agents/7',
  });
});

test('plays causes', async () => {
  const register = async () => (await fetch(`${url}/agents/register`, { method: 'POST' })).json();
  expect(await register()).toMatchObject({ status: 403, title: 'Invalid Token for Registration' });
  expect(await register()).toMatchObject({ status: 401, title: 'Invalid or Expired Token' });
});

test('prefers an exact route to one with parameters', async () => {
  expect((await fetch(`${url}/agents/me`)).status).toBe(403);
});

test('has routes for any method, and answers without a body', async () => {
  expect((await fetch(`${url}/any`, { method: 'DELETE' })).status).toBe(500);
  expect((await fetch(`${url}/empty`, { method: 'PUT' })).status).toBe(204);
});

test('takes templates of many kinds', async () => {
  const status = async (method: string, path: string) => (await fetch(url + path, { method })).status;
  const cancel = problems.find(({ name }) => name === 'agent-not-available')?.statuses[0];
  expect(await status('POST', '/agents/7:cancel')).toBe(cancel);
  expect(await status('POST', '/agents/7:other')).toBe(400);
  expect(await status('GET', '/files/a/b/c.txt')).toBe(200);
  expect([await status('GET', '/keys'), await status('GET', '/keys/7')]).toEqual([200, 200]);
});

test('Prefer: code=… chooses among the answers of the route', async () => {
  const login = (preference: string) => fetch(`${url}/auth/login`, { method: 'POST', ...prefer(preference) });
  for (const code of [429, 200, 429]) {
    const response = await login(`code=${code}`);
    expect([response.status, response.headers.get('preference-applied')]).toEqual([code, `code=${code}`]);
  }
});

test('preferences for other servers are ignored, and said to be', async () => {
  const response = await fetch(`${url}/agents/me`, prefer('return=minimal, wait=5'));
  expect([response.status, response.headers.get('preference-applied')]).toEqual([403, null]);
  await expect.poll(output).toContain('GET /agents/me -> 403 token-invalid (Prefer: ignored return=minimal, wait=5)\n');
});

test('comes after the Prefer header', async () => {
  expect((await fetch(`${url}/any`, prefer('problem=pin-not-set'))).status).toBe(400);
});

test('a request that it does not know is told so', async () => {
  const response = await fetch(`${url}/agents`);
  expect(response.status).toBe(400);
  expect((await response.json()).detail).toContain('No route of the table fits this request.');
});

test.each([
  [
    '{"GET /x": "sesion-invalid"}',
    '"GET /x" No problem type is called "sesion-invalid". Did you mean "session-invalid"?',
  ],
  ['{"x": "session-invalid"}', '"x" must be a route such as "GET /path".'],
  ['{"GET /x": {"problem": "token-invalid", "status": 500}}', 'token-invalid is sent with 401 or 403 (was 500).'],
  ['{"GET /x": {"status": 99}}', 'status must be an integer from 200 to 599 (was 99).'],
  ['{"GET /x": {}}', 'must have "problem" or "status".'],
  ['{"GET /x": []}', 'has no answer.'],
  ['{"GET /x": {"problem": "pin-not-set", "headers": {"a b": "c"}}}', 'headers are not valid'],
  ['{"GET /x": {"problem": "pin-not-set", "delay": -1}}', 'delay must be a number of milliseconds.'],
  ['{"GET /x/{id:[0-9]+}": "pin-not-set"}', '"GET /x/{id:[0-9]+}" must be a route: "{id:[0-9]+}" is not known.'],
  ['{"GET /x/{id": "pin-not-set"}', '"GET /x/{id" must be a route: "{id" must end with "}".'],
  ['[]', 'must be an object such as'],
  ['{', 'Give a JSON file such as'],
])('%s is refused before the server starts', async (content, message) => {
  const { code, stdout, stderr } = await cli(['mock', '--port', '0', '--routes', fileOf('routes.json', content)]);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(message);
  expect(stderr).toMatch(/routes\.json: /);
});

test('a table that is missing is told', async () => {
  const { code, stderr } = await cli(['mock', '--routes', 'nowhere.json']);
  expect([code, stderr]).toEqual([
    2,
    'nowhere.json: the file does not exist. Give a JSON file such as {"GET /path": "problem-name"}.\n',
  ]);
});
