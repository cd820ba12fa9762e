import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** Prints milliseconds of CPU time: to check the file, or to complete the members of a call at its last parenthesis. */

const [folder = '', file = '', task = ''] = process.argv.slice(2);
const path = join(folder, file);
const options: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  types: [],
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
};

function cpuTime(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function check(): number {
  const host = ts.createCompilerHost(options);
  // As the command tsc has it.
  host.jsDocParsingMode = ts.JSDocParsingMode.ParseForTypeErrors;
  return cpuTime(() => {
    const found = ts.getPreEmitDiagnostics(ts.createProgram([path], options, host));
    if (found.length > 0) throw new Error(ts.formatDiagnostics(found, host));
  });
}

/** What an editor asks of tsserver after each key. */
function complete(): number {
  let version = 0;
  let text = readFileSync(path, 'utf8');
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => [path],
    getScriptVersion: (name) => (name === path ? String(version) : '1'),
    getScriptSnapshot: (name) => {
      const content = name === path ? text : ts.sys.readFile(name);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
    getCurrentDirectory: () => folder,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    readDirectory: ts.sys.readDirectory,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
  });
  const ask = () => {
    version += 1;
    text = `// ${version}\n${text.replace(/^\/\/ \d+\n/, '')}`;
    const found = service.getCompletionsAtPosition(path, text.lastIndexOf('{') + 1, {});
    const names = found?.entries.map(({ name }) => name) ?? [];
    if (!['detail', 'session_id'].every((name) => names.includes(name))) throw new Error(`It completes ${names}.`);
  };
  ask();
  const times = Array.from({ length: 9 }, () => cpuTime(ask)).sort((a, b) => a - b);
  return times[4] as number;
}

console.log(task === 'complete' ? complete() : check());
