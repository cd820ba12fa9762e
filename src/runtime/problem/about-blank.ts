import { reasonPhrase, responseStatus } from './status.ts';

/** An occurrence of `about:blank`: the problem says no more than its status code. RFC 9457 section 4.2.1. */
export interface AboutBlank {
  type: 'about:blank';
  title: string;
  status: number;
  detail?: string;
  instance?: string;
}

/**
 * Builds an occurrence of `about:blank`; its title is the registered phrase of the status. A status that a response with a
 * body cannot have becomes 500, and a member that is not text is left out. RFC 9457 section 4.2.1.
 *
 * @example
 * ```ts
 * import { aboutBlank } from '#package';
 *
 * aboutBlank(404, { instance: '/nowhere' }).title; //=> 'Not Found'
 * ```
 */
export function aboutBlank(
  status: number,
  members: { detail?: string | undefined; instance?: string | undefined } = {},
): AboutBlank {
  const { detail, instance } = Object(members);
  const sent = responseStatus({ status });
  return {
    type: 'about:blank',
    title: reasonPhrase(sent),
    status: sent,
    ...(typeof detail === 'string' && { detail }),
    ...(typeof instance === 'string' && { instance }),
  };
}
