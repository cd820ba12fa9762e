import { join } from 'node:path';
import ts from 'typescript';
import { rooms } from './project.ts';

/**
 * Part of `npm run check`: what `tsc --noEmit` says. Tests import the package of `problems/`, which is not there while
 * another catalog is checked; they are left out then.
 */
const root = join(rooms, '..');
const config = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile).config;
if (process.env.PROBLEMS_DIR) config.exclude.push('test', 'problems');
const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
const faults = ts.getPreEmitDiagnostics(ts.createProgram(fileNames, options));
const host = { getCurrentDirectory: () => root, getCanonicalFileName: (file: string) => file, getNewLine: () => '\n' };
if (faults.length > 0) {
  console.error(ts.formatDiagnosticsWithColorAndContext(faults, host));
  process.exitCode = 1;
}
console.log(`Types: ${fileNames.length} files, ${faults.length} errors.`);
