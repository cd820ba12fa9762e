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
  const types = namesOf(offers);
  const type = remembered(types, accept ?? '', () => {
    const field = accept?.trim() ? rangesOf(accept) : '*/*';
    return new Negotiator({ headers: { accept: field } }).mediaType(types.split(','));
  });
  return offers.find((offer) => offer.accept === type);
}

/** The media types of lists of offers, joined. */
const names = new WeakMap<readonly { readonly accept: string }[], string>();

function namesOf(offers: readonly { readonly accept: string }[]): string {
  const known = names.get(offers) ?? offers.map((offer) => offer.accept).join();
  names.set(offers, known);
  return known;
}

/** The results of the fields that clients sent last, by what was offered: most send one of a few. */
const results = new Map<string, Map<string, string | undefined>>();
const mostResults = 500;
const longestField = 500;

function remembered(offered: string, field: string, find: () => string | undefined): string | undefined {
  if (field.length > longestField) return find();
  let known = results.get(offered);
  if (!known || known.size >= mostResults) {
    known = new Map();
    results.set(offered, known);
  }
  const before = known.get(field);
  if (before !== undefined || known.has(field)) return before;
  const result = find();
  known.set(field, result);
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
  const coding = remembered(available.join(), accepted, () => {
    const order = [...available, 'identity'];
    // The published types know no options yet.
    const negotiator = new Negotiator({ headers: { 'accept-encoding': accepted } }) as unknown as {
      encoding(available: string[], options: { preferred: string[] }): string | undefined;
    };
    return negotiator.encoding(order, { preferred: order });
  });
  return (coding ?? 'identity') as Encoding | 'identity';
}
