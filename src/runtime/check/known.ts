import { validators } from '../generated/validators.ts';
import type { AnyProblemType } from '../problem/type.ts';
import type { ProblemValidator } from '../validate/validate.ts';

/** What is known of a type: the type, and its validator where there is one. */
export interface Known {
  readonly problemType?: AnyProblemType;
  readonly validator?: ProblemValidator | undefined;
  /** A known type URI that differs in nothing but case, scheme or a trailing slash. */
  readonly variantOf?: string | undefined;
}

/** @param status a type of the catalog whose URI is about:blank means its own statuses only. RFC 9457 section 4.2.1 */
export function findType(uri: string, status: unknown, own: readonly (AnyProblemType | ProblemValidator)[]): Known {
  // As a plain list: the compiler compares each two members of a union of types.
  const all = [...own, ...(validators as readonly ProblemValidator[])].map((candidate) =>
    'problemType' in candidate
      ? { problemType: candidate.problemType as AnyProblemType, validator: candidate as ProblemValidator }
      : { problemType: candidate, validator: candidate.validate as ProblemValidator | undefined },
  );
  const exact = all.find(
    ({ problemType: { type, statuses } }) =>
      type === uri && (uri !== 'about:blank' || statuses.includes(status as number)),
  );
  if (exact) return exact;
  const asked = loosely(uri);
  const close = all.find(({ problemType }) => loosely(problemType.type) === asked);
  return { variantOf: close?.problemType.type };
}

function loosely(uri: string): string {
  return uri
    .toLowerCase()
    .replace(/^http:/, 'https:')
    .replace(/\/$/, '');
}
