import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { marked } from 'marked';
import { guidesOf } from '#catalog/guides.ts';
import { load } from '#catalog/load.ts';
import { packageDir, root, run, temporary } from '../../support.ts';

/** A guide as its reader meets it: blocks to save, commands to run, responses to see. */

export interface Block {
  readonly lang: string;
  readonly text: string;
}

export interface Exchange {
  readonly command: string;
  readonly response: string;
}

/** The texts of the guides of a catalog, as its pages show them. */
export async function textsOf(folder: string): Promise<(guide: string) => string> {
  const guides = new Map(guidesOf(await load(folder)).map(({ name, body }) => [name, body]));
  return (guide) => {
    const text = guides.get(guide);
    if (text === undefined) throw new Error(`No guide is called ${guide}.`);
    return text;
  };
}

export const textOf = await textsOf(join(root, 'problems'));

export function blocksOf(guide: string): Block[] {
  return blocksIn(textOf(guide));
}

/** The blocks of code of a text. */
export function blocksIn(text: string): Block[] {
  return marked
    .lexer(text)
    .flatMap((token) => (token.type === 'code' ? [{ lang: token.lang ?? '', text: token.text }] : []));
}

/** The files of `test/arcp/guides/<guide>`: path to text. */
export function filesOf(guide: string): Map<string, string> {
  const folder = join(root, 'test/arcp/guides', guide);
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => /\.(ts|json)$/.test(path));
  return new Map(paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path), 'utf8').trim()]));
}

/** A `curl` command of the guide with the response that is printed after it. */
export function exchangesOf(blocks: readonly Block[]): Exchange[] {
  return blocks.flatMap(({ lang, text }, index) => {
    const next = blocks[index + 1];
    return lang === 'bash' && text.startsWith('curl ') && next?.lang === 'http'
      ? [{ command: text, response: next.text }]
      : [];
  });
}

/** An empty folder with the files of the guide, and with the packages that the guide installs and no others. */
export function project(guide: string, blocks: readonly Block[]): string {
  const folder = temporary();
  for (const [path, text] of filesOf(guide)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  const commands = blocks.filter(({ lang }) => lang === 'bash').map(({ text }) => text);
  const installed = commands.flatMap((text) =>
    [...text.matchAll(/^npm install (?:--save-dev )?(.*)$/gm)].map(([, names = '']) => names),
  );
  for (const argument of installed.flatMap((names) => names.split(' '))) {
    const name = argument.replace(/(?<=.)@[\w.-]+$/, '');
    const target = name === 'arcp-problems' ? packageDir : join(root, 'node_modules', name);
    const link = join(folder, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(target, link, 'dir');
  }
  return folder;
}

/** Runs the TypeScript compiler of the repository in a folder. */
export function compile(folder: string) {
  return run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc')], { cwd: folder });
}

/** Sends what a `curl` command says to another port. */
export function curl(command: string, port: number): Promise<Response> {
  const words = [...command.replaceAll('\\\n', ' ').matchAll(/'([^']*)'|(\S+)/g)].map(
    ([, quoted, bare]) => quoted ?? bare ?? '',
  );
  const init: RequestInit & { headers: Record<string, string> } = { headers: { Connection: 'close' } };
  let url = '';
  for (let index = 1; index < words.length; index += 1) {
    const word = words[index] ?? '';
    const value = () => words[++index] ?? '';
    if (word === '--head' || word === '-I') init.method = 'HEAD';
    else if (word === '--request' || word === '-X') init.method = value();
    else if (word === '--header' || word === '-H') {
      const [name = '', text = ''] = value().split(/:\s*/, 2);
      init.headers[name] = text;
    } else if (word === '--data' || word === '--json' || word === '-d') {
      init.body = value();
      init.method ??= 'POST';
      init.headers['Content-Type'] ??= word === '--json' ? 'application/json' : 'application/x-www-form-urlencoded';
    } else if (!word.startsWith('-')) url = word;
  }
  return fetch(url.replace('localhost:3000', `localhost:${port}`), init);
}
