import { expect, test, vi } from 'vitest';
import { isOpenStatus, showDrafts, showsDrafts, unfinishedNote, unwrittenFindings } from '#catalog/unfinished.ts';

/** Texts that the first version of an entry leaves open. */

test('each text that is to be written is named by its place', () => {
  const entry = {
    summary: '…',
    why: 'Wait …',
    nothing: null,
    status: 0,
    causes: { a: { fix: [{ step: 'Go.' }, { step: '…' }] } },
    list: ['…'],
  };
  const finding = (place: string) => ({
    file: 'problems/a.ts',
    fact: `${place} must be written out (was "…")`,
    fix: 'Replace the "…".',
    level: 'unfinished',
  });
  expect(unwrittenFindings('problems/a.ts', entry)).toEqual(
    ['summary', 'causes.a.fix[1].step', 'list[0]'].map(finding),
  );
});

test.each([
  [{ path: ['status'], input: 0 }, true],
  [{ path: ['status'], input: 7 }, false],
  [{ path: ['status'] }, false],
  [{ path: ['state'], input: 0 }, false],
  [{ path: ['status', 0], input: 0 }, false],
  [{ path: [], input: 0 }, false],
])('whether %j is an open status: %s', (issue, isOpen) => {
  expect(isOpenStatus(issue)).toBe(isOpen);
});

test.each([
  [['warning', undefined], undefined],
  [
    ['unfinished', 'warning'],
    '1 part of this catalog must be written before it can be built. "problem-catalog check" lists it.',
  ],
  [
    ['unfinished', undefined, 'unfinished'],
    '2 parts of this catalog must be written before it can be built. "problem-catalog check" lists them.',
  ],
] as const)('findings of the levels %j are told as %j', (levels, note) => {
  const findings = levels.map((level) => ({ file: 'a.ts', fact: 'a', fix: 'b', ...(level && { level }) }));
  expect(unfinishedNote(findings)).toBe(note);
});

test('pages are shown while texts are to be written where the process says so', () => {
  vi.stubEnv('PROBLEM_CATALOG_DRAFTS', 'hidden');
  try {
    expect(showsDrafts()).toBe(false);
    showDrafts();
    expect([showsDrafts(), process.env.PROBLEM_CATALOG_DRAFTS]).toEqual([true, 'shown']);
  } finally {
    vi.unstubAllEnvs();
  }
});
