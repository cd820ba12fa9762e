import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ProblemType } from '#catalog/catalog.ts';
import { seenOf } from '#catalog/causes.ts';
import { load } from '#catalog/load.ts';
import { check } from '#catalog/validator.ts';
import { matchPattern, patternOf, unescaped } from '#runtime/causes/pattern.ts';
import { problemsDir, root } from '../support.ts';

/** Responses of a running server, held against what the entries say of it. */

interface Capture {
  how: string;
  level?: string;
  status: number;
  headers: Record<string, string>;
  body: Record<string, unknown>;
}

const folder = join(root, 'test/arcp/captures');
const captures = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file): [string, Capture] => [file, JSON.parse(readFileSync(join(folder, file), 'utf8'))]);
const { problems, common } = await load(problemsDir);
const standard = ['type', 'title', 'status', 'detail', 'instance', ...common.members.map(({ name }) => name)];
test('almost every problem type has been seen on the wire', () => {
  const seen = new Set(captures.map(([, { body }]) => body.type));
  expect(problems.filter(({ typeUri }) => !seen.has(typeUri)).map(({ name }) => name)).toEqual([]);
});

describe.each(captures.filter(([, { body }]) => body.type !== 'about:blank'))(
  '%s',
  (_, { level, status, headers, body }) => {
    const problem = problems.find(({ typeUri }) => typeUri === body.type);
    const observed = problem?.entry.observed;

    test('is an occurrence of its type', () => {
      expect(problem).toBeDefined();
      if (problem) expect(check(problem.schema, body)).toEqual([]);
    });

    test('its status, title and detail are among those observed, unless the server was patched to send it', () => {
      if (level !== undefined) return;
      const { statuses, titles, details } = seenOf((problem as ProblemType).entry);
      expect(statuses).toContain(status);
      expect([problem?.entry.title, ...titles]).toContain(body.title);
      expect(
        details.some((pattern) => matchPattern(patternOf(pattern), unescaped(String(body.detail)))),
        `${body.detail} is like one of ${details.join(' | ')}`,
      ).toBe(true);
    });

    test('its members are those observed', () => {
      const own = Object.keys(body).filter((name) => !standard.includes(name));
      expect(own.filter((name) => !observed?.members.includes(name))).toEqual([]);
    });

    test('a header that the ideal has and this lacks is told', () => {
      const missing = Object.keys(problem?.entry.headers ?? {}).filter((name) => {
        const member = /^\{(\w+)\}$/.exec(problem?.entry.headers?.[name] ?? '')?.[1];
        return headers[name.toLowerCase()] === undefined && (member === undefined || body[member] !== undefined);
      });
      expect(missing.filter((name) => !observed?.missingHeaders?.includes(name))).toEqual([]);
    });

    test('a type that a plain request has produced is not called unsent', () => {
      if (level === undefined) expect(observed?.sent).not.toBe('no');
    });
  },
);
