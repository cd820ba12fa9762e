/** Which causes of a problem type a response proves. */

/** What of a response proves a cause. `*` in a text stands for any run of characters. */
export interface CauseMatch {
  readonly status?: number | undefined;
  readonly title?: string | undefined;
  readonly detail?: readonly string[] | undefined;
  readonly members?: Readonly<Record<string, string>> | undefined;
}

type Members = Readonly<Record<string, unknown>>;

/**
 * The causes that fit, those with the most exact match only; several when the response cannot tell them apart.
 * @param status that of the response
 */
export function fittingCauses<C extends { readonly match?: CauseMatch | undefined }>(
  causes: readonly C[],
  body: Members,
  status: number | undefined,
): C[] {
  const scored = causes.map((cause) => ({ cause, score: scoreOf(cause.match, body, status) }));
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return best === 0 ? [] : scored.filter(({ score }) => score === best).map(({ cause }) => cause);
}

/** Number of literal characters that fit; 0 when the match does not hold. */
function scoreOf(match: CauseMatch | undefined, body: Members, status: number | undefined): number {
  if (!match) return 0;
  const parts: number[] = [];
  if (match.status !== undefined) parts.push(match.status === (status ?? body.status) ? 3 : 0);
  if (match.title !== undefined) parts.push(fitLength(match.title, body.title));
  if (match.detail) parts.push(Math.max(...match.detail.map((pattern) => fitLength(pattern, body.detail))));
  for (const [name, pattern] of Object.entries(match.members ?? {})) {
    parts.push(Object.hasOwn(body, name) ? fitLength(pattern, body[name]) : 0);
  }
  return parts.some((part) => part === 0) ? 0 : parts.reduce((sum, part) => sum + part, 0);
}

/** How many literal characters a pattern has, plus one, when the value fits it. */
function fitLength(pattern: string, value: unknown): number {
  if (value === undefined || value === null) return 0;
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  const fits = matches(pattern, text) || matches(unescaped(pattern), unescaped(text));
  return fits ? pattern.replaceAll('*', '').length + 1 : 0;
}

/** `*` stands for any run of characters. In linear time, whatever the pattern. */
export function matches(pattern: string, text: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  if (rest.length === 0) return first === text;
  const last = rest.pop() ?? '';
  if (!text.startsWith(first) || text.length < first.length + last.length || !text.endsWith(last)) return false;
  let at = first.length;
  for (const piece of rest) {
    const found = text.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return at <= text.length - last.length;
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
  '&#39;': "'",
};

/** Some servers escape the text of `detail` for HTML. */
export function unescaped(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|#x27|#39);/g, (entity) => entities[entity] ?? entity);
}
