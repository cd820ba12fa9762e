import { expect, test } from 'vitest';
import { bytesOf } from '#diagnose/input/bytes.ts';
import { parseInput } from '#diagnose/input/responses.ts';
import { growthOf, runOf } from '../growth/measure.ts';

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
])('a run of %j behind a head takes linear time', async (part) => {
  const parse = (text: string) => parseInput({ bytes: bytesOf(text), label: 'x' });
  for (const start of [marked, `${head}\n\n`, `${head}\n\n{}`, '']) {
    expect(await growthOf(parse, (length) => start + runOf(part)(length))).toBeUndefined();
  }
});
