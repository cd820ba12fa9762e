import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/** What is measured: each contender is loaded in a process of its own, with nothing but what it needs. */

/** Takes one input; what it gives is kept, so that no work can be left out. A promise is awaited. */
export type Run = (input: never) => unknown;

export interface Group {
  readonly title: string;
  readonly inputs: () => Promise<readonly unknown[]>;
  /** CPU time of a sample in milliseconds. @default 40 */
  readonly sample?: number;
  /** The first is the one that the others are compared with. */
  readonly contenders: Readonly<Record<string, () => Promise<Run>>>;
  /** Why others are faster, where they are. */
  readonly note?: string;
}

const { sessionInvalid, rateLimitExceeded, problemTypes } = await import('arcp-problems');
const { title } = sessionInvalid;
const type = 'https://shop.example/problems/session-invalid';
const status = 401;

interface Init {
  detail: string;
  instance: string;
  session_id: string;
}

/** Other texts each time, so that no result can be reused. */
const inits = async (): Promise<Init[]> =>
  Array.from({ length: 500 }, (_, count) => ({
    detail: `The session ${count} has ended.`,
    instance: '/agents',
    session_id: 'sess_abc123',
  }));

/** A type without members that are filled in, as the other libraries have none. */
async function bare() {
  const { defineProblemType } = await import('arcp-problems');
  return defineProblemType<{ session_id?: string }>()({ type, title, status });
}

const construct: Group = {
  title: 'Construct a problem',
  note: 'A literal takes any value. A constructor drops a `detail` that is not text, and members that are undefined.',
  inputs: inits,
  contenders: {
    'arcp-problems': async () => {
      const build = await bare();
      return (init: Init) => build(init);
    },
    'arcp-problems, with a timestamp': async () => (init: Init) => sessionInvalid(init),
    'http-problem-details': async () => {
      const { ProblemDocument } = await import('http-problem-details');
      return ({ session_id, ...init }: Init) => new ProblemDocument({ type, title, status, ...init }, { session_id });
    },
    'an object literal': async () => (init: Init) => ({ type, title, status, ...init }),
  },
};

const toThrow: Group = {
  title: 'Construct something to throw',
  note: 'An error of `@fastify/error` has no problem object, and `new Error` has only a message.',
  inputs: inits,
  contenders: {
    'arcp-problems': async () => {
      const [build, { ProblemError }] = [await bare(), await import('arcp-problems')];
      return (init: Init) => new ProblemError(build(init));
    },
    'api-problem': async () => {
      // @ts-expect-error the package has no types
      const { default: ApiProblem } = await import('api-problem');
      return (init: Init) => new ApiProblem(status, title, type, init);
    },
    '@hapi/boom': async () => {
      const { default: boom } = await import('@hapi/boom');
      return ({ detail, ...data }: Init) => new boom.Boom(detail, { statusCode: status, data });
    },
    'http-errors': async () => {
      const { default: createError } = await import('http-errors');
      return ({ detail, ...members }: Init) => createError(status, detail, members);
    },
    '@fastify/error': async () => {
      const { default: createError } = await import('@fastify/error');
      const SessionInvalid = createError('SESSION_INVALID', '%s', status);
      return ({ detail, ...members }: Init) => Object.assign(new SessionInvalid(detail), members);
    },
    'new Error': async () => (init: Init) => new Error(init.detail),
  },
};

const text = JSON.stringify(sessionInvalid({ detail: 'The session has ended.', session_id: 'sess_abc123' }));

/** What each takes to read the problem of a response that is made anew each time. */
const readers = (open: (input: string) => Response | Promise<Response>): Group['contenders'] => ({
  'arcp-problems': async () => {
    const { readProblem } = await import('arcp-problems');
    return async (input: string) => readProblem(await open(input));
  },
  'response.clone().json()': async () => async (input: string) => (await open(input)).clone().json(),
  'response.json()': async () => async (input: string) => (await open(input)).json(),
});

const clone =
  'To read a copy costs the most: with `response.json()` the body is gone. `readProblem` also limits size and depth, and looks at the media type and each standard member.';

const readMade: Group = {
  title: 'Read a problem from a response that is made in memory',
  note: clone,
  inputs: async () => [text],
  contenders: readers(
    (body) => new Response(body, { status, headers: { 'Content-Type': 'application/problem+json' } }),
  ),
};

const readFetched: Group = {
  title: 'Fetch a problem from a server on loopback and read it',
  note: clone,
  sample: 200,
  inputs: async () => {
    const origin = spawn(process.execPath, [join(import.meta.dirname, 'origin.ts'), text], {
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    const [port] = await once(origin.stdout as Readable, 'data');
    return [`http://127.0.0.1:${String(port).trim()}/`];
  },
  contenders: readers((url) => fetch(url)),
};

type Check = (value: unknown) => unknown;

/** One check for all types of the catalog: the validator of the type that the value names. */
const dispatched = (checks: ReadonlyMap<string, Check>) => (value: { type: string }) =>
  checks.get(value.type)?.(value) ?? false;

const { checksOf } = await import('./checks.ts');

const validators = (only?: string): Group['contenders'] => ({
  'arcp-problems': async () => {
    const { validate, validateRateLimitExceeded } = await import('arcp-problems/validators');
    return only ? validateRateLimitExceeded : validate;
  },
  ...Object.fromEntries(
    (['ajv', 'zod', 'valibot', 'arktype', 'TypeBox'] as const).map((name) => [
      name === 'ajv' || name === 'TypeBox' ? `${name}, compiled` : name,
      async () => {
        const checks = await checksOf(name, only);
        return only ? (checks.get(only) as Check) : dispatched(checks);
      },
    ]),
  ),
  ...(only ? { 'a guard by hand (yes or no alone)': async () => (await import('./by-hand.ts')).byHand } : {}),
});

const wait = { detail: 'Wait.', instance: '/a', attempt_type: 'pin', retry_after: '7', client_id: 'ip' } as const;

/** The example of each type of the catalog, and what is wrong with each in turn. */
async function examples() {
  const { default: catalog } = await import('arcp-problems/catalog.json', { with: { type: 'json' } });
  return catalog.problems.map(({ example }) => example as unknown as Record<string, unknown>);
}

const sentences =
  'An error of ajv names the keyword. A validator also says what was found in its place, and shows the value: most of the time goes into that text.';

const one = rateLimitExceeded.type;
export const groups: Readonly<Record<string, Group>> = {
  construct,
  throw: toThrow,
  'read-made': readMade,
  'read-fetched': readFetched,
  'validate-one-valid': {
    title: 'Validate valid problems of one type',
    note: 'The guard by hand and ajv return yes or no. A validator returns an object with the value or the errors, and also takes values that throw when they are read.',
    inputs: async () => [rateLimitExceeded(wait)],
    contenders: validators(one),
  },
  'validate-one-invalid': {
    title: 'Validate invalid problems of one type, with messages',
    note: sentences,
    inputs: async () => [{ ...rateLimitExceeded({ detail: 'Wait.' }), retry_after: 'soon', title: 7 }],
    contenders: validators(one),
  },
  'validate-all-valid': {
    title: `Validate valid problems of all ${problemTypes.length} types`,
    note: 'TypeBox returns yes or no here.',
    inputs: examples,
    contenders: validators(),
  },
  'validate-all-mixed': {
    title: `Validate problems of all ${problemTypes.length} types and unknown ones, a half of them invalid`,
    note: sentences,
    inputs: async () =>
      (await examples()).flatMap((example, index) => [
        example,
        { ...example, title: 7, ...(index % 2 ? { status: 'x' } : { timestamp: 'now' }) },
        ...(index % 4 ? [] : [{ ...example, type: `urn:unknown:${index}` }]),
      ]),
    contenders: validators(),
  },
};
