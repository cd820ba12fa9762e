import type { ProblemDetails } from '../problem/details.ts';
import { isRetryAfter, typeHeaders, uncacheable } from '../problem/headers.ts';
import type { AnyProblemType } from '../problem/type.ts';
import { show } from '../validate/show.ts';
import type { Report } from './findings.ts';
import { owed } from './owed.ts';

type Lookup = (name: string) => string | undefined;

/** The header duties of RFC 9110, 6585, 6750 and 9449, and of the problem type. */
export function checkHeaders(
  status: number,
  header: Lookup,
  problem: ProblemDetails | undefined,
  problemType: AnyProblemType | undefined,
  report: Report,
): void {
  for (const [owing, name] of owed) {
    if (status !== owing || header(name) !== undefined) continue;
    report(name.toLowerCase() as Lowercase<typeof name>, `a ${status} response must carry ${name} (was absent)`, {
      header: name,
    });
  }
  if (problem && problemType) checkTypeHeaders(status, header, problem, problemType, report);
  checkRetryAfter(header('Retry-After'), report);
  checkCaching(status, header('Cache-Control'), report);
  checkChallenges(status, header, report);
}

function checkTypeHeaders(
  status: number,
  header: Lookup,
  problem: ProblemDetails,
  problemType: AnyProblemType,
  report: Report,
): void {
  for (const [name] of typeHeaders(problemType, problem, status)) {
    const counted = owed.some(([owing, owedName]) => owing === status && owedName.toLowerCase() === name.toLowerCase());
    if (counted || header(name) !== undefined) continue;
    report('type-header', `must carry ${name}, as its problem type says (was absent)`, { header: name });
  }
}

function checkRetryAfter(value: string | undefined, report: Report): void {
  if (value === undefined || isRetryAfter(value.trim())) return;
  report('retry-after', `must be whole seconds or an HTTP date (was ${show(value)})`, { header: 'Retry-After' });
}

function checkCaching(status: number, value: string | undefined, report: Report): void {
  if (!uncacheable.includes(status) || value === undefined) return;
  if (/\bno-store\b/i.test(value) || !/\b(public|immutable|s-maxage|max-age)\b/i.test(value)) return;
  const message = `must not let a cache store a ${status} response (was ${show(value)})`;
  report('cacheable', message, { header: 'Cache-Control' });
}

/** The status that goes with an error code of a Bearer challenge. RFC 6750 section 3.1. */
const bearerStatus = { invalid_request: 400, invalid_token: 401, insufficient_scope: 403 };

function checkChallenges(status: number, header: Lookup, report: Report): void {
  const value = header('WWW-Authenticate');
  if (value === undefined) return;
  const place = { header: 'WWW-Authenticate' };
  const challenges = parseChallenges(value);
  if (!challenges) report('challenge', `must be one or more challenges such as "Bearer" (was ${show(value)})`, place);
  const said = new Set(challenges?.map(({ scheme, error }) => `${scheme} ${error}`));
  for (const [error, right] of Object.entries(bearerStatus)) {
    if (right === status || !said.has(`bearer ${error}`)) continue;
    report('bearer-status', `must come with status ${right} for error "${error}" (was ${status})`, place);
  }
  const nonce = header('DPoP-Nonce');
  if (!said.has('dpop use_dpop_nonce') || (nonce !== undefined && !nonce.includes(','))) return;
  const message = `must be exactly one nonce beside error "use_dpop_nonce" (was ${show(nonce)})`;
  report('dpop-nonce', message, { header: 'DPoP-Nonce' });
}

interface Challenge {
  readonly scheme: string;
  error?: string | undefined;
}

/** The challenges of a `WWW-Authenticate` value; `undefined` when it is not a list of challenges. */
function parseChallenges(value: string): Challenge[] | undefined {
  const challenges: Challenge[] = [];
  const item = /[\s,]*([!#$%&'*+.^`|~\w/-]+)(?:\s*=\s*("(?:[^"\\]|\\.)*"|[^\s,"=]+)|(=+)(?=\s*(?:,|$)))?[\s,]*/y;
  do {
    const [, name, text, token68] = item.exec(value) ?? [];
    if (name === undefined) return undefined;
    const current = challenges.at(-1);
    if (text === undefined && token68 === undefined) challenges.push({ scheme: name.toLowerCase() });
    else if (!current) return undefined;
    else if (name.toLowerCase() === 'error') current.error = text?.replace(/^"|"$/g, '');
  } while (item.lastIndex < value.length);
  return challenges;
}
