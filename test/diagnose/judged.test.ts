/* cspell:disable */
import { describe, expect, test } from 'vitest';
import {
  askedForms,
  bareUri,
  formsOf,
  pageOf,
  partsOfUri,
  placedIn,
  typeUriOf,
  writtenForms,
} from '#diagnose/addresses.ts';
import { detailIn, diagnose, exchangeOf, type KnownType } from '#diagnose/diagnosis.ts';
import { hinted } from '#diagnose/hints.ts';
import { identify, identifyName, nameOf } from '#diagnose/identify.ts';
import { memberOf, nodeAt, parseJson, plainValue, sourceOffsets } from '#diagnose/input/json-tree.ts';
import { linesOf, type Mark, positionOf, positionsOf } from '#diagnose/input/lines.ts';
import { maskOf, secretsIn } from '#diagnose/input/secrets.ts';
import { inspect, maxBytes } from '#diagnose/inspect.ts';
import { repliesGuide } from '#diagnose/labels.ts';
import { inspectorIndex } from '#diagnose/make-index.ts';
import { fittingReplies, isHtmlPage, statusOfPage } from '#diagnose/other-responses.ts';
import { placesOf } from '#diagnose/places.ts';
import type { Result } from '#diagnose/result.ts';
import { translator } from '#diagnose/said.ts';
import { finderIndex } from '#diagnose/search/make-index.ts';
import { adviceFor } from '#diagnose/status-advice.ts';
import { stepsOf } from '#runtime/problem/json-pointer.ts';
import { guides, replies, site } from './tables/parcels.ts';
import { brief, outcomeOf, shownLines, shownResult } from './tables/show.ts';

/** Each step of a diagnosis alone, on few inputs. */

// As text, so that a table can be read.
expect.addSnapshotSerializer({ test: (value) => typeof value === 'string', print: String });

const index = inspectorIndex(site, replies);
const base = index.baseUri;
const placed = index.types.map(({ name, type, path }) => ({ name, ...(type && { type }), ...(path && { path }) }));

describe('addresses', () => {
  test('of the types of a catalog', () => {
    const lines = site.catalog.problems.map((problem, at) => {
      const type = placed[at] as (typeof placed)[number];
      return [
        brief(placedIn(site, problem)),
        typeUriOf(type, base),
        pageOf(type, '/list'),
        formsOf(type, base).join(' '),
      ].join(' | ');
    });
    expect(lines.join('\n')).toMatchSnapshot();
  });

  test.each(['https://A.b/c/d.html?e#f/', 'urn:a:b/', '//a.b/c.schema.json', '/a/b.md', 'http://a.json', 'tag:a,1:b#'])(
    '%s',
    (uri) => {
      expect(
        outcomeOf(
          uri,
          (each) =>
            `${bareUri(each)} | ${writtenForms(each).join(' ')} | ${askedForms(each).join(' ')} | ${partsOfUri(each).join(' ')}`,
        ),
      ).toMatchSnapshot();
    },
  );
});

describe('a type is told', () => {
  const types = [
    'urn:parcels:depot-full',
    `${base}#invalidParcel`,
    'https://limits.example/problems/rate-limited/',
    'DEPOT_CAPACITY',
    'about:blank',
    ' urn:parcels:depot-full ',
    '',
    'https://x.example/depot-fulll?a',
    7,
    undefined,
    'urn:x:nothing',
    'docs/parcel-archived',
    `${base}/label_used`,
  ];
  const titles = ['Depot Full', 'Depot Exhausted', 'depot-full!', 'Rate Limted', 7, undefined, 'Nothing'];
  test('by type, title and status', () => {
    const lines = types.flatMap((type) =>
      titles.flatMap((title) =>
        [409, 405, 418, undefined].map(
          (status) => `${brief([type, title, status])} ${brief(identify(index, { type, title, status }))}`,
        ),
      ),
    );
    expect(lines.join('\n')).toMatchSnapshot();
  });

  test.each([
    'urn:parcels:depot-full',
    'DEPOT_CAPACITY',
    'Unknown Parcel',
    'errors/invalid-parcel',
    ' depot-full ',
    'a: b',
  ])('by %s alone', (text) => {
    expect(outcomeOf(text, (each) => String(identifyName(index, each)))).toMatchSnapshot();
    expect(nameOf(index, text)).toBe(text === 'urn:parcels:depot-full' ? 'depot-full' : undefined);
  });

  test('by no long text, and by none over several lines', () => {
    expect(
      [
        'depot-full\n',
        'depot\nfull',
        '{depot-full',
        `${'-'.repeat(290)}depot-full`,
        `${'-'.repeat(291)}depot-full`,
      ].map((text) => identifyName(index, text)),
    ).toEqual(['depot-full', undefined, undefined, 'depot-full', undefined]);
    expect(nameOf(index, 'about:blank')).toBeUndefined();
  });

  test('by a name that is near', () => {
    const near = (type: string, title?: string) => brief(identify(index, { type, title }));
    expect(outcomeOf('x:depot-ful', (each) => near(each))).toMatchSnapshot();
    expect(outcomeOf('Rate Limitd', (each) => near('urn:zzzzzzz', each))).toMatchSnapshot();
  });
});

describe('JSON', () => {
  test('is found by its path', () => {
    const root = parseJson('{"a":[{"b":1},{"b":2,"b":3}],"":{"~/":null},"c":"d"}').node;
    const paths = ['', '/a', '/a/0/b', '/a/1/b', '/a/2', '/a/x', '//~0~1', '/c/0', '/d', 'a', '/a/0/b/c'];
    const at = (path: string) => root && nodeAt(root, stepsOf(path));
    expect(paths.map((path) => `${path} ${brief(stepsOf(path))} ${brief(at(path))}`).join('\n')).toMatchSnapshot();
    expect(root && ['a', 'c', 'd'].map((name) => memberOf(root, name)?.key.start)).toEqual([1, 44, undefined]);
    expect(root && plainValue(root)).toEqual({ a: [{ b: 1 }, { b: 3 }], '': { '~/': null }, c: 'd' });
  });

  test('in a text has its places in the source', () => {
    const source = ' "a\\u00e9\\"b\\n" ';
    expect(sourceOffsets(source, { start: 1, end: source.length - 1 })).toEqual([2, 3, 9, 11, 12, 14]);
  });
});

describe('lines', () => {
  const text = 'one\ntwo password=secret x\r\n\nfour 😀 five\nsix';
  const mark = (number: number, start: number, end: number): Mark => ({ number, level: 'error', start, end });
  const shown = (source: string, marks: readonly Mark[], focus = { start: 0, end: 0 }) =>
    linesOf(source, marks, secretsIn(source), focus)
      .map((line) => {
        if (line.skipped !== undefined) return `${line.number} … ${line.skipped}`;
        const pieces = line.pieces.map(
          ({ text: piece, mark: own, isMasked }) => `${own ? `${own.number}:` : ''}${isMasked ? '*' : ''}${piece}`,
        );
        return `${line.number} ${pieces.join('|')} ${line.marks.map(({ number }) => `^${number}`).join(' ')}`;
      })
      .join('\n');

  test('have positions in characters', () => {
    expect(
      [0, 3, 4, 27, 29, 30, 35, 36, 37, 99].map((offset) => brief(positionOf(text, offset))).join('\n'),
    ).toMatchSnapshot();
    expect(brief(positionsOf(text, [0, 4, 4, 30, 37]))).toMatchSnapshot();
  });

  test.each<[string, readonly Mark[]]>([
    ['none', []],
    ['a word', [mark(1, 0, 3)]],
    ['several lines', [mark(1, 2, 33)]],
    ['a part of a secret', [mark(1, 19, 21)]],
    ['a secret and what is around it', [mark(1, 8, 25)]],
    ['one in the other', [mark(1, 4, 24), mark(2, 8, 16)]],
    ['two that overlap', [mark(1, 0, 2), mark(2, 1, 3)]],
    ['two apart', [mark(2, 30, 33), mark(1, 0, 1)]],
    ['the end', [mark(1, text.length, text.length + 1)]],
    ['nothing', [mark(1, 5, 5)]],
    ['a line feed', [mark(1, 3, 4)]],
  ])('are marked: %s', (_, marks) => {
    expect(shown(text, marks)).toMatchSnapshot();
    expect(shown(`${text}\n`, marks)).toBe(shown(text, marks));
  });

  const long = Array.from({ length: 600 }, (_, at) => `line ${at}`).join('\n');
  test.each<[readonly Mark[], number, number]>([
    [[], 0, 10],
    [[mark(1, 3000, 3001)], 3500, 3600],
    [[mark(1, 0, 1), mark(2, 5300, 5301)], 0, 5400],
    [Array.from({ length: 60 }, (_, at) => mark(at, at * 90, at * 90 + 1)), 4000, 4100],
  ])('of a long text are left out, case %#', (marks, start, end) => {
    const lines = shown(long, marks, { start, end }).split('\n');
    const numbers = lines.map((line) => (line.includes('…') ? line : line.split(' ')[0]));
    expect(numbers.join(' ')).toMatchSnapshot();
  });

  test('are all shown up to a number, and cut where they are long', () => {
    const rows = (count: number) =>
      linesOf(Array.from({ length: count }, () => 'x').join('\n'), [], [], { start: 0, end: 1 }).length;
    expect([239, 240, 241].map(rows)).toMatchSnapshot();
    const width = (length: number) =>
      linesOf('x'.repeat(length), [mark(1, 10, 20)], [], { start: 0, end: 1 }).map((line) =>
        ('pieces' in line ? line.pieces : []).map((piece) => piece.text.length),
      );
    expect(brief([3999, 4000, 4001, 9000].map(width))).toMatchSnapshot();
    const many = Array.from({ length: 60 }, (_, at) => mark(at, at * 100, at * 100 + 50));
    const pieces = linesOf('abcdefghij'.repeat(900), many, [], { start: 0, end: 1 }).flatMap((line) =>
      'pieces' in line ? line.pieces : [],
    );
    expect(pieces.map((piece) => piece.text.length).join(' ')).toMatchSnapshot();
  });

  test('mask a number as text', () => {
    const secret = { kind: 'e-mail address', start: 6, end: 8 } as const;
    expect(
      ['"pin":47', "'pin':47", '"pin": 4', 'pin :447', '"pin":4x', '"pin":-.'].map((source) => maskOf(source, secret)),
    ).toMatchSnapshot();
  });
});

describe('places', () => {
  const body =
    '{"a":1,"long":{"b":"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"},"list":[1,{"c":2}],"a":3}';
  const problem = `{"type":"about:blank","title":"x",${body.slice(1)}`;
  const texts = {
    curl: `HTTP/1.1 400 X\nA-B: c\nContent-Type: application/problem+json\n\n${problem}`,
    'curl -v': `< HTTP/1.1 400 X\n< A-B : c\n< \n${problem}`,
    two: `HTTP/1.1 401 X\nA-B: no\n\nHTTP/1.1 400 X\nA-B: c\n\n${problem}`,
    bare: problem,
    pair: JSON.stringify({ response: { status: 400, headers: { 'A-B': 'c' }, body: JSON.parse(problem) } }),
    pairs: JSON.stringify({
      status: 400,
      headers: [
        ['X', 'y'],
        ['A-B', 'c'],
      ],
      body: JSON.parse(problem),
    }),
    har: JSON.stringify({
      request: {},
      response: { status: 400, headers: [{ name: 'A-B', value: 'c' }], content: { text: problem } },
    }),
    'lines of JSON': `{"x":1}\n{"y":${problem}}`,
    escaped: JSON.stringify({
      status: 400,
      headers: { 'A-B': 'c' },
      body: JSON.stringify(JSON.parse(problem), null, 1),
    }),
    xml: `HTTP/1.1 400 X\nA-B: c\nContent-Type: application/problem+xml\n\n<p:problem xmlns:p="urn:ietf:rfc:7807"><p:title>x</p:title><p:long>${'y'.repeat(300)}</p:long><a/></p:problem>`,
    text: 'HTTP/1.1 400 X\nA-B: c\n\n words \n',
    empty: 'HTTP/1.1 400 X\nA-B: c\n\n',
    loose: `x {'type':'about:blank', 'title': 'x', 'a': 1, 'list': [1, {'c': 2}]} y`,
  };
  test.each(Object.entries(texts))('of %s', async (_, text) => {
    const { messagesOf } = await import('#diagnose/input/messages.ts');
    const messages = await messagesOf(text);
    const lines = messages.flatMap((message) => {
      const places = placesOf(text, message, message.loose);
      const at = (span: { start: number; end: number } | undefined) =>
        span ? `${span.start} ${brief(text.slice(span.start, span.end).slice(0, 60))}` : 'nowhere';
      const pointers = [
        '',
        '/a',
        '/long',
        '/long/b',
        '/list',
        '/list/1/c',
        '/list/7',
        '/nothing',
        '/nothing/x',
        '/title',
        '/a/b',
      ];
      return [
        `body ${at(places.body)}`,
        ...pointers.map((pointer) => `${pointer} ${at(places.member(pointer))}`),
        ...['a-b', 'A-B', 'nothing', 'content-type'].map((name) => `${name}: ${at(places.header(name))}`),
        ...places.duplicates.map(({ name, span }) => `twice ${name} ${at(span)}`),
      ];
    });
    expect(lines.join('\n')).toMatchSnapshot();
  });
});

describe('a diagnosis', () => {
  const known = { routes: index.routes, values: index.values };
  const typeOf = (name: string): KnownType => {
    const { entry, causes, answers } = site.problems.get(name) ?? (undefined as never);
    return { title: entry.title, causes, answers, ...(entry.items && { items: entry.items }) } as KnownType;
  };
  const bodies: readonly [string, Record<string, unknown>, object?][] = [
    ['depot-full', { detail: 'The depot Pier is full.' }],
    ['depot-full', { detail: 'The depot Pier is full.', status: 409 }, { status: 409 }],
    ['depot-full', { detail: 'The depot Pier closes at 18:00 and takes no more parcels.', status: 409 }],
    ['depot-full', { detail: 'Capacity exceeded', title: 'Depot Exhausted' }],
    ['depot-full', { detail: 'nothing known', instance: '/depots/Quay' }],
    ['depot-full', { detail: 'nothing known' }, { method: 'GET', url: 'https://x/depots/North' }],
    ['depot-full', { instance: '/depots/Quay' }, { url: 'https://x/depots/North?a' }],
    ['depot-full', { detail: `The depot ${'x'.repeat(200)} is full.` }],
    ['depot-full', { detail: `The depot ${'x'.repeat(201)} is full.` }],
    ['depot-full', { detail: 'The depot a\tb is full.' }],
    ['depot-full', { detail: 'The depot [masked:token] is full.' }],
    ['depot-full', { detail: 'The depot [FILTERED] is full.' }],
    ['depot-full', { detail: 'The depot jane@example.org is full.' }],
    ['depot-full', { detail: 'The depot … is full.' }],
    ['parcel-not-found', { detail: 'No parcel has the number PX-1.' }, { method: 'GET', url: '/parcels/PX-1' }],
    [
      'parcel-not-found',
      { detail: 'Nothing here', title: 'Unknown Parcel' },
      { method: 'PUT', url: '/parcels/PX-1/delivery' },
    ],
    [
      'invalid-parcel',
      {
        errors: [
          { pointer: '/weight', rule: 'Must be 20 or less.' },
          { pointer: '/label', rule: 'Must have 7 characters.' },
          { rule: 'x' },
          'y',
        ],
      },
    ],
    [
      'invalid-parcel',
      {
        errors: [
          { field: 'a', message: ' ', msg: 'b' },
          { loc: 'c', code: 'd' },
          { parameter: 'p', reason: 'r' },
          { name: 'n', detail: 'e' },
          { path: 'q', title: 't' },
          { param: 'z', kind: 'k' },
        ],
      },
    ],
    ['invalid-parcel', { detail: 'The weight is above 31.5 kg.' }],
    ['invalid-parcel', { detail: 'Invalid label' }],
    [
      'invalid-parcel',
      {
        errors: [
          { message: 'm', msg: 'x' },
          { description: 'd', title: 't' },
          { error: 'e', rule: 'r' },
          { rule: 'r', code: 'c' },
        ],
      },
    ],
    ['depot-full', { detail: 'The depot  is full.' }, { method: 'POST', url: '/depots/Quay' }],
    ['rate-limited', { detail: 'The plan allows 60 requests in a minute.', retryAfter: 3 }],
    ['already-delivered', {}],
  ];
  test.each(bodies)('of %s with %j', (name, body, exchange = {}) => {
    for (const facts of [known, undefined]) {
      const { sure, possible, by, faults } = diagnose(typeOf(name), body, exchange, facts);
      const causes = [...sure, ...possible].map(
        ({ name: cause, fix, own }) => `${cause} own ${own.join(', ')} ${JSON.stringify(fix)}`,
      );
      expect(
        [`${by} sure ${sure.length} of ${causes.length}`, ...causes, ...faults.map(brief)].join('\n'),
      ).toMatchSnapshot();
    }
  });

  test('has the values of a typical answer', () => {
    const type = typeOf('depot-full');
    const [first] = type.causes;
    const typical = {
      ...type,
      causes: [{ ...first, example: { detail: 'The depot Typical is full.' } }, ...type.causes.slice(1)],
      answers: type.answers?.map((answer, at) =>
        at === 1
          ? { ...answer, example: { detail: 'The depot Other closes at 9 and takes no more parcels.' } }
          : answer,
      ),
    } as KnownType;
    const requests = (body: Record<string, unknown>) => {
      const { sure, possible } = diagnose(typical, body, {}, known);
      return brief(
        [...sure, ...possible].map(({ fix, own, ...cause }) => [
          fix.map(({ request }) => request?.path),
          own,
          'example' in cause,
        ]),
      );
    };
    expect(
      [{}, { detail: 'The depot Mine is full.' }, { detail: 'Capacity exceeded' }].map(requests).join('\n'),
    ).toMatchSnapshot();
  });

  test.each([
    'The depot Pier is full.',
    'ERROR: desk: The depot Pier is full.',
    'a: b: Capacity exceeded',
    'CAPACITY EXCEEDED',
    'x the depot "Pier" closes at 9 and takes no more parcels. y',
    'x capacity exceeded y',
    'a: b: c: d: e: f: g: h: Capacity exceeded',
    'nothing',
  ])('has the detail in %j', (text) => {
    expect(outcomeOf(text, (each) => brief(detailIn(typeOf('depot-full'), each)))).toMatchSnapshot();
  });

  test('has the exchange of a response', () => {
    const message = {
      label: 'x',
      line: 1,
      body: 'b',
      status: 400,
      method: 'GET',
      url: '/a',
      requestHeaders: [['A', 'b']],
      withheld: ['cookie'],
    } as const;
    expect([exchangeOf(message), exchangeOf({ ...message, status: 0 })]).toEqual([
      { status: 400, method: 'GET', url: '/a', headers: [['A', 'b']], withheld: ['cookie'] },
      { status: undefined, method: 'GET', url: '/a', headers: [['A', 'b']], withheld: ['cookie'] },
    ]);
  });
});

describe('other responses', () => {
  const fitting = (status: number | undefined, body: string, headers: Record<string, string> = {}) =>
    fittingReplies(index.replies, {
      status,
      header: (name) => headers[name],
      body,
      contentType: headers['content-type'] ?? '',
    })
      .map(({ anchor }) => anchor)
      .join(', ') || '-';
  test.each([
    [502, 'Bad Gateway'],
    [502, 'Bad Gateway from the proxy'],
    [undefined, ' Bad Gateway '],
    [500, '{ "message" : "Internal error" }'],
    [500, '{"error":"Internal error"}'],
    [500, '{"error":"internal error of the service"}'],
    [400, '"Invalid host header"'],
    [413, '<html>Request Entity Too Large</html>'],
    [413, '7'],
    [404, 'null'],
    [503, '["crashed: internal"]'],
  ])('with the status %s and %j', (status, body) => {
    expect(outcomeOf(body, (each) => fitting(status, each))).toMatchSnapshot();
  });

  test('with a header', () => {
    expect([' STALE ', 'fresh'].map((value) => fitting(404, 'x', { 'x-cache': value }))).toEqual([
      'x-cache-stale',
      '-',
    ]);
    expect(
      [413, 200, undefined].map((status) => fitting(status, 'x', { 'content-type': 'text/html' })),
    ).toMatchSnapshot();
  });

  test('that are pages', () => {
    const pages = [
      '<html>',
      ' <!DOCTYPE html>',
      '<head x',
      '<body>',
      '<center>',
      '<h1>',
      '<h1x',
      '<p>',
      'x<html>',
      '<HTML>',
    ];
    expect(pages.map((page) => isHtmlPage(page, ''))).toMatchSnapshot();
    expect(
      ['text/html', 'TEXT/HTML; charset=x', 'text/htmlx', 'xtext/html'].map((type) => isHtmlPage('', type)),
    ).toEqual([true, true, false, false]);
    expect(outcomeOf('<html><title>Error 502 x</title>', (page) => String(statusOfPage(page)))).toMatchSnapshot();
    expect([`<html><title>${'x'.repeat(199)} 502`, `<html><title>${'x'.repeat(200)} 502`].map(statusOfPage)).toEqual([
      502,
      undefined,
    ]);
  });

  test('by their status', () => {
    const advice = Array.from({ length: 702 }, (_, status) => [status, adviceFor(status)] as const).filter(
      ([, found]) => found,
    );
    expect(
      advice
        .filter(([status, found]) => found?.text !== 'client' || status === 418)
        .map(([status, found]) => `${status} ${brief(found)}`)
        .slice(0, 30)
        .join('\n'),
    ).toMatchSnapshot();
    expect([advice.length, adviceFor(undefined), repliesGuide]).toEqual([200, undefined, 'other-replies']);
  });
});

describe('an inspection', () => {
  const kB = 'The text is too long for this table.';
  const of = async (text: string, choice?: number) => shownResult(text, await inspect(text, index, choice));
  test('of a text that is too large or binary', async () => {
    const results = [
      'a'.repeat(maxBytes),
      'a'.repeat(maxBytes + 1),
      'ä'.repeat(maxBytes / 2 + 1),
      '\u0001'.repeat(8),
      '\u0001'.repeat(9),
      `${'\u001b'.repeat(20)}x`,
      '\ufffd'.repeat(9),
      `${'x'.repeat(4096)}${'\u0001'.repeat(9)}`,
    ];
    const shown = await Promise.all(results.map(async (text) => (await of(text)).replace(/a{100,}|x{100,}/g, kB)));
    expect(shown.map((each) => each.slice(0, 120)).join('\n')).toMatchSnapshot();
  });

  const one = (status: number, type: string, body: string) =>
    `HTTP/1.1 ${status} X\nContent-Type: ${type}\nX: ${status}\n\n${body}\n\n`;
  const problem = '{"type":"about:blank","title":"x","status":400}';
  test.each([undefined, 0, 1, 2, 7, -1])('of the choice %s', async (choice) => {
    const text =
      one(200, 'text/plain', 'a') + one(404, 'text/plain', 'b') + one(400, 'application/problem+json', problem);
    expect(await of(text, choice)).toMatchSnapshot();
    expect(
      await of(
        JSON.stringify([
          { status: 0, headers: {} },
          { status: 201, headers: {}, body: 'x' },
        ]),
        choice,
      ),
    ).toMatchSnapshot();
  });

  test.each(['Application/problem+json; charset=utf-8', 'application/problem+xml', 'application/json'])(
    'of the media type %s',
    async (type) => {
      const shown: string[] = [];
      for (const body of [
        '{}',
        '{"title":7}',
        '[]',
        problem,
        '<problem xmlns="urn:ietf:rfc:7807"/>',
        '{"detail": "x",}',
      ])
        shown.push(await of(one(400, type, body)));
      expect(shown.join('\n\n')).toMatchSnapshot();
    },
  );

  test.each([
    'x-request-id',
    'Request-Id',
    'X-Correlation-ID',
    'x-amzn-trace-id',
    'x-amz-requestid',
    'x-ms-request-id',
    'x-goog-trace-id',
    'traceparent',
    'cf-ray',
    'xrequest-id',
    'x-request-id-2',
  ])('names the request by the header %s', async (name) => {
    const result = await inspect(`HTTP/1.1 400 X\n${name}: 7f\n\n${problem}`, index);
    expect(result.kind === 'response' && result.requestId).toMatchSnapshot();
  });

  test.each(['request_id', 'requestId', 'correlation_id', 'trace_id', 'traceId', 'id'])(
    'names the request by the member %s',
    async (name) => {
      const results = await Promise.all(
        ['"7"', '7'].map((value) => inspect(`{"type":"about:blank","title":"x","${name}":${value}}`, index)),
      );
      expect(results.map((result) => result.kind === 'response' && result.requestId)).toMatchSnapshot();
    },
  );

  test('asks for the validator of the type, where none comes along', async () => {
    const asked: string[] = [];
    const body = JSON.stringify({ type: 'urn:parcels:depot-full', title: 'x', status: 400 });
    const load = async (name: string) => {
      asked.push(name);
      return undefined;
    };
    await inspect(body, index, undefined, load);
    await inspect(problem, index, undefined, load);
    expect(asked).toMatchSnapshot();
  });

  test('has its lines and its marks where the text has several faults', async () => {
    const text = `HTTP/1.1 401 X\nContent-Type: application/json\nRetry-After: soon\n\n{"type":"urn:parcels:depot-full","title":7,"status":409,"title":"Depot Full","token":"abcdef",}`;
    const result = await inspect(text, index);
    expect(`${shownResult(text, result)}\n${shownLines(text, result)}`).toMatchSnapshot();
  });
});

describe('hints', () => {
  const finder = finderIndex(site, guides);
  const response = {
    kind: 'response',
    isProblem: false,
    isHtml: false,
    replies: [],
    status: undefined,
  } as unknown as Result;
  const cases: readonly [string, Result][] = [
    ['depot-full', response],
    ['urn:parcels:depot-full', response],
    ['urn:parcels:depot-full', { ...response, status: 409 } as Result],
    ['urn:parcels:depot-full', { ...response, isProblem: true } as Result],
    ['urn:parcels:depot-full', { ...response, isHtml: true } as Result],
    ['urn:parcels:depot-full', { ...response, replies: [1] } as unknown as Result],
    ['The depot Pier is full.', response],
    ['409 Conflict', response],
    ['the courier', response],
    ['the courier\nis here', response],
    ['depot full\nlimits', response],
    ['', response],
    ['{"type":"urn:parcels:depot-full"', { kind: 'fault', message: 'x', marks: [] }],
    ['[409', { kind: 'fault', message: 'x', marks: [] }],
    ['urn:parcels:depot-full', { kind: 'fault', message: 'x', marks: [] }],
    ['urn:parcels:depot-full', { kind: 'name', name: 'x' }],
    ['x {"type":"urn:parcels:depot-full"', { kind: 'fault', message: 'x', marks: [] }],
    ['  {"type":"urn:parcels:depot-full"', { kind: 'fault', message: 'x', marks: [] }],
    ['the courier\n', response],
  ];
  test.each(cases)('of %j', async (text, result) => {
    expect(brief(await hinted(text, result, async () => finder))).toMatchSnapshot();
  });
});

describe('a translation', () => {
  const said = {
    'must be {*values} (was {was})': 'muss {values} sein (war {was})',
    'must be {value}': 'muss {value} sein',
    'the {+thing} of {name}': '{name}: {thing}',
    'the response': 'die Antwort',
    '{a} and {b}': '{b} {missing} {a}',
    red: 'rot',
    'a {x}': 'ein {x}',
  };
  const translated = translator(said as never, { and: ' und ', or: ' oder ' });
  test.each([
    'must be a, b or "c or d" (was 7)',
    'must be red and red (was red)',
    'must be red',
    'must be ',
    'the the response of red',
    'the red of x of y',
    'one and two',
    'the response',
    'a a b',
    'must be "x\\"y, z", red (was "a, b")',
    'nothing',
  ])('%j', (text) => {
    expect(outcomeOf(text, translated)).toMatchSnapshot();
  });

  test('of a text that is too long is the text', () => {
    const text = (length: number) => `must be ${'x'.repeat(length - 8)}`;
    expect([2000, 2001].map((length) => translated(text(length)).slice(0, 6))).toEqual(['muss x', 'must b']);
  });
});

describe('what few texts tell apart', () => {
  test('the address of a type that is where its name says', () => {
    const own = { catalog: { facts: { baseUri: 'https://x/e' } }, paths: { index: '/e' } } as unknown as typeof site;
    const type = (typeUri: string, path: string) => ({ name: 'a', path, typeUri }) as Parameters<typeof placedIn>[1];
    const made = [type('https://x/e/a', '/e/a'), type('https://x/e/a', '/d/a'), type('urn:a', '/e/a')];
    expect(made.map((each) => placedIn(own, each))).toEqual([{}, { path: '/d/a' }, { type: 'urn:a', path: '/e/a' }]);
    expect([
      typeUriOf({ name: 'a' }, 'https://x/e'),
      pageOf({ name: 'a' }, '/e'),
      formsOf({ name: 'a' }, 'https://x/e'),
    ]).toEqual(['https://x/e/a', '/e/a', ['x/e/a', '/e/a', 'e/a']]);
  });

  test.each([
    ['', '', [''], []],
    ['/', '', [''], []],
    ['//a/b', 'a/b', ['a/b'], ['a/b']],
    ['/a', '/a', ['/a'], ['/a']],
    ['#a', '#a', ['#a'], ['#a']],
    ['?a', '?a', ['?a'], ['?a']],
    ['http://A/b', 'a/b', ['a/b', '/b', 'b'], ['a/b']],
    ['HTTPS://a', 'a', ['a'], ['a']],
    ['xhttps://a/b', 'xhttps://a/b', ['xhttps://a/b'], ['xhttps://a/b']],
    ['https:a/b', 'https:a/b', ['https:a/b', '/b', 'b'], ['https:a/b']],
    ['a.json.b', 'a.json.b', ['a.json.b'], ['a.json.b']],
    ['a/b.md?c.md', 'a/b?c.md', ['a/b?c.md'], ['a/b?c.md', 'a/b']],
    ['a?b#c?d', 'a?b#c?d', ['a?b#c?d'], ['a?b#c?d', 'a?b', 'a']],
    ['a#b\nc', 'a#b\nc', ['a#b\nc'], ['a#b\nc', 'a']],
  ])('the forms of %j', (uri, bare, written, askedFor) => {
    expect([bareUri(uri), writtenForms(uri), askedForms(uri)]).toEqual([bare, written, askedFor]);
  });

  const named = (...names: string[]) => ({
    baseUri: 'https://x/e',
    types: names.map((name) => ({
      name,
      title: `Title of ${name}`,
      statuses: [400],
      aliases: [],
      titles: ['Shared', name.repeat(2)],
    })),
  });
  test('names that are near', () => {
    const near = (type: string, title?: string) =>
      identify(named('aaaaaaaa', 'aaaaaaab', 'aaaaaabb', 'aaaaabbb', 'aaaabbbb', 'zz'), { type, title });
    expect(
      ['x:aaaaaaaa', 'x:aaaabbbbb', 'x/aaaaaaab/?y/z', 'x:aaaa', 'x/y/?a', 'x:zzz', 'x:AAAAAAAA'].map((type) =>
        near(type),
      ),
    ).toMatchSnapshot();
    expect(
      ['zzzz', 'title of zz!', 'shared', 'shareb', 'aaaaaaaaaaaaaaab'].map((title) => near('x:qqqqqqqqqqqqqqq', title)),
    ).toMatchSnapshot();
    expect(near(`x:${'a'.repeat(200)}`, 'b'.repeat(200))).toMatchSnapshot();
  });

  test('a title that several types have', () => {
    const index = named('aa', 'bb');
    expect(identify(index, { title: 'Shared', status: 400 })).toEqual({ how: 'blank' });
    expect(identify(index, { title: 'title of AA' })).toEqual({ how: 'guess', name: 'aa', by: 'its title and status' });
    expect(identify(index, { title: 'Title of aa', status: 500 })).toEqual({ how: 'blank' });
    expect(identify(index, { type: '  ', title: 'aaaa' })).toEqual({
      how: 'guess',
      name: 'aa',
      by: 'its title and status',
    });
    expect(identify(index, { type: ' https://x/e/aa' })).toEqual({
      how: 'guess',
      name: 'aa',
      by: 'a type URI that is almost the same',
    });
  });

  test('an advice by the status', () => {
    expect([399, 400, 401, 499, 500, 599, 600].map((status) => adviceFor(status)?.text)).toEqual([
      undefined,
      'client',
      401,
      'client',
      500,
      500,
      undefined,
    ]);
  });

  test('other responses', () => {
    const reply = {
      heading: '',
      anchor: 'a',
      statuses: [],
      begins: ['12345678'],
      isHtml: false,
      advice: [],
      text: 'abcdefgh 1234567',
    };
    const fits = (body: string, status?: number, more = {}) =>
      fittingReplies([{ ...reply, ...more }], { status, header: () => undefined, body, contentType: '' }).length;
    const bodies = [
      '12345678',
      'x12345678',
      '12345678x',
      ' "12345678" ',
      '["12345678"]',
      '{"a":"12345678","b":1}',
      'abcdefgh',
      ' abcdefgh ',
      '["abcdefg"]',
      '["abcdefgh"]',
      '"abcdefgh"',
      'null',
      '1234567',
      '{"a":null}',
    ];
    expect(bodies.map((body) => `${body} ${fits(body)}`).join('\n')).toMatchSnapshot();
    expect([400, 401, undefined].map((status) => fits('12345678', status, { statuses: [400] }))).toEqual([1, 0, 1]);
    expect(fits('<html>', 400, { isHtml: true, begins: [] })).toBe(1);
    expect(isHtmlPage('x <html>', 'xtext/html')).toBe(false);
    expect(['<html><title>404</title>', 'x<html><title>404</title>', '<html>404'].map(statusOfPage)).toEqual([
      404,
      undefined,
      undefined,
    ]);
  });

  test('a detail within words', () => {
    const type = (...details: string[]) => ({ title: 'x', causes: [], answers: details.map((detail) => ({ detail })) });
    const of = (text: string, ...details: string[]) => detailIn(type(...details), text).detail;
    expect([
      of('x 1234567890 y', '1234567890'),
      of('x 123456789 y', '123456789'),
      of('12', '12'),
      of('123', '123'),
      of("ABC 'D'", 'abc "d"'),
      of('x abcdefghij klm y', 'abcdefghij', 'abcdefghij klm'),
      of('x abcdefghij 7 klm y', 'abcdefghij {n} klm', 'abcdefghij'),
      of('a: b: c', 'b: c'),
      of('a: b:c', 'b:c'),
    ]).toMatchSnapshot();
    expect(detailIn({ title: 'x', causes: [], answers: [{}, { detail: 'abcdefghijk' }] }, 'y abcdefghijk y')).toEqual({
      detail: 'abcdefghijk',
    });
    expect(detailIn({ title: 'x', causes: [] }, 'y')).toEqual({});
  });

  test('a cause has the values of its own answers and items', () => {
    const cause = (name: string) => ({
      name,
      address: name,
      cause: name,
      fixedBy: 'x',
      retry: { when: 'now', because: 'x' },
      fix: [{ step: 'Use {x}.' }],
    });
    const answer = (name: string, detail: string, value: string) => ({
      detail,
      causes: [name],
      example: { detail: detail.replace('{x}', value) },
    });
    const type = {
      title: 'x',
      causes: ['a', 'b', 'c'].map(cause),
      answers: [
        answer('a', 'Alpha {x}.', '1'),
        answer('b', 'Beta {x}.', '2'),
        { detail: 'Gamma', causes: ['gone', 'c'] },
      ],
    };
    const steps = (body: Record<string, unknown>, of: KnownType = type) => {
      const { sure, possible } = diagnose(of, body, {});
      return [...sure, ...possible].map(({ name, fix, own }) => `${name} ${fix[0]?.step} ${own.join(' ')}`);
    };
    expect([
      steps({}),
      steps({ detail: 'Alpha 7.' }),
      steps({ detail: 'Beta .' }),
      steps({ detail: 'Gamma' }),
    ]).toMatchSnapshot();
    const items = {
      ...type,
      items: { in: 'list' },
      answers: [
        { item: { a: 'is {x}' }, causes: ['a'] },
        { item: { b: 'is {x}' }, causes: ['b', 'c'] },
      ],
    } as KnownType;
    expect(steps({ list: [{ a: 'is 1' }, { b: 'is 2' }] }, items)).toMatchSnapshot();
    expect([detailIn(type, 'x: y: Beta 7.'), detailIn(type, 'x: Beta 1: 2.'), detailIn(type, 'x: Beta 1:2.')]).toEqual([
      { detail: 'Beta 7.' },
      { detail: 'Beta 1: 2.' },
      { detail: 'Beta 1:2.' },
    ]);
  });

  test('places in recorded JSON', async () => {
    const { messagesOf } = await import('#diagnose/input/messages.ts');
    const place = async (
      text: string,
      ask: (places: ReturnType<typeof placesOf>) => { start: number; end: number } | undefined,
    ) => {
      const [message] = await messagesOf(text);
      const span = message && ask(placesOf(text, message, message.loose));
      return span ? text.slice(span.start, span.end) : undefined;
    };
    const body = '{"type":"about:blank","title":"x","title":"y"}';
    const texts = [
      `{"a":1,"a":2,"response":{"status":400,"headers":{"A":"b"},"body":${body}},"c":3,"c":4}`,
      `[{"status":400,"headers":[{"x":"A","name":"B","value":"c"},{"name":"A","value":"c"}],"body":${body}}]`,
      `{"status":400,"headers":[7,["A"],{}],"body":"${body.replaceAll('"', '\\"')}"}`,
      `{"status":400,"headers":{},"body":"not JSON"}`,
      `{"log":{"entries":[{"response":{"status":400,"headers":[],"content":{"text":"${btoa(body)}","encoding":"base64"}}}]}}`,
      `{"headers":{"A":"no"},"x":${body}}`,
      `<HTTP/1.1 400 X\n<A: b\n<\n${body}`,
      `  HTTP/1.1 400 X\n  A: b\n${body}`,
      `HTTP/1.1 400 X\nx A: b\n\n${body}`,
      `HTTP/1.1 400 X\n\n<a:title>1</a:title><b/>`,
      `HTTP/1.1 400 X\n\n<list>${'1'.repeat(186)}</list>`,
      `HTTP/1.1 400 X\n\n<list>${'1'.repeat(194)}</list>`,
      `HTTP/1.1 400 X\n\n<list>${'1'.repeat(195)}</list>`,
    ];
    const lines = [];
    for (const text of texts)
      lines.push(
        [
          await place(text, (places) => places.body),
          await place(text, (places) => places.header('a')),
          await place(text, (places) => places.member('/title')),
          await place(text, (places) => places.member('/list')),
          await place(text, (places) => places.duplicates[0]?.span),
          await place(text, (places) => places.duplicates[1]?.span),
        ]
          .map((each) => each?.slice(0, 60))
          .join(' | '),
      );
    expect(lines.join('\n')).toMatchSnapshot();
    const list = (length: number) => `{"type":"about:blank","title":"x","list":[${'1'.repeat(length - 2)}]}`;
    expect([
      await place(list(60), (places) => places.member('/list')),
      await place(list(61), (places) => places.member('/list')),
    ]).toMatchSnapshot();
  });

  test('a text that holds a fault, or other responses', async () => {
    const texts = [
      'x {"a": }',
      ' {"a": }',
      '[{"a": }',
      'x [[[',
      ' [[1,',
      `x${'['.repeat(70)}`,
      ` ${'['.repeat(70)}`,
      'HTTP/1.1 400 X\nA: The text\n\nx\nHTTP/1.1 404 X\n\n{"type":"about:blank","title":"The text, x"}',
      'HTTP/1.1 429 X\nRetry-After: 7\nVary: a\nvary: b\n\n{"type":"about:blank","title":"x","title":"y"',
      'HTTP/1.1 400 X\nContent-Type:  application/problem+json  ;x\n\n{}',
      'HTTP/1.1 400 X\nContent-Type: xapplication/problem+json\n\n{}',
      'HTTP/1.1 400 X\nContent-Type: application/problem+jsonx\n\n{}',
      '{"status":400,"headers":{"content-type":"application/problem+json","A":["b","c"]},"body":{"correlation_id":"7","title":"x"}}',
      '{"type":"urn:parcels:depot-full","title":"x","must be":1',
    ];
    const lines = [];
    for (const text of texts) lines.push(shownResult(text, await inspect(text, index)));
    expect(lines.join('\n\n')).toMatchSnapshot();
  });

  test('a translation', () => {
    const of = (said: object, text: string) => translator(said as never, { and: ' und ', or: ' oder ' })(text);
    expect([
      of({ 'a {x}': '1 {x}', 'a b {x}': '2 {x}' }, 'a b c'),
      of({ '{x} b': '1', 'a {longname}': '2 {longname}' }, 'a b'),
      of({ '{*x}': '{x}', 'a, b': 'both', a: 'A', b: 'B' }, 'a, b'),
      of({ 'is {*x}': 'ist {x}', a: 'A', 'b, c': 'BC' }, 'is a, a and a or a'),
      of({ 'is {*x}': 'ist {x}', a: 'A' }, 'is "a, \\"a, a'),
      of({ 'is {*x}': 'ist {x}', a: 'A' }, 'is "a, a", a'),
      of({ 'is {+x}': 'ist {x}', 'no {y}': 'nicht {y}' }, 'is no a'),
      of({ 'is {x}.': 'ist {x}.' }, 'is .'),
      of({ '{x}, {y}': '{y} {x}' }, ', , '),
      of({ '{x}-{y}': '{y} {x} {z}' }, '-a-b'),
      of({ '{x}': 'y' }, ''),
    ]).toMatchSnapshot();
  });

  test('marks and lines', () => {
    const mark = (start: number, end: number): Mark => ({ number: start, level: 'error', start, end });
    const shown = (text: string, marks: Mark[]) =>
      linesOf(text, marks, secretsIn(text), { start: 0, end: 0 }).map((line) =>
        ('pieces' in line ? line.pieces : [])
          .map((piece) => `${piece.mark?.number ?? ''}${piece.isMasked ? '*' : ''}${piece.text}`)
          .join('|'),
      );
    const secret = 'x token=abc y';
    expect([
      shown(secret, [mark(8, 11)]),
      shown(secret, [mark(7, 8)]),
      shown(secret, [mark(11, 12)]),
      shown(secret, [mark(9, 13), mark(2, 9)]),
      shown('token=a token=b', [mark(6, 15)]),
      shown('ab\ncd', [mark(2, 3), mark(3, 3)]),
      shown('ab', [mark(0, 2)]),
      shown('abc', [mark(2, 3), mark(0, 1)]),
      shown('abc', [mark(1, 3), mark(0, 2)]),
      shown('\n\n', [mark(0, 1)]),
    ]).toMatchSnapshot();
    expect([positionOf('\na', 0), positionOf('\na', 1), positionOf('a\n', 1), positionOf('a\nb', 2)]).toMatchSnapshot();
  });

  test('requests', async () => {
    const id = async (field: string) => {
      const result = await inspect(`HTTP/1.1 400 X\n${field}: 7\n\n{"type":"about:blank","title":"x"}`, index);
      return result.kind === 'response' && result.requestId !== undefined;
    };
    const fields = [
      'requestid',
      'x-trace-id',
      'xx-request-id',
      'x-request-idx',
      'a-traceparent',
      'traceparent-a',
      'a-cf-ray',
      'cf-rays',
      'amzn-request-id',
      'x-amz-correlation-id',
      'x-goog-id',
      'x-request--id',
    ];
    expect(await Promise.all(fields.map(async (field) => `${field} ${await id(field)}`))).toMatchSnapshot();
  });

  test('labels and choices', async () => {
    const many = JSON.stringify({
      log: {
        entries: Array.from({ length: 102 }, (_, at) => ({
          request: { method: 'GET', url: `/${at}` },
          response: {
            status: 400,
            headers: [],
            content: { text: at === 3 ? '{"type":"about:blank","title":"x"}' : 'x' },
          },
        })),
      },
    });
    const result = await inspect(many, index);
    expect(result.kind === 'response' && [result.choices.length, result.choice, result.choices[0]]).toEqual([
      100,
      3,
      '400 · entry 1: GET /0',
    ]);
  });
});
