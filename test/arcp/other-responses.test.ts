import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fittingReplies } from '#diagnose/other-responses.ts';
import { repliesOf } from '#diagnose/other-responses-of-guide.ts';
import { root } from '../support.ts';

/** Responses of a running server and its nginx that are no problem details, held against the guide on them. */

interface Recorded {
  /** Anchor of the section that the response leads to; `null` for a success, which leads nowhere. */
  section: string | null;
  status: number;
  headers: Record<string, string>;
  body: string;
  how: string;
}

const guide = readFileSync(join(root, 'problems/guides/other-replies.md'), 'utf8');
const replies = repliesOf(guide.replace(/^---[\s\S]*?\n---\n/, ''), '/docs/guides');
const lines = readFileSync(join(root, 'test/arcp/other-responses.jsonl'), 'utf8').trim().split('\n');
const recorded = lines.map((line): Recorded => JSON.parse(line));

test.each(recorded)('$status leads to $section: $how', ({ section, status, headers, body }) => {
  const header = (name: string) => headers[name.toLowerCase()];
  const found = fittingReplies(replies, { status, header, body, contentType: headers['content-type'] ?? '' });
  expect(found.map(({ anchor }) => anchor)).toEqual(section === null ? [] : [section]);
});
