import type { Answer } from '#diagnose/search/answer.ts';
import type { FinderIndex, FinderType } from '#diagnose/search/index.ts';
import { lookupOf } from '#diagnose/search/lookup.ts';

/** A small index of the search, which needs no catalog to be loaded. Types are named by their positions. */

const type = (name: string, title: string, status: readonly number[], more: Partial<FinderType> = {}): FinderType => ({
  name,
  title,
  status,
  category: 'orders',
  retry: 'now',
  by: [],
  state: 'sent',
  summary: title,
  causes: [],
  words: '',
  ...more,
});

export const shop: FinderIndex = {
  baseUri: 'https://shop.example/errors',
  root: '',
  path: '/errors',
  statuses: {
    400: 'Bad Request',
    401: 'Unauthorized',
    404: 'Not Found',
    405: 'Method Not Allowed',
    409: 'Conflict',
    413: 'Content Too Large',
    503: 'Service Unavailable',
  },
  categories: { orders: 'Orders', tokens: 'Tokens' },
  retries: {},
  fixers: {},
  headers: ['WWW-Authenticate', 'X-Stock', 'Retry-After'],
  routes: [
    ['GET /orders', 'get-orders', [3, 1]],
    ['POST /orders', 'post-orders', [2, 0, 1]],
    ['GET /orders/{id}', 'get-order', [3, 0, 1]],
    ['GET /orders/own', 'get-own', [1, 4]],
    ['GET /', 'home', [5]],
    ['PUT /carts/{id}/items', 'put-items', [5, 4]],
    ['GET /carts/{id}/items', 'get-items', [2, 0, 4]],
  ],
  types: [
    /* 0 */ type('token-expired', 'Token Expired', [401], {
      category: 'tokens',
      aka: ['AUTH_401_OLD'],
      titles: ['Session Over'],
      answers: [{ detail: 'The token has expired', causes: ['old'] }, { detail: 'Token of {owner} ended {time} ago' }],
      said: ['Login failed: *', 'The token is invalid'],
      classes: ['AuthError'],
      headers: { 'WWW-Authenticate': 'Bearer error="invalid_token"' },
      codes: ['token_age', 'Authorization'],
    }),
    /* 1 */ type('token-invalid', 'Token Invalid', [401, 400], {
      category: 'tokens',
      details: ['The token is invalid', 'WWW-Authenticate is wrong'],
      said: ['Sorry', 'Sorry, no access today'],
      classes: ['AuthError', 'TokenError'],
      headers: { 'WWW-Authenticate': 'Bearer' },
      codes: ['Authorization', 'client.check', 'WWW-Authenticate'],
    }),
    /* 2 */ type('out-of-stock', 'Out of Stock', [409], {
      state: 'rare',
      aka: ['NO_STOCK'],
      details: ['No * left', 'Only * of the item * are left in stock'],
      headers: { 'X-Stock': '0' },
      codes: ['space_left'],
    }),
    /* 3 */ type('order-not-found', 'Order Not Found', [404], {
      details: ['Order * was not found', 'X-Stock of * is odd'],
    }),
    /* 4 */ type('old-order', 'Old Order', [404, 409], { state: 'retired' }),
    /* 5 */ type('shop-closed', 'Shop Closed', [503], {
      type: 'urn:shop:closed',
      path: '/errors/shop-closed',
      state: 'unsent',
      aka: ['NO_RETRY_AFTER'],
      details: ['*', 'Odd', 'Closed now'],
      headers: { 'Retry-After': '' },
    }),
    /* 6 */ type('first-twin', 'First Twin', [302], {
      titles: ['Twins', 'First twin'],
      aka: ['stapler-aa'],
      codes: ['twin_id', 'twin_id'],
    }),
    /* 7 */ type('other-twin', 'Other Twin', [302], { aka: ['twins', 'Other twin', 'stapler-ab'], codes: ['twin_id'] }),
  ],
  pages: [
    { kind: 'status', title: '401 Unauthorized', path: '/errors/status/401', text: '' },
    { kind: 'status', title: '405 Method Not Allowed', path: '/errors/status/405', text: '' },
    { kind: 'page', title: '404 Not Found', path: '/404', text: '' },
  ],
  replies: [],
};

export const lookup = lookupOf(shop);

/** `by: positions of types`, and what else is in an answer. */
export function answerOf(answer: Answer | undefined): string | undefined {
  if (!answer) return undefined;
  const { by, types, also = [], message, ...rest } = answer;
  const flags = Object.entries(rest).flatMap(([name, value]) =>
    value === true ? name : value ? `${name} ${value}` : [],
  );
  return [
    `${by}: ${types.join(' ')}`,
    ...(also.length > 0 ? [`also ${also.join(' ')}`] : []),
    ...flags,
    ...(message ? [message.label] : []),
  ].join(', ');
}
