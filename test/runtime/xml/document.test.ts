// cspell:ignore größe
import { describe, expect, test } from 'vitest';
import { parseXml, type XmlElement } from '#runtime/xml/document.ts';

/** XML text -> elements. */

/** `tag [name=value] "text" (elements)`, without what is not there. */
function shown({ tag, attributes, text, elements }: XmlElement): string {
  const pairs = [...attributes].map(([name, value]) => ` [${name}=${value}]`).join('');
  const inner = elements.length > 0 ? ` (${elements.map(shown).join(', ')})` : '';
  return `${tag}${pairs}${text === '' ? '' : ` ${JSON.stringify(text)}`}${inner}`;
}

test.each([
  ['<a/>', 'a'],
  ['<a />', 'a'],
  ['<a></a >', 'a'],
  ['<größe-1.x:_y>1</größe-1.x:_y>', 'größe-1.x:_y "1"'],
  ['<_/>', '_'],
  ['<:a/>', ':a'],
  ['<a>x<b>y</b>z<c/></a>', 'a "xz" (b "y", c)'],
  ['<a><b><c>x</c></b><b/></a>', 'a (b (c "x"), b)'],
  ['<a b="1"/>', 'a [b=1]'],
  [`<a  b = "it's"\n:c\t=\t'"d"' />`, `a [b=it's] [:c="d"]`],
  ['<a b="" c=\'\' größe="&lt;&#10;">x</a>', 'a [b=] [c=] [größe=<\n] "x"'],
  ['<a>&lt;&gt;&amp;&quot;&apos;</a>', `a "<>&\\"'"`],
  ['<a>&#65;&#x42;&#x1F600;&#x10fFFf;&#9;</a>', 'a "AB😀\u{10ffff}\\t"'],
  ['<a>&amp;lt;</a>', 'a "&lt;"'],
  ['<a>x\r\ny\rz\n</a>', 'a "x\\ny\\nz\\n"'],
  ['<a>&#13;</a>', 'a "\\r"'],
  ['<a>\t \ud7ff\ue000\ufffd😀</a>', 'a "\\t \ud7ff\ue000\ufffd😀"'],
  ['<a>] ]> ]]</a>', 'a "] ]> ]]"'],
  ['<a>x<![CDATA[<b>&amp;]] >]]>y</a>', 'a "x<b>&amp;]] >y"'],
  ['<a><![CDATA[]]></a>', 'a'],
  ['<!-- x --><a><!--<b>--><!----></a><!-- y -->', 'a'],
  ['<?p x?><a>1<?xml-style x?>2<?p xml ?></a>\n<?q?>\n', 'a "12"'],
  ['<?xml version="1.0"?>\n<a/>', 'a'],
  ["<?xml\tversion='1.0' encoding='x'?><a/>", 'a'],
])('%s', (text, root) => {
  expect(shown(parseXml(text, 64))).toBe(root);
});

describe('it is not well-formed:', () => {
  test.each([
    '',
    ' ',
    'x',
    'x<a/>',
    '<a/>x',
    '<a/><b/>',
    '<a>',
    '<a><b></a>',
    '<a></b>',
    '<a></a></a>',
    '</a>',
    '<a></a',
    '<a></ a>',
    '<a/ >',
    '<a//>',
    '< a/>',
    '<1a/>',
    '<-a/>',
    '<a&b/>',
    '<a',
    '<a b="1"',
    '<a b/>',
    '<a b=1/>',
    '<a b="1\'/>',
    '<a b="<"/>',
    "<a b='<'/>",
    '<a b="1"c="2"/>',
    '<a b="1" b="2"/>',
    '<a 1="2"/>',
    '<a b="&x;"/>',
    '<a>&</a>',
    '<a>&nbsp;</a>',
    '<a>&lt</a>',
    '<a>&#;</a>',
    '<a>&#x;</a>',
    '<a>&#1;</a>',
    '<a>&#xd800;</a>',
    '<a>&#x110000;</a>',
    '<a>&constructor;</a>',
    '<a>\u0000</a>',
    '<a>\u001f</a>',
    '<a>\ud800</a>',
    '<a>\ufffe</a>',
    '<a><!--\u0001--></a>',
    '<a>]]></a>',
    '<a><!-- </a>',
    '<a><![CDATA[ </a>',
    '<![CDATA[x]]>',
    '<a><![INCLUDE[x]]></a>',
    '<a><!x></a>',
    '<a><? </a>',
    '<a><?xml version="1.0"?></a>',
    ' <?xml version="1.0"?><a/>',
    '<?xml version="1.0"?><?xml version="1.0"?><a/>',
    '<?xml version="1.0"',
    '<>',
  ])('%j', (text) => {
    expect(() => parseXml(text, 64)).toThrow(SyntaxError);
  });
});

test.each([
  ['<a><b/></a>', 1],
  ['<a><b><c/></b><d/></a>', 2],
])('%s is refused where no more than %i levels are allowed', (text, most) => {
  expect(() => parseXml(text, most)).toThrow(RangeError);
  expect(() => parseXml(text, most + 1)).not.toThrow();
});
