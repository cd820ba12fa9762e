import { expect, test } from 'vitest';
import { repliesOf } from '#diagnose/other-responses-of-guide.ts';

/** Known responses, one for each section of a guide. */

const reply = { begins: [], statuses: [], isHtml: false, advice: [], text: '' };

test.each<[string, unknown[]]>([
  ['# A `b`\n\n### C `d`', []],
  ['text 500 `a`\n## 404', []],
  [
    'text\n## 404: `{"a"}` and `b`',
    [{ ...reply, heading: '404: `{"a"}` and `b`', anchor: 's-404-a-and-b', statuses: [404], begins: ['{"a"}', 'b'] }],
  ],
  [
    '##  502 or 503: a Page 1502 600 \n',
    [
      {
        ...reply,
        heading: '502 or 503: a Page 1502 600',
        anchor: 's-502-or-503-a-page-1502-600',
        statuses: [502, 503],
        isHtml: true,
      },
    ],
  ],
  ['## A pages', []],
  ['## `page` `404`', [{ ...reply, heading: '`page` `404`', anchor: 'page-404', begins: ['page', '404'] }]],
  ['## `40``4`', [{ ...reply, heading: '`40``4`', anchor: 's-40-4', begins: ['40', '4'] }]],
  [
    '## 307 `a` with `X-Fault: Proxy`',
    [
      {
        ...reply,
        heading: '307 `a` with `X-Fault: Proxy`',
        anchor: 's-307-a-with-x-fault-proxy',
        statuses: [307],
        header: ['x-fault', 'Proxy'],
      },
    ],
  ],
  ['## `{"a": b}`', [{ ...reply, heading: '`{"a": b}`', anchor: 'a-b', begins: ['{"a": b}'] }]],
  ['## `a: b c`', [{ ...reply, heading: '`a: b c`', anchor: 'a-b-c', begins: ['a: b c'] }]],
  [
    '## `a`\n\nOne\n  two.\n \n| a | b |\n| - | - |\n\nThree | four. ```x```\n\n```js\n## a\n\n  ```\n```\n\n- [b](../c/d#e) [f](./g) [h](https://i/../j) [k](l) |\n',
    [
      {
        ...reply,
        heading: '`a`',
        anchor: 'a',
        begins: ['a'],
        advice: ['One two.', 'Three | four. ```x```', '```js'],
        text: ' One two. | a | b | | - | - | Three | four. ```x``` ```js ',
      },
    ],
  ],
  [
    '## `a`\n```js\nlet b;\n\n  ```\n```\n- [b](../c/d#e) [f](./g?h) [i](https://j/../k) [l](m) |\n\nx ```\ny\n```',
    [
      {
        ...reply,
        heading: '`a`',
        anchor: 'a',
        begins: ['a'],
        advice: ['- [b](/docs/c/d) [f](/docs/guides/g) [i](https://j/../k) [l](m) |', 'x ``` y ```'],
        text: '```js let b; ``` ``` - [b](../c/d#e) [f](./g?h) [i](https://j/../k) [l](m) | x ``` y ```',
      },
    ],
  ],
])('%j', (markdown, replies) => {
  expect(repliesOf(markdown, '/docs/guides')).toEqual(replies);
});
