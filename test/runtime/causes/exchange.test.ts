import { expect, test } from 'vitest';
import { type KnownExchange, requestHeader } from '#runtime/causes/exchange.ts';

/** Header fields of a request, in each form in which they are known. */

const withheld = ['AUTHORIZATION', 'Cookie'];

test.each<[string, KnownExchange, string, unknown]>([
  ['no fields', {}, 'Accept', undefined],
  ['null', { headers: null as never }, 'Accept', undefined],
  ['Headers', { headers: new Headers({ Accept: 'a/b' }) }, 'ACCEPT', { isThere: true, value: 'a/b' }],
  ['Headers without it', { headers: new Headers() }, 'Accept', { isThere: false }],
  ['Headers with it empty', { headers: new Headers({ Accept: '' }) }, 'Accept', { isThere: false, value: '' }],
  ['an object', { headers: { accept: 'a/b', Age: 7 } }, 'Age', { isThere: true, value: '7' }],
  ['an object with a list', { headers: { Accept: ['a/b', 'c/d'] } }, 'accept', { isThere: true, value: 'a/b,c/d' }],
  ['an object with it undefined', { headers: { accept: undefined } }, 'Accept', { isThere: false }],
  ['an object with a field named Get', { headers: { get: 'x' } }, 'get', { isThere: true, value: 'x' }],
  [
    'pairs',
    {
      headers: [
        ['Accept', 'a/b'],
        ['Age', '7'],
        ['accept', 'c/d'],
      ],
    },
    'Accept',
    { isThere: true, value: 'a/b, c/d' },
  ],
  ['names alone', { headers: ['Age', 'Accept'] }, 'accept', { isThere: true }],
  ['names without it', { headers: ['Age'] }, 'accept', { isThere: false }],
  ['spaces alone', { headers: { accept: ' ' } }, 'Accept', { isThere: false, value: ' ' }],
  ['a recording that withholds it', { headers: {}, withheld }, 'Authorization', undefined],
  ['a recording that withholds others', { headers: {}, withheld }, 'Accept', { isThere: false }],
  [
    'a recording that has what it may withhold',
    { headers: { cookie: 'a=b' }, withheld },
    'Cookie',
    { isThere: true, value: 'a=b' },
  ],
  ['a recording without fields', { withheld }, 'Cookie', undefined],
])('%s', (_, exchange, name, field) => {
  expect(requestHeader(exchange, name)).toEqual(field);
});
