import type { Fixer, Retry } from '#catalog/entry.ts';
import type { Translation } from '#catalog/translations/index.ts';

/** What can be said of an error by its status alone. RFC 9110 section 15, RFC 6585. */
export interface Advice {
  readonly retry: Retry;
  readonly fixedBy: readonly Fixer[];
  /** Which text says what to do. */
  readonly text: Text;
}

type Text = keyof Translation['advice'];

const own: Readonly<Record<Text, readonly [retry: Retry, ...fixedBy: Fixer[]]>> = {
  401: ['after-login', 'client-developer', 'end-user'],
  402: ['after-fix', 'end-user'],
  403: ['after-change', 'client-developer', 'operator'],
  404: ['after-change', 'client-developer'],
  405: ['after-change', 'client-developer'],
  406: ['after-change', 'client-developer'],
  408: ['now', 'client-developer'],
  409: ['after-change', 'client-developer'],
  410: ['never', 'client-developer'],
  412: ['after-change', 'client-developer'],
  413: ['after-change', 'client-developer'],
  415: ['after-change', 'client-developer'],
  421: ['now', 'client-developer'],
  425: ['now', 'client-developer'],
  429: ['after-delay', 'client-developer'],
  431: ['after-change', 'client-developer'],
  500: ['after-fix', 'server-developer', 'operator'],
  501: ['after-fix', 'operator', 'server-developer'],
  502: ['after-delay', 'operator'],
  503: ['after-delay', 'operator'],
  504: ['after-delay', 'operator'],
  client: ['after-change', 'client-developer'],
};

/** Undefined for a status that is no error, and without a status. */
export function adviceFor(status: number | undefined): Advice | undefined {
  if (status === undefined || status < 400 || status > 599) return undefined;
  const text = status in own ? (status as Text) : status < 500 ? 'client' : 500;
  const [retry, ...fixedBy] = own[text];
  return { retry, fixedBy, text };
}
