import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, describe, expect, test } from 'vitest';
import { packageDir, root } from '../support.ts';

/** What an editor shows of the package, and what a compiler says of it with few libraries. */

const folder = mkdtempSync(join(root, 'dist/editor-'));
mkdirSync(join(folder, 'node_modules'));
symlinkSync(packageDir, join(folder, 'node_modules/arcp-problems'), 'dir');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const own = 'arcp-problems';
const options: ts.CompilerOptions = {
  strict: true,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: [],
};

/** The text of a hover at each `▸` in a source. */
function hovers(source: string): string[] {
  const file = join(folder, 'hover.ts');
  const places: number[] = [];
  const text = source.replace(/▸/g, (mark, offset: number) => {
    places.push(offset - places.length * mark.length);
    return '';
  });
  const service = ts.createLanguageService({
    getScriptFileNames: () => [file],
    getScriptVersion: () => '1',
    getScriptSnapshot: (path) => {
      const content = path === file ? text : ts.sys.readFile(path);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
    getCurrentDirectory: () => folder,
    getCompilationSettings: () => options,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (path) => path === file || ts.sys.fileExists(path),
    readFile: ts.sys.readFile,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
  });
  return places.map((place) => {
    const { documentation = [], tags = [] } = service.getQuickInfoAtPosition(file, place) ?? {};
    return [...documentation, ...tags.flatMap(({ text = [] }) => text)].map(({ text }) => text).join(' ');
  });
}

describe('a hover', () => {
  test('at a call shows title, summary and page of the problem type', () => {
    const [call = '', several = ''] = hovers(`import { sessionInvalid, tokenInvalid } from '${own}';

      ▸sessionInvalid({ detail: 'x' });
      throw ▸tokenInvalid({ status: 403 });`);
    expect(call).toMatch(/^Session Validation Failed \(401\): The admin token is valid/);
    expect(call).toContain('https://arcp.0x001.tech/docs/problems/session-invalid');
    expect(several).toMatch(/^Invalid or Expired Token \(401, 403\): /);
  });

  test.each([
    ['of an argument', `sessionInvalid({ ▸timestamp: '', ▸detail: '', ▸instance: '' })`],
    ['of what is built', 'const p = sessionInvalid(); [p.▸timestamp, p.▸detail, p.▸instance]'],
    ['of an occurrence', 'declare const p: Occurrence<typeof sessionInvalid>; [p.▸timestamp, p.▸detail, p.▸instance]'],
    [
      'of what was read',
      `const p = await readProblem(''); if (p?.type === sessionInvalid.type) [p.▸timestamp, p.▸detail, p.▸instance]`,
    ],
  ])('at a member %s shows its documentation', (_, code) => {
    const [timestamp, detail, instance] = hovers(
      `import { type Occurrence, readProblem, sessionInvalid } from '${own}';\n${code};\nexport {};`,
    );
    expect(timestamp).toContain('When the server built');
    expect(detail).toContain('What happened this time');
    expect(instance).toContain('URI reference that identifies this occurrence');
  });

  test('at the standard members of what is built shows their documentation', () => {
    const shown = hovers(`import { sessionInvalid } from '${own}';

      const p = sessionInvalid(); [p.▸type, p.▸title, p.▸status]`);
    expect(shown.map((text) => text.slice(0, 12))).toEqual(['Type URI: wh', 'Short phrase', 'Status code ']);
  });
});

test.each(['nodenext', 'bundler'])('without the DOM library no type is missing (%s)', (resolution) => {
  const file = join(folder, `${resolution}.ts`);
  const subpaths = [
    '',
    '/validators',
    '/check',
    '/matchers',
    '/assert',
    '/xml',
    '/localize',
    '/openapi',
    '/fetch',
    '/causes',
    '/msw',
  ];
  writeFileSync(file, subpaths.map((subpath, index) => `import * as m${index} from '${own}${subpath}';`).join('\n'));
  const program = ts.createProgram([file], {
    ...options,
    ...(resolution === 'bundler' && {
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
    }),
    lib: ['lib.es2022.d.ts'],
    types: ['node'],
    typeRoots: [join(root, 'node_modules/@types')],
    noEmit: true,
  });
  const files = program.getSourceFiles().filter(({ fileName }) => fileName === file || fileName.startsWith(packageDir));
  const faults = files.flatMap((each) => program.getSemanticDiagnostics(each));
  expect(files.length).toBeGreaterThan(20);
  expect(faults.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([]);
});
