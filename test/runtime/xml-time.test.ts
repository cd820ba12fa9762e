import { expect, test } from 'vitest';
import { parseXml } from '#runtime/xml/document.ts';

/** Documents that repeat one part of XML: they take no longer than others. */

test.each(['<a>', '<!--', '<![CDATA[', '<?x ', '<a b="', '&', '&#', ' ', '<a ', '</', '<!-- -->', ']]', '<a b="c" '])(
  'a megabyte of %j takes a moment',
  (part) => {
    const before = process.cpuUsage();
    expect(() => parseXml(`<a>${part.repeat(1_000_000 / part.length)}`, 64)).toThrow();
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(3);
  },
);
