import type { Fixer, Retry } from '#catalog/entry.ts';

/** What can be said of an error by its status alone. RFC 9110 section 15, RFC 6585. */
export interface Advice {
  readonly retry: Retry;
  readonly fixedBy: readonly Fixer[];
  readonly now: string;
}

const own: Readonly<Record<number, Advice>> = {
  401: {
    retry: 'after-login',
    fixedBy: ['client-developer', 'end-user'],
    now: 'Send valid credentials; the header WWW-Authenticate names the scheme.',
  },
  402: { retry: 'after-fix', fixedBy: ['end-user'], now: 'Look up what has to be paid.' },
  403: {
    retry: 'after-change',
    fixedBy: ['client-developer', 'operator'],
    now: 'Check which rights the operation asks for; the same credentials will be refused again.',
  },
  404: {
    retry: 'after-change',
    fixedBy: ['client-developer'],
    now: 'Compare the path and the identifiers in it with the API, character by character.',
  },
  405: { retry: 'after-change', fixedBy: ['client-developer'], now: 'Use a method that the header Allow names.' },
  406: { retry: 'after-change', fixedBy: ['client-developer'], now: 'Accept a media type that the server offers.' },
  408: { retry: 'now', fixedBy: ['client-developer'], now: 'Send the request again on a new connection.' },
  409: {
    retry: 'after-change',
    fixedBy: ['client-developer'],
    now: 'Read the current state, then decide what to send.',
  },
  410: { retry: 'never', fixedBy: ['client-developer'], now: 'Stop using this address; it is gone for good.' },
  412: {
    retry: 'after-change',
    fixedBy: ['client-developer'],
    now: 'Read the resource anew and use its current ETag.',
  },
  413: { retry: 'after-change', fixedBy: ['client-developer'], now: 'Send less in one request.' },
  415: {
    retry: 'after-change',
    fixedBy: ['client-developer'],
    now: 'Set Content-Type to a media type that the operation takes.',
  },
  421: { retry: 'now', fixedBy: ['client-developer'], now: 'Send the request again on a connection of its own.' },
  425: { retry: 'now', fixedBy: ['client-developer'], now: 'Send the request again without early data.' },
  429: {
    retry: 'after-delay',
    fixedBy: ['client-developer'],
    now: 'Wait as long as Retry-After says, then send the request once.',
  },
  431: { retry: 'after-change', fixedBy: ['client-developer'], now: 'Send fewer or shorter header fields.' },
  500: {
    retry: 'after-fix',
    fixedBy: ['server-developer', 'operator'],
    now: 'Try once more; if it stays, give the request id to the operator.',
  },
  501: {
    retry: 'after-fix',
    fixedBy: ['operator', 'server-developer'],
    now: 'Ask the operator whether the feature can be switched on.',
  },
  502: {
    retry: 'after-delay',
    fixedBy: ['operator'],
    now: 'Wait some seconds and try again; if it stays, tell the operator.',
  },
  503: {
    retry: 'after-delay',
    fixedBy: ['operator'],
    now: 'Wait as long as Retry-After says, or some seconds, then try again.',
  },
  504: {
    retry: 'after-delay',
    fixedBy: ['operator'],
    now: 'Check whether the operation took effect, wait some seconds, then try again.',
  },
};

const client: Advice = {
  retry: 'after-change',
  fixedBy: ['client-developer'],
  now: 'Compare the request with what the operation takes: path, header fields and body.',
};

/** Undefined for a status that is no error, and without a status. */
export function adviceFor(status: number | undefined): Advice | undefined {
  if (status === undefined || status < 400 || status > 599) return undefined;
  return own[status] ?? (status < 500 ? client : own[500]);
}
