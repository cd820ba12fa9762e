import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { lint } from '#catalog/lint.ts';
import { load } from '#catalog/load.ts';
import { defineProblemType, problemResponse } from '../../dist/package/index.js';
import { copyOfLibrary, problemsDir } from '../support.ts';
import type { Requirement } from './requirement.ts';

/** What is asked of those who define a problem type. */

/** What is said of the library's catalog after one file of it was changed. */
async function saidOf(file: string, from: string | RegExp, to: string): Promise<string> {
  const folder = copyOfLibrary();
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  const changed = text.replace(from, to);
  expect(changed, `${file} has ${from}`).not.toBe(text);
  writeFileSync(path, changed);
  try {
    const findings = await lint(await load(folder));
    return findings.map(({ fact }) => fact).join('\n');
  } catch (error) {
    return String((error as Error).message);
  }
}

const definition = { type: 'https://shop.example/problems/sold-out', title: 'Sold Out', status: 409 } as const;

export const types: Requirement[] = [
  {
    section: 'RFC 9457, 3.1.1',
    level: '',
    requirement: 'A type URI is absolute.',
    answer: '`defineProblemType` refuses any other; the entries of a catalog get theirs from one base URI.',
    test: async () => {
      for (const type of ['/problems/sold-out', 'sold-out', ''])
        expect(() => defineProblemType()({ ...definition, type }), type).toThrow('absolute URI');
      const { problems } = await load(problemsDir);
      for (const { typeUri } of problems) expect(new URL(typeUri).href).toBe(typeUri);
    },
  },
  {
    section: 'RFC 9457, 3.1.1',
    level: 'MAY',
    requirement: 'A type URI can be a `tag:` or `urn:` URI.',
    answer: '`defineProblemType` takes any absolute URI.',
    test: () => {
      for (const type of ['urn:shop:sold-out', 'tag:shop.example,2026:sold-out'])
        expect(defineProblemType()({ ...definition, type })().type).toBe(type);
    },
  },
  {
    section: 'RFC 9457, 4',
    level: 'MUST',
    requirement: 'A problem type has a type URI, a title and a status.',
    answer:
      'A definition without one of them is refused. The entry of a type for any status says so by leaving the status out.',
    test: async () => {
      expect(await saidOf('loan-limit-reached.ts', /\n {2}title: .*/, '')).toContain('title');
      for (const name of ['type', 'title', 'status'] as const)
        expect(() => defineProblemType()({ ...definition, [name]: undefined } as never), name).toThrow(name);
    },
  },
  {
    section: 'RFC 9457, 4',
    level: 'SHOULD',
    requirement: 'The name of an extension member begins with a letter and has three or more letters, digits or `_`.',
    answer: '`npm run check` reports other names of an entry; `checkResponse` reports `member-name`.',
    test: async () => {
      const said = await saidOf(
        'loan-limit-reached.ts',
        /(export interface LoanLimitReached \{\n)/,
        '$1  /** Two letters. */\n  id?: string;\n',
      );
      expect(said).toContain('member id has fewer than three characters');
    },
  },
  {
    section: 'RFC 9457, 4',
    level: 'SHOULD',
    requirement: 'The page at the type URI explains how to fix the problem.',
    answer: 'An entry without `now`, or a cause without a fix, is refused.',
    test: async () => {
      expect(await saidOf('loan-limit-reached.ts', /\n {2}now: .*/, '')).toContain('now');
      for (const { causes } of (await load(problemsDir)).problems)
        for (const { name, fix } of causes) expect(fix.length, name).toBeGreaterThan(0);
    },
  },
  {
    section: 'RFC 9457, 4',
    level: 'MAY',
    requirement: 'A problem type can say when it carries `Retry-After`.',
    answer: '`headers` of an entry or a definition fills it from a member.',
    test: () => {
      const busy = defineProblemType<{ retry_after?: number }>()({
        ...definition,
        type: 'https://shop.example/problems/busy',
        status: 503,
        headers: { 'Retry-After': '{retry_after}' },
      });
      expect(problemResponse(busy({ retry_after: 30 })).headers.get('retry-after')).toBe('30');
      expect(problemResponse(busy()).headers.has('retry-after')).toBe(false);
    },
  },
  {
    section: 'RFC 9110, 15.5.2',
    level: 'MUST',
    requirement: 'A response with the status 401 has a challenge.',
    answer:
      'An entry with 401 and no `WWW-Authenticate` is refused; the same holds for 405, 407 and 426 and their fields.',
    test: async () => {
      for (const [status, field] of [
        [401, 'WWW-Authenticate'],
        [405, 'Allow'],
        [407, 'Proxy-Authenticate'],
        [426, 'Upgrade'],
      ] as const) {
        const said = await saidOf('loan-limit-reached.ts', /\n {2}status: .*/, `\n  status: ${status},`);
        expect(said).toContain(`a ${status} response must carry ${field}`);
      }
      for (const { entry, statuses } of (await load(problemsDir)).problems)
        if (statuses.includes(401)) expect(entry.headers).toHaveProperty('WWW-Authenticate');
    },
  },
];
