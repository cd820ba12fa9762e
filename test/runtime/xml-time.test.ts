import { expect, test } from 'vitest';
import { parseXml } from '#runtime/xml/document.ts';
import { growthOf, runOf } from '../growth/measure.ts';

/** Documents that repeat one part of XML: they take no longer than others. */

test.each(['<a>', '<!--', '<![CDATA[', '<?x ', '<a b="', '&', '&#', ' ', '<a ', '</', '<!-- -->', ']]', '<a b="c" '])(
  'a run of %j takes linear time',
  async (part) => {
    const document = (length: number) => `<a>${runOf(part)(length)}`;
    const parse = (text: string) => parseXml(text, 64);
    expect(() => parse(document(1_000_000))).toThrow();
    expect(await growthOf(parse, document)).toBeUndefined();
  },
);
