import Negotiator from 'negotiator';

/** Proactive negotiation, RFC 9110 section 12, by real q-values. */

/**
 * The offer that an `Accept` field prefers: the highest q-value wins, then the more exact range, then the one named
 * first, then the first offer. Parameters of a range other than `q` are not looked at.
 * @returns undefined when none is acceptable
 */
export function preferred<Offer extends { readonly accept: string }>(
  accept: string | undefined,
  offers: readonly Offer[],
): Offer | undefined {
  const field = accept?.trim().replace(parameter, (all, name: string) => (name.toLowerCase() === 'q' ? all : ''));
  const type = new Negotiator({ headers: { accept: field || '*/*' } }).mediaType(offers.map((offer) => offer.accept));
  return offers.find((offer) => offer.accept === type);
}

const parameter = /;\s*([^=;,\s]+)\s*(?:=\s*(?:"(?:[^"\\]|\\.)*"|[^;,]*))?/g;

/**
 * The content coding to send.
 * @param available in the order of preference
 */
export function preferredEncoding<Encoding extends string>(
  accepted: string | undefined,
  available: readonly Encoding[],
): Encoding | 'identity' {
  if (!accepted || available.length === 0) return 'identity';
  const order = [...available, 'identity'];
  // The published types know no options yet.
  const negotiator = new Negotiator({ headers: { 'accept-encoding': accepted } }) as unknown as {
    encoding(available: string[], options: { preferred: string[] }): string | undefined;
  };
  return (negotiator.encoding(order, { preferred: order }) ?? 'identity') as Encoding | 'identity';
}
