import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

/** What a developer is told, once in a process. */

const warn = vi.spyOn(console, 'warn');

/** The functions, as a process has them that just began. */
async function fresh() {
  warn.mockReset();
  vi.resetModules();
  return import('#runtime/problem/development.ts');
}

beforeEach(() => void warn.mockReset());
afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

test('each mistake is told once', async () => {
  const { tellDeveloper } = await fresh();
  for (const message of ['a', 'b', 'a']) tellDeveloper(message);
  expect(warn.mock.calls).toEqual([['a'], ['b']]);
});

test('nothing is told in production', async () => {
  vi.stubEnv('NODE_ENV', 'production');
  (await fresh()).tellDeveloper('a');
  expect(warn).not.toHaveBeenCalled();
});

test('nothing is told where there is no process', async () => {
  const { tellDeveloper } = await fresh();
  vi.stubGlobal('process', undefined);
  tellDeveloper('a');
  vi.unstubAllGlobals();
  expect(warn).not.toHaveBeenCalled();
});

test.each<[status: number, challenge: unknown, told: boolean]>([
  [401, undefined, true],
  [401, null, true],
  [401, '', false],
  [401, 'Bearer', false],
  [403, undefined, false],
])('a %i response with the challenge %j: told %s', async (status, challenge, told) => {
  (await fresh()).tellMissingChallenge(status, challenge);
  expect(warn.mock.calls).toEqual(
    told
      ? [['A 401 response must have a WWW-Authenticate header. Add one to its headers. RFC 9110 section 15.5.2.']]
      : [],
  );
});

test('a type that is defined again with other facts is told', async () => {
  await fresh();
  const { defineProblemType } = await import('arcp-problems');
  const facts = { type: `urn:uuid:${randomUUID()}`, title: 'Twice', status: 400 } as const;
  defineProblemType()(facts);
  defineProblemType()(facts);
  expect(warn).not.toHaveBeenCalled();
  defineProblemType()({ ...facts, status: 404 });
  const message = `Problem type "${facts.type}" is defined twice, with different facts. The later definition is used for its headers.`;
  expect(warn.mock.calls).toEqual([[message]]);
});

test('all copies of the package know the same types', async () => {
  const world = globalThis as { [name: symbol]: Record<string, unknown> | undefined };
  const name = Symbol.for('problems');
  const before = world[name];
  try {
    delete world[name];
    vi.resetModules();
    const { definedTypes } = await import('#runtime/problem/registry.ts');
    expect(definedTypes).toBeTypeOf('object');
    expect(world[name]).toBe(definedTypes);
    vi.resetModules();
    expect((await import('#runtime/problem/registry.ts')).definedTypes).toBe(definedTypes);
  } finally {
    world[name] = before;
  }
});
