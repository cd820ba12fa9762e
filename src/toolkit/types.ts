import { join } from 'node:path';
import ts from 'typescript';
import { isOtherCatalog, root } from './paths.ts';

/**
 * Part of `npm run check`: what `tsc --noEmit` says. Tests import the package of `problems/`, which is not there while
 * another catalog is checked; they are left out then.
 */
const config = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile).config;
if (isOtherCatalog) config.exclude.push('test', 'problems');
const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
const faults = ts.getPreEmitDiagnostics(ts.createProgram(fileNames, options));
const host = { getCurrentDirectory: () => root, getCanonicalFileName: (file: string) => file, getNewLine: () => '\n' };
if (faults.length > 0) {
  console.error(ts.formatDiagnosticsWithColorAndContext(faults, host));
  process.exitCode = 1;
}
console.log(`Types: ${fileNames.length} files, ${faults.length} errors.`);
