/* cspell:disable */
import { describe, expect, test } from 'vitest';
import type { Answer } from '#diagnose/search/answer.ts';
import { byClues, byLastOfChain, statusWithin } from '#diagnose/search/by-clues.ts';
import {
  byName,
  byNameInWords,
  byNameWithin,
  byStartOfName,
  byTitle,
  byTypo,
  byWordsOfName,
  nearest,
} from '#diagnose/search/by-name.ts';
import { byPaste } from '#diagnose/search/by-paste.ts';
import { byRoute } from '#diagnose/search/by-route.ts';
import { byReason, byStatus, byStatusWithin, statusIn } from '#diagnose/search/by-status.ts';
import {
  byCode,
  byDetail,
  byDetailWithin,
  byHeader,
  byLongDetailWithin,
  byLongestDetailWithin,
  byPartOfDetail,
  byVagueDetail,
} from '#diagnose/search/by-text.ts';
import { byUri, lastPart } from '#diagnose/search/by-uri.ts';

import { type Lookup, likely, lookupOf } from '#diagnose/search/lookup.ts';
import { finderIndex } from '#diagnose/search/make-index.ts';
import { bareNames, folded, leeway, typos } from '#diagnose/search/names.ts';
import { hasPart, holds, matches, patternOf, plain } from '#diagnose/search/pattern.ts';
import { marked, type Piece, snippet } from '#diagnose/search/snippet.ts';
import { fillers } from '#diagnose/search/stop-words.ts';
import { termsOf } from '#diagnose/search/terms.ts';
import { trimmed } from '#diagnose/search/trim.ts';
import { asked } from './tables/asked.ts';
import { guides, site } from './tables/parcels.ts';
import { brief, outcomeOf } from './tables/show.ts';

/** Each way in which the search reads a text, alone, on what people type. */

// As text, so that a table can be read.
expect.addSnapshotSerializer({ test: (value) => typeof value === 'string', print: String });

const index = finderIndex(site, guides);
const lookup = lookupOf(index);

function shown(answer: Answer | undefined): string {
  if (!answer) return '-';
  const { by, types, also = [], message: _, ...rest } = answer;
  const flags = Object.entries(rest).flatMap(([name, value]) => (value ? `${name} ${value}` : []));
  return [by, types.join(' '), also.length > 0 ? `also ${also.join(' ')}` : '', ...flags].join(' | ');
}

const readings: Readonly<Record<string, (lookup: Lookup, text: string) => Answer | undefined>> = {
  byPaste,
  byUri,
  byHeader,
  byLongestDetailWithin,
  byLastOfChain: (known, text) => byLastOfChain(known, text, byTitle),
  byTitle,
  byClues,
  byName,
  byStatus,
  byDetail,
  byRoute,
  byCode,
  byLongDetailWithin,
  byNameWithin,
  byTypo,
  byDetailWithin,
  byWordsOfName,
  byPartOfDetail,
  byNameInWords,
  byReason,
  byStatusWithin,
  byVagueDetail,
  byStartOfName,
};

test.each(Object.entries(readings))('%s reads what people type', (_, read) => {
  const lines = asked.flatMap((text) => {
    const answer = shown(read(lookup, text));
    return answer === '-' ? [] : [`${text.slice(0, 80)} => ${answer}`];
  });
  expect(lines.join('\n')).toMatchSnapshot();
});

test.each<[string, ...string[]]>([
  [
    'byUri',
    'urn:parcels:depot-full',
    'see (urn:parcels:depot-full).',
    'https://developer.parcels.example/errors/invalid-parcel',
    'xx developer.parcels.example/errors/status/409/',
    '/errors/category/depots',
    'errors/route/post-parcels x',
    'https://developer.parcels.example/errors/ ',
    'a https%3A%2F%2Fdeveloper.parcels.example%2Ferrors%2Flabel-used',
    'errors\\/no-space-left',
    'https://developer.parcels.example/errors/nothing',
  ],
  [
    'byHeader',
    '-H "X-Depot: Harbor"',
    'WWW-Authenticate: Bearer error="invalid_token"',
    '--header retry-after',
    'x-ratelimit-limit:5',
  ],
  ['byCode', '`DEPOT_SHELVES` = 12', 'client.handIn(x);', '"retryAfter": 1', 'X-Courier', 'space_left'],
  [
    'byStatus',
    'HTTP/1.1 409 Conflict',
    '4xx errors',
    'error 5** status',
    'got an status code: 409 problems',
    '409 (depot full)',
    'conflict',
    '413 request entity too large',
    '401: The token has expired',
  ],
  ['byReason', 'nginx says bad gateway', 'conflikt', 'method not allowd'],
  ['byStatusWithin', 'GET 503 at https://x.example/parcels/1/delivery', 'a 409 (1.409)'],
  [
    'byRoute',
    'POST /parcels',
    'get parcels/PX-1/',
    '`PUT https://h/parcels/1/delivery?a` ',
    "curl -X POST 'http://h/parcels' -d x",
    'curl --json {} https://h/parcels',
    '$ curl --request="PUT" http://h/parcels/1/delivery#x',
    'x "GET /parcels HTTP/1.1" 401 7',
    'PATCH /parcels HTTP/1.1',
    '/parcels',
    '/auth',
    'a POST https://h/parcels, y status=409',
  ],
  [
    'byName',
    'ProblemTypes.DEPOT_FULL',
    '"code": "DEPOT_FULL",',
    'validateDepotFull',
    'depot-full.schema.json',
    'new DepotFullProblem(x)',
    'a.DepotFullError: x y',
    "throw new DepotFull('x')",
    'name = depot full problem type',
    '<depot-full>;',
  ],
  ['byNameWithin', 'error_code=DEPOT_FULL x', 'at depotFull y', 'a no-space-left'],
  ['byNameInWords', 'how do I fix depot full?', 'the depot full now', 'parcel not found'],
  ['byWordsOfName', 'full depot', 'used, label'],
  ['byStartOfName', 'ratelim', 'depot-f'],
  ['byTypo', 'depott full', 'rate-limitd', 'labe used', 'depot-oflfine'],
  [
    'byDetail',
    'detail: "The depot Pier is full."',
    "'The token has expired',",
    'Capacity exceeded',
    'The depot A closes at B and takes no more parcels.',
  ],
  ['byDetailWithin', 'x the token has expired y', 'Depot A has no space left, b'],
  ['byVagueDetail', 'Invalid weight'],
  ['byPartOfDetail', 'takes no more parcels', 'The depot Pier closes at 7 and takes…', 'try another depot'],
  [
    'byClues',
    'ERROR POST /parcels 409 x',
    'AuthenticationError 401 y',
    'Depot A has no space left, 409',
    'PUT http://h/parcels/1/delivery 503',
  ],
  ['byLastOfChain', 'AuthenticationError: Login failed: Token Expired', 'a.bException: The token has expired'],
  [
    'byPaste',
    '{"type":"urn:parcels:depot-full"}',
    '{"code":"DEPOT_FULL","status":409}',
    '{"title":"Depot Exhausted","status":409}',
    '{"message":"The token has expired"}',
    '{"error":"Depot Full"} x',
    '{"detail":"409 Conflict"}',
    'HTTP/1.1 404 X\n\n',
    '{"status":409,"title":"x"}',
  ],
])('%s reads a text', (name, ...texts) => {
  const read = readings[name] ?? (() => undefined);
  for (const text of texts) expect(outcomeOf(text, (each) => shown(read(lookup, each)))).toMatchSnapshot();
});

test('numbers in a text', () => {
  for (const text of ['took 409 ms', 'a:409 /503 401-x 404.5 x.403 500', '1409 4099'])
    expect(outcomeOf(text, (each) => String(statusWithin(each)))).toMatchSnapshot();
  for (const text of ['HTTP/1.1 409 Conflict!', 'got an error: 503 (x)', '"status": 404,', 'code_100'])
    expect(outcomeOf(text, (each) => brief(statusIn(each)))).toMatchSnapshot();
});

test('the last part of an address', () => {
  for (const text of ['https://a.b/c/depot-full.html?x#y', 'a/b_c/', 'urn:a:bcd', ' ~/x/abc ', 'a b/c'])
    expect(outcomeOf(text, (each) => String(lastPart(each)))).toMatchSnapshot();
  expect([1994, 1995].map((length) => lastPart(`x/${'y'.repeat(length)}/abc`)?.length)).toEqual([3, undefined]);
});

describe('names', () => {
  test('with what is around them', () => {
    for (const text of [
      'a.b("DEPOT_FULL")',
      "<'is_x_y problem type'>;",
      'class = FooBarError',
      'a.FooBar: x',
      'f(x',
      'x.schema.json',
      'get_it',
      'errors\\abc',
    ])
      expect(outcomeOf(text, (each) => bareNames(each).join(' '))).toMatchSnapshot();
    expect([300, 301].map((length) => bareNames('x'.repeat(length)).length)).toEqual([1, 0]);
  });

  test('folded', () => {
    expect(['Session-Invalid', 'SESSION_INVALID', 'Übergröße 7', 'a…b'].map(folded)).toEqual([
      'sessioninvalid',
      'sessioninvalid',
      'übergröße7',
      'ab',
    ]);
  });

  test('with typing errors', () => {
    expect([0, 4, 5, 7, 8, 20].map(leeway)).toEqual([0, 0, 1, 1, 2, 2]);
    const pairs = [
      ['abcdef', 'abcdef'],
      ['abcdef', 'abcdeg'],
      ['abcdef', 'abdcef'],
      ['abcdef', 'badcfe'],
      ['abcdef', 'abcde'],
      ['abcdef', 'abcdefgh'],
      ['abcdef', 'abdcfg'],
      ['abcdef', 'xbdcef'],
      ['abcdef', 'ghijkl'],
      ['ab', 'ba'],
      ['abcdef', 'bacedf'],
      ['abcdef', 'fbcdea'],
    ] as const;
    expect(pairs.map(([a, b]) => [0, 1, 2, 3].map((most) => typos(a, b, most)).join(' ')).join('\n')).toMatchSnapshot();
  });

  test('that are near', () => {
    const near = (text: string) =>
      nearest(lookup, text)
        .map((at) => index.types[at]?.name)
        .join(' ');
    for (const text of ['depot', 'ful', 'the used label', 'rate-limit', 'xyz'])
      expect(outcomeOf(text, near)).toMatchSnapshot();
    expect(asked.map(near).join('\n')).toMatchSnapshot();
  });
});

describe('patterns', () => {
  test('as plain text', () => {
    const text = 'A &amp;quot;b&#x41; &lt;c&GT; &#66; &apos;d\\"e\\/ ‘f’“g”`´  \n h';
    expect(outcomeOf(text, plain)).toMatchSnapshot();
    expect(['&#0;', '&#x110000;', '&#x10ffff;', '&amp;amp;amp;amp;lt;', '&nothing;'].map(plain)).toEqual([
      '&#0;',
      '&#x110000;',
      '\u{10ffff}',
      '&amp;lt;',
      '&nothing;',
    ]);
  });

  test.each(['the * is full', '*', 'a*', '*b', 'no star', 'a * b * c', 'one**two', ' * padded * '])(
    'of %j',
    (pattern) => {
      const made = patternOf(pattern);
      const texts = [
        'the depot is full',
        'the  is full',
        'the is full',
        'x the depot is full y',
        'a',
        'ab',
        'b',
        '',
        'no star',
        'a x b y c',
        'a b c',
        'a c b',
        'one x two',
        `a ${'z'.repeat(400)} b z c`,
        `a ${'z'.repeat(396)} b z c`,
        'padded',
        'depot is fu',
        'is full',
        'the de',
        'star no',
      ];
      const lines = texts.map(
        (text) =>
          `${[matches, holds, hasPart].map((ask) => (ask(made, text) ? 'yes' : 'no')).join(' ')} ${text.slice(0, 20)}`,
      );
      expect([JSON.stringify(made), ...lines].join('\n')).toMatchSnapshot();
    },
  );

  test('in part', () => {
    const made = patternOf('The depot * closes at * and takes');
    for (const text of ['the depot pier clo', 'closes at 7 and t', 'the depot', 'depot pier closes at 7 and takes'])
      expect(outcomeOf(text, (each) => String(hasPart(made, each)))).toMatchSnapshot();
  });
});

describe('words', () => {
  test('without endings', () => {
    const words = [
      'closes',
      'closed',
      'closing',
      'parties',
      'tried',
      'try',
      'limited',
      'limit',
      'bus',
      'cats',
      '1234s',
      '12345',
      'the',
      'x'.repeat(40),
      'x'.repeat(41),
      'ss',
      'Ärger',
      'dies',
      'any',
    ];
    expect(
      words.map((word) => `${word.slice(0, 12)} ${termsOf(word).map((term) => term.slice(0, 12))}`).join('\n'),
    ).toMatchSnapshot();
    expect([...fillers].join(' ')).toMatchSnapshot();
  });

  const text =
    'The depot takes no more parcels today, since each shelf at the depot is full; come back tomorrow or take the parcels to another depot nearby.';
  const pieces = (list: readonly Piece[]) =>
    list.map(({ text: part, isMarked }) => (isMarked ? `[${part}]` : part)).join('');
  test.each([
    'depot',
    'parcel',
    'full',
    'depot full',
    'shelf',
    'nearbi',
    'anoth depot',
    'the',
    'tomorrow nearbi',
    'depot take parcel todai',
    'xyz',
  ])('that are asked, %j, are marked', (words) => {
    const terms = new Set(words.split(' '));
    const lines = [
      marked(text, terms),
      snippet(text, terms),
      snippet(text.slice(0, 110), terms),
      snippet(text.slice(0, 111), terms),
      snippet('x'.repeat(200), terms),
      snippet(`${'y'.repeat(60)} ${text}`, terms),
    ];
    expect(lines.map(pieces).join('\n')).toMatchSnapshot();
  });

  test('that stand together are one mark', () => {
    expect(marked('depot full, depot  full depot-full', new Set(['depot', 'full']))).toMatchSnapshot();
  });

  test('without the signs at their ends', () => {
    expect([
      trimmed('--a-b--', /-/),
      trimmed('(a)', /\(/, /\)/),
      trimmed('---', /-/),
      trimmed('', /-/),
      trimmed('a', /-/),
    ]).toEqual(['a-b', 'a', '', '', 'a']);
  });
});

test('what is known of the names of the catalog', () => {
  const { names, codes, uris, details, breadth, statusPages, headers } = lookup;
  const lines = (map: ReadonlyMap<string, unknown>) =>
    [...map].map(([name, value]) => `${name} ${JSON.stringify(value)}`).join('\n');
  expect([lines(names), lines(codes), lines(uris), lines(headers)].join('\n\n')).toMatchSnapshot();
  expect(
    [details.map((each) => JSON.stringify(each)).join('\n'), breadth.join(' '), [...statusPages].join(' ')].join(
      '\n\n',
    ),
  ).toMatchSnapshot();
  expect(likely(lookup, [...index.types.keys(), 3, 3]).join(' ')).toMatchSnapshot();
});
