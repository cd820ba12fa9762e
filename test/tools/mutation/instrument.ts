import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../../support.ts';

/** One change of a source. */
export interface Mutant {
  readonly id: string;
  readonly fileName: string;
  /** The line is counted from 0. */
  readonly location: { readonly start: { readonly line: number } };
  readonly mutatorName: string;
  readonly replacement: string;
  /** `Ignored` by a comment that says why. */
  readonly status?: string;
}

/** Sources with all of their changes in them, of which one at a time is switched on. */
export interface Instrumented {
  readonly mutants: readonly Mutant[];
  /** Code by the path of its file. */
  readonly code: Readonly<Record<string, string>>;
}

interface File {
  readonly name: string;
  readonly content: string;
}

/** Puts each change that Stryker knows into these files. `home` is the folder where Stryker's instrumenter is installed. */
export async function instrument(home: string, paths: readonly string[]): Promise<Instrumented> {
  const load = (path: string) => import(pathToFileURL(join(home, 'node_modules', path)).href);
  const { createInjector } = await load('typed-inject/dist/src/index.js');
  const { createInstrumenter } = await load('@stryker-mutator/instrumenter/dist/src/index.js');
  const logger = { debug() {}, info() {}, warn: console.warn, isDebugEnabled: () => false };
  const { files, mutants }: { files: readonly File[]; mutants: readonly Mutant[] } = await createInjector()
    .provideValue('logger', logger)
    .injectFunction(createInstrumenter)
    .instrument(
      paths.map((path) => ({ name: join(root, path), content: readFileSync(join(root, path), 'utf8'), mutate: true })),
      { plugins: null, excludedMutations: [], ignorers: [], mutationOptions: {}, noHeader: false },
    );
  return { mutants, code: Object.fromEntries(files.map(({ name, content }) => [name, content])) };
}
