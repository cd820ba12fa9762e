// cspell:ignore Xferd Dload springframework logfmt klog Harb
/** What people paste, by the program that it comes from: each has a problem of the parcels, whole or not. */

const full = {
  type: 'urn:parcels:depot-full',
  title: 'Depot Full',
  status: 409,
  detail: 'The depot Harbor is full.',
  instance: '/parcels',
  depot: 'Harbor',
  distance: 12,
};
const json = JSON.stringify(full);
const pretty = JSON.stringify(full, null, 2);
const quoted = JSON.stringify(json);
const head = 'HTTP/1.1 409 Conflict\nContent-Type: application/problem+json\nX-Depot: Harbor';
const http = `${head}\n\n${json}`;
const marked = (sign: string, text: string) => text.replace(/^/gm, sign);
const asked = 'POST /parcels HTTP/1.1\nHost: api.parcels.example\nAuthorization: Bearer opaque-1\nAccept: */*';
const curl = `${marked('> ', asked)}\n> \n${marked('< ', head)}\n< \n`;
const meter = ' 100   196  100   196    0     0   9000      0 --:--:-- --:--:-- --:--:--  9500';
const entry = (status: number, content: object, request: object = {}, more: object = {}) => ({
  request: { method: 'GET', url: 'https://api.parcels.example/parcels/PX-1', headers: [], ...request },
  response: { status, headers: [{ name: 'content-type', value: 'application/problem+json' }], content },
  ...more,
});
const har = (...entries: object[]) => JSON.stringify({ log: { version: '1.2', entries } });
const xml =
  '<problem xmlns="urn:ietf:rfc:7807"><type>urn:parcels:depot-full</type><title>Depot Full</title><status>409</status></problem>';
const python = `{'type': 'urn:parcels:depot-full', 'title': 'Depot Full', 'status': 409, 'detail': "The depot Harbor is full.", 'distance': None, 'open': True}`;
const go = 'map[detail:The depot Harbor is full. distance:12 status:409 title:Depot Full type:urn:parcels:depot-full]';

export const pasted: Readonly<Record<string, string>> = {
  // Whole responses.
  'JSON on one line': json,
  'JSON over several lines': pretty,
  'JSON with a byte order mark': `\uFEFF${json}`,
  'JSON with blanks around it': `\n\n  ${pretty}\n\n`,
  'JSON with Windows line ends': pretty.replaceAll('\n', '\r\n'),
  'curl -i': http,
  'curl -i with Windows line ends': http.replaceAll('\n', '\r\n'),
  'curl -i with a prompt before and after': `ana@box:~$ curl -i https://api.parcels.example/parcels\n${http}\nana@box:~$ `,
  'curl -i over HTTP/2': http.replace('HTTP/1.1 409 Conflict', 'HTTP/2 409 '),
  'curl -iL with a redirect': `HTTP/1.1 302 Found\nLocation: /parcels/\n\n${http}`,
  'curl -i with an interim response': `HTTP/1.1 100 Continue\n\n${http}`,
  'curl -i of two failures': `${http}\n\n${http.replace('409 Conflict', '410 Gone')}`,
  'curl -i with a folded header': http.replace('X-Depot: Harbor', 'X-Depot: Har\n\tbor'),
  'curl -i with the same header twice': http.replace('X-Depot: Harbor', 'Vary: A\nVary: B\nX-Depot: Harbor\nodd'),
  'curl -i of a chunked body': `${head}\nTransfer-Encoding: chunked\n\n${json.length.toString(16)};x=1\r\n${json}\r\n0\r\n\r\n`,
  'curl -i of chunks that end early': `${head}\nTransfer-Encoding: chunked\n\nff\n${json}\n0\n\n`,
  'curl -i of several chunks': `${head}\nTransfer-Encoding: Chunked\n\n5\n${json.slice(0, 5)}\n${(json.length - 5).toString(16)}\n${json.slice(5)}\n0\n\n`,
  'curl -v': `* Trying 127.0.0.1:443...\n* SSL connection using TLSv1.3\n${curl}${json}* Connection #0 to host left intact\n`,
  'curl -v without TLS': `* Connected to api.parcels.example (127.0.0.1) port 80\n${curl}${json}\n`,
  'curl -v with progress': `  % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current\n                                 Dload  Upload   Total   Spent    Left  Speed\n\r${meter}${curl}{ [196 bytes data]\n\r${meter}\n${json}`,
  'curl -iv': `${curl}${head}\n\n${json}`,
  'curl -v without the body': `${curl}* Closing connection\n`,
  'curl -I': `${head}\nContent-Length: 120\n\n`,
  'wget -S': `--2026-01-31 12:00:00--  https://api.parcels.example/parcels\nResolving api... 127.0.0.1\nConnecting to api... connected.\nHTTP request sent, awaiting response... \n${marked('  ', head)}\nLength: 120\nSaving to: ‘x’\n\n${json}\n2026-01-31 12:00:00 ERROR 409: Conflict.\n`,
  HTTPie: `${asked}\n\n{"label": "A1"}\n\n${head}\n\n${pretty}\n\n`,
  'HTTPie in colors': `\u001b[34mHTTP\u001b[39m/\u001b[34m1.1\u001b[39m 409 Conflict\nContent-Type: application/problem+json\n\n\u001b[1m${json}\u001b[0m`,
  'a link of a terminal': `\u001b]8;;https://x.example\u0007${json}\u001b]8;;\u001b\\`,
  JetBrains: `POST https://api.parcels.example/parcels\n\n${head}\n\n${pretty}\n\nResponse code: 409 (Conflict); Time: 12ms (12 ms); Content length: 120 bytes (120 B)`,
  Insomnia: `* Preparing request to https://api.parcels.example/parcels\n* Current time is 2026-01-31T12:00:00.000Z\n\n${curl}\n* Received 120 B chunk\n${pretty}`,
  'Invoke-WebRequest that failed': `Invoke-WebRequest : ${json}\nAt line:1 char:1\n+ Invoke-WebRequest https://api.parcels.example\n    + CategoryInfo          : InvalidOperation\n`,
  'Invoke-WebRequest with what it got': `StatusCode        : 409\nStatusDescription : Conflict\nContent           : ${json}\nRawContent        : ${head.split('\n').join('\n                    ')}\n                    \n                    ${json.slice(0, 30)}...\nRawContentLength  : 120\n`,
  'Invoke-WebRequest with a body that the console broke': `Content           : ${json.slice(0, 50)}\n                    ${json.slice(50)}\nRawContent        : ${head.split('\n').join('\n                    ')}\n`,

  // Recorded by programs.
  'a HAR': har(entry(409, { text: json, size: 9 }), entry(200, { text: '{}' })),
  'a HAR of Chrome': har(
    entry(401, { text: json, size: 9 }, { headers: [{ name: 'Accept', value: '*/*' }] }, { _initiator: {} }),
  ),
  'a HAR of Chrome with credentials': har(
    entry(401, { text: json }, { headers: [{ name: 'Cookie', value: 'sid=abc123' }] }, { _resourceType: 'xhr' }),
  ),
  'a HAR in base64': har(entry(409, { text: btoa(json), encoding: 'base64' })),
  'a HAR with broken base64': har(entry(409, { text: '%%%', encoding: 'base64' })),
  'a HAR without content': har(entry(409, { size: 9 }), entry(0, {})),
  'a HAR of HEAD': har(entry(409, { size: 0 }, { method: 'HEAD' })),
  'a HAR without requests': har(
    { response: { status: 404, headers: [], content: { text: '' } } },
    { response: 7 },
    null as unknown as object,
  ),
  'an empty HAR': har(),
  'an entry of a HAR': JSON.stringify(entry(409, { text: pretty }), null, 1),
  'a recorded pair': JSON.stringify({
    request: {
      method: 'PUT',
      url: 'https://api.parcels.example/parcels/PX-1/delivery',
      headers: { Cookie: 'sid=abc' },
    },
    response: {
      status: 409,
      headers: { 'content-type': 'application/problem+json', 'x-depot': ['Harbor', 'b'] },
      body: full,
    },
  }),
  'a recorded response with pairs': JSON.stringify({
    statusCode: 409,
    headers: [
      ['Content-Type', 'application/json'],
      [7, 'x'],
    ],
    payload: json,
  }),
  'a recorded response without a body': '{"status":409,"headers":{},"body":null,"method":"head"}',
  'a recorded response with data': JSON.stringify({ status: 409, headers: {}, data: full, url: '/parcels' }),
  'a list of responses': JSON.stringify([{ status: 409, headers: {}, text: json }, full, 7]),
  'the error of axios': JSON.stringify({
    message: 'Request failed with status code 409',
    name: 'AxiosError',
    code: 'ERR_BAD_REQUEST',
    config: { method: 'post', url: '/parcels', headers: { Authorization: 'Bearer opaque-1' }, data: '{"label":"A1"}' },
    response: {
      status: 409,
      statusText: 'Conflict',
      headers: { 'content-type': 'application/problem+json' },
      data: full,
    },
  }),
  'the error of axios on a console': `AxiosError: Request failed with status code 409\n    at settle (node_modules/axios/lib/core/settle.js:19:12) {\n  code: 'ERR_BAD_REQUEST',\n  response: {\n    status: 409,\n    statusText: 'Conflict',\n    headers: AxiosHeaders {\n      'content-type': 'application/problem+json'\n    },\n    data: {\n      type: 'urn:parcels:depot-full',\n      title: 'Depot Full',\n      status: 409,\n      detail: 'The depot Harbor is full.',\n      errors: [ [Object], [Array] ]\n    }\n  }\n}`,
  'the error of got': `HTTPError: Response code 409 (Conflict)\n  response.body: '${json}'`,
  'a response of Postman': JSON.stringify({
    id: 'x',
    name: 'full',
    originalRequest: { method: 'POST' },
    status: 'Conflict',
    code: 409,
    header: [{ key: 'Content-Type', value: 'application/problem+json' }],
    body: pretty,
  }),
  Sentry: JSON.stringify({
    event_id: '1',
    level: 'error',
    exception: { values: [{ type: 'ApiError', value: '409' }] },
    contexts: { response: { status_code: 409, data: full } },
  }),
  'Sentry with the body as a text': JSON.stringify({
    breadcrumbs: [{ category: 'http', data: { status_code: 409 } }],
    extra: { body: json },
  }),
  'a log of Datadog': JSON.stringify({
    timestamp: '2026-01-31T12:00:00Z',
    status: 'error',
    service: 'desk',
    http: { status_code: 409, method: 'POST', url: '/parcels' },
    message: `upstream said ${json}`,
  }),
  'a log of GCP': JSON.stringify({
    severity: 'ERROR',
    httpRequest: { status: 409 },
    jsonPayload: { response: full, token: 'abc-secret' },
  }),
  'lines of JSON': `{"level":"info","msg":"start"}\n${JSON.stringify({ level: 'error', response: full })}\nnot JSON\n\n${json}`,
  'JSON deep within JSON': JSON.stringify({ a: { b: [{ c: { d: full } }] } }),
  'JSON too deep within JSON': JSON.stringify({ a: { b: { c: { d: { e: { f: { g: { h: { i: full } } } } } } } } }),
  'a text of JSON': quoted,
  'a text of a text of JSON': JSON.stringify(quoted),

  // Printed by programs.
  'a dict of Python': python,
  requests: `Traceback (most recent call last):\n  File "app.py", line 7, in <module>\n    r.raise_for_status()\nrequests.exceptions.HTTPError: 409 Client Error: Conflict for url: https://api.parcels.example/parcels\nbody: ${python}`,
  httpx: `httpx.HTTPStatusError: Client error '409 Conflict' for url 'https://api.parcels.example/parcels'\nFor more information check: https://developer.mozilla.org/en-US/docs/Web/HTTP/Status/409\n${json}`,
  'bytes of Python': `b'${json}'`,
  'a log of Python': `2026-01-31 12:00:00,123 ERROR desk.client: failed with ${python} after 3 tries`,
  'a hash of Ruby': '{"type"=>"urn:parcels:depot-full", "title"=>"Depot Full", "status"=>409, :detail=>nil}',
  'a hash of Ruby with symbols of old':
    '{:type=>"urn:parcels:depot-full", :title=>"Depot Full", :status=>409, :at=>:desk}',
  'a hash of Ruby with symbols': '{type: "urn:parcels:depot-full", title: "Depot Full", status: 409, distance: nil}',
  'an array of PHP': `array (\n  'type' => 'urn:parcels:depot-full',\n  'title' => 'Depot Full',\n  'status' => 409,\n)`,
  'a map of Go': go,
  'a map of Go in a log': `2026/01/31 12:00:00 parcels: hand in: ${go}\nexit status 1`,
  'an error of Go': `2026/01/31 12:00:00 hand in: unexpected status 409: ${json}`,
  'a struct of Rust over lines':
    'Error: Problem {\n    type: Some(\n        "urn:parcels:depot-full",\n    ),\n    title: Some(\n        "Depot Full",\n    ),\n    status: Some(\n        409,\n    ),\n    detail: None,\n}',
  'a struct of Swift':
    'Problem(type: Optional("urn:parcels:depot-full"), title: Optional("Depot Full"), status: Optional(409))',
  'a record of C#': 'ProblemDetails { Type = urn:parcels:depot-full, Title = Depot Full, Status = 409, Detail =  }',
  'a struct of Elixir': '%Problem{type: "urn:parcels:depot-full", title: "Depot Full", status: 409, instance: nil}',
  'an object after words':
    "ERROR in Desk with {type: 'urn:parcels:depot-full', title: 'Depot Full', status: 409, instance: null}",
  'an object after a level': "ERROR {type: 'urn:parcels:depot-full', title: 'Depot Full', status: 409, instance: null}",
  'an object of a class': "Desk.Problem{type: 'urn:parcels:depot-full', title: 7, status: 409, instance: null}",
  'a struct of Go':
    '&{Type:urn:parcels:depot-full Title:Depot Full Status:409 Detail:The depot Harbor is full. NextDepot:Pier}',
  'a struct of Go with its syntax':
    'api.Problem{Type:"urn:parcels:depot-full", Title:"Depot \\"Full\\"", Status:409, Extra:map[string]int(nil)}',
  'a record of Java': `ProblemDetail[type='urn:parcels:depot-full', title='Depot Full', status=409, detail='The depot Harbor is full.', instance='/parcels', properties='{depot=Harbor}']`,
  'a record of Java without some members':
    "ProblemDetail[type='https://developer.parcels.example/errors#invalidParcel', title='Invalid Parcel', status=400, detail='The parcel 'PX-1' is too heavy.', instance='null', properties='{hint=Split it.}']",
  'a map of Java':
    '{type=urn:parcels:depot-full, title=Depot Full, status=409, detail=The depot Harbor is full., depot=null}',
  'a trace of Java': `org.springframework.web.client.HttpClientErrorException$Conflict: 409 Conflict on POST request for "https://api.parcels.example/parcels": "${json}"\n\tat org.springframework.web.client.HttpClientErrorException.create(HttpClientErrorException.java:121)\n\tat com.example.Desk.main(Desk.java:7)`,
  Feign: `feign.FeignException$Conflict: [409 Conflict] during [POST] to [https://api.parcels.example/parcels] [Api#handIn(Parcel)]: [${json}]`,
  Rust: `Error: Status { code: 409, body: "${json.replaceAll('"', '\\"')}" }`,
  '.NET': `System.Net.Http.HttpRequestException: Response status code does not indicate success: 409 (Conflict).\nBody: ${json}`,
  logfmt:
    'time=2026-01-31T12:00:00Z level=error msg="hand in failed" type=urn:parcels:depot-full title="Depot Full" status=409 detail="The depot Harbor is full." took=12ms',
  'kubectl logs': marked('[pod/desk-7c9d/desk] ', pretty),
  'kubectl logs --timestamps': pretty
    .replace(/^/gm, '2026-01-31T12:00:00.120Z ')
    .replaceAll('.120Z', (_, at) => `.${at}Z`),
  'docker compose logs': marked('desk-1  | ', pretty),
  'docker compose logs of a response': marked('desk-1  | ', http),
  klog: `E0131 12:00:00.000000       1 desk.go:42] "Hand in failed" err="409" body=${quoted}`,
  'a log of nginx': `2026/01/31 12:00:00 [error] 7#7: *1 upstream sent "409" while reading response header from upstream, client: 10.0.0.1, request: "POST /parcels HTTP/1.1", upstream: "http://10.0.0.2/parcels", body: ${json}`,
  'an access log': '10.0.0.1 - - [31/Jan/2026:12:00:00 +0000] "POST /parcels HTTP/1.1" 409 120 "-" "curl/8.5"',
  'console.log of Node.js': `{\n  type: 'urn:parcels:depot-full',\n  title: 'Depot Full',\n  status: 409,\n  detail: undefined,\n  list: [ 1, -2.5, [Object], [Function: x] ],\n  at: <ref *1>,\n  [Symbol(a)]: 1\n}`,
  'the console of Chrome': `Uncaught (in promise) {type: 'urn:parcels:depot-full', title: 'Depot Full', status: 409, detail: 'The depot Harbor is full.', …}`,
  'the console of Firefox': `Object { type: "urn:parcels:depot-full", title: "Depot Full", status: 409, detail: "The depot Harbor is full.", distance: 12 }`,
  'a template literal': 'const body = {type: `urn:parcels:depot-full`, title: `Depot Full`, status: 4.09e2};',
  gRPC: 'rpc error: code = ResourceExhausted desc = The depot Harbor is full.',
  'gRPC with a body': `ERROR:\n  Code: FailedPrecondition\n  Message: ${json}`,

  // Written by people.
  'a fence of Markdown': `It fails:\n\n\`\`\`json\n${pretty}\n\`\`\`\n\nWhy?`,
  'a fence of Markdown with a response': `\`\`\`http\n${http}\n\`\`\``,
  'a quote in a mail': marked('> ', pretty),
  'a quote of a quote in a mail': marked('>> ', pretty),
  'curly quotes': pretty.replace(/"([^"\n]*)"/g, '“$1”'),
  'low quotes': pretty.replace(/"([^"\n]*)"/g, '„$1“'),
  'quotes of HTML': json.replaceAll('"', '&quot;'),
  'a cell of CSV': `time,status,body\n12:00,409,"${json.replaceAll('"', '""')}"`,
  'lines that are wrapped and indented': (json.match(/.{1,30}/g) ?? []).join('\n    '),
  'single curly quotes': pretty.replace(/"([^"\n]*)"/g, '‘$1’'),
  'a part of the body': '"title": "Depot Full",\n  "status": 409,\n  "type": "urn:parcels:depot-full"',
  'a body that is cut off': json.slice(0, 90),
  'a body that an ellipsis cuts off': `${json.slice(0, 100)}...`,
  'a response that an ellipsis cuts off': `${head}\n\n${json.slice(0, 90)}…`,
  'a comma too many': pretty.replace(/\n\}$/, ',\n}'),
  'a comma too few': pretty.replace('",\n', '"\n'),
  'a comma too few in a response': `${head}\n\n${pretty.replace('",\n', '"\n')}`,
  comments: pretty.replace('\n', '\n  // the type\n  /* all of it */\n'),
  'a name twice': json.replace('"distance":12', '"distance":12,"title":"Again"'),
  'a broken number': json.replace('12', '1 2'),
  'a broken escape': json.replace('Harbor', 'Har\\qbor'),
  'a line feed in a text': json.replace('depot Harbor', 'depot\nHarbor'),
  'an escaped line of a log': `ERROR body="${json.replaceAll('"', '\\"')}" path=/x`,
  'an escaped body alone': json.replaceAll('"', '\\"'),
  'an escaped body over lines': pretty.replaceAll('"', '\\"').replaceAll('\n', '\\n'),
  'escapes of Unicode': json.replace('Harbor', 'Harb\\u00f6r').replaceAll('"', '\\"').replace('\\u', '\\\\u'),
  YAML: 'type: urn:parcels:depot-full\ntitle: Depot Full\nstatus: 409\ndetail: >-\n  The depot Harbor\n  is full.\nlist:\n  - a\n  - 1\n  - {b: null}\n',
  'YAML within YAML': 'time: now\nerror:\n  type: urn:parcels:depot-full\n  title: Depot Full\n  status: 409\n',
  'a list in YAML': '- type: urn:parcels:depot-full\n  title: Depot Full\n  status: 409\n- other: 1\n',
  'a document of YAML behind words':
    'What comes back:\n---\ntype: urn:parcels:depot-full\ntitle: Depot Full\n? [a, b]\n: c\n',
  'a list of properties': 'type   : urn:parcels:depot-full\ntitle  : Depot Full\nstatus : 409\n',

  // XML.
  XML: xml,
  'XML with a declaration and lines': `<?xml version="1.0" encoding="UTF-8"?>\n${xml.replaceAll('><', '>\n  <')}\n`,
  'XML in a response': `HTTP/1.1 400 Bad Request\nContent-Type: application/problem+xml; charset=utf-8\n\n${xml.replace('Depot Full', '7')}`,
  'XML in a log': `ERROR ${xml} after 3 ms`,
  'XML with a prefix': xml.replaceAll(/<(\/?)/g, '<$1p:').replace('xmlns=', 'xmlns:p='),
  'XML that is cut off': xml.slice(0, 100),
  'XML with a wrong namespace': xml.replace('7807', '9457'),

  // What is wrong with a response.
  'another media type': http.replace('problem+json', 'json'),
  'without a media type': 'HTTP/1.1 409 Conflict\n\n{"title":"Depot Full","status":409}',
  'another status in the body': http.replace('"status":409', '"status":410'),
  'members of wrong types': json.replace('"Depot Full"', '7').replace('409', '"409"').replace('"/parcels"', '"/a b"'),
  'a type with another host': json.replace(
    'urn:parcels:depot-full',
    'https://developer.parcels.example/errors#labelUsed/',
  ),
  'a type of nobody': '{"type":"https://x.example/errors/depot-fulll","title":"Depot Ful","status":409}',
  'an alias as a type': '{"type":"DEPOT_CAPACITY","title":"x","status":409}',
  'a title and a status': '{"title":"Depot Exhausted","status":409}',
  'about:blank': '{"type":"about:blank","title":"Teapot","status":418}',
  'a part of the body in a response': `${head}\n\n"type": "urn:parcels:depot-full",\n"title": "Depot Full"`,
  'about:blank that a type has': '{"type":"about:blank","title":"Not allowed here","status":405}',
  'a faulty Retry-After': `HTTP/1.1 429 Too Many Requests\nContent-Type: application/problem+json\nRetry-After: soon\nX-Request-Id: 7f3a\n\n{"type":"https://limits.example/problems/rate-limited/","title":"Rate Limited","status":429,"retryAfter":17}`,
  'a member with the number of the request': '{"type":"about:blank","title":"x","status":500,"trace_id":"t-1"}',
  'several faults': JSON.stringify({
    type: 'https://developer.parcels.example/errors#invalidParcel',
    title: 'Invalid Parcel',
    status: 400,
    errors: [{ pointer: '/weight', rule: 'Must be 31.5 or less.' }],
  }),
  'a long array': JSON.stringify(
    { type: 7, title: 'x', status: 'x', list: Array.from({ length: 40 }, (_, at) => at) },
    null,
    1,
  ),
  'a response to HEAD':
    'HEAD /parcels HTTP/1.1\nHost: localhost:8080\n\nHTTP/1.1 404 Not Found\nContent-Type: application/problem+json\nContent-Length: 9\n\n',
  '200 with a problem':
    'HTTP/1.1 200 OK\nContent-Type: application/problem+json\n\n{"type":"https://developer.parcels.example/errors#alreadyDelivered","title":"Already Delivered","status":200}',
  '204 without a body': 'HTTP/1.1 204 No Content\n\n',

  // No problem details.
  'the page of a proxy':
    'HTTP/1.1 502 Bad Gateway\nContent-Type: text/html\n\n<html><head><title>502 Bad Gateway</title></head></html>',
  'a page without a response':
    '<!DOCTYPE html><html><head><title>Error 413 Request Entity Too Large</title></head></html>',
  'the text of a proxy': 'HTTP/1.1 502 Bad Gateway\n\nBad Gateway',
  'a message': 'HTTP/1.1 500 Internal Server Error\nContent-Type: application/json\n\n{ "message": "Internal error" }',
  'a message alone': '{"message":"Internal error"}',
  'a message in words': 'it said {"message": "Internal error", "n": 1,} and stopped',
  'a header that tells': 'HTTP/1.1 404 Not Found\nX-Cache: stale\n\n{}',
  'a plain text': 'HTTP/1.1 400 Bad Request\nContent-Type: text/plain\n\nInvalid host header',
  'a success': 'HTTP/1.1 200 OK\nContent-Type: application/json\n\n{"id":1}',
  'a request alone': 'GET https://api.parcels.example/parcels\nAccept: */*\n',
  'a name': 'depot-full',
  'a constant': 'DEPOT_FULL',
  'a title': '  Depot Full  ',
  'a type URI': 'urn:parcels:depot-full',
  'a relative URI': '/errors/invalid-parcel.html?x#causes',
  'words of nobody': 'the quick brown fox',
  'a status': '409 Conflict',
  'a line of words with a detail': 'desk says: The depot Pier is full.',
  'broken JSON': '{"a": }',
  'broken JSON without end': '{"a": "b',
  'broken JSON of a list': '[1, 2',
  'JSON of nothing': '[]',
  'a number': '12',
  blanks: ' \n ',
  binary: '\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000e\u000f',
  'a zero byte': 'a\u0000b',
  'too deep': '['.repeat(70),
};
