// cspell:ignore httpsx Über
import { expect, test } from 'vitest';
import type { z } from 'zod';
import {
  fieldValue,
  headerName,
  httpsUrl,
  json,
  kebabName,
  languageTag,
  markdown,
  pattern,
  phrase,
  problemStatus,
  routeKey,
  sentence,
  title,
  typeUriPattern,
  version,
} from '#catalog/fields.ts';
import { shown } from '#catalog/finding.ts';
import { saidOf } from './said.ts';

/** The kinds of fields: which values they take, and what is said of the others. */

const look = 'Change the value; your editor says what the field holds.';
const empty = 'must not be empty';
const writeOut = 'Write it out.';
const asOrders = 'Write parameters as in /orders/{id}.';
const long = 'x'.repeat(100);
const oneLine = 'must be one line without control characters';
const bcp = 'Write it as BCP 47 does: "de", "pt-BR", "zh-Hant".';
const absolute = 'Write it as in https://api.example.com/errors/out-of-stock or urn:problem-type:shop:outOfStock.';

const kinds = {
  fieldValue,
  headerName,
  httpsUrl,
  json,
  kebabName,
  languageTag,
  markdown,
  pattern,
  phrase,
  problemStatus,
  routeKey,
  sentence,
  title,
  typeUriPattern,
  version,
};
type Kind = keyof typeof kinds;

test.each<[kind: Kind, unfit: unknown[], fact: string, fix: string]>([
  ['phrase', [''], empty, writeOut],
  ['phrase', ['a.'], 'must be a phrase', 'Drop the final period.'],
  ['phrase', [1, null], 'must be a string', look],
  ['title', [''], empty, writeOut],
  ['title', ['a.'], 'must be a phrase', 'Drop the final period.'],
  ['title', [`${long}x`], 'must be 100 characters or fewer', look],
  ['title', ['a\nb', 'a\u0085b', 'a\u2028b', 'a\u2029b', 'a\tb'], oneLine, 'Write it on one line.'],
  ['languageTag', ['', 'qq', 'german', 'de-at', 'de_DE', 'DE', 'x-a'], 'must be a language tag', bcp],
  ['sentence', [''], empty, writeOut],
  ['sentence', ['a', '. a', '…a', 'a…', 'a. b'], 'must be a sentence', 'End it with a period.'],
  ['markdown', [''], empty, writeOut],
  [
    'kebabName',
    ['', 'A', '1a', 'a--b', 'a-', '-a', 'a_b', 'aB', 'a-B', 'a b', 'a-b '],
    'must be kebab-case',
    'Write lower-case words joined by "-".',
  ],
  [
    'problemStatus',
    [199, 600, 204, 205, 304, 404.5, '404', null],
    'must be the HTTP status of a response with a body, 200 to 599',
    look,
  ],
  [
    'httpsUrl',
    [
      ...['', 'a', 'http://a.example', 'httpsx://a.example', 'xhttps://a.example', 1],
      ...['https:a.example', 'https:/a.example', 'https:///a.example', 'https:\\\\a.example'],
    ],
    'must be an absolute https URL',
    'Write it with "https://".',
  ],
  ['version', [''], empty, writeOut],
  [
    'typeUriPattern',
    [
      '',
      '/a',
      'a',
      '1:a',
      'é:a',
      ' urn:a',
      'urn:',
      'urn:a b',
      'urn:a ',
      'urn:{other}',
      'urn:%2',
      'urn:%g1',
      'urn:%1g',
      'urn:<',
    ],
    'must be an absolute URI',
    absolute,
  ],
  ['headerName', ['', 'a b', ' a', 'a:', 'é', 'a\n'], 'must be an HTTP field name', look],
  [
    'fieldValue',
    ['a\nb', '\r', '\u007f', 'a – b', 'ā'],
    'must be a field value on one line, without characters beyond Latin-1',
    'Write it in ASCII.',
  ],
  [
    'fieldValue',
    ['{a', 'a}', '{}', '{a-b}', '{"a": 1}'],
    'must have braces around the name of a member only',
    'Write it as in "{retry_after}".',
  ],
  ['json', [undefined, () => 1], 'must be a string or a number or a boolean or null or an array or an object', look],
  ['pattern', [''], empty, writeOut],
  [
    'pattern',
    ['**', 'a *{b} c', '{a}{b}', '{ab}{cd}', '{a_1}*', '*{a_1}'],
    'must have text between two variable parts',
    'Join them to one "*".',
  ],
  [
    'routeKey',
    ['get /a', 'GET a', 'GET  /a', 'GET /a b', 'GET', 'GET/a', ' GET /', 'aGET /', 'GET /\n', '/'],
    'must be "METHOD /path"',
    'Write it as in "GET /orders/{id}".',
  ],
  ['routeKey', ['GET /{'], 'must have a path that can be read: "{" must end with "}"', asOrders],
  ['routeKey', ['GET /[a]'], 'must have a path that can be read: "[" is not known in a path', asOrders],
])('a %s is not: %j', (kind, unfit, fact, fix) => {
  expect(unfit.map((value) => saidOf(kinds[kind], value))).toEqual(
    unfit.map((value) => [`it ${fact} (was ${shown(value)}). ${fix}`]),
  );
});

test.each<[kind: Kind, fit: unknown[], parsed?: unknown[]]>([
  ['phrase', ['a', ' a. b '], ['a', 'a. b']],
  ['title', [long, ' Über '], [long, 'Über']],
  ['languageTag', ['de', 'pt-BR', 'zh-Hant', 'xyz', 'tlh']],
  ['sentence', ['a.', 'a!', 'a?', '`a`', '(a)', '…', ' a. '], ['a.', 'a!', 'a?', '`a`', '(a)', '…', 'a.']],
  ['markdown', [' a\n'], ['a']],
  ['kebabName', ['a', 'a1b-2c-d']],
  ['problemStatus', [200, 203, 404, 599]],
  ['httpsUrl', ['https://a.example/b?c#d', 'HTTPS://a.example']],
  ['version', [' 2026-10 '], ['2026-10']],
  [
    'typeUriPattern',
    [
      'urn:a',
      'urn:{name}',
      'A+1.-b:c',
      'https://a.example/{name}',
      'urn:{camelCase}:{CONSTANT_CASE}',
      'a:%2F%9a',
      "a:a-._~:/?#[]@!$&'()*+,;=1",
    ],
  ],
  ['headerName', ['A', "!#$%&'*+.^_`|~-09aZ"]],
  ['fieldValue', ['', 'a é', '{a}; b={b_2}\t']],
  ['json', [null, { a: [1, 'b', true] }]],
  ['pattern', ['a', '*', '{a}', '* {b} *', '{a}{B}', '{1}*', '{a}}{b}']],
  ['routeKey', ['GET /', 'PATCH /a/{b}?c']],
])('a %s is: %j', (kind, fit, parsed = fit) => {
  const schema: z.ZodType = kinds[kind];
  expect(fit.map((value) => schema.parse(value))).toEqual(parsed);
});
