import { join } from 'node:path';
import { createConfig, lint } from '@redocly/openapi-core';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { follow, linked, manual, unlike } from './follow.ts';
import { blocksOf } from './guide.ts';

/** The guides of the terminal, of clients and of tests, followed word by word: files saved, commands run, output compared. */

const guides = ['cli', 'openapi', 'client', 'vitest', 'playwright', 'node-test', 'msw'];

describe.each(guides)('the guide for %s', (name) => {
  test('shows what its commands print', async () => {
    const steps = manual(name);
    const outputs = await follow(linked(steps), steps);
    expect(outputs).not.toEqual([]);
    for (const output of outputs) expect(unlike(output)).toBeUndefined();
  }, 120_000);
});

test('the names that the guide for the command line says print the same page', async () => {
  const steps = manual('cli');
  const named = steps.filter((step) => 'command' in step && step.command.includes('SESSION_INVALID'));
  const [output] = await follow(
    linked(steps),
    named.map((step) => ({ ...step, shown: '' })),
  );
  const pages = output?.written[0].split(/^(?=Session Validation Failed$)/m) ?? [];
  expect(pages).toHaveLength(3);
  expect(new Set(pages).size).toBe(1);
});

test('the descriptions of the guide for OpenAPI pass the rules that it names', async () => {
  const steps = manual('openapi');
  const folder = linked(steps);
  await follow(folder, steps);
  const rules = parse(blocksOf('openapi').find(({ lang }) => lang === 'yaml')?.text ?? '');
  const config = await createConfig(rules);
  expect(config.rules).toBeDefined();
  for (const file of ['own.json', 'complete.json']) {
    const findings = await lint({ ref: join(folder, file), config });
    const messages = findings.map(({ ruleId, message }) => `${ruleId}: ${message}`);
    expect(
      messages.filter((text) => /problem-details|no-unresolved-refs|struct/.test(text)),
      file,
    ).toEqual([]);
    if (file === 'own.json') expect(messages.filter((text) => !/^info-license|unused/.test(text))).toEqual([]);
  }
});
