// cspell:ignore Dload Xferd httpie Größe fehlt
import { describe, expect, test } from 'vitest';
import type { Message } from '#diagnose/input/message.ts';
import { parseInput } from '#diagnose/input/responses.ts';

/** What tools print of an exchange, as it is on a terminal, in a file or in a mail. */

const problem = { type: 'about:blank', title: 'Größe "{}" fehlt', status: 401, list: ['}', ']'], note: "it's" };
const json = JSON.stringify(problem);
const pretty = JSON.stringify(problem, null, 4);
const length = Buffer.byteLength(json);
const fields = ['Content-Type: application/problem+json', 'WWW-Authenticate: Bearer'];
const head = (...more: string[]) => ['HTTP/1.1 401 Unauthorized', ...fields, ...more].join('\n');
const marked = (sign: string, text: string) => text.replace(/^/gm, sign);
const asked = marked('> ', 'GET /agents?a=1 HTTP/1.1\nHost: localhost:8001\nAccept: */*\n');
const answered = (...more: string[]) => `${marked('< ', head(...more))}\n< \n`;
const meter = ' 100   196  100   196    0     0   9000      0 --:--:-- --:--:-- --:--:--  9500';
const title =
  '  % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current\n                                 Dload  Upload   Total   Spent    Left  Speed\n';
const left = '* Connection #0 to host localhost left intact';
const crlf = (text: string) => text.replaceAll('\n', '\r\n');

function messagesOf(text: string): readonly Message[] {
  return parseInput({ bytes: Buffer.from(text).toString('latin1'), label: 'x' }).messages;
}

function bodyOf({ body }: Message): unknown {
  try {
    return typeof body === 'string' ? JSON.parse(body) : body;
  } catch {
    return body;
  }
}

describe('a response and its request', () => {
  const exchange = { method: 'GET', url: 'http://localhost:8001/agents?a=1' };
  test.each([
    ['curl -v', `* Trying ::1:8001...\n${asked}\n${answered()}${json}${left}\n`],
    ['curl -v with a body that ends its line', `${asked}\n${answered()}${pretty}\n${left}\n`],
    ['curl -v with CR LF', crlf(`${asked}\n${answered()}${json}${left}\n`)],
    ['curl -v in a recording of a terminal', `${asked}\n${answered()}${json}`.replaceAll('\n', '\r\r\n')],
    ['curl -v without a blank line behind the head', `${asked}\n${marked('< ', head())}\n${json}`],
    ['curl -v with blanks taken off', `${asked.replace(/ $/, '')}\n${answered().replace(/ \n$/, '\n')}${json}`],
    ['curl -v to a file', `${title}${asked}\n${answered()}{ [196 bytes data]\n\r${meter}\n${left}\n${json}\n`],
    ['curl -v with a meter that is in the way', `${title}\r${meter}${asked}\n\r${meter}${answered()}${json}${meter}`],
    [
      'curl -v with the body in pieces',
      `${asked}\n${answered()}${json.slice(0, 40)}{ [9 bytes data]\n${json.slice(40)}`,
    ],
    ['curl -v with a meter between pieces', `${asked}\n${answered()}${json.slice(0, 40)}\r${meter}\n${json.slice(40)}`],
    ['curl -v with a remark between pieces', `${asked}\n${answered()}${json.slice(0, 40)}${left}\n${json.slice(40)}`],
    [
      'curl -v with a remark in the head',
      `${asked}\n< ${head().replace('\n', '\n* Please rewind output before next send\n< ').replace('\nW', '\n< W')}\n< \n${json}`,
    ],
    ['curl -v with a trailer', `${asked}\n${answered('Trailer: X-Checksum')}${json}\n< X-Checksum: 7\n${left}`],
    ['curl -iv', `${asked}\n${answered()}${head()}\n\n${json}${left}`],
    ['curl -v with a bar', `${asked}\n${answered()}\r#######  10.1%\r############# 100.0%\n${json}`],
    [
      'Insomnia',
      `* Preparing request to http://localhost:8001/agents?a=1\n${asked}\n\n* Mark bundle\n\n${answered()}\n\n* Received 196 B chunk\n${json}`,
    ],
    ['HTTPie', `GET /agents?a=1 HTTP/1.1\nHost: localhost:8001\n\n\n\n${head()}\n\n${pretty}\n\n\n`],
    [
      'HTTPie with a request body',
      `GET /agents?a=1 HTTP/1.1\nHost: localhost:8001\n\n{"a": {"b": 1}}\n\n${head()}\n\n${pretty}\n`,
    ],
    [
      'a captured connection',
      crlf(`GET /agents?a=1 HTTP/1.1\nHost: localhost:8001\n\n${head(`Content-Length: ${length}`)}\n\n`) + json,
    ],
    [
      'JetBrains',
      `GET http://localhost:8001/agents?a=1\n\n${head()}\n\n${pretty}\nResponse file saved.\n> 2026-01-31T120000.401.json\n\nResponse code: 401 (Unauthorized); Time: 12ms`,
    ],
    [
      'VS Code',
      `GET http://localhost:8001/agents?a=1 HTTP/1.1\naccept: */*\n\n${head()}\nConnection: close\n\n${pretty}`,
    ],
    [
      'wget -S',
      `--2026-01-31 12:00:00--  http://localhost:8001/agents?a=1\nResolving localhost... 127.0.0.1\nConnecting to localhost|127.0.0.1|:8001... connected.\nHTTP request sent, awaiting response... \n${marked('  ', head())}\nLength: 196 [application/problem+json]\nSaving to: ‘STDOUT’\n\n${pretty}\n2026-01-31 12:00:00 ERROR 401: Unauthorized.\n`,
    ],
    [
      'HAR',
      JSON.stringify({
        log: {
          entries: [
            {
              request: { ...exchange, headers: [{ name: 'Accept', value: '*/*' }] },
              response: { status: 401, headers: [], content: { text: json } },
            },
          ],
        },
      }),
    ],
    [
      'a recorded pair',
      JSON.stringify({
        request: { ...exchange, headers: { Accept: '*/*' } },
        response: { status: 401, headers: {}, body: problem },
      }),
    ],
  ])('of %s are read', (_, text) => {
    const messages = messagesOf(text);
    expect(messages).toHaveLength(1);
    const [message] = messages as [Message];
    expect(message).toMatchObject({ status: 401, ...exchange });
    expect(message.bodyMissing).toBeUndefined();
    expect(bodyOf(message)).toEqual(problem);
    const accept = message.requestHeaders?.filter(([name]) => name.toLowerCase() === 'accept');
    expect(accept?.length ?? 0).toBe(/\*\/\*/.test(text) ? 1 : 0);
  });

  test.each([
    ['https', '* SSL connection using TLSv1.3\n> GET /a HTTP/2\n> Host: api.example\n> \n', 'https://api.example/a'],
    [
      'https',
      '* [HTTP/2] [1] OPENED stream for https://api.example/a\n> GET /a HTTP/2\n> Host: api.example\n> \n',
      'https://api.example/a',
    ],
    [
      'http',
      '* Connected to api.example (1.2.3.4) port 80\n> GET /a HTTP/1.1\n> Host: api.example\n> \n',
      'http://api.example/a',
    ],
    ['what is likely', '> GET /a HTTP/1.1\n> Host: api.example\n> \n', 'https://api.example/a'],
    ['what is likely here', '> GET /a HTTP/1.1\n> Host: 127.0.0.1:8001\n> \n', 'http://127.0.0.1:8001/a'],
    [
      'the address of a proxied request',
      '> GET http://api.example/a HTTP/1.1\n> Host: proxy\n> \n',
      'http://api.example/a',
    ],
    ['the path alone', '> GET /a HTTP/1.1\n> \n', '/a'],
  ])('have an address with %s', (_, request, url) => {
    expect(messagesOf(`${request}${answered()}${json}`)[0]?.url).toBe(url);
  });

  test('belong together where there are several', () => {
    const one = `> POST /a HTTP/1.1\n> Host: h:1\n> \n< HTTP/1.1 302 Found\n< Location: /b\n< \n* Ignoring the response-body\n`;
    const two = `> GET /b HTTP/1.1\n> Host: h:1\n> \n< HTTP/1.1 100 Continue\n< \n${answered()}${json}* Re-using existing connection #0\n`;
    const three = `> DELETE /c HTTP/1.1\n> Host: h:1\n> \n${answered()}${json}${left}\n`;
    expect(messagesOf(one + two + three).map(({ status, method, url }) => [status, method, url])).toEqual([
      [302, 'POST', 'http://h:1/a'],
      [100, 'GET', 'http://h:1/b'],
      [401, 'GET', 'http://h:1/b'],
      [401, 'DELETE', 'http://h:1/c'],
    ]);
  });

  test('have the line of the input where the response begins', () => {
    const text = `${title}\r${meter}\n* Trying\n${asked}\n* sent\n${answered()}${json}${left}\n`;
    const [message] = messagesOf(text);
    expect(text.split('\n')[(message?.line ?? 0) - 1]).toBe('< HTTP/1.1 401 Unauthorized');
  });
});

describe('the body ends before', () => {
  test.each([
    ['a prompt of bash', 'ana@box:~$ '],
    ['a prompt of root', 'root@3f2a:/srv/app# '],
    ['a prompt of Fedora', '[ana@box api]$ '],
    ['a prompt with an environment of Python', '(venv) ana@box:~/api$ '],
    ['a prompt of zsh', '%\nana@box api % '],
    ['a prompt of zsh with a short name', '% \n~/api % '],
    ['a prompt of fish', '⏎\nana@box ~/api> '],
    ['a prompt of Starship', '\napi on main\n❯ '.replace('api on main\n', '')],
    ['a prompt of Oh My Zsh', '\n➜  api git:(main) ✗ '.replace('➜  api', '➜ ')],
    ['a prompt of PowerShell', 'PS C:\\Users\\ana> '],
    ['a prompt of cmd.exe', 'C:\\Users\\ana>'],
    ['a bare prompt', '$ '],
    ['a prompt of sh', 'bash-5.2$ '],
    ['the next command', 'ana@box:~$ echo {}\n{}\nana@box:~$ '],
    ['a remark of curl', '* Closing connection'],
    [
      'a remark of curl in several lines',
      '* TLSv1.2 (OUT), TLS alert, close notify (256):\n* shutting down connection #0\n',
    ],
    ['line feeds', '\n\n\n'],
  ])('%s', (_, rest) => {
    for (const form of [json, pretty]) {
      expect(bodyOf(messagesOf(`${head()}\n\n${form}${rest}`)[0] as Message)).toEqual(problem);
      expect(bodyOf(messagesOf(`${head()}\n\n${form}\n${rest}`)[0] as Message)).toEqual(problem);
    }
  });

  test('whatever follows as many bytes as its header says', () => {
    const text = `${head(`Content-Length: ${length}`)}\n\n${json}401 0.012s {"not": "part"}`;
    expect(bodyOf(messagesOf(text)[0] as Message)).toEqual(problem);
  });

  test('but not before text that a server has sent', () => {
    for (const rest of [
      '<br><b>Warning</b>',
      '{"a":1}',
      '}',
      ' and more',
      'null',
      '[]',
      '\n<!-- 7 ms -->',
      '-- 5 $ each',
    ]) {
      const body = `${json}${rest}`;
      expect(String(messagesOf(`${head()}\n\n${body}`)[0]?.body)).toBe(body);
    }
  });

  test('a prompt behind XML too', () => {
    const xml = '<problem xmlns="urn:ietf:rfc:7807"><title>x</title></problem>';
    const start = 'HTTP/1.1 401 Unauthorized\nContent-Type: application/problem+xml\n\n';
    for (const rest of ['ana@box:~$ ', 'PS C:\\> ', '\n* Closing connection 0\n']) {
      expect(messagesOf(`${start}${xml}${rest}`)[0]?.body).toBe(xml);
    }
  });
});

describe('Invoke-WebRequest', () => {
  const wide = `Invoke-WebRequest : ${json}\nAt line:1 char:1\n+ Invoke-WebRequest http://localhost:8001/agents\n+ ~~~~~~~~\n    + CategoryInfo          : InvalidOperation: (System.Net.HttpWebRequest:HttpWebRequest) [Invoke-WebRequest], WebException\n`;
  test.each([
    ['an error of Windows PowerShell', wide],
    ['an error that the console has broken', wide.replace(json, `${json.slice(0, 30)}\n${json.slice(30)}`)],
    ['an error of PowerShell 7', `Invoke-WebRequest: \n${pretty}\n`],
    ['an error of Invoke-RestMethod', `Invoke-RestMethod: ${json}\n`],
  ])('%s has the body alone', (_, text) => {
    const [message] = messagesOf(crlf(text));
    expect(message?.status).toBeUndefined();
    expect(bodyOf(message as Message)).toEqual(problem);
  });

  const listed = (content: string, raw: string) =>
    `\nStatusCode        : 401\nStatusDescription : Unauthorized\nContent           : ${content}\nRawContent        : ${head()
      .split('\n')
      .join(
        '\n                    ',
      )}\n                    \n                    ${raw}\nHeaders           : {[Content-Type, System.String[]]}\nRawContentLength  : 196\n\n`;

  test('a response has head and body', () => {
    const [message] = messagesOf(crlf(listed(json, `${json.slice(0, 50)}…`)));
    expect(message).toMatchObject({
      status: 401,
      headers: [
        ['Content-Type', 'application/problem+json'],
        ['WWW-Authenticate', 'Bearer'],
      ],
    });
    expect(bodyOf(message as Message)).toEqual(problem);
    expect(message?.bodyMissing).toBeUndefined();
  });

  test('a response that is cut off is said to be', () => {
    const cut = `${json.slice(0, 50)}…`;
    expect(messagesOf(listed(cut, cut))[0]?.bodyMissing).toMatch(/^The body is cut off\./);
  });
});

describe('a body that is missing', () => {
  const har = (content: object, method = 'GET', status = 401) =>
    JSON.stringify({
      log: { entries: [{ request: { method, url: 'http://h/' }, response: { status, headers: [], content } }] },
    });
  test.each([
    ['of a HAR without content', har({ size: 9 }), /^The HAR has no text for it\./],
    ['of a HAR that says nothing of it', har({}), /^The HAR has no text for it\./],
    ['of a HAR of HEAD', har({ size: 0 }, 'HEAD'), /HEAD/],
    ['of a recorded response', '{"status":401,"headers":{}}', /^The body was not recorded\./],
    ['of a recorded response with null', '{"status":401,"headers":{},"body":null}', /^The body was not recorded\./],
    ['of a recorded HEAD', '{"request":{"method":"HEAD"},"response":{"status":401,"headers":{},"body":""}}', /HEAD/],
    ['of curl -I', `${head('Content-Length: 7')}\n\n`, /^The body is missing\./],
    ['of curl -I with chunks', `${head('Transfer-Encoding: chunked')}\n\n`, /^The body is missing\./],
    ['of curl -I over HTTP/2', 'HTTP/2 401 \ncontent-type: application/problem+json\n\n', /^The body is missing\./],
    ['of curl -vI', `> HEAD / HTTP/1.1\n> Host: h\n> \n${answered()}`, /HEAD/],
    ['of curl -v -o file', `${asked}\n${answered()}{ [196 bytes data]\n`, /^The body is missing\./],
    [
      'of wget -S',
      `--2026-01-31 12:00:00--  http://h/\n${marked('  ', head())}\n\nUsername/Password Authentication Failed.\n`,
      /^The body is missing\./,
    ],
    ['that an ellipsis cuts off', `${head()}\n\n${json.slice(0, 50)}...`, /^The body is cut off\./],
  ])('%s is said to be', (_, text, reason) => {
    expect(messagesOf(text)[0]?.bodyMissing).toMatch(reason);
  });

  test.each([
    ['of a HAR', har({ size: 0 })],
    ['of a HAR with empty text', har({ size: 0, text: '' })],
    ['of a recorded response', '{"status":401,"headers":{},"body":""}'],
    ['of a length of 0', `${head('Content-Length: 0')}\n\n`],
    ['of HTTP/1.1 without length', `${head()}\n\n`],
  ])('%s that is there and empty is not', (_, text) => {
    expect(messagesOf(text)[0]).toMatchObject({ body: '', bodyMissing: undefined });
  });

  test('a request that got no response has the status 0', () => {
    expect(messagesOf(har({}, 'GET', 0)).map(({ status }) => status)).toEqual([0]);
  });
});

describe('XML', () => {
  const xml = '<problem xmlns="urn:ietf:rfc:7807"><title>Größe</title></problem>';
  const latin1 = `<?xml version="1.0" encoding="ISO-8859-1"?>${xml}`;
  test('in a response has the encoding that it declares', () => {
    const bytes = `HTTP/1.1 404 X\nContent-Type: application/problem+xml\n\n${latin1}`;
    expect(parseInput({ bytes, label: 'x' }).messages[0]?.body).toBe(latin1);
  });

  test('that is text already has no other encoding', () => {
    const text = Buffer.from(`HTTP/1.1 404 X\nContent-Type: application/problem+xml\n\n${latin1}`).toString('latin1');
    expect(parseInput({ bytes: text, label: 'x', isText: true }).messages[0]?.body).toBe(latin1);
    expect(
      parseInput({ bytes: Buffer.from(latin1).toString('latin1'), label: 'x', isText: true }).messages[0]?.body,
    ).toBe(xml);
  });

  test('in base64 of a HAR has the encoding that it declares', () => {
    const text = Buffer.from(latin1, 'latin1').toString('base64');
    const response = { status: 404, headers: [{ name: 'Content-Type', value: 'application/problem+xml' }] };
    const entry = { request: {}, response: { ...response, content: { text, encoding: 'base64' } } };
    expect(messagesOf(JSON.stringify({ log: { entries: [entry] } }))[0]?.body).toBe(latin1);
  });

  test.each([
    ['alone', xml, 1],
    ['behind a declaration', `<?xml version="1.0" encoding="utf-8"?>\n${xml}\n`, 2],
    ['in a line of a log', `12:00 ERROR\nfailed: ${xml} after 7 ms`, 2],
    ['with a prefix', xml.replaceAll(/<(\/?)/g, '<$1p:').replace('xmlns=', 'xmlns:p='), 1],
  ])('%s is found', (_, text, line) => {
    const [message] = messagesOf(text);
    expect(message).toMatchObject({ line });
    expect(String(message?.body)).toMatch(/^<(?:p:)?problem.*Größe.*problem>$/s);
  });
});

test('what has no response says so', () => {
  const fault = (text: string) => parseInput({ bytes: text, label: 'x' }).fault;
  expect(fault('GET http://localhost/agents\nAccept: */*\n\n###\nPOST http://localhost/agents\n')).toBe(
    'x: requests without responses. Send them and save what comes back, for example with "curl -i".',
  );
  expect(fault('{"log":{"entries":[]}}')).toBe('x: a HAR without responses. Record some requests first.');
});
