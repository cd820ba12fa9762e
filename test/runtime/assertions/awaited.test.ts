import { describe, expect, test, vi } from 'vitest';
import { awaited, throwIfForgotten } from '#runtime/assertions/awaited.ts';
import { extendJest } from '#runtime/assertions/jest-globals.ts';

/** Assertions that nobody awaits fail their own test. */

const matchers = awaited({
  toBeEven: (value: unknown) => (value instanceof Promise ? value.then((even) => even) : value),
  toFail: async () => Promise.reject(new Error('no')),
  toBeThis(this: unknown) {
    return this;
  },
});

let count = 0;
/** A test that no assertion was made in before. */
function newTest() {
  count += 1;
  return { currentTestName: `test ${count}` };
}

async function withGlobals(globals: Readonly<Record<string, unknown>>, run: () => unknown): Promise<void> {
  for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
  try {
    await run();
  } finally {
    vi.unstubAllGlobals();
  }
}

test('a matcher keeps its name, its result and its context', async () => {
  const context = newTest();
  expect(Object.keys(matchers)).toEqual(['toBeEven', 'toFail', 'toBeThis']);
  expect(matchers.toBeThis?.call(context)).toBe(context);
  expect(matchers.toBeEven?.call(context, 7)).toBe(7);
  expect(await matchers.toBeEven?.call(context, Promise.resolve(8))).toBe(8);
  await expect(matchers.toFail?.call(context)).rejects.toThrow('no');
  expect(() => throwIfForgotten(context.currentTestName)).not.toThrow();
});

test('one that is not awaited is thrown in its own test, with the line where it stands', async () => {
  const [own, other] = [newTest(), newTest()];
  const late = vi.fn();
  void Promise.resolve(matchers.toBeEven?.call(own, Promise.resolve(8))).then(late);
  expect(() => throwIfForgotten(other.currentTestName)).not.toThrow();
  expect(() => throwIfForgotten(own.currentTestName)).toThrow(
    expect.objectContaining({
      message: 'expect(received).toBeEven() was not awaited. Write: await expect(response).toBeEven(…)',
      stack: expect.stringMatching(/…\)\n.*awaited\.test\.ts/),
    }),
  );
  expect(() => throwIfForgotten(own.currentTestName)).not.toThrow();
  await matchers.toBeEven?.call(other, Promise.resolve(8));
  expect(late).not.toHaveBeenCalled();
});

test('its result comes a turn later, so that its test may end before', async () => {
  const own = newTest();
  void matchers.toBeEven?.call(own, Promise.resolve(8));
  for (let tick = 0; tick < 9; tick += 1) await undefined;
  expect(() => throwIfForgotten(own.currentTestName)).toThrow('was not awaited');
});

test('without the name of a test it is that of the test without a name', () => {
  void matchers.toBeEven?.call(undefined, Promise.resolve(8));
  expect(() => throwIfForgotten(undefined)).toThrow('was not awaited');
});

test('a runtime without channels or stacks has it as well', async () => {
  await withGlobals({ MessageChannel: undefined, Error: class extends Error {} }, async () => {
    Object.assign(Error, { captureStackTrace: undefined });
    expect(await matchers.toBeEven?.call(newTest(), Promise.resolve(9))).toBe(9);
  });
});

describe('the globals of Jest', () => {
  test('are given the matchers, and a check after each test', async () => {
    const own = newTest();
    const extend = vi.fn();
    const hooks: (() => void)[] = [];
    const globals = {
      expect: { extend, getState: () => own },
      afterEach: (hook: () => void) => hooks.push(hook),
    };
    await withGlobals(globals, () => extendJest({ toWait: async () => 'x' }, 'ownMatchers'));
    const [{ toWait }] = extend.mock.calls[0] as [{ toWait: (value: unknown) => Promise<string> }];
    expect(await toWait.call(own, 7)).toBe('x');
    expect(hooks).toHaveLength(1);
    expect(hooks[0]).not.toThrow();
    void toWait.call(own, 7);
    expect(hooks[0]).toThrow('expect(received).toWait() was not awaited.');
  });

  test('may lack hooks, and must have expect', async () => {
    const globals = { expect: { extend() {}, getState: newTest }, afterEach: undefined };
    await withGlobals(globals, () => extendJest({}, 'ownMatchers'));
    await expect(withGlobals({ expect: undefined }, () => extendJest({}, 'ownMatchers'))).rejects.toThrow(
      'The global expect is missing. Name this module in setupFilesAfterEnv, or call expect.extend(ownMatchers).',
    );
  });
});
