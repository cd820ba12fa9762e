/* cspell:disable */
import { expect, test } from 'vitest';
import type { Reply } from '#diagnose/facts.ts';
import type { FinderIndex, FinderType } from '#diagnose/search/index.ts';
import { searcher } from '#diagnose/search/search.ts';
import type { Piece } from '#diagnose/search/snippet.ts';
import { shop } from '../tables/shop.ts';

/** What a search finds, in order, and how sure it is: readings of the text, names of pages, known replies, and words. */

const more: Readonly<Record<string, Partial<FinderType>>> = {
  'token-expired': {
    asked: ['clock skew', 'signed out', 'login', '7/24'],
    causes: [
      { name: 'old', text: 'The token is too old.', more: 'Sign in again.' },
      {
        name: 'revoked',
        text: 'The owner has revoked it.',
        more: 'Ask.',
        asked: ['signed out', 'login', '24/7', 'EREVOKED', 'KEY_REVOKED', 'late'],
      },
    ],
  },
  'out-of-stock': {
    asked: ['sold out'],
    summary: 'Nothing of the `item` is [left](/x) in the warehouse.',
    details: ['No * left', 'Only * of the item * are left in stock', 'Closed now'],
    answers: [
      { detail: 'The makers said no', causes: ['strike', 'gone'] },
      { detail: 'Nobody picks up', causes: ['gone'] },
    ],
    causes: [
      { name: 'strike', text: 'The makers are on strike.', more: 'Wait for the end of it.' },
      { name: 'gone', text: 'The makers have moved.', more: 'Call them.' },
      { name: 'fashion', text: 'Many want one.', more: 'Raise a warehouse.', asked: ['no stock'], sent: 'no' },
    ],
  },
  'order-not-found': { codes: ['order_id'] },
  'old-order': { asked: ['ordered long ago'], details: ['Order * was not found'], codes: ['order_id'] },
  'shop-closed': {
    asked: ['sold out', 'shut'],
    answers: [{ detail: 'We are asleep', causes: ['night'] }],
    causes: [{ name: 'night', text: 'It is night.', more: 'Come at eight.', asked: ['shut'] }],
  },
};

const reply = (anchor: string, heading: string, parts: Partial<Reply>): Reply => ({
  anchor,
  heading,
  statuses: [],
  begins: [],
  isHtml: false,
  advice: [],
  text: heading,
  ...parts,
});

const index: FinderIndex = {
  ...shop,
  guide: '/replies',
  types: shop.types.map((type) => ({ ...type, ...more[type.name] })),
  pages: [
    ...shop.pages,
    {
      kind: 'setting',
      title: 'STOCK_LIMIT',
      path: '/settings#stock',
      names: ['STOCK_LIMIT', 'stock-limit', 'limit'],
      text: '',
    },
    { kind: 'setting', title: 'CART_LIMIT', path: '/settings#cart', names: ['CART_LIMIT', 'limit'], text: 'Cart.' },
    { kind: 'setting', title: 'ODD', path: '/settings#odd', names: ['odd', 'NO_STOCK'], text: 'Odd numbers.' },
    { kind: 'header', title: 'X-Cart', path: '/headers#cart', names: ['X-Cart', 'limit'], text: 'A cart.' },
    { kind: 'guide', title: 'Pay', path: '/pay', asked: ['bank card', 'late'], text: 'Pay by transfer.' },
    {
      kind: 'guide',
      title: 'Pay by card',
      path: '/pay#card',
      in: 'Pay',
      asked: ['late'],
      text: 'A card pays at once.',
    },
  ],
  replies: [
    reply('busy', '503: `busy`', { statuses: [503], begins: ['busy'] }),
    reply('bank', 'The bank is busy', { begins: ['busy', 'bank'] }),
    reply('gone', '404: gone', { statuses: [404], begins: ['{"gone":', 'gone'] }),
    reply('slow', 'Too fast', { statuses: [429], begins: ['{"limit":'] }),
    reply('full', 'Too much', { statuses: [413], begins: ['{"limit":'] }),
    reply('proxy', 'A page of the proxy', { isHtml: true, statuses: [502, 503] }),
    reply('via', 'Header', { header: ['via', 'proxy'], text: 'The proxy answers first.' }),
    reply('till', 'The till', { text: 'It says `till is locked`, `POST /till` and `tilted`. The till is open.' }),
  ],
};
const { search } = searcher(index);
// What the first search prepares belongs to no test alone.
search('shop');

const piecesOf = (pieces: readonly Piece[]) =>
  pieces.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text)).join('');

const rows: [text: string, found: string][] = [
  // Nothing, and what means nothing.
  ['', ': '],
  ['  ', ': '],
  ['soldout', 'some of the words: '],
  ['on holiday', 'some of the words: '],
  ['LI the MIT', 'some of the words: '],
  ['LI setting MIT', 'some of the words: '],
  // A name, a detail text or a response: its type, with the cause that they tell.
  ['token-expired', 'its name, sure: token-expired token-expired#old'],
  ['shop-closed', 'its name, sure: shop-closed'],
  ['out-of-stock strike', 'its name, sure: out-of-stock out-of-stock#strike'],
  ['NO_STOCK', 'another name, sure: out-of-stock /settings#odd'],
  ['NO_STOCK strike', 'another name, sure: out-of-stock out-of-stock#strike'],
  ['raise NO_STOCK', 'another name, sure: out-of-stock out-of-stock#fashion /settings#odd'],
  ['The token has expired', 'its detail text, sure: token-expired#old token-expired'],
  ['x: The token has expired', 'its detail text, sure: token-expired#old token-expired'],
  ['The makers said no', 'its detail text, sure: out-of-stock out-of-stock#strike out-of-stock#gone'],
  ['Nobody picks up', 'its detail text, sure: out-of-stock#gone out-of-stock'],
  ['We are asleep', 'its detail text, sure: shop-closed#night shop-closed'],
  ['odd', 'its detail text, sure: shop-closed /settings#odd'],
  ['Closed now', 'its detail text, sure: out-of-stock shop-closed'],
  ['Order 7 was not found', 'its detail text, sure: order-not-found old-order'],
  ['No bread left', 'its detail text: out-of-stock'],
  ['order_id', 'the mention of order_id: order-not-found old-order route/get-order route/put-items route/get-items'],
  [
    '{"title":"Token Expired","detail":"The token has expired"}',
    'the text of the response, sure, a response: token-expired#old token-expired',
  ],
  // Known replies that are no problem details.
  ['busy', 'some of the words: /replies#busy /replies#bank'],
  ['busy now', 'some of the words: /replies#busy /replies#bank out-of-stock shop-closed'],
  ['busy bank', 'some of the words: /replies#bank /replies#busy'],
  ['bank busy', 'some of the words, sure: /replies#bank'],
  ['gone', 'words, sure: /replies#gone out-of-stock#gone out-of-stock'],
  ['gone away', 'some of the words, sure: /replies#gone out-of-stock#gone out-of-stock'],
  ['{"gone": true}', 'some of the words, sure: /replies#gone out-of-stock#gone out-of-stock'],
  ['log {"gone":true}', 'some of the words: out-of-stock#gone /replies#gone out-of-stock'],
  ['{"limit":1}', 'some of the words: /replies#slow /replies#full /settings#stock /settings#cart /headers#cart'],
  ['{"limit":1,"status":429}', 'some of the words, sure: /replies#slow /settings#stock /settings#cart /headers#cart'],
  [
    '{"limit":1,"status":"429"}',
    'some of the words: /replies#slow /replies#full /settings#stock /settings#cart /headers#cart',
  ],
  ['HTTP/1.1 429 X\n\n{"limit":1}', 'the status 429 of the response, sure, a response: /replies#slow /headers#cart'],
  ['HTTP/1.1 503 X\n\nbusy', 'the status 503 of the response, a response: /replies#busy /replies#bank shop-closed'],
  [
    'HTTP/1.1 503 X\nvia: proxy\n\nx',
    'the status 503 of the response, sure, a response: /replies#via shop-closed /headers#cart /replies#proxy /replies#busy',
  ],
  [
    'HTTP/1.1 502 X\ncontent-type: text/html\n\noops',
    'the status 502 of the response, sure, a response: /replies#proxy /headers#cart',
  ],
  ['<html>x</html>', 'some of the words, sure: /replies#proxy /headers#cart order-not-found'],
  [
    '<html><title>503 x</title></html>',
    'the status 503 Service Unavailable, sure: /replies#proxy shop-closed /headers#cart /replies#busy',
  ],
  ['A page of the proxy', 'some of the words, sure: /replies#proxy'],
  ['answers first', 'some of the words: first-twin /replies#via'],
  // Names of pages, with what stands around them.
  ['STOCK_LIMIT', 'some of the words, sure: /settings#stock'],
  ['stock limit', 'some of the words, sure: /settings#stock out-of-stock order-not-found'],
  ['limit', 'some of the words: /settings#stock /settings#cart /headers#cart'],
  ['limits', 'some of the words, sure: /settings#stock /settings#cart /headers#cart'],
  ['/limit', 'some of the words, sure: /settings#stock /settings#cart /headers#cart'],
  ['limit/', 'some of the words: /settings#stock /settings#cart /headers#cart'],
  ['what is STOCK_LIMIT', 'some of the words, sure: /settings#stock'],
  ['what  is limit', 'some of the words: /settings#stock /settings#cart /headers#cart'],
  ['how to use STOCK_LIMIT', 'some of the words, sure: /settings#stock'],
  ['the STOCK_LIMIT setting', 'some of the words, sure: /settings#stock'],
  ['STOCK_LIMIT=7', 'some of the words, sure: /settings#stock token-expired#revoked token-expired'],
  ['STOCK_LIMIT: 7 8', 'some of the words: /settings#stock token-expired#revoked token-expired'],
  ['STOCK_LIMIT setting = 7', 'some of the words, sure: /settings#stock token-expired#revoked token-expired'],
  [`LIMIT=${'x'.repeat(194)}`, 'some of the words: /settings#stock /settings#cart /headers#cart'],
  [`LIMIT=${'x'.repeat(195)}`, 'some of the words, sure: /settings#stock /settings#cart /headers#cart'],
  ['x-cart: 3', 'some of the words, sure: /headers#cart order-not-found first-twin other-twin'],
  // Statuses, routes and lists, which have pages, and words beside them.
  [
    '401',
    'the status 401 Unauthorized, sure: status/401 token-invalid token-expired token-expired#old token-expired#revoked',
  ],
  ['404', 'the status 404 Not Found: order-not-found old-order /replies#gone /404'],
  ['404 strike', 'the status 404 Not Found: order-not-found old-order out-of-stock#strike /replies#gone /404'],
  ['409 strike', 'the status 409 and words, sure: out-of-stock#strike out-of-stock'],
  ['why not 404', 'words: /replies#gone /404 order-not-found old-order'],
  ['warehouse 404', 'the status 404 Not Found: order-not-found old-order /replies#gone /404'],
  [
    'a warehouse item left zzz 404',
    'the status 404 Not Found: out-of-stock route/put-items route/get-items order-not-found old-order',
  ],
  ['till is locked', 'some of the words, sure: /replies#till'],
  ['till is open', 'some of the words: /replies#till'],
  ['tilted', 'some of the words: /replies#till'],
  ['POST /till', 'the route POST /till: /replies#till'],
  ['502 Bad Gateway\nnginx', 'some of the words, sure: /replies#proxy'],
  ['a not found bank', 'the status 404 Not Found: order-not-found old-order /replies#bank /pay /404'],
  [
    'GET /orders',
    'the route GET /orders, sure: route/get-orders order-not-found token-invalid old-order route/get-own route/post-orders route/get-order',
  ],
  [
    '/carts/1/items',
    'the route /carts/1/items: token-expired out-of-stock shop-closed old-order route/put-items route/get-items',
  ],
  ['/errors/status/405', 'the status 405 Method Not Allowed, sure: status/405'],
  [
    '/errors/category/orders',
    'the category Orders: out-of-stock order-not-found old-order shop-closed first-twin other-twin route/get-orders route/get-own route/post-orders route/get-order',
  ],
  // What people ask with.
  ['sold out', 'words, sure: out-of-stock shop-closed'],
  ['signed out', 'words: token-expired token-expired#revoked token-expired#old'],
  ['is signed-out', 'words: token-expired token-expired#revoked token-expired#old'],
  ['signed-out', 'words, sure: token-expired#revoked token-expired token-expired#old'],
  [`signed${' '.repeat(191)}out`, 'words: token-expired token-expired#revoked token-expired#old'],
  [`signed${' '.repeat(192)}out`, 'words, sure: token-expired#revoked token-expired token-expired#old'],
  ['clock skew', 'words, sure: token-expired'],
  ['login', 'words: token-expired token-expired#revoked'],
  ['24/7', 'words, sure: token-expired#revoked token-expired'],
  ['7/24', 'words, sure: token-expired#revoked token-expired'],
  ['EREVOKED', 'words: token-expired#revoked token-expired'],
  ['KEY_REVOKED', 'words: token-expired#revoked token-expired'],
  [
    'no stock',
    'another name, sure: out-of-stock#fashion out-of-stock out-of-stock#strike out-of-stock#gone /settings#odd',
  ],
  ['shut', 'words: shop-closed shop-closed#night'],
  ['late', 'words: /pay token-expired#revoked /pay#card token-expired'],
  ['bank card', 'some of the words, sure: /replies#bank /pay /pay#card'],
  // Words.
  ['token', 'words: token-invalid token-expired token-expired#old'],
  ['token_foo', 'some of the words: token-invalid token-expired token-expired#old'],
  ['old', 'words: token-expired#old old-order token-expired'],
  ['makers strike', 'words, sure: out-of-stock#strike out-of-stock'],
  ['call makers', 'words: out-of-stock#gone out-of-stock'],
  ['warehouse item', 'words: out-of-stock route/put-items route/get-items'],
  ['warehuose', 'words: out-of-stock#fashion out-of-stock'],
  ['fashion', 'words, sure: out-of-stock#fashion out-of-stock'],
  [
    'order',
    'words: route/get-orders order-not-found old-order route/get-own route/post-orders route/get-order out-of-stock first-twin other-twin shop-closed',
  ],
  ['card pay', 'some of the words, sure: /pay#card /pay'],
  ['pay', 'some of the words, sure: /pay#card /pay'],
  ['card token', 'some of the words: /pay#card /pay token-invalid token-expired token-expired#old'],
  [
    'stock bank',
    'some of the words: /replies#bank out-of-stock /pay /settings#stock out-of-stock#fashion /settings#odd order-not-found',
  ],
];

const foundBy = (text: string) => {
  const { hits, by, isSure, isResponse } = search(text);
  const paths = hits.map(({ document }) => document.path.replace('/errors/', ''));
  return `${by}${isSure ? ', sure' : ''}${isResponse ? ', a response' : ''}: ${paths.join(' ')}`;
};

const hitsOf = (text: string) =>
  search(text)
    .hits.slice(0, 3)
    .map(({ title, why, isAsked }) => `${piecesOf(title)} | ${isAsked ? 'asked ' : ''}${piecesOf(why)}`);

test.each(rows)('%j', (text, found) => {
  expect(foundBy(text)).toBe(found);
});

test('of a long text, its first name, status or reply counts, and no word', () => {
  const x = (count: number) => 'x'.repeat(count);
  expect(
    [
      `pay ${x(396)}`,
      `pay ${x(397)}`,
      `${'zzz '.repeat(110)}404 zzz`,
      `busy${x(99_996)}`,
      `busy${x(99_997)}`,
      `{"type":"urn:shop:closed","x":"${x(400)}"}`,
    ].map(foundBy),
  ).toEqual([
    'some of the words, sure: /pay#card /pay',
    'some of the words: ',
    'the status 404 Not Found: order-not-found old-order',
    'some of the words: /replies#busy /replies#bank',
    'some of the words: ',
    'the type of the response, sure, a response: shop-closed',
  ]);
});

const lost = searcher({
  ...index,
  types: index.types.map((type) =>
    type.name === 'order-not-found' ? { ...type, aka: ['LOST_ERROR', 'GoneError'] } : type,
  ),
});
test.each([
  ['LostError', true],
  ['LOST_ERROR: a cart', true],
  ['GoneError: a cart', true],
  ['a LostCartError: not found', false],
  ['shop.LostError: a cart', false],
  ['shop.GoneError: a cart', true],
  ['till.cart.GoneError: a cart', false],
  ['{"code":"LOST_ERROR","message":"a LostError"}', true],
])('a class that any program has is not surely meant: %s', (text, isSure) => {
  expect(lost.search(text).isSure).toBe(isSure);
});

test('the forty best are shown', () => {
  const pages = Array.from({ length: 50 }, (_, at) => ({
    kind: 'page' as const,
    title: `Cheese ${at}`,
    path: `/${at}`,
    text: '',
  }));
  expect(searcher({ ...index, pages }).search('cheese').hits).toHaveLength(40);
});

/** Title and reason of each hit, with what fits in brackets. */
test.each([
  [
    'warehuose',
    ['Many want one. | Raise a [warehouse].', 'Out of Stock | Nothing of the item is left in the [warehouse].'],
  ],
  [
    'signed out',
    [
      'Token Expired | asked [signed out]',
      'The owner has revoked it. | asked [signed out]',
      'The token is too old. | [Sign] in again.',
    ],
  ],
  ['skew token', ['[Token] Expired | [Token] Expired', 'The [token] is too old. | The [token] has expired']],
  ['sold stock', ['Out of [Stock] | Only … of the item … are left in [stock]', 'Many want one. | asked no [stock]']],
  ['card pay', ['[Pay] by [card] | A [card pays] at once.', '[Pay] | [Pay] by transfer.']],
  [
    'pa',
    [
      '[Pay] by card | A card [pays] at once.',
      '[Pay] | [Pay] by transfer.',
      'A [page] of the proxy | A [page] of the proxy',
    ],
  ],
  ['urn:shop:closed', ['[Shop Closed] | [Shop Closed]']],
])('%s: why', (text, hits) => {
  expect(hitsOf(text)).toEqual(hits);
});
