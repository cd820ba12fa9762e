/* cspell:disable */
import { expect, test } from 'vitest';
import { bareNames, folded, typos } from '#diagnose/search/names.ts';
import { hasPart, holds, matches, patternOf, plain } from '#diagnose/search/pattern.ts';
import { trimmed } from '#diagnose/search/trim.ts';

/** What the readings of a text share: names without what is around them, patterns, and ends without signs. */

test.each([
  ['xxaxbxx', 'axb'],
  ['xxx', ''],
  ['', ''],
  ['a', 'a'],
])('%j without x at its ends', (text, expected) => {
  expect(trimmed(text, /x/)).toBe(expected);
});

test('each end has its own signs', () => {
  expect([trimmed('xyaxy', /x/, /y/), trimmed('yx', /x/, /y/), trimmed('xy', /x/, /y/)]).toEqual(['yax', 'yx', '']);
});

test.each([
  ['a.json.b', ['ajsonb']],
  ['some.json', ['some']],
  ['xyz title is: "abc" now', ['xyztitleisabcnow', 'now']],
  ['x title = abc', ['xtitleabc', 'abc']],
  ['error_code:: abc', ['errorcodeabc', 'abc']],
  ['{"my_error": "abc"', ['myerrorabc', 'abc']],
  ['class =\nabc\ndef', ['classabcdef', 'abcdef']],
  ['api.FooBar: x', ['apifoobarx', 'foobar']],
  ['x FooBar: y', ['xfoobary']],
  ['Foobar: xyz', ['foobarxyz', 'xyz']],
  ['call(x)', ['callx', 'call']],
  ['x.makeThing()', ['xmakething', 'makething', 'thing']],
  ['is_abc', ['isabc', 'abc']],
  ['xis_abc', ['xisabc']],
  ['abc problem  type', ['abcproblemtype']],
  ['abc_problem_type', ['abcproblemtype', 'abc']],
  ['AbcException', ['abcexception', 'abc']],
])('names in %j', (text, names) => {
  expect(bareNames(text)).toEqual(names);
});

test.each<[string, string, number, number]>([
  ['abcd', 'abcd', 0, 0],
  ['abcd', 'abce', 1, 1],
  ['abcd', 'abce', 0, Number.POSITIVE_INFINITY],
  ['abcd', 'abdc', 1, 1],
  ['abcd', 'badc', 2, 2],
  ['abcd', 'badc', 1, Number.POSITIVE_INFINITY],
  ['abcdef', 'badcfe', 2, Number.POSITIVE_INFINITY],
  ['abcd', 'bacde', 1, Number.POSITIVE_INFINITY],
  ['abcd', 'bcad', 1, Number.POSITIVE_INFINITY],
])('typing errors between %s and %s, at most %i', (one, other, most, count) => {
  expect([typos(one, other, most), typos(other, one, most)]).toEqual([count, count]);
});

test('a folded text has letters and digits', () => {
  expect(folded(' A-b  __ Ç9!? ')).toBe('abç9');
});

test.each([
  ['&amp;lt;a&#62; &#x42; &#0; &nope; &quot;', "<a> b &#0; &nope; '"],
  ['A\\/b \\"c\\" “d”', "a/b 'c' 'd'"],
])('%j is plain', (text, expected) => {
  expect(plain(text)).toBe(expected);
});

test.each<[string, string, string]>([
  ['abc', 'abc', 'whole within part'],
  ['abc', 'xabcy', 'within'],
  ['a*c', 'abc', 'whole within'],
  ['a*c', 'ac', 'whole within'],
  ['ab*ba', 'aba', ''],
  ['a*b*c', 'a1c2b', ''],
  ['a*b*c', 'a1b2c', 'whole within'],
  ['* is full', 'x is full', 'whole within'],
  ['is * full', `is ${'x'.repeat(400)} full`, 'whole within'],
  ['is * full', `x is ${'x'.repeat(401)} full`, ''],
  ['*', 'abc', 'whole'],
  ['The depot * is full', 'depot', 'part'],
  ['The depot * is full', 'the depot harbor', ''],
  ['The depot * is full', 'the depot harbor is fu', 'part'],
  ['The depot * is full', 'harbor is fu', ''],
  ['The depot * is full', 'the de x', ''],
  ['Ab * is so full', 'ab x is so', ''],
  ['Ab * is so full', 'ab x is so fu', 'part'],
])('the pattern %j and the text %j', (pattern, text, fits) => {
  const known = patternOf(pattern);
  const found = [matches(known, text) && 'whole', holds(known, text) && 'within', hasPart(known, text) && 'part'];
  expect(found.filter(Boolean).join(' ')).toBe(fits);
});
