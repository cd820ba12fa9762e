import type { Exchange } from '../problem/error.ts';
import { isAbsolute } from './interpret.ts';

// biome-ignore lint/suspicious/noExplicitAny: members of a foreign object, each looked at before use
export type Foreign = Record<string, any>;

/** A response of any client, and the error or the result that has it, where it came in one. */
export interface Source {
  readonly response: Foreign;
  readonly holder: Foreign;
}

/** Reads what is known of the request and the response. Never throws. */
export function exchangeOf(source: Source): Exchange {
  try {
    return read(source);
  } catch {
    // A getter of a foreign object threw.
    return {};
  }
}

function read(source: Source): Exchange {
  const { config, request } = sentBy(source);
  const headers = config.headers ?? request.getHeaders?.() ?? request.headers ?? request.header;
  const exchange = {
    status: statusOf(source.response),
    method: methodOf(source),
    url: urlOf(source),
    headers: namesOf(headers ?? request.options?.headers),
  };
  return Object.fromEntries(Object.entries(exchange).filter(([, value]) => value !== undefined));
}

/** Reads the status code of a response. */
export function statusOf({ status, statusCode }: Foreign): number | undefined {
  return [status, statusCode].find(Number.isInteger);
}

export function methodOf(source: Source): string | undefined {
  const { config, request } = sentBy(source);
  return firstText(source.response.method, request.method, config.method, request.options?.method)?.toUpperCase();
}

export function urlOf(source: Source): string | undefined {
  const { config, request } = sentBy(source);
  const { url, responseURL, res, path } = request;
  const host = request.getHeader?.('host');
  return firstText(
    source.response.url,
    responseURL,
    res?.responseUrl,
    url,
    isAbsolute(`${config.url}`) || !config.baseURL ? config.url : config.baseURL + config.url,
    host && path && `${request.protocol}//${host}${path}`,
  );
}

/**
 * The request, and the configuration of axios. supertest, axios and ky have a `request`, `node:http` and needle a `req`,
 * the `inject` of fastify `raw.req`.
 */
function sentBy({ response, holder }: Source): { config: Foreign; request: Foreign } {
  return {
    config: response.config ?? holder.config ?? {},
    request: response.request ?? response.req ?? response.raw?.req ?? holder.request ?? {},
  };
}

function namesOf(headers: unknown): string[] | undefined {
  if (typeof headers !== 'object' || headers === null) return undefined;
  const { entries } = headers as Headers;
  const pairs = typeof entries === 'function' ? [...entries.call(headers)] : Object.entries(headers);
  return pairs.filter(([, value]) => value !== undefined && value !== null).map(([name]) => name.toLowerCase());
}

/** The first value that is a text with something in it. */
export function firstText(...values: readonly unknown[]): string | undefined {
  return values.find((value): value is string => typeof value === 'string' && value !== '');
}
