import { setTimeout as wait } from 'node:timers/promises';
import { aboutBlank, defineProblemType, type ProblemDetails, ProblemError } from 'arcp-problems';

/** What the apps of all frameworks have in common: the errors that they throw, and the hooks that they register. */

export const outOfStock = defineProblemType<{ sku: string; left?: number }>()({
  type: 'https://shop.example/problems/out-of-stock',
  title: 'Out of Stock',
  status: 409,
});

export const tooFast = defineProblemType<{ retry_after: number }>()({
  type: 'https://shop.example/problems/too-fast',
  title: 'Too Fast',
  status: 429,
  headers: { 'Retry-After': '{retry_after}' },
});

/** A text that must never reach a client. */
export const secret = 'password of db-7 refused';

/** An error of the app's own, which `map` knows. */
class StockError extends Error {}

/** An error of a client of some other server, as such packages define theirs. */
class WeatherApiError extends Error {
  readonly status = 401;
  readonly headers = { 'x-secret': secret };
}

function errorOf(call: () => unknown): unknown {
  try {
    return call();
  } catch (error) {
    return error;
  }
}

/** What the routes of the same name throw. */
const thrown: Record<string, () => unknown> = {
  '/problem': () =>
    new ProblemError(outOfStock({ sku: 'A-1', detail: 'The last one – é – is gone.' }), { cause: new Error(secret) }),
  '/wait': () => new ProblemError(tooFast({ retry_after: 7 })),
  '/login': () => new ProblemError(aboutBlank(401), { headers: { 'WWW-Authenticate': 'Bearer realm="shop"' } }),
  '/unavailable': () =>
    new ProblemError(aboutBlank(503), { headers: { 'Retry-After': '30' }, cause: new Error(secret) }),
  '/cookies': () =>
    Object.assign(new Error('Not you.'), { status: 403, expose: true, headers: { 'Set-Cookie': ['a=1', 'b=2'] } }),
  '/range': () =>
    Object.assign(new Error('Too far.'), { status: 416, expose: true, headers: { 'Content-Range': 'bytes */9' } }),
  '/unknown': () => new Error(secret),
  '/upstream': () => Object.assign(new Error(secret), { status: 404, headers: { 'x-secret': secret }, response: {} }),
  '/sdk': () => new WeatherApiError(secret),
  '/upstream-json': () => errorOf(() => JSON.parse(`<p>${secret}</p>`)),
  '/plain': () => outOfStock({ sku: 'C-3' }),
  '/cause': () => new Error(secret, { cause: new ProblemError(outOfStock({ sku: 'D-4' })) }),
  '/adds': () =>
    new ProblemError(outOfStock({ sku: 'E-5' }), {
      headers: {
        'Set-Cookie': ['added=1', 'more=1'],
        Vary: 'Accept, Origin',
        Link: '<https://shop.example/help>; rel="help"',
      },
    }),
  '/hostile': () =>
    new Proxy(Object.assign(new Error(secret), { code: 'HOSTILE' }), {
      get(target, name) {
        if (name === 'status' || name === 'expose') throw new Error(secret);
        return Reflect.get(target, name);
      },
    }),
  '/mapped': () => new StockError(secret),
  '/map-fails': () => Object.assign(new Error('map fails'), { code: 'MAP_FAILS' }),
  '/log-fails': () => Object.assign(new Error(secret), { code: 'LOG_FAILS' }),
};

export const paths = Object.keys(thrown);

/** Throws what the route of the path throws, half of the routes after an `await`. */
export async function fail(path: string): Promise<never> {
  if (paths.indexOf(path) % 2) await wait(1);
  throw thrown[path]?.();
}

/** Gives one chunk and fails. */
export async function* failing(): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode('first');
  await wait(20);
  throw new Error('the disk is gone');
}

/** {@link failing} as a web stream. */
export function failingStream(): ReadableStream<Uint8Array> {
  const chunks = failing();
  return new ReadableStream({
    async pull(controller) {
      const { value } = await chunks.next();
      if (value) controller.enqueue(value);
    },
  });
}

/** Fields that `/kept` sets before it throws: some to stay, some of the body that is not sent. */
export const keptFields: Readonly<Record<string, string>> = {
  'X-Request-ID': '7f3',
  'Set-Cookie': 'kept=1',
  Vary: 'Origin',
  Link: '<https://shop.example/next>; rel="next"',
  ETag: '"1"',
  'Cache-Control': 'public, max-age=60',
  'CDN-Cache-Control': 'max-age=60',
  'Surrogate-Control': 'max-age=60',
  'Content-Location': '/orders/7',
  'Content-Digest': 'sha-256=:AA==:',
  'X-Accel-Redirect': '/files/7',
  Expires: 'Thu, 01 Jan 2099 00:00:00 GMT',
};

export interface Hooks<Request> {
  map(error: unknown, request: Request): ProblemDetails | undefined;
  log(error: unknown, request: Request): unknown;
  searchCause: true;
}

/**
 * Starts an app on loopback. Its routes: those of {@link paths} (GET); `/kept` sets {@link keptFields} and the reason phrase
 * `Made`, and throws what `/adds` throws; `POST /json` gives back a JSON body of at most 100 bytes; `POST /by-hand` reads a
 * body of the type `text/plain` and parses it as JSON by hand; `/stream` sends `first` and fails; `/slow` calls `arrived()` and throws `late` half a second later.
 */
export type Start<Request> = (hooks: Hooks<Request>, arrived: () => void) => Promise<App>;

export interface App {
  url: string;
  close(): Promise<unknown>;
}

/** What the hooks of an app were called with since the last time that somebody asked, as data. */
export interface Reports {
  /** Status of each error that `map` saw. */
  seen: unknown[];
  /** Message of each error that `log` took. */
  logged: unknown[];
  /** The requests to `/slow`. */
  arrived: number;
}

const none = (): Reports => ({ seen: [], logged: [], arrived: 0 });

/** Hooks that note what they are called with. */
export function recorder() {
  let reports = none();
  const noted = (list: unknown[], fact: unknown, request: unknown) => {
    list.push(typeof request === 'object' ? fact : `${fact}, without a request`);
  };
  const hooks: Hooks<unknown> = {
    map(error, request) {
      const { code } = Object(error);
      noted(reports.seen, code === 'HOSTILE' ? code : (Object(error).status ?? Object(error).statusCode), request);
      if (code === 'MAP_FAILS') throw new Error('the map hook failed');
      return error instanceof StockError ? outOfStock({ sku: 'B-2' }) : undefined;
    },
    log(error, request) {
      const { code, message } = Object(error);
      noted(reports.logged, message, request);
      return code === 'LOG_FAILS' ? Promise.reject(new Error('the log hook failed')) : undefined;
    },
    searchCause: true,
  };
  return {
    hooks,
    arrived() {
      reports.arrived += 1;
    },
    take(): Reports {
      const taken = reports;
      reports = none();
      return taken;
    },
  };
}
