import { basename, dirname, join } from 'node:path';
import type TypeScript from 'typescript';
import { entryFiles, nameOf } from './entry-files.ts';
import { openCache } from './file-cache.ts';
import type { Finding } from './finding.ts';
import { ownTranslation } from './translations/own.ts';

/**
 * Returns what TypeScript says of the files of a catalog: above all, whether the example of each entry fits its interface.
 * @param folder the folder of the catalog, absolute
 * @param isAsked whether an entry is looked at, by name; `index` is the file of the facts, `translation` that of the texts
 */
export async function typeFaults(folder: string, isAsked: (name: string) => boolean): Promise<Finding[]> {
  const all = [
    join(folder, 'index.ts'),
    ...[ownTranslation(folder) ?? []].flat(),
    ...entryFiles(folder, basename, [], undefined),
  ];
  const cache = openCache<readonly Finding[]>('type-faults', folder, all);
  const faults = cache.known;
  const asked = all.filter((file) => isAsked(nameOf(file)));
  const missing = asked.filter((file) => !faults.has(file));
  if (missing.length > 0) {
    // TypeScript takes half a second to load.
    const { batches, programOf, ts } = await import('./compiler.ts');
    for (const part of batches(missing)) {
      const program = programOf(folder, part, 'all');
      for (const file of part) faults.set(file, faultsOf(ts, program, file));
    }
    cache.save();
  }
  return asked.flatMap((file) => faults.get(file) as readonly Finding[]);
}

function faultsOf(
  { flattenDiagnosticMessageText }: typeof TypeScript,
  program: TypeScript.Program,
  file: string,
): Finding[] {
  const source = program.getSourceFile(file) as TypeScript.SourceFile;
  // What else is said of a file that cannot be parsed follows from that.
  const syntax = program.getSyntacticDiagnostics(source).slice(0, 1);
  const said = syntax.length > 0 ? syntax : program.getSemanticDiagnostics(source);
  return said.map(({ code, messageText, start = 0 }) => {
    const text = flattenDiagnosticMessageText(messageText, ' ').replace(/\s+/g, ' ');
    const [fact, near] = text.split('. Did you mean ') as [string, string?];
    return {
      file: `${basename(dirname(file))}/${basename(file)}:${source.getLineAndCharacterOfPosition(start).line + 1}`,
      fact: fact.length > longest ? `${fact.slice(0, longest)}…` : fact.replace(/\.$/, ''),
      fix: near ? `Did you mean ${near}` : fixOf(code),
    };
  });
}

/** TypeScript can write out the type of a whole entry. */
const longest = 300;

/** What to do about what TypeScript says, by the number of its message. */
function fixOf(code: number): string {
  if ([1360, 2322, 2345, 2739, 2740, 2741].includes(code)) return 'Make the value fit the type, or change the type.';
  if (code < 2000) return 'Correct the syntax of this line.';
  if ([2304, 2503, 2552, 2582, 2584].includes(code)) return 'Declare it or import it, or correct its name.';
  if ([2305, 2307, 2614, 2724, 2792].includes(code)) return 'Correct the path or the name, or install the package.';
  if ([2353, 2561].includes(code)) return 'Remove it, or correct its name; your editor lists the fields.';
  return 'Change the line so that "tsc" accepts it.';
}
