import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chai, type RunnerTask, type RunnerTestCase, type RunnerTestFile, TestRunner, vi } from 'vitest';
import { collectTests } from 'vitest/internal/browser';
import type { Instrumented } from './instrument.ts';

/**
 * Runs each test once more for each change of the sources that it reaches, in the process where it has just passed: a
 * change is switched on and off, and nothing is loaded again. A change that survives is tried again with all modules
 * loaded anew where it counts when a module is loaded, or where a module keeps what it made before.
 */

/** What the class has and does not show. */
interface Inner {
  readonly snapshotClient: { setup(path: string, options: unknown): Promise<void> };
  readonly workerState: { readonly config: { readonly snapshotOptions: unknown } };
}

/** What the code of Stryker reads and writes. */
interface Switch {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number;
  mutantCoverage?: { static: Record<string, number>; perTest: Record<string, Record<string, number>> };
}

const folder = String(process.env.MUTATION_FOLDER);
const { mutants }: Instrumented = JSON.parse(readFileSync(join(folder, 'mutants.json'), 'utf8'));
const counted = new Set(mutants.filter(({ status }) => status !== 'Ignored').map(({ id }) => id));
const keepsThings = /^(?:export )?(?:let \w|const \w+ = new (?:Weak)?(?:Map|Set)\b)/m;
const keeping = new Set(
  mutants.filter(({ fileName }) => keepsThings.test(readFileSync(fileName, 'utf8'))).map(({ id }) => id),
);
const countOfFiles = process.env.MUTATION_TESTS?.split(';').length;
const noticedFile = join(folder, 'noticed.json');
const world = globalThis as { __stryker__?: Switch };
world.__stryker__ ??= {};
const state: Switch = world.__stryker__;
/** Longest that a test may take with a change, in milliseconds. A loop is ended by the number of its turns before. */
const longest = 10_000;

/** The test that runs again. Vitest knows none by then, and a snapshot is found by its test. */
let again: RunnerTestCase | undefined;
chai.util.overwriteMethod(
  chai.Assertion.prototype,
  'toMatchSnapshot',
  (original: (...args: unknown[]) => unknown) =>
    function (this: object, ...args: unknown[]) {
      if (again) chai.util.flag(this, 'vitest-test', again);
      return original.apply(this, args);
    },
);

export default class MutationRunner extends TestRunner {
  /** Ids of the changes that a test noticed. */
  readonly #noticed = new Set<string>();
  /** Ids of the changes that each test file reaches, at loading or in a test. */
  readonly #reached = new Map<string, readonly string[]>();

  async onBeforeRunFiles(): Promise<void> {
    this.#readNoticed();
  }

  /** Those of the test files before this one, which another process may have run. */
  #readNoticed(): void {
    if (!existsSync(noticedFile)) return;
    for (const id of JSON.parse(readFileSync(noticedFile, 'utf8'))) this.#noticed.add(id);
  }

  override onBeforeTryTask(...args: Parameters<TestRunner['onBeforeTryTask']>): void {
    super.onBeforeTryTask(...args);
    switchTo(undefined);
    state.currentTestId = args[0].id;
  }

  override async onAfterTryTask(test: RunnerTestCase): Promise<void> {
    super.onAfterTryTask(test);
    const reached = state.mutantCoverage?.perTest[test.id] ?? {};
    // What is reached from now on is not what the test reached by itself.
    state.currentTestId = 'again';
    const errors = test.result?.errors?.length ?? 0;
    for (const [id, hits] of Object.entries(reached)) {
      if (!this.#isOpen(id)) continue;
      // A test that fails without a change says nothing with one: it may be run once, or a change left something behind.
      if (!(await this.#passes(test))) break;
      switchTo(id, 1000 + 2 * hits);
      if (!(await this.#passes(test))) this.#noticed.add(id);
      switchTo(undefined);
    }
    test.result?.errors?.splice(errors);
    state.currentTestId = undefined;
  }

  override async onAfterRunFiles(files: RunnerTestFile[]): Promise<void> {
    super.onAfterRunFiles(files);
    for (const file of files) this.#reached.set(file.filepath, this.#reachedBy(file));
    // Loading again takes longest, so it comes when no test file is left that may notice a change without it.
    if (this.#reached.size === countOfFiles) {
      for (const [path, ids] of this.#reached) {
        const open = ids.filter((id) => this.#isOpen(id) && countsFromLoading(id));
        await this.#loadAgain(path, open);
      }
    }
    this.#readNoticed();
    writeFileSync(noticedFile, JSON.stringify([...this.#noticed]));
  }

  #reachedBy(file: RunnerTestFile): string[] {
    const { static: atLoad = {}, perTest = {} } = state.mutantCoverage ?? {};
    const byTest = testsOf(file).map(({ id }) => perTest[id] ?? {});
    return Object.keys(Object.assign({}, atLoad, ...byTest));
  }

  #isOpen(id: string): boolean {
    return counted.has(id) && !this.#noticed.has(id);
  }

  async #loadAgain(file: string, open: readonly string[]): Promise<void> {
    if (open.length === 0) return;
    const { snapshotClient, workerState } = this as unknown as Inner;
    await snapshotClient.setup(file, workerState.config.snapshotOptions);
    const tests = (await this.#collected(file)) ?? [];
    const times = new Map<number, number>();
    for (const [at, test] of tests.entries()) {
      const start = performance.now();
      if (await this.#passes(test)) times.set(at, performance.now() - start);
    }
    const passing = [...times].sort(([, one], [, other]) => one - other).map(([at]) => at);
    for (const id of open) if (await this.#isNoticedAgain(id, file, tests.length, passing)) this.#noticed.add(id);
    vi.resetModules();
  }

  /** Whether one of the tests fails with a change that counts from the loading of the modules on, and passes without. */
  async #isNoticedAgain(id: string, file: string, count: number, passing: number[]): Promise<boolean> {
    switchTo(id, 10_000_000);
    const tests = await this.#collected(file);
    if (tests?.length === count) {
      for (const [order, at] of passing.entries()) {
        if (await this.#passes(tests[at] as RunnerTestCase)) continue;
        switchTo(undefined);
        const test = (await this.#collected(file))?.[at];
        passing.splice(order, 1);
        if (!test || !(await this.#passes(test))) return this.#isNoticedAgain(id, file, count, passing);
        // What fails once is the first to fail again.
        passing.unshift(at);
        return true;
      }
    }
    switchTo(undefined);
    return tests?.length !== count;
  }

  /** The tests of a file, with all modules loaded anew; `undefined` when that fails. */
  async #collected(file: string): Promise<RunnerTestCase[] | undefined> {
    vi.resetModules();
    const silent = Object.create(this, { onCollectStart: {}, onBeforeCollect: {}, onCollected: {} });
    const [made] = await collectTests([file], silent);
    return made === undefined || made.result?.state === 'fail' ? undefined : testsOf(made);
  }

  async #passes(test: RunnerTestCase): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error('late')), longest);
    });
    again = test;
    try {
      super.onBeforeTryTask(test, { retry: 0, repeats: 0 });
      await Promise.race([TestRunner.getTestFn(test)(), late]);
      super.onAfterTryTask(test);
      return (state.hitCount ?? 0) <= (state.hitLimit ?? 0);
    } catch {
      return false;
    } finally {
      clearTimeout(timer);
      again = undefined;
    }
  }
}

/** Whether a change is reached while modules load, or is in a file that keeps things from one call to the next. */
function countsFromLoading(id: string): boolean {
  return state.mutantCoverage?.static[id] !== undefined || keeping.has(id);
}

function switchTo(id: string | undefined, hitLimit = 0): void {
  Object.assign(state, { activeMutant: id, hitCount: id === undefined ? undefined : 0, hitLimit });
}

function testsOf(task: RunnerTask): RunnerTestCase[] {
  if (task.type === 'test') return task.mode === 'skip' || task.mode === 'todo' ? [] : [task];
  return task.tasks.flatMap(testsOf);
}
