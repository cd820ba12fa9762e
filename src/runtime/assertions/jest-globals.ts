import { awaited, throwIfForgotten } from './awaited.ts';

interface Globals {
  expect?: { extend(matchers: object): void; getState(): { currentTestName?: string } };
  afterEach?(check: () => void): void;
}

/**
 * Adds matchers to the global `expect` of Jest, and a check that each was awaited.
 * @param name what the matchers are called, for the message where there is no global `expect`
 */
export function extendJest(matchers: object, name: string): void {
  const { expect, afterEach } = globalThis as Globals;
  if (!expect) {
    throw new Error(
      `The global expect is missing. Name this module in setupFilesAfterEnv, or call expect.extend(${name}).`,
    );
  }
  expect.extend(awaited(matchers));
  afterEach?.(() => throwIfForgotten(expect.getState().currentTestName));
}
