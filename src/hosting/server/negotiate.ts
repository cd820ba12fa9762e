import Negotiator from 'negotiator';

/** Proactive negotiation, RFC 9110 section 12, by real q-values. */

/**
 * Returns the offer that an `Accept` field prefers: the highest q-value wins, then the more exact range, then the one named
 * first, then the first offer. Parameters of a range other than `q` are not looked at.
 * @returns undefined when none is acceptable
 */
export function preferred<Offer extends { readonly accept: string }>(
  accept: string | undefined,
  offers: readonly Offer[],
): Offer | undefined {
  const types = offers.map((offer) => offer.accept);
  const type = remembered(`${accept ?? ''}\n${types.join()}`, () => {
    const field = accept?.trim() ? rangesOf(accept) : '*/*';
    return new Negotiator({ headers: { accept: field } }).mediaType(types);
  });
  return offers.find((offer) => offer.accept === type);
}

/** The results of the fields that clients sent last: most send one of a few. */
const results = new Map<string, string | undefined>();
const mostResults = 500;
const longestKey = 500;

function remembered(key: string, find: () => string | undefined): string | undefined {
  if (key.length > longestKey) return find();
  if (results.has(key)) return results.get(key);
  if (results.size >= mostResults) results.clear();
  const result = find();
  results.set(key, result);
  return result;
}

const parameter = /;\s*([^=;,\s]+)\s*(?:=\s*("(?:[^"\\]|\\.)*"|[^;,]*))?/g;

/** The ranges of an `Accept` field, each once as it is named first, with a q-value that is one. */
function rangesOf(accept: string): string {
  const plain = accept.replace(parameter, (_, name: string, value = '') =>
    name.toLowerCase() === 'q' ? `;q=${quality(value)}` : '',
  );
  const ranges = new Map<string, string>();
  for (const range of plain.split(',')) {
    const name = range.split(';', 1).join().trim().toLowerCase();
    if (!ranges.has(name)) ranges.set(name, range);
  }
  return [...ranges.values()].join(',');
}

/** A q-value in thousandths. A number above 1 counts as 1, and what is not a number as 0. */
function quality(text: string): string {
  const parts = text.trim().split('.');
  const isNumber = parts.length <= 2 && parts.every((digits) => /^\d*$/.test(digits));
  const [whole = '', part = ''] = isNumber ? parts : [];
  return Number(whole) >= 1 ? '1' : `0.${part.slice(0, 3) || '0'}`;
}

/**
 * The content coding to send.
 * @param available in the order of preference
 */
export function preferredEncoding<Encoding extends string>(
  accepted: string | undefined,
  available: readonly Encoding[],
): Encoding | 'identity' {
  if (!accepted || available.length === 0) return 'identity';
  const coding = remembered(`${accepted}\n${available.join()}`, () => {
    const order = [...available, 'identity'];
    // The published types know no options yet.
    const negotiator = new Negotiator({ headers: { 'accept-encoding': accepted } }) as unknown as {
      encoding(available: string[], options: { preferred: string[] }): string | undefined;
    };
    return negotiator.encoding(order, { preferred: order });
  });
  return (coding ?? 'identity') as Encoding | 'identity';
}
