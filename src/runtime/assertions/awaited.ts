type Matcher = (this: { readonly currentTestName?: string } | undefined, ...args: unknown[]) => unknown;

/** The assertions that have yet to read a body: an error made where each stands, and the name of its test. */
const pending = new Map<Error, string | undefined>();

function tracked(name: string, matcher: Matcher): Matcher {
  const asserted: Matcher = function (...args) {
    const result = matcher.apply(this, args);
    if (!(result instanceof Promise)) return result;
    const error = new Error(`expect(received).${name}() was not awaited. Write: await expect(response).${name}(…)`);
    // The first line of the stack is then that of the test.
    Error.captureStackTrace?.(error, asserted);
    pending.set(error, this?.currentTestName);
    return new Promise((resolve, reject) => {
      const late = (settle: (value: unknown) => void) => (value: unknown) =>
        turn().then(() => pending.delete(error) && settle(value));
      result.then(late(resolve), late(reject));
    });
  };
  return asserted;
}

/** Waits for the next turn of the event loop, by what fake timers leave alone. */
function turn(): Promise<void> {
  return new Promise((done) => {
    if (typeof MessageChannel === 'undefined') return done();
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(undefined);
  });
}

/**
 * Prepares matchers for a runner that is silent about an assertion which nobody awaits, and blames another test or itself
 * when it fails. Their result arrives a turn later, and never once the test has ended.
 */
export function awaited(matchers: object): Record<string, Matcher> {
  return Object.fromEntries(Object.entries(matchers).map(([name, matcher]) => [name, tracked(name, matcher)]));
}

/** Throws for an assertion of a test that ended before the assertion was made. For a hook after each test. */
export function throwIfForgotten(currentTestName: string | undefined): void {
  for (const [error, testName] of pending) {
    if (testName !== currentTestName) continue;
    pending.delete(error);
    throw error;
  }
}
