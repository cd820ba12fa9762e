import { expect, test } from 'vitest';
import { bytesOf } from '#diagnose/input/bytes.ts';
import { parseInput } from '#diagnose/input/responses.ts';

/** Texts that repeat one part of what tools print: they take no longer than others. */

const head = 'HTTP/1.1 401 Unauthorized\nContent-Type: application/problem+json\nWWW-Authenticate: Bearer';
const marked = `${head.replace(/^/gm, '< ')}\n< \n`;

test.each([
  '< ',
  '> ',
  '* ',
  '\r',
  '1 1 ',
  '{ [',
  '% ',
  '  ',
  '\n',
  '}',
  '{"',
  '@',
  'a@b',
  '#',
  'GET a',
  '<problem ',
  '--1-- ',
])('a megabyte of %j behind a head takes a moment', (part) => {
  const before = process.cpuUsage();
  for (const start of [marked, `${head}\n\n`, `${head}\n\n{}`, '']) {
    parseInput({ bytes: bytesOf(start + part.repeat(1_000_000 / part.length)), label: 'x' });
  }
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(8);
});
