/* cspell:disable */
import { expect, test } from 'vitest';
import { byRoute } from '#diagnose/search/by-route.ts';
import { byReason, byStatus, byStatusWithin } from '#diagnose/search/by-status.ts';
import { answerOf, lookup } from '../tables/shop.ts';

/** Statuses and routes in a text, and the types that they name. */

test.each<[string, string?]>([
  ['/orders', 'the route /orders: 3 0 1 2'],
  ['GET /orders', 'the route GET /orders: 3 1, page route/get-orders'],
  ['get orders/7/', 'the route GET /orders/{id}: 3 0 1, page route/get-order'],
  ['POST  https://h/orders?a=1', 'the route POST /orders: 0 1 2, page route/post-orders'],
  ['"/orders#x"', 'the route /orders: 3 0 1 2'],
  ['`GET /orders` ', 'the route GET /orders: 3 1, page route/get-orders'],
  ['/orders/own', 'the route GET /orders/own: 1 4, page route/get-own'],
  ['/orders/7', 'the route GET /orders/{id}: 3 0 1, page route/get-order'],
  ['DELETE /orders', 'the status 405 of DELETE /orders: , page status/405'],
  ['DELETE /nothing', 'the route DELETE /nothing: '],
  [' PUT /nothing ', 'the route PUT /nothing: '],
  ['PUT /nothing now'],
  ['x PUT /nothing'],
  ['/nothing'],
  ['/', 'the route GET /: 5, page route/home'],
  ['/ord'],
  ['/orders/7/items'],
  ['/ORDERS/Own', 'the route GET /orders/own: 1 4, page route/get-own'],
  ['GET /orders HTTP/1.1', 'the route GET /orders: 3 1, page route/get-orders'],
  ['wss://h/orders', 'the route /orders: 3 0 1 2'],
  ['10.0.0.1 "POST /orders HTTP/1.1" 401 12', 'the route POST /orders: 0 1'],
  ['GET /orders/7 took 3 ms: status=404, then 503', 'the route GET /orders/{id}: 3'],
  ['GET /orders/7 401', 'the route GET /orders/{id}: 0 1'],
  ['GET /orders, 409', 'the status 409 of GET /orders: , status 409'],
  ['GET /orders, 405', 'the status 405 of GET /orders: , status 405, page status/405'],
  ['curl https://h/orders/7', 'the route GET /orders/{id}: 3 0 1, page route/get-order'],
  ["$ curl -X post 'https://h/orders'", 'the route POST /orders: 0 1 2, page route/post-orders'],
  ['curl --request=DELETE https://h/orders', 'the status 405 of DELETE /orders: , page status/405'],
  ['curl https://h/orders -d a', 'the route POST /orders: 0 1 2, page route/post-orders'],
  ['curl https://h/orders --data-raw a', 'the route POST /orders: 0 1 2, page route/post-orders'],
  ['curl https://h/orders --json a', 'the route POST /orders: 0 1 2, page route/post-orders'],
  ['curl h/orders'],
  ['curly https://h/orders'],
  ['see /orders'],
  ['orders'],
  ['OPTIONS /orders/7', 'the status 405 of OPTIONS /orders/7: , page status/405'],
  ['curl -X "POST" https://h/orders#a', 'the route POST /orders: 0 1 2, page route/post-orders'],
  ['GET /orders/own 404', 'the route GET /orders/own: 4'],
  ['POST /orders 401', 'the route POST /orders: 0 1'],
  ['POST /orders 503', 'the status 503 of POST /orders: , status 503'],
  ['/orders/', 'the route /orders: 3 0 1 2'],
  ['/carts', 'the routes below /carts: 0 2 5 4'],
  ['/Carts/', 'the routes below /Carts: 0 2 5 4'],
  ['PUT /carts 401', 'the routes below /carts: 0'],
  ['PUT /carts 418', 'the routes below /carts: 0 2 5 4'],
  ['GET /carts/7/items 404', 'the route GET /carts/{id}/items: 4'],
  ['/c'],
  [' /orders', 'the route /orders: 3 0 1 2'],
  ['curl -X  POST https://h/orders', 'the route POST /orders: 0 1 2, page route/post-orders'],
  ['curl https://h/orders -XPOST', 'the route POST /orders: 0 1 2, page route/post-orders'],
  ['curl https://h/orders --request "put"', 'the status 405 of PUT /orders: , page status/405'],
])('byRoute reads %j', (text, answer) => {
  expect(answerOf(byRoute(lookup, text))).toBe(answer);
});

test.each<[string, string?]>([
  ['401', 'the status 401 Unauthorized: 1 0, status 401, page status/401'],
  ['409', 'the status 409 Conflict: 2 4, status 409, page status/409'],
  ['402', 'the status 402: , status 402'],
  ['405', 'the status 405 Method Not Allowed: , status 405, page status/405'],
  ['200', 'the status 200: , status 200'],
  ['HTTP/1.1 401 Unauthorized', 'the status 401 Unauthorized: 1 0, status 401, page status/401'],
  ['status: 401', 'the status 401 Unauthorized: 1 0, status 401, page status/401'],
  ['error 404 (not found)', 'the status 404 Not Found: 3 4, status 404, page status/404'],
  ['4xx', 'the status 4xx: 1 0 3 2 4'],
  ['HTTP 5XX errors', 'the status 5xx: 5'],
  ['** 4** status!', 'the status 4xx: 1 0 3 2 4'],
  ['a 4xx'],
  ['4xx b'],
  ['44xx'],
  ['5** response', 'the status 5xx: 5'],
  ['401 Token Expired', 'the status 401 and its name: 0'],
  ['401: The token has expired', 'the status 401 and its name: 0'],
  ['404 Token Expired'],
  ['402 Token Expired', 'its name: 0, isIdentity, isWords'],
  ['401 nonsense'],
  ['409 problems', 'the status 409 Conflict: 2 4, status 409, page status/409'],
  ['conflict', 'the status 409 Conflict: 2 4, status 409, page status/409'],
  ['Bad request', 'the status 400 Bad Request: 1, status 400, page status/400'],
  ['unauthorized', 'the status 401 Unauthorized: 1 0, status 401, page status/401'],
  ['payload too large', 'the status 413 Content Too Large: , status 413'],
  ['Unprocessable-Entity', 'the status 422: , status 422'],
  ['I am'],
  ['413 Request Entity', 'the status 413 Content Too Large: , status 413'],
  ['409 con', 'the status 409 Conflict: 2 4, status 409, page status/409'],
  ['401 Token'],
  ['code=404', 'the status 404 Not Found: 3 4, status 404, page status/404'],
  ['405 not'],
])('byStatus reads %j', (text, answer) => {
  expect(answerOf(byStatus(lookup, text))).toBe(answer);
});

test.each<[string, string?]>([
  ['conflikt', 'the status 409 Conflict: 2 4, status 409, page status/409, isWords'],
  ['nginx says: not-found!', 'the status 404 Not Found: 3 4, status 404, page status/404, isWords, isGuess'],
  ['method not alowed'],
  ['unautorised', 'the status 401 Unauthorized: 1 0, status 401, page status/401, isWords'],
  ['404 not found'],
  [`${'x'.repeat(190)} not found`, 'the status 404 Not Found: 3 4, status 404, page status/404, isWords, isGuess'],
  ['why is it not found?', 'the status 404 Not Found: 3 4, status 404, page status/404, isWords'],
  [`${' '.repeat(190)}not found`, 'the status 404 Not Found: 3 4, status 404, page status/404, isWords'],
  ['bad request', 'the status 400 Bad Request: 1, status 400, page status/400, isWords'],
  ['it is a conflict'],
  ['service unavailble', 'the status 503 Service Unavailable: 5, status 503, page status/503, isWords'],
  ['12 not found', 'the status 404 Not Found: 3 4, status 404, page status/404, isWords, isGuess'],
  ['Unauthorzed', 'the status 401 Unauthorized: 1 0, status 401, page status/401, isWords'],
])('byReason reads %j', (text, answer) => {
  expect(answerOf(byReason(lookup, text))).toBe(answer);
});

test.each<[string, string?]>([
  ['GET 401 at https://h/orders/7', 'the status 401 at the route GET /orders/{id}: 0 1, page route/get-order'],
  ['404 Client Error for url: https://h/orders', 'the status 404 at the route /orders: 3'],
  ['503 at https://h/orders', 'the status 503 Service Unavailable: 5, status 503, page status/503'],
  ['402 or 409', 'the status 409 Conflict: 2 4, status 409, page status/409'],
  ['a.401 b'],
  ['x 401-2'],
  [`${'x'.repeat(3990)} 404`, 'the status 404 Not Found: 3 4, status 404, page status/404'],
  [`${'x'.repeat(4000)} 404`],
  ['404 http://h/orders/own)', 'the status 404 at the route GET /orders/own: 4, page route/get-own'],
  ['404 https://h/nothing', 'the status 404 Not Found: 3 4, status 404, page status/404'],
  ['none'],
])('byStatusWithin reads %j', (text, answer) => {
  expect(answerOf(byStatusWithin(lookup, text))).toBe(answer);
});
