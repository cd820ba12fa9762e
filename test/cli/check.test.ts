import { readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exampleResponse, responseText } from '#catalog/example.ts';
import { load } from '#catalog/load.ts';
import { absent } from '../absent.ts';
import { problemsDir, root, run, temporary } from '../support.ts';
import { type Checked, checked, head, right, wrong } from './checked.ts';
import { cli, cliFile, fileOf } from './run.ts';

/** What `check` says, and its exit codes. */

const catalog = await load(problemsDir);

const expired = JSON.stringify({
  type: 'https://arcp.0x001.tech/docs/problems/token-invalid',
  status: 401,
  detail: 'Token refresh failed: Signature has expired',
  instance: '/tokens/refresh',
});

const possible = `  maybe    fingerprint-missing: The request has an admin token but no
           X-Client-Fingerprint header.
  maybe    fingerprint-differs: The X-Client-Fingerprint of the request differs
           from the one sent at login.
  maybe    server-restarted: The server restarted, or a different server process
           received the request, and sessions are kept in memory only.
           and 5 more.
  Meaning and fix: arcp-problems explain session-invalid
`;

describe('outputs', () => {
  test('a finding says what is wrong, what to send, and where the rule stands', async () => {
    const { stdout } = await cli(['check', '-'], {
      input: `HTTP/1.1 401 Unauthorized\nContent-Type: application/problem+json\n\n${right}`,
    });
    expect(stdout).toBe(`standard input: 401 session-invalid
  warning  a 401 response must carry WWW-Authenticate (was absent).
           Send WWW-Authenticate: Bearer
           www-authenticate, RFC 9110 section 15.5.2
${possible}
1 problem response checked: 0 errors, 1 warning.
`);
  });

  test('the cause that a response proves is told, with its fix', async () => {
    const proves = { ...JSON.parse(expired), title: 'Token Refresh Failed' };
    const { stdout } = await cli(['check', '-'], { input: `${head}\r\n${JSON.stringify(proves)}` });
    expect(stdout).toContain(`
  cause    The token has expired.
  fix      1. For agents: Get a new temporary token, and send the request with
           it.
           2. For admins: Log in again, and send the request with the new token
           and the same fingerprint.
  Meaning and fix: arcp-problems explain token-invalid#expired
`);
    const json = await cli(['check', '-', '--format', 'json'], { input: `${head}\r\n${JSON.stringify(proves)}` });
    const [{ causes }] = JSON.parse(json.stdout);
    expect(causes).toMatchObject({ by: 'text', sure: [{ name: 'expired' }], possible: [] });
  });

  test('--strict makes errors of neglected duties', async () => {
    const input = `HTTP/1.1 401 Unauthorized\nContent-Type: application/problem+json\n\n${right}`;
    expect((await cli(['check', '-'], { input })).code).toBe(0);
    expect((await cli(['check', '-', '--strict'], { input })).code).toBe(1);
  });

  test('--base-url resolves a relative type', async () => {
    const input = `${head}\r\n${right.replace('https://arcp.0x001.tech', '')}`;
    expect((await checked(input)).all[0]?.findings.map(({ code }) => code)).toContain('type-relative');
    const [based] = (await checked(input, '--base-url', 'https://arcp.0x001.tech/agents')).all;
    expect(based?.findings.map(({ code }) => code)).not.toContain('type-unknown');
  });

  test('--format github gives annotations that GitHub can read', async () => {
    const file = fileOf('a,b:c.http', `${head}\r\n${wrong}`);
    const { code, stdout } = await cli(['check', file, '--format', 'github']);
    expect(code).toBe(1);
    const place = file.replaceAll(':', '%3A').replaceAll(',', '%2C');
    expect(stdout).toBe(
      `::error file=${place},line=1,title=status-mismatch (RFC 9457 section 3.1.2)::${file}: /status must be the status of the response, 401 (was 403).\n`,
    );
    const piped = await cli(['check', '-', '--format', 'github'], { input: `${head}\r\n${wrong}` });
    expect(piped.stdout).toMatch(/^::error title=status-mismatch/);
  });

  test('no findings mean exit code 0, and say so', async () => {
    const { code, stdout } = await cli(['check', '-'], { input: `${head}\r\n${right}` });
    expect([code, stdout]).toEqual([
      0,
      `standard input: 401 session-invalid\n  no findings\n${possible}\n1 problem response checked: 0 errors, 0 warnings.\n`,
    ]);
  });

  test('a response that is not an error is skipped, and alone it is nothing to judge', async () => {
    const fine = 'HTTP/1.1 200 OK\nContent-Type: text/html\n\n<p>hi\n';
    const { code, stdout, stderr } = await cli(['check', '-'], { input: fine });
    expect([code, stderr]).toEqual([2, 'Nothing was judged. No response is an error.\n']);
    expect(stdout).toContain('Skipped 1 response that is not an error (200).');
    const both = await cli(['check', '-'], { input: `${fine}${fine.replace('200', '302')}${head}\r\n${right}` });
    expect([both.code, both.stderr]).toEqual([0, '']);
    expect(both.stdout).toContain('Skipped 2 responses that are not errors (200, 302).');
  });

  test('what was judged and what was not is said, and counted', async () => {
    const entry = (status: number, content: object) => ({
      request: { method: 'GET', url: `https://api.test/${status}` },
      response: { status, headers: [{ name: 'Content-Type', value: 'application/problem+json' }], content },
    });
    const entries = [entry(401, { text: right }), entry(404, { size: 9 }), entry(500, {}), entry(0, {})];
    const file = fileOf('capture.har', JSON.stringify({ log: { entries } }));
    const { code, stdout, stderr } = await cli(['check', file]);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain(`entry 2: GET https://api.test/404: 404
  not judged  The HAR has no text for it. Export the HAR with content.
`);
    expect(stdout).not.toContain('no findings');
    expect(stdout).toContain('Skipped 1 request without a response.');
    expect(stdout).toMatch(/\n1 problem response checked: 0 errors, 1 warning\. 2 not judged\.\n$/);
    const github = await cli(['check', file, '--format', 'github']);
    expect(github.stdout.match(/^::notice .*title=not judged::.*The HAR has no text/gm)).toHaveLength(2);
  });

  test('an error that is no problem is one', async () => {
    const { code, stdout } = await cli(['check', '-'], {
      input: 'HTTP/1.1 404 Not Found\nContent-Type: application/json\n\n{"detail":"Not Found"}',
    });
    expect(code).toBe(1);
    expect(stdout).toContain('not-a-problem');
  });

  test('several files are checked at once', async () => {
    const files = [fileOf('a.http', `${head}\r\n${right}`), fileOf('b.json', wrong)];
    const { stdout } = await cli(['check', ...files]);
    expect(stdout).toContain('2 problem responses checked');
  });
});

test('the example of every problem type has no findings', async () => {
  const files = catalog.problems.map((problem) =>
    fileOf(`${problem.name}.http`, responseText(exampleResponse(problem))),
  );
  const { code, stdout } = await cli(['check', ...files, '--strict', '--format', 'json']);
  const faulty = (JSON.parse(stdout) as Checked[]).filter(({ findings }) => findings.length > 0);
  expect(faulty.map(({ problem, findings }) => [problem, findings])).toEqual([]);
  expect(code).toBe(0);
});

test('the recorded responses have no errors', async () => {
  const folder = join(root, 'test/arcp/captures');
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const { code, stdout } = await cli(['check', ...files, '--format', 'json'], { cwd: folder });
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toHaveLength(files.length);
});

test('what curl prints of a live server can be piped in', async () => {
  const present = (await run('curl', ['--version'])).code === 0;
  if (!present) return absent('curl', 'its output, piped into the command');
  const server = createServer((request, response) => {
    if (request.url === '/moved') response.writeHead(302, { Location: '/here' }).end('moved');
    else
      response
        .writeHead(401, { 'Content-Type': 'application/problem+json', 'Content-Length': right.length })
        .end(right);
  }).listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/moved`;
  const upload = fileOf('upload.txt', 'x'.repeat(2_000_000));
  for (const options of [
    '-si',
    '-siL',
    `-siL -H 'Expect: 100-continue' --data-binary @${upload} -X POST`,
    '-sIL',
    '-svL',
    '-vL',
    '-ivL',
    '-svIL',
    '-#vL',
  ]) {
    const pipe = `curl ${options} '${url}' 2>&1 | '${process.execPath}' '${cliFile}' check -`;
    const { stdout, stderr } = await run('bash', ['-c', pipe], { cwd: temporary() });
    expect(stderr, options).not.toMatch(/ at /);
    const totals: Record<string, string> = {
      '-si': '0 problem responses checked: 0 errors, 0 warnings.',
      '-sIL': '0 problem responses checked: 0 errors, 1 warning. 1 not judged.',
      '-svIL': '0 problem responses checked: 0 errors, 1 warning. 1 not judged.',
    };
    expect(stdout, options).toContain(totals[options] ?? '1 problem response checked: 0 errors, 1 warning.');
  }
  server.close();
});
