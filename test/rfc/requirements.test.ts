import { afterAll, describe, expect, test } from 'vitest';
import { generators } from './generators.ts';
import { headerFields } from './header-fields.ts';
import { readers } from './readers.ts';
import type { Requirement } from './requirement.ts';
import { close, siteRows } from './site.ts';
import { types } from './types.ts';

/** What the RFCs ask, row by row; the page about it is made of the same rows. */

interface Group {
  readonly title: string;
  readonly file: string;
  readonly rows: readonly Requirement[];
}

const groups: Group[] = [
  { title: 'Reading a problem', file: 'readers.ts', rows: readers },
  { title: 'Sending a problem', file: 'generators.ts', rows: generators },
  { title: 'Defining a problem type', file: 'types.ts', rows: types },
  { title: 'Header fields', file: 'header-fields.ts', rows: headerFields },
  { title: 'The site at the type URIs', file: 'site.ts', rows: siteRows },
];

afterAll(close);

describe.each(groups)('$title', ({ rows }) => {
  test.each(rows)('$section: $requirement', async ({ test: holds }) => {
    await holds();
  });
});

test('the page has these rows; `npx vitest run test/rfc -u` writes it', async () => {
  await expect(page()).toMatchFileSnapshot('../../src/toolkit/guides/rfc-9457.md');
});

function page(): string {
  const tables = groups.map(({ title, file, rows }) =>
    [
      `## ${title}`,
      `The tests are in \`test/rfc/${file}\`.`,
      [
        '| Section | Level | Requirement | Here |',
        '| --- | --- | --- | --- |',
        ...rows.map(
          ({ section, level, requirement, answer }) => `| ${section} | ${level} | ${requirement} | ${answer} |`,
        ),
      ].join('\n'),
    ].join('\n\n'),
  );
  return `${[front, ...tables].join('\n\n')}\n`;
}

const front = `---
title: RFC 9457, row by row
description: "What RFC 9457 and the RFCs around it ask of problem details, what this project does about it, and the test for each."
order: 42
audience: maintainers
---

Each row is a test that runs before every release. The level is the word of the RFC.`;
