import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createConfig, lint } from '@redocly/openapi-core';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { freePort, packageDir, root, run, temporary } from '../../support.ts';
import { type Block, blocksOf } from './guide.ts';

/** The guides of the command line and of OpenAPI, followed word by word: files saved, commands run, output compared. */

const textOf = (guide: string) => readFileSync(join(root, `problems/manual/${guide}.md`), 'utf8');

/** A folder with the packages that the guide installs, their commands, and the files that it says to save. */
function folderOf(guide: string): string {
  const folder = temporary();
  mkdirSync(join(folder, 'node_modules/.bin'), { recursive: true });
  const commands = { 'arcp-problems': 'cli.js', 'openapi-format': 'bin/cli.js' };
  for (const [name, file] of Object.entries(commands)) {
    const target = name === 'arcp-problems' ? packageDir : join(root, 'node_modules', name);
    symlinkSync(target, join(folder, 'node_modules', name), 'dir');
    const command = `#!/bin/sh\nexec '${process.execPath}' '${join(target, file)}' "$@"\n`;
    writeFileSync(join(folder, 'node_modules/.bin', name), command, { mode: 0o755 });
  }
  for (const [, file = '', content = ''] of textOf(guide).matchAll(
    /Save this as `([\w.]+)`:\n\n```\w+\n([\s\S]*?)\n```/g,
  )) {
    writeFileSync(join(folder, file), `${content}\n`);
  }
  return folder;
}

/** Runs all commands in one shell; gives the output of each block. */
async function follow(folder: string, blocks: readonly Block[]): Promise<string[]> {
  const ports = new Map([
    ['4010', String(await freePort())],
    ['4011', String(await freePort())],
  ]);
  const mark = '=== next block ===';
  const script = blocks
    .filter(({ lang, text }) => lang === 'bash' && !text.startsWith('npm install'))
    .map(({ text }) => `echo '${mark}'\n${text}`)
    .join('\n');
  const own = script.replace(/\b401[01]\b/g, (port) => ports.get(port) ?? port);
  const env = { COLUMNS: '80', PATH: `${join(process.execPath, '..')}:${process.env.PATH}` };
  const { stdout } = await run('bash', ['-c', `trap 'kill $(jobs -p) 2>/dev/null' EXIT\n${own}`], { cwd: folder, env });
  const back = [...ports].reduce((text, [port, actual]) => text.replaceAll(actual, port), stdout);
  return back.split(`${mark}\n`).slice(1);
}

/** Whether a text is as printed in a guide, where `…` stands for anything. */
function pattern(printed: string): RegExp {
  const parts = printed
    .split('…')
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replaceAll('\n', '\\r?\\n'));
  return new RegExp(`^${parts.join('[^]*')}$`);
}

describe.each(['cli', 'openapi'])('the guide for %s', (guide) => {
  const blocks = blocksOf(guide);

  test('shows what its commands print', async () => {
    const outputs = await follow(folderOf(guide), blocks);
    let compared = 0;
    let command = -1;
    for (const [index, { lang, text }] of blocks.entries()) {
      if (lang === 'bash' && !text.startsWith('npm install')) command += 1;
      if (lang !== 'text') continue;
      expect(blocks[index - 1]?.lang).toBe('bash');
      expect(outputs[command]?.trimEnd(), blocks[index - 1]?.text).toMatch(pattern(text));
      compared += 1;
    }
    expect(compared).toBeGreaterThan(1);
  }, 120_000);
});

test('the names that the guide for the command line says print the same page', async () => {
  const block = blocksOf('cli').find(({ text }) => text.includes('SESSION_INVALID'));
  const [output = ''] = await follow(folderOf('cli'), block ? [block] : []);
  const pages = output.split(/^(?=Session Validation Failed$)/m);
  expect(pages).toHaveLength(3);
  expect(new Set(pages).size).toBe(1);
});

test('the descriptions of the guide for OpenAPI pass the rules that it names', async () => {
  const folder = folderOf('openapi');
  await follow(folder, blocksOf('openapi'));
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
