/** Errors of h3, and what was thrown before h3 made one of it. */

/** `HTTPError` of h3 2. Its `cause` is what its constructor was called with. */
export interface LaterError extends Error {
  readonly unhandled?: boolean;
  readonly data?: unknown;
}

/** `H3Error` of h3 1. */
export interface EarlierError extends Error {
  readonly unhandled?: boolean;
  readonly data?: unknown;
}

interface Details {
  readonly status?: unknown;
  readonly statusCode?: unknown;
  readonly statusText?: unknown;
  readonly unhandled?: boolean;
  readonly cause?: unknown;
}

/**
 * h3 2 wraps what is not its own, at times twice. An error of its own that has its status from its `cause` is read as that
 * cause: the status may be that of another server.
 */
export function thrownTo2(error: LaterError): unknown {
  const details = error.cause as Details | undefined;
  if (error.unhandled) return details?.unhandled ? details.cause : details;
  const isDerived =
    details?.statusText === 'Validation failed' || (details?.status === undefined && details?.statusCode === undefined);
  const { status, statusCode } = Object(details?.cause);
  return isDerived && (status ?? statusCode) !== undefined ? details?.cause : error;
}

/**
 * h3 1 wraps what is not its own, and keeps what was thrown only if that has no cause itself; else it keeps the cause. It
 * gives its error the stack of what was thrown, by which the two are told apart.
 */
export function thrownTo1(error: EarlierError): unknown {
  if (!error.unhandled || error.cause === undefined) return error;
  const wasError = getterOfStack(error) !== getterOfStack(new Error());
  return !wasError || Object(error.cause).stack === error.stack ? error.cause : error;
}

/** Newer engines have one for all errors, others none. */
function getterOfStack(error: Error): unknown {
  return Object.getOwnPropertyDescriptor(error, 'stack')?.get;
}
